// Typical stories, in the form of `guide/tests/stories.rs`: what somebody says, which questions lead
// to the first result, and what it says on every route.

import type { Answer, Answers, Money, Verdict } from './guide';
import type { Tag } from './test';

/** What the result says; a route that is not named does not fit. */
export type Said = Partial<Record<Verdict, string[]>>;

export type Story = {
  name: string;
  /** Year of the application, where amounts decide. */
  year?: 2025 | 2026;
  /** Answers in the order in which they are asked; nothing else is asked. */
  told: Record<string, string | number | Money>;
  said: Said;
  /** The route that names one missing cent. */
  oneCentShort?: string;
};

/** An amount a year as people type it; a number is in euros. */
const money = (euros: number, tag: Tag): Money => ({
  typed: euros.toLocaleString(tag, { minimumFractionDigits: Number.isInteger(euros) ? 0 : 2 }),
  per: 'year',
});

/** The answers as they are typed in a language. */
export function answers(story: Story, tag: Tag): Answers {
  const typed = ([fact, value]: [string, Story['told'][string]]): [string, Answer] => [
    fact,
    typeof value === 'number' ? money(value, tag) : value,
  ];
  return Object.fromEntries(Object.entries(story.told).map(typed));
}

/** A day of the year, as typed in a language. */
export const day = (year: number, tag: Tag) =>
  tag === 'de' ? `22.11.${year}` : `22 November ${year}`;

const recognition = ['recognition-partnership-16d3', 'recognition-measures-16d1'];
const experience = ['experienced-worker-19c2', 'it-experienced-19c2'];
const openToHolders = [
  'bluecard-regular',
  'bluecard-shortage',
  'bluecard-graduate',
  'bluecard-it',
  'skilled-vocational-18a',
  'skilled-academic-18b',
  ...experience,
  ...recognition,
  'training-16a',
];

/** What an engineer from India tells before the salary. */
export const engineerTold = {
  status: 'abroad',
  nationality: 'IN',
  regulated: 'no',
  job: 'graduate',
  degree: 'foreign',
  comparability: 'comparable',
};

const amounts = { 2025: 48_300, 2026: 50_700 };

function engineer(year: 2025 | 2026, enough: boolean): Story {
  const told = {
    ...engineerTold,
    salary: enough ? amounts[year] : amounts[year] - 0.01,
  };
  const name = `an engineer from India, ${year}, at the amount of the Blue Card`;
  const always = ['bluecard-graduate', 'skilled-vocational-18a', 'skilled-academic-18b', ...recognition];
  if (enough) {
    const open = ['bluecard-shortage', ...always, ...experience];
    return { name, year, told, said: { fits: ['bluecard-regular'], open } };
  }
  return {
    name: name.replace('at', 'one cent below'),
    year,
    // Below the amount the occupation decides.
    told: { ...told, isco: '21' },
    said: { fits: ['bluecard-shortage'], open: [...always, 'experienced-worker-19c2'] },
    oneCentShort: 'bluecard-regular',
  };
}

function electrician(equivalence: 'full' | 'none', said: Said): Story {
  return {
    name: `an electrician from Bosnia and Herzegovina, recognition: ${equivalence}`,
    year: 2026,
    told: {
      status: 'abroad',
      nationality: 'BA',
      regulated: 'no',
      job: 'skilled',
      degree: 'none',
      training: 'foreign',
      equivalence,
      salary: 38_000,
      age: 'under-45',
    },
    said,
  };
}

/** A citizen of the EU needs no title at all. */
export const welder: Story = {
  name: 'a welder from Poland',
  told: { status: 'abroad', nationality: 'PL', regulated: 'no' },
  said: { fits: ['eu-free-movement'] },
};

export const engineers = [2025, 2026].flatMap((year) =>
  [false, true].map((enough) => engineer(year as 2025 | 2026, enough)),
);

export const cardHolder: Story = {
  name: 'a holder of a Blue Card who changes the job',
  year: 2026,
  told: {
    status: 'title',
    nationality: 'IN',
    title: 'blue-card',
    regulated: 'no',
    job: 'graduate',
    degree: 'foreign',
    comparability: 'comparable',
    salary: 60_000,
  },
  said: {
    fits: ['bluecard-regular', 'skilled-academic-18b', 'job-change'],
    open: [
      'bluecard-shortage',
      'bluecard-graduate',
      'skilled-vocational-18a',
      ...experience,
      ...recognition,
    ],
  },
};

export const stories: Story[] = [
  welder,
  ...engineers,
  electrician('full', {
    fits: ['skilled-vocational-18a', 'western-balkans-26-2'],
    open: experience,
  }),
  electrician('none', {
    fits: ['western-balkans-26-2'],
    open: [...experience, 'recognition-partnership-16d3'],
  }),
  {
    name: 'a developer from India without a degree',
    year: 2026,
    told: {
      status: 'abroad',
      nationality: 'IN',
      regulated: 'no',
      job: 'graduate',
      degree: 'none',
      training: 'none',
      salary: 48_000,
      isco: '25',
      'it-experience': 'three-of-seven',
    },
    said: { fits: ['bluecard-it'], open: ['it-experienced-19c2'] },
  },
  {
    name: 'a Ukrainian with temporary protection',
    told: { status: 'title', nationality: 'UA', title: 'temporary-protection', regulated: 'no' },
    said: {
      fits: ['ukraine-24'],
      // With temporary protection no Blue Card is issued.
      open: openToHolders.filter((id) => !id.startsWith('bluecard')),
    },
  },
  {
    name: 'a recognised refugee from Syria',
    told: { status: 'title', nationality: 'SY', title: 'recognised', regulated: 'no' },
    said: { fits: ['humanitarian-title'], open: openToHolders },
  },
  {
    name: 'a nurse from the Philippines who lacks measures',
    told: {
      status: 'abroad',
      nationality: 'PH',
      regulated: 'yes',
      licence: 'measures',
      job: 'skilled',
      degree: 'foreign',
      german: 'b1',
      measure: 'in-company',
    },
    said: { fits: ['recognition-measures-16d1'], open: ['recognition-partnership-16d3'] },
  },
  {
    name: 'a trainee from Morocco',
    told: {
      status: 'abroad',
      nationality: 'MA',
      regulated: 'no',
      job: 'training',
      'training-kind': 'in-company',
      training: 'none',
      german: 'b1',
    },
    said: { fits: ['training-16a'] },
  },
  {
    // 22 € in 40 hours a week come to 45,760 € a year.
    name: 'a citizen of the United States without a degree, paid by the hour',
    year: 2026,
    told: {
      status: 'abroad',
      nationality: 'US',
      regulated: 'no',
      job: 'skilled',
      degree: 'none',
      training: 'none',
      salary: { typed: '22', per: 'hour', hours: '40' },
    },
    said: { fits: ['privileged-26-1'], open: ['it-experienced-19c2'] },
  },
  cardHolder,
];

/** Told in every project and language; the others on one phone only. */
export const everywhere = [welder, engineers[2], cardHolder];
