// The finders, as people use them: with a bundle that follows the keystrokes, and as plain forms.

import { expect, test } from '../support/test';

test('an occupation is found, taken and confirmed', async ({ page, guide, javaScriptEnabled }) => {
  await page.goto('/de/occupations?status=abroad&nationality=BA&place=52477-alsdorf');
  await page.getByLabel('Beruf, wie Sie ihn nennen').fill('elektricker');
  if (!javaScriptEnabled) await page.getByRole('button', { name: 'Suchen' }).click();
  const first = page.locator('#hits article').first();
  await expect(first.getByRole('heading')).toHaveText('Elektroniker, Energie- und Gebäudetechnik');
  await expect(first).toContainText('Handwerkskammer Aachen');
  await expect(first).toContainText('für Betriebe in 52477 Alsdorf');
  await first.getByRole('link', { name: 'Diesen Beruf nehmen' }).click();
  await expect(page.locator('h1')).toContainText('Stimmt das für Ihre Stelle?');
  await expect(page.locator('#regulated')).toHaveValue('no');
  await expect(page.locator('#job')).toHaveValue('skilled');
  await page.getByRole('button', { name: 'Übernehmen und weiter' }).click();
  await expect(page).toHaveURL(/\/de\/guide\/\w+\?.*regulated=no.*job=skilled/);
  // What was answered before is still there.
  await expect(page).toHaveURL(/status=abroad&nationality=BA/);
  expect(guide.path).not.toBe('guide/regulated');
});

test('a question about the occupation leads to the finder and back', async ({ page }) => {
  await page.goto('/de/guide/regulated?status=abroad&nationality=BA');
  await page.getByRole('link', { name: 'Beruf suchen' }).click();
  await expect(page).toHaveURL(/\/de\/occupations\?status=abroad&nationality=BA/);
  await page.getByRole('link', { name: 'Ohne Beruf weiter' }).click();
  await expect(page).toHaveURL(/\/de\/guide\/regulated\?status=abroad&nationality=BA/);
});

test('nothing suitable leads on without an occupation', async ({ page, javaScriptEnabled }) => {
  await page.goto('/en/occupations?status=abroad&nationality=BA');
  await page.getByLabel('The occupation, as you call it').fill('xqzwvk');
  if (!javaScriptEnabled) await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('#count')).toHaveText('Nothing found');
  await page.getByRole('link', { name: 'Go on without an occupation' }).click();
  await expect(page).toHaveURL(/\/en\/guide\/regulated\?status=abroad&nationality=BA/);
});

test('the search leads to articles, terms, routes and offices', async ({ page, javaScriptEnabled }) => {
  for (const [typed, href] of [
    ['wohnungen', '/de/articles/housing'],
    ['vorrangpruefung', '/de/glossary#priority-check'],
    ['westbalkan', '/de/rules/western-balkans-26-2'],
    ['ausländeramt aachen', '/de/offices#abh-staedteregion-aachen'],
  ]) {
    await page.goto('/de/search');
    await page.getByLabel('Wonach suchen Sie?').fill(typed);
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Suchen' }).click();
    await page.locator(`#hits a[href="${href}"]`).click();
    await expect(page).toHaveURL(href);
    await expect(page.locator('h1')).toBeVisible();
  }
});

test('hits follow the keystrokes without a document, and the address with them @script', async ({ page }) => {
  await page.goto('/de/occupations');
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  let loaded = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loaded += 1;
  });
  await page.locator('#q').pressSequentially('krankenschw');
  await expect(page.locator('#hits h3').first()).toHaveText('Pflegefachmann');
  await expect(page.locator('#count')).toContainText('gefunden');
  expect(loaded).toBe(0);
  await expect(page).toHaveURL(/q=krankenschw/);
  await page.reload();
  await expect(page.locator('#q')).toHaveValue('krankenschw');
  await expect(page.locator('#hits h3').first()).toHaveText('Pflegefachmann');
});

test('the data are fetched when a field is first used, not before @script', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('/de/search');
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  expect(fetched.filter((path) => path.includes('/index.'))).toEqual([]);
  await page.locator('#q').fill('duldung');
  await expect(page.locator('#hits a').first()).toBeVisible();
  expect(fetched.filter((path) => path.includes('/index.'))).toHaveLength(1);
});

test('without the data the form still asks the server @script', async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|Failed to load/);
  await page.route('**/pkg/index.*', (route) => route.abort());
  await page.goto('/de/search');
  await page.locator('#q').fill('duldung');
  await page.keyboard.press('Enter');
  await expect(page.locator('#hits a').first()).toBeVisible();
});
