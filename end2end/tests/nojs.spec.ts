// What only the server can show: pages for addresses that name nothing.

import { expect, tags, test } from '../support/test';

for (const tag of tags) {
  for (const path of ['nowhere', 'guide/nowhere', 'pathways/nowhere', 'guide/next', 'guide/next?of=nothing']) {
    test(`${tag}: /${path} does not exist`, async ({ page, guideIn, watch }) => {
      watch.allow(/status of 404/);
      const guide = guideIn(tag);
      const response = await page.goto(`/${tag}/${path}`);
      expect(response?.status()).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await expect(guide.h1).toHaveText(guide.words.notFound);
      await expect(page).toHaveTitle(`${guide.words.notFound} – ${guide.words.brand}`);
      await guide.press(guide.link(guide.words.toStart));
      await expect(guide.h1).toHaveText(guide.words.startTitle);
    });
  }

  test(`${tag}: an address that is damaged or too long`, async ({ page, guideIn, watch }) => {
    watch.allow(/status of 4(00|14)/);
    const guide = guideIn(tag);
    for (const [path, status] of [
      ['%FF', 400],
      [`guide/results?${'a'.repeat(16 * 1024)}`, 414],
    ] as const) {
      const response = await page.goto(`/${tag}/${path}`);
      expect(response?.status()).toBe(status);
      await expect(guide.h1).toHaveText(guide.words.badRequest);
      await expect(guide.link(guide.words.toStart)).toBeVisible();
    }
  });
}

test('an address outside the languages does not exist either', async ({ page, guide, watch }) => {
  watch.allow(/status of 404/);
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await expect(guide.h1).toHaveText(guide.words.notFound);
});

test('the bare address leads to the reader’s language, and a language to its start page', async ({ page, guide }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/de\/$/);
  await expect(guide.h1).toHaveText(guide.words.startTitle);
  await page.goto('/de');
  await expect(page).toHaveURL(/\/de\/$/);
});

test('answers nobody knows are named and left out', async ({ page, guide }) => {
  await guide.open('guide/results?status=moon&shoe-size=43&nationality=IN&nationality=PL&v=2020-01-01.1-0');
  const note = page.locator('.note').filter({ hasText: guide.words.ignored });
  await expect(note).toContainText('„shoe-size“ kennen wir nicht.');
  await expect(note).toContainText('„Aufenthalt“ hatte einen Wert, den wir nicht verstehen.');
  await expect(note).toContainText('„Nationalität“ kam mehrmals vor. Es gilt die erste Angabe.');
  await expect(note).toContainText('Dieser Link gehört zum Regelwerk 2020-01-01.1-0.');
  await expect(page.locator('.lead').first()).toContainText('Indien');
});
