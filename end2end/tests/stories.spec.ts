// The stories the guide is built around, walked from the start page.

import { Documents, expect, tags, test, type Tag } from '../support/test';
import type { Answers, Verdict } from '../support/guide';

/** What a small firm is asked at the most. */
const MOST_QUESTIONS = 9;

type Story = {
  name: string;
  /** Day of the application where an amount depends on it. */
  day?: Record<Tag, string>;
  answers: (tag: Tag) => Answers;
  verdicts: Record<string, Verdict>;
  oneCentShort?: boolean;
};

const euros = (de: string, en: string) => (tag: Tag) => ({
  typed: tag === 'de' ? de : en,
  per: 'year' as const,
});

const days = {
  2025: { de: '22.11.2025', en: '22 November 2025' },
  2026: { de: '22.11.2026', en: '22 November 2026' },
};

function engineer(year: 2025 | 2026, salary: ReturnType<typeof euros>, fits: boolean): Story {
  return {
    name: `an engineer from India, ${year}, ${fits ? 'at' : 'one cent below'} the Blue Card's amount`,
    day: days[year],
    answers: (tag) => ({
      status: 'abroad',
      nationality: 'IN',
      regulated: 'no',
      degree: 'foreign',
      comparability: 'comparable',
      training: 'none',
      job: 'graduate',
      salary: salary(tag),
      contract: 'six-months',
    }),
    verdicts: {
      'eu-free-movement': 'no',
      'bluecard-regular': fits ? 'fits' : 'no',
      'skilled-vocational-18a': 'no',
    },
    oneCentShort: !fits,
  };
}

function electrician(equivalence: 'full' | 'partial' | 'none'): Story {
  return {
    name: `an electrician from Bosnia and Herzegovina, recognition ${equivalence}`,
    day: days[2026],
    answers: (tag) => ({
      status: 'abroad',
      nationality: 'BA',
      regulated: 'no',
      degree: 'none',
      training: 'foreign',
      equivalence,
      job: 'skilled',
      salary: euros('38.000', '38,000')(tag),
      contract: 'six-months',
      age: 'under-45',
    }),
    verdicts: {
      'eu-free-movement': 'no',
      'bluecard-regular': 'no',
      'skilled-vocational-18a': equivalence === 'full' ? 'fits' : 'no',
    },
  };
}

const stories: Story[] = [
  {
    name: 'a welder from Poland',
    answers: () => ({ status: 'abroad', nationality: 'PL', regulated: 'no' }),
    verdicts: { 'eu-free-movement': 'fits', 'bluecard-regular': 'no', 'skilled-vocational-18a': 'no' },
  },
  engineer(2025, euros('48.299,99', '48,299.99'), false),
  engineer(2025, euros('48.300', '48,300'), true),
  engineer(2026, euros('50.699,99', '50,699.99'), false),
  engineer(2026, euros('50.700', '50,700'), true),
  electrician('full'),
  electrician('partial'),
  electrician('none'),
];

for (const tag of tags) {
  for (const story of stories) {
    test(`${tag}: ${story.name}`, async ({ page, guideIn }) => {
      const guide = guideIn(tag);
      const answers = story.answers(tag);
      await guide.start();
      const documents = new Documents(page);
      await page.evaluate(() => Object.assign(window, { stayed: true }));

      let asked: string[] = [];
      if (story.day) {
        asked.push(await guide.answer(answers));
        await guide.fileOn(story.day[tag]);
      }
      asked = [...asked, ...(await guide.walk(answers))];

      expect(asked.length, asked.join(', ')).toBeLessThanOrEqual(MOST_QUESTIONS);
      expect(new Set(asked).size, 'nothing is asked twice').toBe(asked.length);
      const fits = Object.values(story.verdicts).includes('fits');
      await expect(guide.h1).toHaveText(fits ? guide.words.fitsOne : guide.words.fitsNone);
      await guide.expectVerdicts(story.verdicts);
      if (story.oneCentShort) {
        const blueCard = guide.route('no', 'bluecard-regular');
        await expect(blueCard).toContainText(guide.words.oneCent);
      }
      for (const fact of asked) expect(guide.answers, fact).toHaveProperty(fact);

      const stayed = await page.evaluate(() => 'stayed' in window);
      if (guide.js) {
        expect(documents.count, 'documents loaded between questions').toBe(0);
        expect(stayed).toBe(true);
      } else {
        expect(documents.count).toBeGreaterThan(asked.length - 1);
      }
    });
  }
}
