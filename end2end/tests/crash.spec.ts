// After a crash of the script every link and form acts natively, and nothing is lost.

import type { Page } from '@playwright/test';
import { Documents, expect, test, type Watch } from '../support/test';

/** Stops the bundle through the export made for it. */
async function crash(page: Page, watch: Watch) {
  watch.allow(/The guide's script stopped; links and forms go on without it\./);
  const script = await page.locator('script[type=module]').getAttribute('src');
  const thrown = await page.evaluate(async (src) => {
    const bundle = await import(new URL(src!, location.href).href);
    try {
      bundle.crash();
      return 'nothing';
    } catch (error) {
      return String(error);
    }
  }, script);
  expect(thrown).toContain('RuntimeError');
  expect(watch.faults.filter((fault) => fault.includes("The guide's script stopped"))).toHaveLength(1);
}

test('a form goes on and keeps its answer', async ({ page, guide, watch }) => {
  await guide.open('guide/nationality?status=abroad');
  await crash(page, watch);
  const documents = new Documents(page);
  await guide.fill('nationality', 'PL');
  await guide.submit();
  await page.waitForURL(/guide\/regulated\?/);
  expect(documents.count).toBeGreaterThan(0);
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'PL' });

  // The next page is sound again.
  await guide.ready();
  documents.count = 0;
  await guide.answer({ regulated: 'no' });
  await expect(guide.h1).toHaveText(guide.words.fitsOne);
  expect(documents.count).toBe(0);
});

test('a form without an answer shows the mistake', async ({ page, guide, watch }) => {
  await guide.open('guide/status');
  await guide.answer({ status: 'abroad' });
  await crash(page, watch);
  const documents = new Documents(page);
  await guide.submit();
  await page.waitForURL(/guide\/next\?/);
  expect(documents.count).toBeGreaterThan(0);
  await expect(page.locator('.summary')).toBeVisible();
  await guide.fill('nationality', 'PL');
  await guide.submit();
  await page.waitForURL(/guide\/regulated\?/);
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'PL' });
});

for (const [what, from, link] of [
  ['the result so far', 'guide/nationality?status=abroad', 'a[href*="/guide/results?"]'],
  ['a route', 'guide/results?status=abroad&nationality=PL&regulated=no', '.card h3 a'],
  ['an answer to change', 'guide/check?status=abroad&nationality=PL', 'dl.rows a'],
  ['the result again', 'pathways/eu-free-movement?status=abroad&nationality=PL', 'a.back'],
] as const) {
  test(`a link leads on: ${what}`, async ({ page, guide, watch }) => {
    await guide.open(from);
    await crash(page, watch);
    const documents = new Documents(page);
    const given = guide.answers;
    const before = page.url();
    await guide.press(page.locator(`#inhalt ${link}`).first());
    await page.waitForURL((url) => url.href !== before);
    expect(documents.count).toBe(1);
    expect(guide.answers).toEqual(given);
    await guide.ready();
    await expect(guide.h1).toBeVisible();
  });
}

test('the back button shows what its address says', async ({ page, guide, watch }) => {
  await guide.open('guide/status');
  await guide.answer({ status: 'abroad' });
  await guide.answer({ nationality: 'PL' });
  await crash(page, watch);
  await page.goBack();
  await expect(page).toHaveURL(/guide\/nationality\?status=abroad/);
  await expect(page.locator('input[name=of]')).toHaveValue('nationality');
  await guide.ready();
  await guide.answer({ nationality: 'IN' });
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN' });
});
