// The island among the browser's own controls: history, reload, new tabs, languages, early taps.

import type { Page } from '@playwright/test';
import { engineerTold } from '../support/stories';
import { Documents, expect, test } from '../support/test';

const engineer = {
  ...engineerTold,
  salary: { typed: '51.000', per: 'year' as const },
  'filing-day': '22.11.2026',
};
const finished = `${new URLSearchParams(engineerTold)}&salary=51000&isco=21&filing-day=2026-11-22`;

/** What can be asked on request at the most. */
const MOST_DETAILS = 60;

/** What the screen says, without the address-dependent header. */
const text = (page: Page) => page.locator('#inhalt').innerText();

test('back and forward go through the questions as they were answered', async ({ page, guide }) => {
  const back = () => guide.go(async () => void (await page.goBack()));
  const forward = () => guide.go(async () => void (await page.goForward()));
  await guide.open('guide/status');
  const documents = new Documents(page);
  await guide.answer(engineer);
  await guide.answer(engineer);
  await guide.answer(engineer);
  expect(guide.path).toBe('guide/job');

  await back();
  expect(guide.path).toBe('guide/regulated');
  await expect(page.locator('input[name=regulated][value=no]')).toBeChecked();
  await back();
  expect(guide.path).toBe('guide/nationality');
  await expect(page.locator('#nationality')).toHaveValue('Indien');
  await back();
  expect(guide.path).toBe('guide/status');
  await expect(page.locator('input[name=status][value=abroad]')).toBeChecked();
  for (const path of ['guide/nationality', 'guide/regulated', 'guide/job']) {
    await forward();
    expect(guide.path).toBe(path);
  }
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN', regulated: 'no' });
  expect(documents.count).toBe(0);
});

test('the link back shows what was chosen there', async ({ page, guide }) => {
  await guide.open('guide/status');
  await guide.answer(engineer);
  await guide.answer(engineer);
  await guide.go(() => guide.press(guide.link(guide.words.back)));
  await expect(page.locator('#nationality')).toHaveValue('Indien');
  await guide.go(() => guide.press(guide.link(guide.words.back)));
  await expect(page.locator('input[name=status][value=abroad]')).toBeChecked();
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN' });
});

test('reloading shows the same question and the same result', async ({ page, guide }) => {
  await guide.open('guide/status');
  await guide.answer(engineer);
  await guide.answer(engineer);
  for (const end of [false, true]) {
    if (end) await guide.walk(engineer);
    const [address, title, shown] = [page.url(), await page.title(), await text(page)];
    await page.reload();
    await guide.ready();
    expect(page.url()).toBe(address);
    expect(await page.title()).toBe(title);
    expect(await text(page)).toBe(shown);
  }
});

test('with a modifier key or the middle button a link opens in a tab of its own', async ({ page, guide, context }) => {
  await guide.open('guide/nationality?status=abroad');
  const here = page.url();
  for (const how of [{ modifiers: ['Control' as const] }, { button: 'middle' as const }]) {
    const opened = context.waitForEvent('page');
    await guide.link(guide.words.interim).click(how);
    const tab = await opened;
    await expect(tab).toHaveURL(/guide\/results\?status=abroad/);
    await tab.close();
    expect(page.url()).toBe(here);
    await expect(page.locator('#nationality')).toBeVisible();
  }
});

test('changing one answer keeps all others', async ({ page, guide }) => {
  await guide.open(`guide/results?${finished}`);
  const documents = new Documents(page);
  const before = guide.answers;
  await expect(guide.route('fits', 'bluecard-regular')).toHaveCount(1);
  await guide.go(() => guide.press(guide.link(guide.words.changeAnswers)));
  await expect(guide.h1).toHaveText(guide.words.checkTitle);
  await guide.go(() => guide.press(page.locator('dl.rows').getByRole('link', { name: guide.words.changeSalary })));
  await expect(page.locator('input[name=salary]')).toHaveValue('51.000');
  await expect(page.locator('input[name=salary-per][value=year]')).toBeChecked();
  await guide.fill('salary', { typed: '4.000', per: 'month' });
  await guide.go(() => guide.submit());
  await expect(page).toHaveURL(/guide\/results\?/);
  expect(guide.answers).toEqual({ ...before, salary: '48000' });
  await expect(guide.route('no', 'bluecard-regular')).toHaveCount(1);
  await expect(guide.route('fits', 'bluecard-shortage')).toHaveCount(1);
  expect(documents.count).toBe(0);
});

