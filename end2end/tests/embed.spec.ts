// Another site shows the guide in its own page: `pages/embed.html` with the snippet of /de/embed.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { address, embedder } from '../support/settings.mjs';

/** Serves the other site's page at its own origin while `look` looks at it. */
async function host(page: Page, origin: string, look: () => Promise<void>) {
  const html = readFileSync('pages/embed.html', 'utf8').replace('{address}', address);
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => site.listen(Number(new URL(origin).port), '127.0.0.1', resolve));
  try {
    await page.goto(`${origin}/kammer`);
    await look();
  } finally {
    site.closeAllConnections();
    site.close();
  }
}

test('a page of another site shows the finder, as high as it is', async ({ page }) => {
  await host(page, embedder, async () => {
    const frame = page.frameLocator('#revierlotse');
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
});

test('a site nobody named shows nothing of it', async ({ page, watch }) => {
  watch.allow(/frame-ancestors|Framing/);
  await host(page, 'http://localhost:48298', async () => {
    await expect(page.locator('h1')).toHaveText('Fachkräfte finden');
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    await expect(page.frameLocator('#revierlotse').locator('#q')).toHaveCount(0);
  });
});
