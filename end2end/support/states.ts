// Every page and state the guide can show, in one list: for the accessibility checks.

import { routes, type Answer, type Guide } from './guide';
import { engineerTold } from './stories';
import type { Tag } from './test';

export type State = {
  name: string;
  /** Address below the language. */
  address: string;
  /** What leads from the page to the state. */
  act?: (guide: Guide) => Promise<void>;
  /** One language that is enough for it; both, if not given. */
  only?: Tag;
  /** One of many of the same shape: its names and its width are checked, not every layout again. */
  oneOfMany?: true;
  /** HTTP status, if not 200. */
  status?: number;
};

const abroad = 'status=abroad&nationality=IN';
const polish = 'status=abroad&nationality=PL&regulated=no';
const engineer = `${new URLSearchParams(engineerTold)}`;
const older =
  'status=abroad&nationality=BA&regulated=no&job=skilled&degree=none&training=german' +
  '&age=from-45&pension=no&salary=30000&filing-day=2026-11-22';
const cardHolder =
  'status=title&nationality=IN&title=blue-card&regulated=no&job=graduate&degree=foreign' +
  '&comparability=comparable&salary=60000&filing-day=2026-11-22';

/** A question sent with `typed` in its text field, or with nothing. */
const wrong = (name: string, address: string, typed?: Answer, sent = 1): State => ({
  name: `mistake: ${name}`,
  address,
  act: async (guide) => {
    const fact = guide.path.replace('guide/', '');
    if (typed) await guide.fill(fact, typed);
    for (let times = 0; times < sent; times += 1) {
      await guide.submit();
      await guide.page.locator('.summary, fieldset:has([name=place-town])').first().waitFor();
    }
  },
});

const guidePages: State[] = [
  { name: 'question: options', address: 'guide/status' },
  { name: 'question: option chosen', address: `guide/regulated?${polish}` },
  { name: 'question: many options', address: 'guide/title?status=title' },
  { name: 'question: humanitarian title', address: 'guide/humanitarian-ground?status=title&title=humanitarian' },
  { name: 'question: occupation', address: `guide/isco?${engineer}` },
  { name: 'question: German', address: `guide/german?${engineer}` },
  { name: 'question: taken as given', address: `guide/contract?${engineer}` },
  { name: 'question: country', address: 'guide/nationality?status=abroad' },
  { name: 'question: money', address: `guide/salary?${abroad}` },
  { name: 'question: money given', address: `guide/salary?${engineer}&salary=50699.99` },
  { name: 'question: money unknown', address: `guide/salary?${abroad}&salary=unknown` },
  { name: 'question: place', address: `guide/place?${polish}` },
  { name: 'question: day', address: `guide/filing-day?${polish}&filing-day=2027-01-15` },
  wrong('nothing chosen', `guide/regulated?${abroad}`),
  wrong('no country', 'guide/nationality?status=abroad'),
  wrong('country unknown', 'guide/nationality?status=abroad', 'Atlantis'),
  wrong('country with suggestions', 'guide/nationality?status=abroad', 'Guinae'),
  wrong('hours of a week', `guide/salary?${abroad}`, { typed: '25', per: 'hour', hours: '61' }),
  wrong('two at once', `guide/salary?${abroad}`, '47 Tsd'),
  wrong('postcode', `guide/place?${abroad}`, '5247'),
  wrong('shared postcode, asked', `guide/place?${abroad}`, '52538'),
  wrong('shared postcode, not answered', `guide/place?${abroad}`, '52538', 2),
  wrong('day', `guide/filing-day?${abroad}`, '32.1.2027'),
  { name: 'check without answers', address: 'guide/check' },
  { name: 'check', address: `guide/check?${engineer}&salary=51000` },
  { name: 'result without answers', address: 'guide/results' },
  { name: 'result: one fits', address: `guide/results?${polish}` },
  {
    name: 'result: Blue Card fits, office',
    address: `guide/results?${engineer}&salary=51000&place=52477-alsdorf&filing-day=2026-11-22`,
  },
  {
    name: 'result: one cent short, outside',
    address: `guide/results?${engineer}&salary=50699.99&isco=21&place=10115&filing-day=2026-11-22`,
  },
  { name: 'result: many fit', address: `guide/results?${cardHolder}` },
  { name: 'result: none fits', address: `guide/results?${abroad}&regulated=no&job=unskilled&degree=none&training=none` },
  { name: 'result: authority decides', address: `guide/results?${older}` },
  { name: 'result: open', address: `guide/results?${abroad}&salary=unknown` },
  {
    name: 'result: a job and nobody for it yet',
    address: 'guide/results?entrance=nobody&regulated=no&job=skilled&salary=38000&filing-day=2026-06-01',
  },
  { name: 'result: German citizen', address: 'guide/results?nationality=DE' },
  {
    name: 'result: tolerated person',
    address: 'guide/results?status=tolerated&nationality=IN&asylum-history=rejected',
  },
  { name: 'result: application in 2027', address: `guide/results?${engineer}&salary=51000&filing-day=2027-02-01` },
  {
    name: 'result: parts of the address left out',
    address: `guide/results?${polish}&title=study&shoe-size=43&v=2020-01-01.1-0`,
  },
  { name: 'route as a rule, in both languages', address: 'pathways/eu-free-movement' },
  ...routes.map((id): State => ({ name: `route as a rule: ${id}`, address: `pathways/${id}`, only: 'de', oneOfMany: true })),
  { name: 'route that fits', address: `pathways/bluecard-regular?${engineer}&salary=51000&filing-day=2026-11-22` },
  { name: 'route that does not fit', address: `pathways/bluecard-regular?${polish}&place=50171-kerpen` },
  { name: 'route the authority decides on', address: `pathways/skilled-vocational-18a?${older}` },
  { name: 'route left open', address: `pathways/bluecard-regular?${abroad}` },
];