test('an answer that no longer fits is dropped, and the reader is told', async ({ page, guide }) => {
  await guide.open('guide/status?status=title&title=study&nationality=IN');
  await expect(page.locator('input[name=status][value=title]')).toBeChecked();
  await guide.fill('status', 'abroad');
  await guide.go(() => guide.submit());
  const note = page.locator('.note');
  await expect(note).toContainText(guide.words.ignored);
  await expect(note).toContainText(guide.words.titlePruned);
  await expect(page.locator('dl.rows')).not.toContainText('Studium');
  await guide.answer({ regulated: 'no' });
  await expect(note).toHaveCount(0);
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN', regulated: 'no' });
});

for (const [screen, address] of [
  ['a question', 'guide/degree?status=abroad&nationality=IN&regulated=no'],
  ['the result', `guide/results?${finished}`],
  ['a route', `pathways/bluecard-regular?${finished}`],
] as const) {
  test(`the language switch keeps screen and answers: ${screen}`, async ({ page, guide, guideIn, isMobile }) => {
    await guide.open(address);
    const answers = guide.answers;
    const switcher = async (name: string, menu: string) => {
      if (isMobile) await page.locator('details.menu > summary', { hasText: menu }).tap();
      await guide.press(page.locator('header').getByRole('link', { name }));
    };
    await switcher(guide.words.otherLanguage, guide.words.menu);
    await page.waitForURL(/\/en\//);
    await guide.ready();
    expect(guide.path).toBe(address.split('?')[0]);
    expect(guide.answers).toEqual(answers);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const english = guideIn('en');
    await switcher(english.words.otherLanguage, english.words.menu);
    await page.waitForURL(/\/de\//);
    expect(guide.answers).toEqual(answers);
  });
}

test('the language switch follows the screens of the island', async ({ page, guide }) => {
  await guide.open('guide/status');
  await guide.answer(engineer);
  const links = page.locator('header a[hreflang=en]');
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', /^(?:http:\/\/[^/]+)?\/en\/guide\/nationality\?status=abroad/);
  }
});

test('the result so far can be seen after every question', async ({ page, guide }) => {
  await guide.open('guide/status');
  const documents = new Documents(page);
  const { 'filing-day': _, ...answers } = engineer;
  while (guide.path !== 'guide/results') {
    const given = guide.answers;
    await guide.go(() => guide.press(guide.link(guide.words.interim)));
    await expect(guide.h1).toHaveText(guide.words.resultOpen);
    expect(guide.answers).toEqual(given);
    await guide.go(() => guide.press(guide.further));
    await guide.answer(answers);
  }
  expect(documents.count).toBe(0);
});

test('from the result one further question at a time, and back, until none is left', async ({ page, guide }) => {
  await guide.open('guide/status?filing-day=2026-11-22');
  const documents = new Documents(page);
  await guide.walk(engineer);
  /** Chooses the last answer but "I don't know". */
  const last = async () => {
    const fact = guide.path.replace('guide/', '');
    const options = page.locator(`form.form input[type=radio][name="${fact}"]:not([value=unknown])`);
    const value = await options.last().getAttribute('value');
    return guide.answer({ [fact]: value! });
  };
  const asked: string[] = [];
  while ((await guide.further.count()) > 0) {
    expect((await guide.shown()).open).not.toEqual([]);
    await guide.go(() => guide.press(guide.further));
    asked.push(await last());
    expect(guide.path, `after ${asked}`).toBe('guide/results');
    expect(asked.length).toBeLessThanOrEqual(MOST_DETAILS);
  }
  expect(asked.length).toBeGreaterThan(2);
  expect(new Set(asked).size, 'nothing is asked twice').toBe(asked.length);
  for (const fact of asked) expect(guide.answers, fact).toHaveProperty(fact);
  expect((await guide.shown()).open, 'every route is decided').toEqual([]);
  expect(documents.count).toBe(0);
});

test('the sample on the start page is a real answer in short', async ({ page, guide }) => {
  await guide.open('');
  const sample = page.locator('aside[aria-labelledby=bsp]');
  const rows = sample.locator('li');
  const short: [string, string][] = [];
  for (const row of await rows.all()) {
    const sign = (await row.locator('use').getAttribute('href'))!.replace('#v-', '');
    short.push([sign, await row.locator('b').innerText()]);
  }
  expect(short.length).toBeGreaterThan(1);
  expect(short.length).toBeLessThanOrEqual(4);
  expect(short.map(([sign]) => sign)).toContain('fits');
  await guide.press(sample.getByRole('link'));
  await page.waitForURL(/guide\/results\?/);
  await guide.ready();
  for (const [sign, name] of short) {
    const group = guide.group(sign as 'fits' | 'no');
    // A route that does not fit may stand in a folded list.
    const links = await group.locator('a[href*="/pathways/"]').allTextContents();
    expect(links.map((link) => link.trim()), sign).toContain(name);
  }
});

test('to a route and back to the same result', async ({ page, guide }) => {
  await guide.open(`guide/results?${finished}`);
  const documents = new Documents(page);
  const result = await text(page);
  const name = guide.route('fits', 'bluecard-regular').locator('h3 a');
  const heading = await name.innerText();
  await guide.go(() => guide.press(name));
  await expect(guide.h1).toHaveText(heading);
  await expect(page.locator('.trace')).toContainText('§ 18g Abs. 1 Satz 1 AufenthG');
  await guide.go(() => guide.press(guide.link(guide.words.backToResults)));
  expect(await text(page)).toBe(result);
  expect(documents.count).toBe(0);
});

test('a jump within the result leaves the screen as it is', async ({ page, guide }) => {
  await guide.open(`guide/results?${finished}`);
  const details = page.locator('article details').first();
  await guide.press(details.locator('summary'));
  await expect(details).toHaveAttribute('open');
  const jump = page.locator('.tally li:has(use[href="#v-no"]) a');
  const target = (await jump.getAttribute('href'))!;
  expect(['#near', '#no']).toContain(target);
  await guide.press(jump);
  await expect.poll(() => new URL(page.url()).hash).toBe(target);
  await expect(page.locator(`h2${target}`)).toBeInViewport();
  await expect(guide.h1, 'this is no new screen').not.toBeFocused();
  await expect(details, 'what was opened stays open').toHaveAttribute('open');
});

test('the link to a result leads to the same result', async ({ page, guide, context }) => {
  await guide.open(`guide/status?filing-day=2026-11-22`);
  await guide.walk(engineer);
  const link = await guide.link(guide.words.replay).getAttribute('href');
  const other = await context.newPage();
  await other.goto(link!);
  await expect(other.locator('html[data-ready]')).toBeAttached();
  expect(await text(other)).toBe(await text(page));
});

/** Holds the bundle back; the returned function lets it through. */
async function holdBundle(page: Page) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    // The page that asked may be gone by now.
    await route.continue().catch(() => {});
  });
  return () => release();
}

