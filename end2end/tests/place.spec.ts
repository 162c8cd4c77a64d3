// From a postcode to the authority: in the guide, and on the page of those who help.

import { Documents, expect, tags, test } from '../support/test';

const outcomes = [
  { postcode: '52477', town: 'Alsdorf', office: 'Ausländeramt der StädteRegion Aachen', area: 'inCentre' },
  { postcode: '50171', town: 'Kerpen', office: /Kerpen/, area: 'inCentre' },
  { postcode: '53879', town: 'Euskirchen', office: 'Ausländerbehörde des Kreises Euskirchen', area: 'inRevier' },
] as const;
const outside = '10115';

for (const tag of tags) {
  for (const { postcode, town, office, area } of outcomes) {
    test(`${tag}: ${postcode} in the guide`, async ({ page, guideIn }) => {
      const guide = guideIn(tag);
      await guide.open('guide/results?status=abroad&nationality=PL&regulated=no');
      const documents = new Documents(page);
      const calls: string[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname}`);
      });
      await guide.go(() => guide.press(guide.link(guide.words.givePlace)));
      await guide.fill('place', postcode);
      await guide.go(() => guide.submit());
      await expect(page).toHaveURL(/guide\/results\?/);
      expect(guide.answers.place).toBe(`${postcode}-${town.toLowerCase()}`);
      const section = page.locator('section[aria-labelledby=office]');
      await expect(section.getByRole('heading', { level: 3 })).toHaveText(office);
      await expect(section).toContainText(guide.words.responsibleFor(town));
      await expect(section).toContainText(guide.words[area]);
      if (guide.js) {
        expect(calls).toEqual(['POST /api/fn/find_place']);
        expect(documents.count).toBe(0);
      } else {
        expect(calls).toEqual([]);
      }
      await page.reload();
      await expect(section.getByRole('heading', { level: 3 })).toHaveText(office);
    });

    test(`${tag}: ${postcode} on the page of those who help`, async ({ page, guideIn }) => {
      const guide = guideIn(tag);
      await guide.open('help');
      await page.locator('#place').fill(postcode);
      await guide.press(page.getByRole('button', { name: guide.words.search }));
      await page.waitForURL(new RegExp(`help\\?place=${postcode}`));
      const panel = page.locator('#inhalt .panel');
      await expect(panel.locator('.office h3').first()).toHaveText(office);
      await expect(panel.locator('.office')).toHaveCount(4);
      await expect(panel).toContainText(guide.words.responsibleFor(town));
      await expect(panel.getByRole('heading', { name: guide.words[area] })).toBeVisible();
    });
  }

  test(`${tag}: a postcode outside the Revier`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('guide/place?status=abroad&nationality=PL&regulated=no');
    await guide.fill('place', outside);
    await guide.go(() => guide.submit());
    expect(guide.answers.place).toBe(outside);
    const section = page.locator('section[aria-labelledby=office]');
    await expect(section).toContainText(guide.words.officeOutside);

    await guide.open(`help?place=${outside}`);
    await expect(page.locator('#inhalt .panel')).toContainText(guide.words.outside);
  });

  test(`${tag}: a postcode of two places on the page of those who help`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('help?place=52538');
    await expect(page.getByRole('heading', { name: guide.words.townQuestion })).toBeVisible();
    await guide.press(guide.link('Gangelt'));
    await page.waitForURL(/place-town=gangelt/);
    await expect(page.locator('.office').first()).toContainText(guide.words.responsibleFor('Gangelt'));
  });

  test(`${tag}: a wrong postcode on the page of those who help`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('help');
    await page.locator('#place').fill('Aachen');
    await guide.press(page.getByRole('button', { name: guide.words.search }));
    await page.waitForURL(/help\?place=Aachen/);
    await expect(page).toHaveTitle(new RegExp(`^${guide.words.errorPrefix}`));
    await expect(page.locator('#place')).toHaveValue('Aachen');
    await expect(page.locator('#place')).toHaveAccessibleDescription(new RegExp(guide.words.errorPlace));
  });
}

test('without the server function the form goes its own way', async ({ page, guide, watch, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'nothing calls it without script');
  watch.allow(/Failed to load resource/);
  await page.route('**/api/fn/**', (route) => route.abort());
  await guide.open('guide/place?status=abroad&nationality=PL&regulated=no');
  const documents = new Documents(page);
  await guide.fill('place', '52477');
  await guide.submit();
  await page.waitForURL(/guide\/results\?/);
  expect(documents.count).toBeGreaterThan(0);
  expect(guide.answers.place).toBe('52477-alsdorf');
  await expect(page.locator('section[aria-labelledby=office]')).toContainText('StädteRegion Aachen');
});
