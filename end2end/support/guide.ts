// The guide as somebody uses it: read the question, answer it, go on.

import { readdirSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Tag } from './test';
import { words, type Words } from './words';

/** Money as typed, with what it is for. */
export type Money = { typed: string; per: 'year' | 'month' | 'hour'; hours?: string };
/** An option's id, a country's code or typed text. */
export type Answer = string | Money;
/** What somebody would answer, by the question's id. */
export type Answers = Record<string, Answer>;
/** How far a route fits, in the order in which the result groups them. */
export const verdicts = ['fits', 'authority', 'open', 'no'] as const;
export type Verdict = (typeof verdicts)[number];

/** The ids of all routes: each has a file of its own. */
export const routes = readdirSync(new URL('../../guide/content/pathways', import.meta.url)).map(
  (file) => file.replace('.toml', ''),
);

export class Guide {
  readonly words: Words;

  constructor(
    readonly page: Page,
    readonly tag: Tag,
    /** Whether the page's scripts run. */
    readonly js: boolean,
    private readonly touch: boolean,
  ) {
    this.words = words[tag];
  }

  /** The heading of the screen. */
  get h1() {
    return this.page.locator('#inhalt h1');
  }

  /** Path of the address without the language. */
  get path() {
    return new URL(this.page.url()).pathname.replace(/^\/\w+\//, '');
  }

  /** The answers in the address, without the version. */
  get answers(): Record<string, string> {
    const query = Object.fromEntries(new URL(this.page.url()).searchParams);
    delete query.v;
    return query;
  }

  /** Loads an address below the language and waits until the island, if any, is awake. */
  async open(rest: string) {
    await this.page.goto(`/${this.tag}/${rest}`);
    await this.ready();
  }

  /** Waits until the script has taken over a page that has an island. */
  async ready() {
    if (!this.js || (await this.page.locator('leptos-island').count()) === 0) return;
    await expect(this.page.locator('html[data-ready]')).toBeAttached();
  }

  /** Waits until the bundle for results, routes and the check page is there too. */
  async whole() {
    if (this.js) await expect(this.page.locator('html[data-whole]')).toBeAttached();
  }

  /** A finger on a phone, a mouse elsewhere. */
  async press(target: Locator) {
    await (this.touch ? target.tap() : target.click());
  }

  link(name: string | RegExp) {
    return this.page.locator('#inhalt').getByRole('link', { name });
  }

  /** From the start page to the first question. */
  async start() {
    await this.page.goto(`/${this.tag}/`);
    await expect(this.h1).toHaveText(this.words.startTitle);
    await this.press(this.link(new RegExp(this.words.startPerson)));
    await this.page.waitForURL(/\/guide\//);
    await this.ready();
  }

  /** The text field of a question. */
  field(fact: string) {
    return this.page.locator(`form.form input[type=text][name="${fact}"]`);
  }

  /** Chooses or types, but does not go on. */
  async fill(fact: string, answer: Answer) {
    const form = this.page.locator('form.form');
    if (typeof answer !== 'string') {
      await this.field(fact).fill(answer.typed);
      await this.press(form.locator(`input[name="${fact}-per"][value="${answer.per}"]`));
      if (answer.hours) await this.field(`${fact}-hours`).fill(answer.hours);
      return;
    }
    const radio = form.locator(`input[type=radio][name="${fact}"][value="${answer}"]`);
    if ((await radio.count()) === 1) {
      await this.press(radio);
      await expect(radio).toBeChecked();
    } else {
      await this.field(fact).fill(this.words.countries[answer] ?? answer);
    }
  }

  /** Presses the button that goes on. */
  async submit() {
    await this.press(this.page.getByRole('button', { name: this.words.next, exact: true }));
  }

  /** Does something that leads to another screen, and checks that one really arrives there. */
  async go(act: () => Promise<void>) {
    // The island notes an answer in the question's own address first, so the path decides.
    const before = new URL(this.page.url()).pathname;
    await this.h1.evaluate((heading) => heading.setAttribute('data-left', ''));
    await act();
    await this.page.waitForURL(
      ({ pathname }) => pathname !== before && !pathname.endsWith('/next'),
    );
    // The address changes first; a screen that is no question may have to wait for its bundle.
    await expect(this.page.locator('#inhalt h1[data-left]')).toHaveCount(0);
    await this.arrived();
  }

  /** The screen named by the address is shown, titled and, where the page stayed, read out. */
  async arrived() {
    const question = /^guide\/(?!check$|results$)(.+)$/.exec(this.path)?.[1];
    if (question) {
      await expect(this.page.locator('input[name=of]')).toHaveValue(question);
    } else {
      await expect(this.page.locator('input[name=of]')).toHaveCount(0);
    }
    const heading = (await this.h1.innerText()).trim();
    await expect(this.page).toHaveTitle(`${heading} – ${this.words.brand}`);
    if (this.js) {
      await expect(this.h1).toBeFocused();
      await expect(this.page.locator('#live[role=status]')).toHaveText(await this.page.title());
    }
  }

  /** Answers the question shown and goes on; fails when asked something without an answer. */
  async answer(answers: Answers): Promise<string> {
    const fact = this.path.replace('guide/', '');
    const answer = answers[fact];
    if (answer === undefined) {
      throw new Error(`no answer to "${await this.h1.innerText()}" (${fact})`);
    }
    await this.fill(fact, answer);
    await this.go(() => this.submit());
    return fact;
  }

  /** Answers every question until the result is there; returns what was asked, in order. */
  async walk(answers: Answers): Promise<string[]> {
    const asked: string[] = [];
    while (this.path !== 'guide/results') {
      asked.push(await this.answer(answers));
      if (asked.length > 30) throw new Error(`no end of questions: ${asked.join(', ')}`);
    }
    return asked;
  }

  /** Sets the day of the application on its own page, from the result, and goes on asking. */
  async fileOn(day: string) {
    if (this.path !== 'guide/results') {
      await this.go(() => this.press(this.link(this.words.interim)));
    }
    await this.go(() => this.press(this.link(this.words.changeDay)));
    await this.fill('filing-day', day);
    await this.go(() => this.submit());
    if (this.path === 'guide/results' && (await this.further.count()) > 0) {
      await this.go(() => this.press(this.further));
    }
  }

  /** The button on the result and the check page that leads to the next question. */
  get further() {
    return this.link(new RegExp(`^${this.words.nextQuestion}`));
  }

  /** The groups of routes with a verdict: those that do not fit stand apart if a change would help. */
  group(verdict: Verdict) {
    const ids = { fits: ['fits'], authority: ['authority-decides'], open: ['open'], no: ['near', 'no'] };
    const sections = ids[verdict].map((id) => `section.group[aria-labelledby="${id}"]`);
    return this.page.locator(sections.join(', '));
  }

  /** A route of the result, in the group where it must be. */
  route(verdict: Verdict, id: string) {
    const items = {
      fits: 'article',
      authority: 'article',
      open: 'ul.routes > li',
      no: 'article.card--near, li:not(article li)',
    };
    const link = this.page.locator(`a[href*="/pathways/${id}?"]`).first();
    return this.group(verdict).locator(items[verdict]).filter({ has: link });
  }

  /** The result's headline: what fits, else who decides, else what is missing. */
  headline(said: Record<Verdict, string[]>) {
    const { fitsOne, fitsSome, authorityDecides, resultOpen, fitsNone } = this.words;
    if (said.fits.length > 0) return [fitsOne, ...fitsSome][said.fits.length - 1];
    if (said.authority.length > 0) return authorityDecides;
    return said.open.length > 0 ? resultOpen : fitsNone;
  }

  /** The routes of each group, as the result shows them. */
  async shown(): Promise<Record<Verdict, string[]>> {
    const shown = { fits: [], authority: [], open: [], no: [] } as Record<Verdict, string[]>;
    for (const verdict of verdicts) {
      const links = this.group(verdict).locator('a[href*="/pathways/"]');
      const ids = await links.evaluateAll((all) =>
        all.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').pop()!),
      );
      shown[verdict] = [...new Set(ids)];
    }
    return shown;
  }

  /** Checks headline, groups, their titles and counts; every route that is not named must not fit. */
  async expectVerdicts(expected: Partial<Record<Verdict, string[]>>, nobodyYet = false) {
    const named = Object.values(expected).flat();
    const all = {
      fits: [],
      authority: [],
      open: [],
      ...expected,
      no: routes.filter((id) => !named.includes(id)),
    };
    const sorted = (by: Record<Verdict, string[]>) => verdicts.map((one) => [one, ...by[one].toSorted()]);
    expect(sorted(await this.shown())).toEqual(sorted(all));
    const { vacancySome } = this.words;
    const headline = nobodyYet ? vacancySome(all.open.length) : this.headline(all);
    await expect(this.h1).toHaveText(headline);
    const words = this.group('fits').locator('article > .verdict');
    await expect(words).toHaveText(all.fits.map(() => this.words.verdictFits));
    for (const verdict of verdicts) {
      const titled = verdict !== 'no' && !nobodyYet && all[verdict].length > 0;
      const title = this.group(verdict).getByRole('heading', { level: 2 });
      if (titled) await expect(title).toHaveText(this.words.groups[verdict]);
      const sign = this.page.locator(`use[href="#v-${verdict}"]`);
      const row = this.page.locator('.tally li').filter({ has: sign });
      await expect(row.locator('b'), `count of "${verdict}"`).toHaveText(String(all[verdict].length));
    }
  }
}
