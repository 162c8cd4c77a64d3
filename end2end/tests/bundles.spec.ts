// The second bundle draws everything but the first questions: what happens while it is on its way,
// and where it never arrives.

import type { Page } from '@playwright/test';
import { Documents, expect, test, type Watch } from '../support/test';
import { welder } from '../support/stories';

const polish = 'status=abroad&nationality=PL';
const text = (page: Page) => page.locator('#inhalt').innerText();

/** Where a browser says itself that a script did not arrive. */
function allowMissing(watch: Watch) {
  watch.allow(/Failed to load resource|Failed to fetch dynamically imported module/);
}

/** The same address as the server sends it, read in a page that has everything. */
async function elsewhere(page: Page) {
  const other = await page.context().newPage();
  await other.goto(page.url());
  const shown = await text(other);
  await other.close();
  return shown;
}

/** Holds the second bundle back; the returned function lets it through. */
async function holdSecond(page: Page) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/results.*.wasm', async (route) => {
    await held;
    // The page that asked may be gone by now.
    await route.continue().catch(() => {});
  });
  return () => release();
}

test('without the second bundle the result is loaded as a document', async ({ page, guide, watch }) => {
  allowMissing(watch);
  await page.route('**/results.*.js', (route) => route.abort());
  await guide.open(`guide/regulated?${polish}`);
  const documents = new Documents(page);
  await guide.fill('regulated', 'no');
  await guide.submit();
  await page.waitForURL(/guide\/results\?/);
  await expect(guide.h1).toHaveText(guide.words.fitsOne);
  await guide.ready();
  expect(documents.count).toBeGreaterThan(0);
  expect(guide.answers).toEqual(welder.told);
  await guide.expectVerdicts(welder.said);
  await expect(page.locator('html[data-whole]')).toHaveCount(0);
  await page.unroute('**/results.*.js');
  expect(await text(page)).toBe(await elsewhere(page));
});

test('without the second bundle a postcode goes its own way', async ({ page, guide, watch }) => {
  allowMissing(watch);
  await page.route('**/results.*.js', (route) => route.abort());
  await guide.open(`guide/place?${polish}&regulated=no`);
  const documents = new Documents(page);
  await guide.fill('place', '52477');
  await guide.submit();
  await page.waitForURL(/guide\/results\?/);
  expect(documents.count).toBeGreaterThan(0);
  expect(guide.answers.place).toBe('52477-alsdorf');
  await expect(page.locator('section[aria-labelledby=office]')).toContainText('StädteRegion Aachen');
});

test('a second bundle that comes late is waited for', async ({ page, guide, watch }) => {
  watch.allow(/was preloaded using link preload/);
  const release = await holdSecond(page);
  await guide.open(`guide/regulated?${polish}`);
  const documents = new Documents(page);
  await guide.fill('regulated', 'no');
  await guide.submit();
  await page.waitForURL(/guide\/results\?/);
  await expect(page.locator('html[data-whole]')).toHaveCount(0);
  await expect(page.locator('input[name=of]'), 'the question stays until then').toHaveValue('regulated');
  release();
  await expect(guide.h1).toHaveText(guide.words.fitsOne);
  await guide.whole();
  await guide.arrived();
  await guide.expectVerdicts(welder.said);
  expect(documents.count).toBe(0);
  expect(await text(page)).toBe(await elsewhere(page));
});

test('whoever goes back while the second bundle is on its way stays there', async ({ page, guide, watch }) => {
  watch.allow(/was preloaded using link preload/);
  const release = await holdSecond(page);
  await guide.open('guide/status');
  const documents = new Documents(page);
  await guide.answer({ status: 'abroad' });
  await guide.press(guide.link(guide.words.interim));
  await page.waitForURL(/guide\/results\?/);
  await page.goBack();
  await page.waitForURL(/guide\/nationality\?/);
  release();
  await guide.whole();
  await expect(page.locator('input[name=of]')).toHaveValue('nationality');
  await guide.answer(welder.told as Record<string, string>);
  await guide.answer(welder.told as Record<string, string>);
  await guide.expectVerdicts(welder.said);
  expect(documents.count).toBe(0);
});
