// Accessibility and layout of every page and state, in both languages; in German in both colour schemes.

import type { Page } from '@playwright/test';
import { COLOUR_RULES, expect, tags, test } from '../support/test';
import { states } from '../support/states';

/** A desk, a phone, and the narrowest width there must be (WCAG 1.4.10), whose layout is the phone's. */
const [desk, phone, narrowest] = [1280, 360, 320];

/** Text in another size, as one sets it in the browser. */
const scale = (page: Page, size: string) =>
  page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);

/** How far the page can be pushed sideways, in CSS pixels. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const tag of tags) {
  for (const state of states.filter(({ only }) => (only ?? tag) === tag)) {
    test(`${tag}: ${state.name}`, async ({ page, guideIn, axe, watch }) => {
      if (state.status) watch.allow(new RegExp(`status of ${state.status}`));
      // Transitions would leave colours half way between the schemes.
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const guide = guideIn(tag);
      const response = await page.goto(`/${tag}/${state.address}`);
      expect(response?.status()).toBe(state.status ?? 200);
      await guide.ready();
      await state.act?.(guide);
      await page.evaluate(() => document.fonts.ready.then(() => {}));
      // What is folded away counts as well.
      for (const more of await page.locator('#inhalt details').all()) {
        await more.evaluate((details: HTMLDetailsElement) => (details.open = true));
      }
      const faults = new Map<string, string[]>();
      const add = (where: string, found: string[]) => {
        for (const fault of found) faults.set(fault, [...(faults.get(fault) ?? []), where]);
      };
      // The menu is open on a phone alone.
      const widest = state.name === 'menu' ? phone : desk;
      for (const width of [widest, phone, narrowest]) {
        await page.setViewportSize({ width, height: width > 700 ? 800 : 740 });
        const over = await sideways(page);
        if (over > 0) add(`${width}`, [`${over} px wider than the screen`]);
        if (width === phone) {
          await scale(page, '200%');
          const large = await sideways(page);
          if (large > 0) add(`${width}, text of twice the size`, [`${large} px wider than the screen`]);
          await scale(page, '');
        }
        if (width === widest) add(`${width}`, await axe());
        // Layout and colours are those of the German page, which has every state.
        if (tag !== 'de' || state.oneOfMany) continue;
        if (width === narrowest) add(`${width}`, await axe());
        if (width !== phone) continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        add(`${width}, dark`, await axe(COLOUR_RULES));
        await page.emulateMedia({ colorScheme: 'light' });
      }
      const lines = [...faults].map(([fault, where]) => `at ${where.join('; ')}: ${fault}`);
      if (lines.length > 0) throw new Error(`${lines.length} faults\n${lines.join('\n')}`);
    });
  }
}

const samples = states.filter(({ name }) =>
  ['start', 'question: options', 'mistake: two at once', 'result: Blue Card fits, office', 'route that fits'].includes(name),
);

for (const state of samples) {
  test(`forced colours: ${state.name}`, async ({ page, guide }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await guide.open(state.address);
    await state.act?.(guide);
    await expect(guide.h1).toBeVisible();
    // Fills vanish in forced colours, so what can be pressed needs a line around it.
    for (const control of await page.locator('#inhalt :is(.btn, .choice):visible').all()) {
      const line = await control.evaluate((element) => getComputedStyle(element).borderTopWidth);
      expect(parseFloat(line)).toBeGreaterThan(0);
    }
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });

  test(`reduced motion: ${state.name}`, async ({ page, guide }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await guide.open(state.address);
    await state.act?.(guide);
    await expect(guide.h1).toBeVisible();
    const moving = await page.evaluate(() => {
      const moves = (element: Element) => {
        const style = getComputedStyle(element);
        const longest = (list: string) => Math.max(...list.split(',').map((one) => parseFloat(one)));
        return longest(style.transitionDuration) > 0.01 || longest(style.animationDuration) > 0.01;
      };
      const smooth = getComputedStyle(document.documentElement).scrollBehavior === 'smooth';
      const all = [...document.querySelectorAll('body *')].filter(moves).map((one) => one.outerHTML.slice(0, 80));
      return smooth ? ['smooth scrolling', ...all] : all;
    });
    expect(moving).toEqual([]);
  });
}
