import type { WordId } from '../prose/vocabulary';
import { ClassUnion, NO_FACTS, NO_GROUPS, type MetricGroup, type MetricGroups } from './lexicon/classes';
import type { WordClasses } from './lexicon/classes';
import { factsOf } from './lexicon/table';

/** What the words of a sentence are, taken together. */
export interface WordsTogether {
  /** For each class, whether a word of the sentence is of it: `sentence.has.change`. */
  readonly has: WordClasses;
  /** The groups of all its metrics. */
  readonly groups: MetricGroups;
}

/** Gathers what is known of a sentence's words while it is read. */
export class SentenceFacts {
  private readonly classes = new ClassUnion();
  private groups: Set<MetricGroup> | undefined;

  add(id: WordId): void {
    const facts = factsOf(id);
    if (facts === NO_FACTS) return;
    this.classes.add(facts.places);
    if (facts.groups.size === 0) return;
    this.groups ??= new Set();
    for (const group of facts.groups) this.groups.add(group);
  }

  /** What was gathered; the next sentence starts with nothing. */
  take(): WordsTogether {
    const together = { has: this.classes.take(), groups: this.groups ?? NO_GROUPS };
    this.groups = undefined;
    return together;
  }
}
