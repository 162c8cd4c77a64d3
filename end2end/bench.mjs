// Figures of the guide in a browser with a slow processor, one a line: name, tab, milliseconds.
//
// Usage: cargo xtask bench browser

import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { address, answering, launch, serve } from './support/settings.mjs';

/** How many times slower than this machine. */
const SLOWER = 4;
const ROUNDS = 15;

const engineer =
  'status=abroad&nationality=IN&regulated=no&job=graduate&degree=foreign&comparability=comparable';
/** Results with many routes that a change would open. */
const results = {
  'engineer one cent short': `${engineer}&salary=50699.99&isco=21`,
  'skilled worker without recognition':
    'status=abroad&nationality=TN&regulated=no&job=skilled&degree=none&training=foreign' +
    '&equivalence=none&salary=40000&age=under-45',
  'Duldung': 'status=tolerated&nationality=SY&regulated=no&job=training',
};

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const told = (name, ms) => console.log(`${name}\t${ms.toFixed(1)}`);

/** A page of the guide with both bundles, slowed down from now on. */
async function slowed(browser, path) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, isMobile: true });
  await page.goto(`${address}${path}`);
  await page.waitForSelector('html[data-whole]', { state: 'attached' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/** The second bundle's own drawing of a whole result. */
async function drawn(browser, query) {
  const page = await slowed(browser, '/de/guide/status');
  const times = await page.evaluate(
    async ([query, rounds]) => {
      const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
      const { draw } = await import(loaded.find((name) => /\/results\.\w+\.js$/.test(name)));
      const today = document.querySelector('main').dataset.today;
      const once = () => {
        const started = performance.now();
        draw('/de/guide/results', query, today, undefined);
        return performance.now() - started;
      };
      once();
      return Array.from({ length: rounds }, once);
    },
    [query, ROUNDS],
  );
  await page.close();
  return median(times);
}

/** From the tap on "Weiter" to the frame that shows the next question. */
async function answered(browser) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await slowed(browser, '/de/guide/status');
    await page.check('input[value="abroad"]');
    times.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const heading = document.querySelector('h1').textContent;
            const started = performance.now();
            const look = () => {
              if (document.querySelector('h1').textContent === heading) requestAnimationFrame(look);
              else requestAnimationFrame(() => resolve(performance.now() - started));
            };
            document.querySelector('form.form .btn').click();
            look();
          }),
      ),
    );
    await page.close();
  }
  return median(times);
}

const [program, options] = serve('test-results/data');
const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });
const browser = await chromium.launch(launch);
try {
  await answering(server);
  for (const [name, query] of Object.entries(results)) {
    told(`whole result: ${name}`, await drawn(browser, query));
  }
  told('tap on "Weiter" to the next question painted', await answered(browser));
} finally {
  await browser.close();
  server.kill();
}