const otherPages: State[] = [
  { name: 'start', address: '' },
  { name: 'all routes', address: 'pathways' },
  { name: 'points', address: 'points' },
  {
    name: 'points counted',
    address: 'points?status=abroad&degree=none&training=foreign&equivalence=partial&german=a2&age-band=at-35',
  },
  { name: 'help', address: 'help' },
  { name: 'help: in the area', address: 'help?place=52477' },
  { name: 'help: beside the area', address: 'help?place=53879' },
  { name: 'help: shared postcode', address: 'help?place=52538' },
  { name: 'help: outside', address: 'help?place=10115' },
  { name: 'help: mistake', address: 'help?place=Aachen' },
  { name: 'rule book', address: 'rules' },
  { name: 'rule with amounts and cases', address: 'rules/bluecard-regular', only: 'de' },
  { name: 'occupations', address: 'occupations' },
  { name: 'occupations: hits', address: 'occupations?q=elektriker&place=52477-alsdorf' },
  { name: 'occupations: none', address: 'occupations?q=xqzwvk' },
  { name: 'occupations: postcode mistyped', address: 'occupations?q=maler&place=5247' },
  { name: 'occupation', address: 'occupations/electronics-building' },
  { name: 'occupation: regulated', address: 'occupations/nurse?place=52477-alsdorf' },
  { name: 'occupation taken', address: `occupations/take?occupation=nurse&${abroad}` },
  { name: 'articles', address: 'articles' },
  { name: 'article', address: 'articles/hiring-in-five-steps' },
  { name: 'glossary', address: 'glossary' },
  { name: 'search', address: 'search' },
  { name: 'search: hits', address: 'search?q=anerkennung' },
  { name: 'search: none', address: 'search?q=xqzwvk' },
  { name: 'offices', address: 'offices' },
  { name: 'embedding', address: 'embed' },
  { name: 'sources', address: 'sources' },
  { name: 'privacy', address: 'privacy' },
  { name: 'accessibility', address: 'accessibility' },
  { name: 'imprint', address: 'imprint' },
  { name: 'not found', address: 'nowhere', status: 404 },
  { name: 'bad request', address: '%FF', status: 400 },
  {
    name: 'menu',
    address: 'help',
    act: async (guide) => {
      await guide.page.setViewportSize({ width: 360, height: 740 });
      await guide.page.locator('details.menu > summary').click();
    },
  },
];

export const states: State[] = [...otherPages, ...guidePages];
