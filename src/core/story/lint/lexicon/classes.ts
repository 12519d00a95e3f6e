import { BitSet, BitUnion } from './bitSet';

/**
 * The table of word classes: what a word can be, and what a sentence has in it.
 *
 * To add a class, add a line here and its words in `table.ts`; a rule then reads it as `story.is(k).yourClass` or
 * `sentence.has.yourClass`.
 */
const CLASSES = {
  /** What a business counts: revenue, churn, tickets. */
  business: false,
  /** Business figures that are reported as such: revenue and churn, but not orders or tickets sold. */
  metric: false,
  /** People on the other side of the product, in the plural: users, merchants. */
  users: false,
  /** What engineers count: latency, throughput, accuracy. */
  technical: false,
  /** Makes a duration a latency or a build time: response, startup. */
  technicalTime: false,
  /** Makes a duration one of the business: onboarding, settlement. */
  businessTime: false,
  /** Costs and expenses. */
  cost: false,
  /** SLO, SLA and the like. */
  slo: false,
  /** Colleagues and teams. */
  team: false,
  /** Whole organisations and budgets, whose size does not count as an outcome. */
  scope: false,
  /** Verbs of a change in a figure: cut, grew, fell. */
  change: false,
  /** Verbs that, with "to", give a new and better figure: cut to, grew to. */
  improvement: false,
  /** Nouns of a change: increase, drop. */
  changeNoun: false,
  /** faster, cheaper, more. */
  comparative: false,
  /** Verbs of reaching a figure: reached, saved, generated. */
  achieve: false,
  /** Verbs of taking on: adopted, signed. */
  adopt: false,
  /** Verbs of listening to people: interviewed, surveyed. */
  research: false,
  /** Verbs of making: built, trained, deployed. */
  build: false,
  /** Irregular past tenses of doing: ran, wrote. */
  deed: false,
  /** I, I'd, I've. */
  first: false,
  /** my, me, mine, myself. */
  mine: false,
  /** we, our, us. */
  we: false,
  /** Kinds of model: transformer, XGBoost. */
  model: false,
  /** Makes "model" a statistical one: fraud, ranking. */
  modelKind: false,
  /** Technologies other than models: Kafka, Kubernetes. */
  infra: false,
  /** What a technology is made into: pipeline, platform. */
  system: false,
  /** May stand where a figure should be: significantly, huge. */
  vague: false,
  /** An amount in the words of an outcome: plummeted, hardly, chunk. */
  amountInWords: false,
  /** May begin a weighing of alternatives: instead, rather, gave. */
  weigh: false,
  /** What one hopes for and does not have yet: goal, target, hoped. */
  goal: false,
  /** is, was, stands. */
  be: false,
  /** now, today. */
  now: false,
  /** What was before: previously, baseline. */
  before: false,
  /** no, never, didn't. */
  not: false,
  /** What is negotiated: base, equity, salary. */
  pay: false,
  /** Words of asking: request, propose, would like. */
  ask: false,
  /** What others are paid: median, benchmark, peers. */
  market: false,
  /** What did not happen, or might: would, could, I'd. */
  would: false,
  /** Makes up one's mind: decided, chose, refused. */
  decision: false,
  /** Those who were not part of it: control, the others, the sister ward. */
  others: false,
  /** Bit by bit: pilot, canary, began with. */
  stages: false,
  /** Who or what takes the credit: luck, claim, helped. */
  credit: false,
  /** Went wrong by one's own doing: mistake, misjudged. */
  fault: false,
  /** From then on: since, next, today. */
  afterwards: false,
  /** Was at stake: lose, penalty, jobs. */
  stake: false,
  /** Somebody else stands by it: audited, signed, adopted. */
  confirmation: false,
  /** Praise and superlatives: amazing, world-class. */
  inflated: false,
  /** Said of everything: always, everyone, communication. */
  general: false,
};

/** The name of a class. */
export type WordClass = keyof typeof CLASSES;

/** For each class, whether a word belongs to it, or whether a sentence has such a word. */
export type WordClasses = { readonly [Class in WordClass]: boolean };

const NAMES = Object.keys(CLASSES) as readonly WordClass[];

/** A set of classes, with a property for each that says whether it is there. */
class ClassSet extends BitSet {}

NAMES.forEach((name, place) => {
  Object.defineProperty(ClassSet.prototype, name, {
    get(this: ClassSet) {
      return this.has(place);
    },
  });
});

/** The classes whose places in the table were gathered. */
export const classSet = (places: BitUnion): WordClasses & BitSet =>
  new ClassSet(places) as unknown as WordClasses & BitSet;

/** Metrics that are the same thing under several names: a baseline for one is a baseline for the others. */
const METRIC_GROUPS = [
  'latency',
  'throughput',
  'cost',
  'revenue',
  'churn',
  'conversion',
  'usage',
  'satisfaction',
  'error',
  'availability',
  'support',
  'cycle',
  'quality',
  'compute',
  'memory',
] as const;

export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** Groups of metrics that a word, a sentence or a title speaks of: two that meet speak of the same metric. */
export type MetricGroups = BitSet;

/** What is known of a word. */
export interface WordFacts {
  readonly classes: WordClasses & BitSet;
  readonly groups: MetricGroups;
}

export const wordFacts = (classes: Iterable<WordClass>, groups: Iterable<MetricGroup>): WordFacts => ({
  classes: classSet(unionOf(NAMES, classes)),
  groups: groupSet(groups),
});

export const groupSet = (groups: Iterable<MetricGroup>): MetricGroups => new BitSet(unionOf(METRIC_GROUPS, groups));

function unionOf<Name>(all: readonly Name[], names: Iterable<Name>): BitUnion {
  const union = new BitUnion();
  for (const name of names) union.add(all.indexOf(name));
  return union;
}

/** Of every word that no list has. */
export const NO_FACTS: WordFacts = wordFacts([], []);

export const NO_CLASSES: WordClasses = NO_FACTS.classes;
