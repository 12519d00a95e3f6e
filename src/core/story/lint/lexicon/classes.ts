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
};

/** The name of a class. */
export type WordClass = keyof typeof CLASSES;

/** For each class, whether a word is of it, or whether a sentence has such a word. */
export type WordClasses = { readonly [Class in WordClass]: boolean };

const NAMES = Object.keys(CLASSES) as readonly WordClass[];

/** A set of classes. Each class has its place in `members`, and a property that reads it there. */
class ClassSet {
  constructor(readonly members: readonly boolean[]) {}
}

NAMES.forEach((name, place) => {
  Object.defineProperty(ClassSet.prototype, name, {
    get(this: ClassSet) {
      return this.members[place];
    },
  });
});

const classSet = (members: readonly boolean[]): WordClasses => new ClassSet(members) as unknown as WordClasses;

const NO_MEMBERS: readonly boolean[] = NAMES.map(() => false);

export const NO_CLASSES = classSet(NO_MEMBERS);

/** The classes of several words together. */
export class ClassUnion {
  private members: boolean[] | undefined;

  /** Adds a class by its place in the table, see {@link placesOf}. */
  add(places: readonly number[]): void {
    this.members ??= [...NO_MEMBERS];
    for (const place of places) this.members[place] = true;
  }

  /** What was added; the next union starts with nothing. */
  take(): WordClasses {
    const classes = this.members === undefined ? NO_CLASSES : classSet(this.members);
    this.members = undefined;
    return classes;
  }
}

/** Where classes stand in the table. */
export const placesOf = (names: Iterable<WordClass>): number[] => [...names].map((name) => NAMES.indexOf(name));

/** Metrics that are the same thing under several names: a baseline for one is a baseline for the others. */
export type MetricGroup =
  | 'latency'
  | 'throughput'
  | 'cost'
  | 'revenue'
  | 'churn'
  | 'conversion'
  | 'usage'
  | 'satisfaction'
  | 'error'
  | 'availability'
  | 'support'
  | 'cycle'
  | 'quality'
  | 'compute'
  | 'memory';

/** Groups of metrics that a word, a sentence or a title speaks of. */
export type MetricGroups = ReadonlySet<MetricGroup>;

export const NO_GROUPS: MetricGroups = new Set();

/** Whether the two speak of the same metric: "p99" and "response time" do. */
export function shareGroup(a: MetricGroups, b: MetricGroups): boolean {
  for (const group of a) if (b.has(group)) return true;
  return false;
}

/** What is known of a word. */
export interface WordFacts {
  /** Where its classes stand in the table. */
  readonly places: readonly number[];
  readonly classes: WordClasses;
  readonly groups: MetricGroups;
}

/** Of every word that no list has. */
export const NO_FACTS: WordFacts = { places: [], classes: NO_CLASSES, groups: NO_GROUPS };