test('a tap before the bundle has arrived acts as a form and keeps the answer', async ({ page, guide, watch }) => {
  // Leaving the page ends the module's own loading; its loader says so.
  watch.allow(/Failed to fetch|ERR_ABORTED|aborted|was preloaded using link preload/i);
  const release = await holdBundle(page);
  await page.goto('/de/guide/status', { waitUntil: 'domcontentloaded' });
  const documents = new Documents(page);
  await guide.fill('status', 'abroad');
  await guide.submit();
  await page.waitForURL(/guide\/nationality\?/);
  expect(documents.count).toBeGreaterThan(0);
  expect(guide.answers).toEqual({ status: 'abroad' });
  await expect(page.locator('html[data-ready]')).toHaveCount(0);
  release();
  await guide.ready();
  await guide.answer(engineer);
  expect(guide.answers).toEqual({ status: 'abroad', nationality: 'IN' });
});

test('a choice made before the bundle has arrived is still made after it', async ({ page, guide, watch }) => {
  watch.allow(/was preloaded using link preload/);
  const release = await holdBundle(page);
  await page.goto('/de/guide/status', { waitUntil: 'domcontentloaded' });
  await guide.fill('status', 'tolerated');
  release();
  await guide.ready();
  await expect(page.locator('input[name=status][value=tolerated]')).toBeChecked();
});
