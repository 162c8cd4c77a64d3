// Mistakes in forms: named above the question, linked to the field, and nothing typed is lost.

import type { Locator, Page } from '@playwright/test';
import { expect, tags, test } from '../support/test';
import type { Guide } from '../support/guide';

/** The error state as a whole; `fields` are the ids the messages lead to, in their order. */
async function expectMistakes(page: Page, guide: Guide, mistakes: { text: string; field: string }[]) {
  const summary = page.locator('.summary');
  await expect(summary.getByRole('heading', { name: guide.words.problem })).toBeVisible();
  await expect(summary.locator('[role=alert]')).toHaveCount(1);
  const heading = (await guide.h1.innerText()).trim();
  await expect(page).toHaveTitle(`${guide.words.errorPrefix}${heading} – ${guide.words.brand}`);
  if (guide.js) await expect(summary).toBeFocused();
  await expect(summary.getByRole('listitem')).toHaveText(mistakes.map((mistake) => mistake.text));
  for (const { text, field } of mistakes) {
    await expect(summary.getByRole('link', { name: text })).toHaveAttribute('href', `#${field}`);
    await expect(page.locator('form.form .err').filter({ hasText: text })).toBeVisible();
  }
}

/** Follows a message to its field. */
async function follow(page: Page, guide: Guide, text: string): Promise<Locator> {
  const link = page.locator('.summary').getByRole('link', { name: text });
  const id = (await link.getAttribute('href'))!.slice(1);
  await guide.press(link);
  const field = page.locator(`[id="${id}"]`);
  await expect(field).toBeFocused();
  return field;
}

