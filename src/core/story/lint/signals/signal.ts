import type { StoryContext } from '../context';
import type { Sentence } from '../sentences';

/** A sentence with its place in the story. */
export interface Told {
  readonly story: StoryContext;
  readonly sentence: Sentence;
  /** How many sentences come before it: 0 for the opening. */
  readonly index: number;
  /** How many sentences there are. */
  readonly count: number;
}

/** What a very good story does: a pure test of its sentences, and what it earns, once. */
export interface Strength<Name extends string = string> {
  readonly name: Name;
  readonly points: number;
  /** What the story does: a noun phrase, with a capital at its start. */
  readonly title: string;
  /** What to write where the story doesn't: an imperative sentence. */
  readonly advice: string;
  /** The index of the sentence that shows it; -1 where none does. */
  readonly find: (all: readonly Told[]) => number;
}

/** What makes a story weaker, sentence by sentence. */
export interface Weakness<Name extends string = string> {
  readonly name: Name;
  /** What each such sentence costs, and what all of them cost at most. */
  readonly points: number;
  readonly most: number;
  /** A noun phrase, with a capital at its start. */
  readonly title: string;
  readonly advice: string;
  readonly test: (told: Told) => boolean;
}
