import { BitSet, BitUnion } from './lexicon/bitSet';
import { classSet, type MetricGroups, type WordClasses, type WordFacts } from './lexicon/classes';

/** What the words of a sentence are, taken together. */
export interface WordsTogether {
  /** For each class, whether a word of the sentence is of it: `sentence.has.change`. */
  readonly has: WordClasses;
  /** The groups of all its metrics. */
  readonly groups: MetricGroups;
}

/** Gathers what is known of a sentence's words while it is read. */
export class SentenceFacts {
  private readonly classes = new BitUnion();
  private readonly groups = new BitUnion();

  add({ classes, groups }: WordFacts): void {
    this.classes.addAll(classes);
    this.groups.addAll(groups);
  }

  /** What was gathered. */
  together(): WordsTogether {
    return { has: classSet(this.classes), groups: new BitSet(this.groups) };
  }

  /** The next sentence starts with nothing. */
  clear(): void {
    this.classes.clear();
    this.groups.clear();
  }
}
