// The suite's `test`: every page is watched, and any word on its console fails the test.

import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { Guide } from './guide';

export { expect };
export type Tag = 'de' | 'en';
export const tags: Tag[] = ['de', 'en'];

/** Collects what pages say that they should not; `allow` names what one test expects. */
export class Watch {
  readonly faults: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning'].includes(message.type()) || /hydration/i.test(text)) {
        this.faults.push(`console ${message.type()}: ${text} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => this.faults.push(`page error: ${error.error().message}`));
  }

  allow(expected: RegExp) {
    this.allowed.push(expected);
  }

  /** What was said and not expected. */
  get unexpected() {
    return this.faults.filter((fault) => !this.allowed.some((one) => one.test(fault)));
  }
}

/** Counts whole documents loaded into a page's main frame. */
export class Documents {
  count = 0;

  constructor(page: Page) {
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.count += 1;
    });
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** What a colour scheme can change; structure and names are the same in both. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

type Fixtures = {
  /** Watches the console of all pages of the test; active in every test. */
  watch: Watch;
  /** The guide in German; `guideIn` for another language. */
  guide: Guide;
  guideIn: (tag: Tag) => Guide;
  /** Accessibility faults of the page as it is, by all rules or by some. */
  axe: (rules?: string[]) => Promise<string[]>;
};

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context }, use) => {
      const watch = new Watch(context);
      // The policy's violations reach the console by themselves; this adds which rule it was.
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy ${event.violatedDirective}: ${event.blockedURI}`);
        });
      });
      await use(watch);
      expect(watch.unexpected, 'the console must stay empty').toEqual([]);
    },
    { auto: true },
  ],

  guide: async ({ page, javaScriptEnabled, hasTouch }, use) => {
    await use(new Guide(page, 'de', javaScriptEnabled, hasTouch));
  },

  guideIn: async ({ page, javaScriptEnabled, hasTouch }, use) => {
    await use((tag) => new Guide(page, tag, javaScriptEnabled, hasTouch));
  },

  axe: async ({ page }, use) => {
    await use(async (rules) => {
      // There are no frames, so the one-page mode is enough and saves a tab for each run.
      const builder = new AxeBuilder({ page }).setLegacyMode();
      const chosen = rules ? builder.withRules(rules) : builder.withTags(RULES);
      const { violations } = await chosen.analyze();
      return violations.flatMap((violation) =>
        violation.nodes.map((node) => {
          const why = [...node.any, ...node.all, ...node.none].map((check) => check.message);
          return `${violation.id}: ${node.target.join(' ')}\n    ${why.join(' · ')}`;
        }),
      );
    });
  },
});
