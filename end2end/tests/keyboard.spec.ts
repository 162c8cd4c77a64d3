// A whole story with the keyboard alone.

import type { Locator, Page } from '@playwright/test';
import type { Answer, Answers, Guide } from '../support/guide';
import { answers, cardHolder } from '../support/stories';
import { expect, test } from '../support/test';

/** Presses Tab until the target has the focus; the ring around it must be seen. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectRing(target);
      return;
    }
  }
  throw new Error(`not reached with ${key}: ${target}`);
}

/** A ring of at least two pixels around the target or what frames it: a choice's row, an amount with its unit. */
async function expectRing(target: Locator) {
  const width = await target.evaluate((element) => {
    const around = [element, element.closest('label, .unit')].filter((one) => one !== null);
    const drawn = around.map((one) => getComputedStyle(one)).filter((style) => style.outlineStyle !== 'none');
    return Math.max(0, ...drawn.map((style) => parseFloat(style.outlineWidth)));
  });
  expect(width, `ring of ${target}`).toBeGreaterThanOrEqual(2);
}

test('the first Tab offers to skip the header', async ({ page, guide }) => {
  await guide.open('guide/status');
  const skip = page.getByRole('link', { name: guide.words.skip });
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#inhalt')).toBeFocused();
  await expect(page.locator('input[name=of]')).toHaveValue('status');
  await tabTo(page, page.locator('input[name=status][value=abroad]'));
});

test('a welder from Poland, from the start page to the route and back', async ({ page, guide }) => {
  const { words } = guide;
  const next = page.getByRole('button', { name: words.next, exact: true });
  await guide.open('');
  await tabTo(page, guide.link(new RegExp(words.startPerson)));
  await page.keyboard.press('Enter');
  await page.waitForURL(/guide\/status$/);
  await guide.ready();

  // Arrow keys walk through the options; the last choice counts.
  await tabTo(page, page.locator('input[name=status][value=abroad]'));
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('input[name=status][value=title]')).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('input[name=status][value=abroad]')).toBeChecked();
  await tabTo(page, next);
  await guide.go(() => page.keyboard.press('Enter'));

  // A country is typed; letters may be small.
  await tabTo(page, page.locator('#nationality'));
  await page.keyboard.type('polen');
  await tabTo(page, next);
  await guide.go(() => page.keyboard.press('Space'));

  // Enter in a field sends the form.
  await tabTo(page, page.locator('input[name=regulated][value=no]'));
  await page.keyboard.press('Space');
  await guide.go(() => page.keyboard.press('Enter'));
  await expect(guide.h1).toHaveText(words.fitsOne);

  const route = guide.route('fits', 'eu-free-movement');
  await tabTo(page, route.locator('h3 a'));
  await tabTo(page, route.locator('details > summary'));
  await page.keyboard.press('Enter');
  await expect(route.locator('.trace')).toBeVisible();
  await tabTo(page, route.locator('h3 a'), 'Shift+Tab');
  await guide.go(() => page.keyboard.press('Enter'));
  await expect(page).toHaveURL(/pathways\/eu-free-movement\?/);
  await tabTo(page, guide.link(words.backToResults));
  await guide.go(() => page.keyboard.press('Enter'));
  await expect(guide.h1).toHaveText(words.fitsOne);
});

/** Chooses an option with the arrow keys, or types. */
async function answerByKeys(page: Page, guide: Guide, fact: string, answer: Answer) {
  const options = page.locator(`input[type=radio][name="${fact}"]`);
  const choose = async (name: string, value: string) => {
    const all = page.locator(`input[type=radio][name="${name}"]`);
    await tabTo(page, all.first());
    await page.keyboard.press('Space');
    for (let at = 0; at < (await all.count()); at += 1) {
      if (await all.and(page.locator(`[value="${value}"]`)).isChecked()) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`${value} cannot be chosen for ${name}`);
  };
  if (typeof answer !== 'string') {
    await tabTo(page, guide.field(fact));
    await page.keyboard.type(answer.typed);
    await choose(`${fact}-per`, answer.per);
  } else if ((await options.count()) > 0) {
    await choose(fact, answer);
  } else {
    await tabTo(page, guide.field(fact));
    await page.keyboard.type(guide.words.countries[answer] ?? answer);
  }
}

test(`${cardHolder.name}, up to a further question`, async ({ page, guide }) => {
  const typed: Answers = { ...answers(cardHolder, guide.tag), training: 'none' };
  await guide.open(`guide/status?filing-day=${cardHolder.year}-11-22`);
  const asked: string[] = [];
  while (guide.path !== 'guide/results') {
    const fact = guide.path.replace('guide/', '');
    await answerByKeys(page, guide, fact, typed[fact]);
    await guide.go(() => page.keyboard.press('Enter'));
    asked.push(fact);
  }
  expect(asked).toEqual(Object.keys(cardHolder.told));
  await guide.expectVerdicts(cardHolder.said);
  await tabTo(page, guide.further);
  await guide.go(() => page.keyboard.press('Enter'));
  expect(asked).not.toContain(guide.path.replace('guide/', ''));
});

test('the menu of a phone opens and closes', async ({ page, guide }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await guide.open('guide/status');
  const menu = page.locator('details.menu > summary');
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('details.menu').getByRole('link', { name: guide.words.otherLanguage }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/guide\/status/);
});
