// The stories the guide is built around, walked from the start page.

import { Documents, expect, tags, test } from '../support/test';
import { answers, day, everywhere, stories, type Story } from '../support/stories';

/** What a small firm is asked at the most. */
const MOST_QUESTIONS = 9;

/** A story told in German on a phone stands for those that are not told everywhere. */
function told(story: Story) {
  return everywhere.includes(story) ? tags : (['de'] as const);
}

for (const story of stories) {
  for (const tag of told(story)) {
    const only = everywhere.includes(story) ? [] : ['@phone'];
    test(`${tag}: ${story.name}`, { tag: only }, async ({ page, guideIn }) => {
      const guide = guideIn(tag);
      const typed = answers(story, tag);
      const given = `${new URLSearchParams(story.given)}`;
      if (given) await guide.open(`guide/${Object.keys(story.told)[0]}?${given}`);
      else await guide.start();
      const documents = new Documents(page);
      await page.evaluate(() => Object.assign(window, { stayed: true }));

      let asked: string[] = [];
      if (story.year) {
        asked.push(await guide.answer(typed));
        await guide.fileOn(day(story.year, tag));
      }
      asked = [...asked, ...(await guide.walk(typed))];

      expect(asked).toEqual(Object.keys(story.told));
      expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
      await guide.expectVerdicts(story.said, story.given.entrance === 'nobody');
      if (story.oneCentShort) {
        const short = guide.route('no', story.oneCentShort);
        await expect(short).toContainText(guide.words.oneCent);
      }
      for (const fact of asked) expect(guide.answers, fact).toHaveProperty(fact);

      const stayed = await page.evaluate(() => 'stayed' in window);
      if (guide.js) {
        expect(documents.count, 'documents loaded on the way to the result').toBe(0);
        expect(stayed).toBe(true);
      } else {
        expect(documents.count).toBeGreaterThan(asked.length - 1);
      }
    });
  }
}
