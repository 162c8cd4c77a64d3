// Another site shows the guide in its own page: `pages/embed.html` with the snippet of /de/embed.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { address, embedder } from '../support/settings.mjs';

async function host(page: Page, origin: string) {
  const html = readFileSync('pages/embed.html', 'utf8').replace('{address}', address);
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${origin}/kammer`);
  return page.frameLocator('#revierlotse');
}

test('a page of another site shows the finder, as high as it is', async ({ page }) => {
  const frame = await host(page, embedder);
  await expect(frame.locator('h1')).toHaveText('Welcher Beruf ist es?');
  // The other page has a header of its own.
  await expect(frame.locator('.head')).toBeHidden();
  const height = () => page.locator('#revierlotse').evaluate((one) => one.clientHeight);
  await expect.poll(height).not.toBe(400);
  const before = await height();
  await frame.locator('#q').fill('elektriker');
  await expect(frame.locator('#hits article').first()).toBeVisible();
  await expect.poll(height).toBeGreaterThan(before);
  await frame.getByRole('link', { name: 'Diesen Beruf nehmen' }).first().click();
  await frame.getByRole('button', { name: 'Übernehmen und weiter' }).click();
  await expect(frame.locator('h1')).toHaveText('Wo ist die Person jetzt?');
  expect(await page.context().cookies()).toEqual([]);
});

test('a site nobody named shows nothing of it', async ({ page, watch }) => {
  watch.allow(/frame-ancestors|Framing/);
  const frame = await host(page, 'http://localhost:48298');
  await expect(page.locator('h1')).toHaveText('Fachkräfte finden');
  await expect(frame.locator('h1')).toHaveCount(0);
});
