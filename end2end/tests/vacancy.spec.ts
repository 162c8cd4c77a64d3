// A job and nobody for it yet: what a firm can use stands first, the rest is folded, nothing is missing.

import { expect, tags, test } from '../support/test';

/** A lathe operator is sought. */
const lathe = 'guide/results?entrance=nobody&regulated=no&job=skilled&salary=38000&filing-day=2026-06-01';
/** Routes that stand open: few enough to be read on a phone. */
const MOST_OPEN = 15;

for (const tag of tags) {
  test(`${tag}: routes one can look for come first, by where the people are`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open(lathe);
    const group = page.locator('section.group[aria-labelledby=open]');
    const ids = await group.locator('a[href*="/pathways/"]').evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
    expect(new Set(ids).size, 'no route stands there twice').toBe(ids.length);
    await expect(guide.h1).toHaveText(guide.words.vacancySome(ids.length));

    const cards = group.locator('article');
    const open = group.locator('article:visible');
    expect(await open.count()).toBeGreaterThan(2);
    expect(await open.count()).toBeLessThanOrEqual(MOST_OPEN);
    await expect(cards.filter({ hasText: guide.words.whereToLook })).toHaveCount(await cards.count());
    await expect(group.getByRole('heading', { level: 3 }).first()).toHaveText(guide.words.abroad);
  });

  test(`${tag}: what is folded opens`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open(lathe);
    const group = page.locator('section.group[aria-labelledby=open]');
    const folded = group.locator('details:has(article)').first();
    const count = await folded.locator('article').count();
    const summary = folded.locator('summary');
    await expect(summary).toContainText(`(${count})`);
    await expect(folded.locator('article').first()).toBeHidden();
    await guide.press(summary);
    await expect(folded.locator('article:visible')).toHaveCount(count);

    const special = group.locator('details').last();
    const rows = special.locator('ul > li');
    await expect(special.locator('summary')).toContainText(`(${await rows.count()})`);
    await guide.press(special.locator('summary'));
    await expect(rows.last()).toBeVisible();
    await expect(special).not.toContainText(guide.words.whereToLook);
  });
}

test('a card has four facts on a phone, eight on a desk', async ({ page, guide }) => {
  await guide.open(lathe);
  const facts = page.locator('section[aria-labelledby=open] article').first().locator('dl.facts > div:visible');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(facts).toHaveCount(4);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(facts).toHaveCount(8);
});
