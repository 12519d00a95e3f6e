/** What a word can be. A word's classes are bits, so that a sentence's are one number. */
export const W = {
  /** What a business counts: revenue, churn, tickets. */
  business: 1,
  /** People on the other side of the product, in the plural: users, merchants. */
  users: 1 << 1,
  /** What engineers count: latency, throughput, accuracy. */
  technical: 1 << 2,
  /** Verbs of a change in a figure: cut, grew, fell. */
  change: 1 << 3,
  /** Nouns of a change: increase, drop. */
  changeNoun: 1 << 4,
  /** Verbs of making: built, trained, deployed. */
  build: 1 << 5,
  /** I, I'd, I've. */
  first: 1 << 6,
  /** my, me, mine, myself. */
  mine: 1 << 7,
  /** we, our, us. */
  we: 1 << 8,
  /** Kinds of model: transformer, XGBoost. */
  model: 1 << 9,
  /** Technologies that are no model: Kafka, Kubernetes. */
  infra: 1 << 10,
  /** What a technology is made into: pipeline, platform. */
  system: 1 << 11,
  vague: 1 << 12,
  /** May begin a weighing of alternatives: instead, rather, gave. */
  weigh: 1 << 13,
  /** SLO, SLA and their likes. */
  slo: 1 << 14,
  cost: 1 << 15,
  /** Colleagues and teams. */
  team: 1 << 16,
  /** What one hopes for and has not: goal, target, hoped. */
  goal: 1 << 17,
  /** is, was, stands. */
  be: 1 << 18,
  now: 1 << 19,
  /** What was before: previously, baseline. */
  before: 1 << 20,
  /** with, using, in, on, via: what follows is a means. */
  means: 1 << 21,
  /** Whole organisations and budgets, whose size is no outcome. */
  scope: 1 << 22,
  market: 1 << 23,
  ask: 1 << 24,
  /** faster, cheaper, more. */
  comparative: 1 << 25,
  /** Verbs of reaching a figure: reached, saved, generated. */
  achieve: 1 << 26,
  not: 1 << 27,
  /** What is negotiated: base, equity, salary. */
  pay: 1 << 28,
  /** Verbs of listening to people: interviewed, surveyed. */
  research: 1 << 29,
  /** Verbs of taking on: adopted, signed. */
  adopt: 1 << 30,
} as const;

/** Metrics that are the same thing under several names: a baseline for one is a baseline for the others. */
export const GROUPS = [
  'none',
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

export type Group = (typeof GROUPS)[number];

export const groupBit = (group: Group): number => (group === 'none' ? 0 : 1 << GROUPS.indexOf(group));
