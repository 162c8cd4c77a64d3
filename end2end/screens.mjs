// Full-page pictures of the main screens, for people to look at: phone and desk, light and dark.
//
// Usage, after a build:  node screens.mjs [de|en] [part of a name …]
// They are written to screenshots/NAME-WIDTH[-dark].png.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { address, answering, launch, serve } from './support/settings.mjs';

const [tag = 'de', ...wanted] = process.argv.slice(2);
const folder = new URL('screenshots/', import.meta.url).pathname;

const engineer =
  'status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign' +
  '&comparability=comparable&filing-day=2026-11-22';
const screens = {
  start: '',
  question: 'guide/degree?status=abroad&nationality=IN&regulated=no',
  'question-country': 'guide/nationality?status=abroad',
  'question-money': `guide/salary?${engineer}`,
  'question-country-meant': 'guide/next?of=nationality&nationality=Guinae&status=abroad',
  'question-mistakes': 'guide/next?of=salary&salary=47+Tsd&status=abroad&nationality=IN',
  'question-town': 'guide/next?of=place&place=52538&status=abroad',
  check: `guide/check?${engineer}&salary=51000`,
  results: `guide/results?${engineer}&salary=51000&place=52477-alsdorf`,
  'results-one-cent': `guide/results?${engineer}&salary=50699.99&isco=21`,
  'results-open': 'guide/results?status=abroad&nationality=IN',
  'results-tolerated': 'guide/results?status=tolerated&nationality=IN',
  'results-vacancy': 'guide/results?entrance=nobody&regulated=no&job=skilled&salary=38000',
  points: 'points?status=abroad&nationality=IN&degree=foreign&comparability=comparable&german=a2&age=under-45',
  occupations: 'occupations?q=Pfleger',
  search: 'search?q=Duldung',
  pathways: 'pathways',
  pathway: `pathways/bluecard-regular?${engineer}&salary=51000&place=52477-alsdorf`,
  'pathway-rule': 'pathways/skilled-vocational-18a',
  help: 'help?place=52477',
  sources: 'sources',
  'not-found': 'nowhere',
};
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

const [program, options] = serve('test-results/data');
const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });
const browser = await chromium.launch(launch);
try {
  await answering(server);
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(screens).filter(
    (name) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      // Without script each page is exactly what the server sent.
      const page = await browser.newPage({ viewport, colorScheme, javaScriptEnabled: false });
      for (const name of names) {
        await page.goto(`${address}/${tag}/${screens[name]}`, { waitUntil: 'networkidle' });
        const suffix = colorScheme === 'dark' ? '-dark' : '';
        await page.screenshot({ path: `${folder}${name}-${viewport.width}${suffix}.png`, fullPage: true });
      }
      await page.close();
    }
  }
  console.log(`${names.length * 4} pictures in ${folder}`);
} finally {
  await browser.close();
  server.kill();
}
