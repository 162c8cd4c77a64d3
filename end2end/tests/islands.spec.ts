// What pages load, and that script changes nothing a reader sees when it takes over.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { embedder, site } from '../support/settings.mjs';
import { expect, test } from '../support/test';

type Manifest = { pkg: string; files: Record<string, { file: string }>; exports: Record<string, string[]> };
const manifest: Manifest = JSON.parse(readFileSync(path.join(site, 'assets.json'), 'utf8'));

const polish = 'status=abroad&nationality=PL&regulated=no';
const withIsland = [
  'guide/status',
  'guide/nationality?status=abroad',
  `guide/salary?status=abroad&salary=51000`,
  `guide/place?${polish}&place=52477-alsdorf`,
  'guide/filing-day?filing-day=2027-01-15',
  'guide/check',
  `guide/check?${polish}`,
  'guide/results',
  `guide/results?${polish}&place=52477-alsdorf`,
  'guide/next?of=nationality&nationality=Indein&status=abroad',
  'guide/results?nationality=DE',
  'guide/results?status=tolerated&nationality=IN&shoe-size=43',
  'pathways/bluecard-regular',
  `pathways/bluecard-regular?${polish}`,
  `pathways/eu-free-movement?${polish}&place=10115`,
];
const withoutIsland = [
  '',
  'pathways',
  'rules',
  'rules/bluecard-regular',
  'help',
  'help?place=52477',
  'help?place=52538',
  'help?place=x',
  'sources',
  'privacy',
  'accessibility',
  'imprint',
];

/** Bytes of script and addresses of wasm a page fetches. */
function watchScripts(page: Page) {
  const seen = { script: 0, wasm: [] as string[], waiting: [] as Promise<unknown>[] };
  page.on('response', (response) => {
    const url = response.url();
    if (url.endsWith('.wasm')) seen.wasm.push(url);
    if (/\.m?js$/.test(new URL(url).pathname)) {
      seen.waiting.push(response.body().then((body) => (seen.script += body.length)));
    }
  });
  return seen;
}

for (const address of withIsland) {
  test(`/de/${address}: the island is in the bundle and changes no text`, async ({ page, guide }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/de/${address}`, { waitUntil: 'commit' });
    await expect(page.locator('footer .foot-end')).toBeVisible();
    // Without its style the page's text breaks into other lines.
    await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBe(1);
    const served = await page
      .locator('leptos-island')
      .evaluateAll((islands) => islands.map((island) => (island as HTMLElement).dataset.component));
    expect(served).toHaveLength(1);
    for (const component of served) expect(manifest.exports.guide).toContain(component);

    const shown = () => page.evaluate(() => [document.title, document.body.innerText]);
    const before = await shown();
    release();
    await guide.ready();
    expect(await shown()).toEqual(before);
    await guide.whole();
    expect(await shown()).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });
}

for (const address of withoutIsland) {
  test(`/de/${address}: no island, no bundle`, async ({ page }) => {
    const seen = watchScripts(page);
    await page.goto(`/de/${address}`, { waitUntil: 'networkidle' });
    await Promise.all(seen.waiting);
    expect(seen.wasm).toEqual([]);
    expect(seen.script).toBeLessThanOrEqual(1000);
    await expect(page.locator('leptos-island')).toHaveCount(0);
  });
}

test('a page with an island loads the two bundles of the manifest, the second once the first works', async ({
  page,
  guide,
}) => {
  const seen = watchScripts(page);
  const ready: boolean[] = [];
  await page.route(/\/results\.[^/]+\.(js|wasm)$/, async (route) => {
    ready.push(await page.evaluate(() => 'ready' in document.documentElement.dataset));
    await route.continue();
  });
  await guide.open('guide/status');
  await guide.whole();
  await Promise.all(seen.waiting);
  const bundles = ['guide', 'results'].map((name) => `/${manifest.pkg}/${manifest.files[`${name}.wasm`].file}`);
  expect([...new Set(seen.wasm.map((url) => new URL(url).pathname))]).toEqual(bundles);
  expect(seen.script).toBeGreaterThan(1000);
  expect(ready).toEqual([true, true]);
});

test('every answer is sent with the strict policy', async ({ request }) => {
  for (const address of ['/de/', '/de/guide/status', '/de/nowhere', '/nowhere']) {
    const sent = (await request.get(address)).headers()['content-security-policy'] ?? '';
    const policy = sent.replace(`frame-ancestors ${embedder};`, "frame-ancestors 'none';");
    expect(policy, address).toContain("default-src 'none'");
    expect(policy, address).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy, address).not.toMatch(/unsafe-inline|'unsafe-eval'|nonce-|https?:/);
  }
});

test('the policy really stops an inline script, and the watch sees it', async ({ page, guide, watch }) => {
  await guide.open('guide/status');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  });
  await expect.poll(() => watch.faults.filter((fault) => fault.includes('policy script-src')).length).toBe(1);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  watch.allow(/policy script-src|Content Security Policy/);
});

test('a whole story leaves nothing behind in the browser', async ({ page, guide, context }) => {
  await guide.start();
  await guide.walk({ status: 'abroad', nationality: 'PL', regulated: 'no' });
  await guide.go(() => guide.press(guide.link(guide.words.changeAnswers)));
  await page.goto('/de/help?place=52477');
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: 'caches' in window ? (await caches.keys()).length : 0,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, workers: 0, caches: 0 });
});

test('nothing is fetched from anywhere else', async ({ page, guide, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) foreign.push(request.url());
  });
  await guide.start();
  await guide.walk({ status: 'abroad', nationality: 'PL', regulated: 'no' });
  await page.goto('/de/sources', { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
});
