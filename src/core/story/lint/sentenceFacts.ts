import { BitSet, BitUnion } from './lexicon/bitSet';
import { classSet, type MetricGroups, type WordClasses } from './lexicon/classes';
import { addFacts } from './lexicon/table';
import type { WordId } from '../prose/vocabulary';

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

  /** Takes in what the lists know about a word. */
  add(id: WordId): void {
    addFacts(id, this.classes, this.groups);
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