for (const tag of tags) {
  test(`${tag}: nothing chosen`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/regulated?status=abroad&nationality=IN');
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorChoice, field: 'regulated' }]);
    await follow(page, guide, guide.words.errorChoice);
    await guide.fill('regulated', 'no');
    await guide.go(() => guide.submit());
    await expect(page).toHaveURL(/guide\/job\?/);
    expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN', regulated: 'no' });
  });

  test(`${tag}: an amount that is no number, and no period`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/salary?status=abroad&nationality=IN');
    await page.locator('#salary').fill('47 Tsd');
    await guide.submit();
    await expectMistakes(page, guide, [
      { text: guide.words.errorMoney, field: 'salary' },
      { text: guide.words.errorPeriod, field: 'salary-per' },
    ]);
    await expect(page.locator('#salary')).toHaveValue('47 Tsd');
    await expect(page.locator('#salary')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#salary')).toHaveAccessibleDescription(new RegExp(guide.words.errorMoney));
  });

  test(`${tag}: following a message keeps messages and text`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/salary?status=abroad&nationality=IN');
    await page.locator('#salary').fill('47 Tsd');
    await guide.submit();
    for (const text of [guide.words.errorPeriod, guide.words.errorMoney]) {
      await follow(page, guide, text);
      await expect(page.locator('.summary')).toBeVisible();
      await expect(page.locator('#salary')).toHaveValue('47 Tsd');
    }
  });

  test(`${tag}: an amount out of range`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/salary?status=abroad&nationality=IN');
    await guide.fill('salary', { typed: '900', per: 'year' });
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorRange, field: 'salary' }]);
    await expect(page.locator('#salary')).toHaveValue('900');
    await expect(page.locator('input[name=salary-per][value=year]')).toBeChecked();
    await guide.fill('salary', { typed: '900', per: 'month' });
    // 10.800 € a year.
    await guide.go(() => guide.submit());
    expect(guide.answers.salary).toBe('10800');
  });

  test(`${tag}: an hourly wage without hours, then with them`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/salary?status=abroad&nationality=IN');
    await guide.fill('salary', { typed: '25', per: 'hour' });
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorHours, field: 'salary-hours' }]);
    const hours = await follow(page, guide, guide.words.errorHours);
    await expect(hours).toHaveAttribute('aria-invalid', 'true');
    await expect(hours).toHaveAccessibleDescription(new RegExp(guide.words.errorHours));
    await expect(page.locator('#salary')).toHaveValue('25');
    await expect(page.locator('input[name=salary-per][value=hour]')).toBeChecked();
    await hours.fill('61');
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorHours, field: 'salary-hours' }]);
    await expect(hours).toHaveValue('61');
    await hours.fill(tag === 'de' ? '37,5' : '37.5');
    // 25 € in 52 weeks of 37.5 hours.
    await guide.go(() => guide.submit());
    expect(guide.answers.salary).toBe('48750');
  });

  test(`${tag}: no country`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/nationality?status=abroad');
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorCountry, field: 'nationality' }]);
    await follow(page, guide, guide.words.errorCountry);
  });

  test(`${tag}: a country nobody knows`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/nationality?status=abroad');
    await guide.fill('nationality', 'Atlantis');
    await guide.submit();
    const mistake = { text: guide.words.errorCountryName, field: 'nationality' };
    await expectMistakes(page, guide, [mistake]);
    await expect(page.locator('#nationality')).toHaveValue('Atlantis');
    await expect(page.getByRole('radio'), 'nothing resembles it').toHaveCount(0);
    await follow(page, guide, guide.words.errorCountryName);
    await guide.fill('nationality', 'IN');
    await guide.submit();
    await page.waitForURL(/guide\/regulated\?/);
    expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN' });
  });

  test(`${tag}: a country with a slip of the pen`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    const name = guide.words.countries.IN;
    // The last two letters have changed places.
    const slip = name.slice(0, -2) + name.at(-1) + name.at(-2);
    await guide.open('guide/nationality?status=abroad');
    await guide.fill('nationality', slip);
    await guide.submit();
    const mistake = { text: guide.words.errorCountryName, field: 'nationality' };
    await expectMistakes(page, guide, [mistake]);
    await expect(page.locator('#nationality')).toHaveValue(slip);
    const meant = page.getByRole('group', { name: guide.words.countryMeant });
    await guide.press(meant.getByRole('radio', { name, exact: true }));
    await guide.submit();
    await page.waitForURL(/guide\/regulated\?/);
    expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN' });
  });

  test(`${tag}: a wrong postcode`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/place?status=abroad');
    await guide.fill('place', '5247');
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorPlace, field: 'place' }]);
    await expect(page.locator('#place')).toHaveValue('5247');
    await follow(page, guide, guide.words.errorPlace);
  });

  test(`${tag}: a postcode of two places`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/place?status=abroad');
    await guide.fill('place', '52538');
    await guide.submit();
    const towns = page.getByRole('group', { name: guide.words.townQuestion });
    await expect(towns.getByRole('radio')).toHaveCount(2);
    await expect(towns).toContainText('Gangelt');
    await expect(towns).toContainText('Selfkant');
    await expect(page.locator('.summary'), 'a question, not a mistake').toHaveCount(0);
    await expect(page.locator('#place')).toHaveValue('52538');

    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorTown, field: 'place-town' }]);
    await expect(page.locator('#place')).toHaveValue('52538');
    await follow(page, guide, guide.words.errorTown);
    await expect(towns.getByRole('radio')).toHaveCount(2);
    await guide.press(towns.getByRole('radio', { name: 'Selfkant' }));
    await guide.submit();
    await page.waitForURL(/place=52538-selfkant/);
  });

  test(`${tag}: a day that is none, and one too far away`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/filing-day?status=abroad');
    await guide.fill('filing-day', '32.1.2027');
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorDay, field: 'filing-day' }]);
    await expect(page.locator('#filing-day')).toHaveValue('32.1.2027');
    await guide.fill('filing-day', '1.1.2040');
    await guide.submit();
    await expectMistakes(page, guide, [{ text: guide.words.errorDayRange, field: 'filing-day' }]);
    await follow(page, guide, guide.words.errorDayRange);
    await expect(page.locator('#filing-day')).toHaveValue('1.1.2040');
  });

  test(`${tag}: the language switch keeps the question after a mistake`, async ({ page, guideIn, isMobile }) => {
    const guide = guideIn(tag);
    await guide.open('guide/regulated?status=abroad&nationality=IN');
    await guide.submit();
    await expect(page.locator('.summary')).toBeVisible();
    if (isMobile) await page.locator('details.menu > summary').tap();
    await guide.press(page.locator('header').getByRole('link', { name: guide.words.otherLanguage }));
    await page.waitForURL((url) => !url.pathname.startsWith(`/${tag}/`));
    await expect(page.locator('input[name=of]')).toHaveValue('regulated');
    await expect(page.locator('input[name=nationality]')).toHaveValue('IN');
  });
}
