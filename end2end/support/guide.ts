// The guide as somebody uses it: read the question, answer it, go on.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Tag } from './test';
import { words, type Words } from './words';

/** An option's id, a country's code or typed text; for money with its period. */
export type Answer = string | { typed: string; per: 'year' | 'month' };
/** What somebody would answer, by the question's id. */
export type Answers = Record<string, Answer>;
/** How far a route fits, as the result groups them. */
export type Verdict = 'fits' | 'open' | 'no';

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

  /** Chooses or types, but does not go on. */
  async fill(fact: string, answer: Answer) {
    const form = this.page.locator('form.form');
    if (typeof answer !== 'string') {
      await form.locator(`input[name="${fact}"]`).fill(answer.typed);
      await this.press(form.locator(`input[name="${fact}-per"][value="${answer.per}"]`));
      return;
    }
    const radio = form.locator(`input[type=radio][name="${fact}"][value="${answer}"]`);
    if ((await radio.count()) === 1) {
      await this.press(radio);
      await expect(radio).toBeChecked();
    } else if ((await form.locator(`select[name="${fact}"]`).count()) === 1) {
      await form.locator(`select[name="${fact}"]`).selectOption(answer);
    } else {
      await form.locator(`input[type=text][name="${fact}"]`).fill(answer);
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
    await act();
    await this.page.waitForURL(
      ({ pathname }) => pathname !== before && !pathname.endsWith('/next'),
    );
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
    const next = this.link(new RegExp(`^${this.words.nextQuestion}`));
    if (this.path === 'guide/results' && (await next.count()) > 0) {
      await this.go(() => this.press(next));
    }
  }

  /** The group of routes with a verdict, as headed on the result. */
  group(verdict: Verdict) {
    const heading = this.page.getByRole('heading', {
      level: 2,
      name: this.words.groups[verdict],
      exact: true,
    });
    return this.page.locator('section.group').filter({ has: heading });
  }

  /** A route of the result, in the group where it must be. */
  route(verdict: Verdict, id: string) {
    const item = verdict === 'fits' ? 'article' : 'li';
    const link = this.page.locator(`a[href*="/pathways/${id}?"]`).first();
    return this.group(verdict).locator(item).filter({ has: link });
  }

  /** Checks group, word and count of every route. */
  async expectVerdicts(expected: Record<string, Verdict>) {
    for (const [id, verdict] of Object.entries(expected)) {
      await expect(this.route(verdict, id), `${id}: ${verdict}`).toHaveCount(1);
      if (verdict === 'fits') {
        const word = this.route(verdict, id).locator('.verdict');
        await expect(word).toHaveText(this.words.verdictFits);
      }
    }
    const all = Object.values(expected);
    const tally = this.page.locator('.tally');
    for (const verdict of ['fits', 'open', 'no'] as const) {
      const count = all.filter((one) => one === verdict).length;
      const row = tally.locator('li').filter({ has: this.page.locator(`use[href="#v-${verdict}"]`) });
      await expect(row.locator('b'), `count of "${verdict}"`).toHaveText(String(count));
    }
  }
}
