// The typical stories of `guide/stories.json`, which the rules' own test tells too: what somebody
// says, which questions lead to the first result, and what it says on every route.

import { readFileSync } from 'node:fs';
import type { Answer, Answers, Money, Verdict } from './guide';
import type { Tag } from './test';

/** What the result says; a route that is not named does not fit. */
export type Said = Partial<Record<Verdict, string[]>>;

export type Story = {
  name: string;
  /** Year of the application, where amounts decide. */
  year?: 2025 | 2026;
  /** Told in every project and language; the others on one phone only. */
  everywhere: boolean;
  /** What the address says before the first question. */
  given: Record<string, string>;
  /** Answers in the order in which they are asked; nothing else is asked. */
  told: Record<string, string | number | Money>;
  said: Said;
  /** The route that names one missing cent. */
  oneCentShort?: string;
};

/** A story as it stands in the file. */
type Written = Omit<Story, 'everywhere' | 'given' | 'told' | 'said'> & {
  everywhere?: boolean;
  given?: [string, string][];
  told: [string, string | number | Money][];
} & Said;

const file = new URL('../../guide/stories.json', import.meta.url);
const written: Written[] = JSON.parse(readFileSync(file, 'utf8'));

export const stories: Story[] = written.map(({ fits, authority, open, ...story }) => ({
  ...story,
  everywhere: story.everywhere ?? false,
  given: Object.fromEntries(story.given ?? []),
  told: Object.fromEntries(story.told),
  said: { fits: fits ?? [], authority: authority ?? [], open: open ?? [] },
}));

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

const named = (start: string) => stories.filter((story) => story.name.startsWith(start));

/** A citizen of the EU needs no title at all. */
export const [welder] = named('a welder from Poland');

export const engineers = named('an engineer from India');

export const [cardHolder] = named('a holder of a Blue Card');

/** What an engineer from India tells before the salary. */
export const engineerTold = Object.fromEntries(
  Object.entries(engineers[0].told).filter(([fact]) => !['salary', 'isco'].includes(fact)),
) as Record<string, string>;

/** Told in every project and language. */
export const everywhere = stories.filter((story) => story.everywhere);
