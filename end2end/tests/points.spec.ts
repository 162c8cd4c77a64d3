// The points of the Chancenkarte: a form and its count, with and without script.

import type { Page } from '@playwright/test';
import type { Guide } from '../support/guide';
import { expect, tags, test } from '../support/test';

/** 4 for the notice, 1 for A2, 2 for the age. */
const seven = {
  status: 'abroad',
  regulated: 'no',
  degree: 'none',
  training: 'foreign',
  equivalence: 'partial',
  german: 'a2',
  'age-band': 'at-35',
};

async function count(page: Page, guide: Guide, chosen: Record<string, string>) {
  for (const [fact, value] of Object.entries(chosen)) {
    await page.locator(`form.form select[name="${fact}"]`).selectOption(value);
  }
  await guide.press(page.getByRole('button', { name: guide.words.countPoints }));
  await page.waitForURL(/\/points\?/);
}

/** What a row counts, by its number in § 20b Abs. 1 AufenthG. */
const counts = (page: Page, number: number) =>
  page
    .locator('table.points tbody tr')
    .filter({ hasText: new RegExp(`20b[^§]*Nr\\.\\s${number}\\s`) })
    .locator('td')
    .last();

for (const tag of tags) {
  test(`${tag}: points are counted row by row`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    const { words } = guide;
    await guide.open('points');
    await expect(guide.h1).toHaveText(words.pointsTitle);
    await expect(page.locator('script'), 'no script is needed').toHaveCount(0);
    await expect(page.locator('table.points tfoot')).toHaveCount(0);

    await count(page, guide, seven);
    await expect(guide.h1).toHaveText(words.pointsResult(7, 6));
    await expect(page).toHaveTitle(`${words.pointsResult(7, 6)} – ${words.brand}`);
    await expect(page.locator('p.lead')).toHaveText(words.pointsEnough);
    for (const [row, points] of [[1, '4'], [2, '0'], [4, '1'], [9, '2'], [11, words.pointsMissing]] as const) {
      await expect(counts(page, row), `row ${row}`).toHaveText(points);
    }
    await expect(page.locator('table.points tfoot td')).toHaveText('7');
    for (const [fact, value] of Object.entries(seven)) {
      await expect(page.locator(`select[name="${fact}"]`), fact).toHaveValue(value);
    }

    await guide.press(guide.link(words.pointsGuide));
    await page.waitForURL(/\/guide\//);
    expect(guide.answers).toEqual({ ...seven, age: 'under-45' });
  });

  test(`${tag}: one point less is not enough, and an older person gets none for age`, async ({ page, guideIn }) => {
    const guide = guideIn(tag);
    await guide.open('points');
    const rest = { 'related-experience': 'less', english: 'below-b2', 'extra-points': 'none', 'home-recognition': 'none' };
    await count(page, guide, { ...seven, ...rest, 'age-band': 'age.from-45' });
    await expect(guide.h1).toHaveText(guide.words.pointsResult(5, 6));
    await expect(page.locator('p.lead')).toHaveText(guide.words.pointsShort);
    await expect(counts(page, 9)).toHaveText('0');
    await expect(page.locator('select[name="age-band"]')).toHaveValue('age.from-45');
  });
}

test('whoever is recognised needs no points and is asked for less', async ({ page, guide }) => {
  await guide.open('points');
  await count(page, guide, { degree: 'german', training: 'none' });
  await expect(page.locator('p.lead')).toContainText('Auf die Punkte kommt es hier nicht an.');
  await expect(page.locator('select[name=english]')).toHaveCount(0);
  await expect(page.locator('select[name="age-band"]')).toBeVisible();
});

test('the route, the rule and the list of routes lead to the points, with the answers', async ({ page, guide }) => {
  for (const from of ['pathways', 'rules/chancenkarte', 'pathways/chancenkarte?status=abroad&german=b2&salary=40000']) {
    await guide.open(from);
    await guide.press(guide.link(/Punkte zählen/));
    await page.waitForURL(/\/de\/points/);
  }
  await expect(page.locator('select[name=german]')).toHaveValue('b2');
  // What the form does not ask for stays with the answers.
  await count(page, guide, { german: 'b1' });
  await expect(page).toHaveURL(/german=b1/);
  expect(guide.answers).toMatchObject({ german: 'b1', salary: '40000' });
});
