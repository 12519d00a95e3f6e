import { DEFAULT_SPOKEN_SECONDS } from '../lint/rules/tooLongToSay';
import type { Story } from '../parseStory';
import { DEFAULT_WORDS_PER_MINUTE } from '../spoken';
import { rehearsalParts, type Part, type Told } from './rehearsalParts';
import { versionsOf, type Version } from './versions';

export type { Told } from './rehearsalParts';
export { notesPlace } from './notesPlace';
export { sayable } from './sayable';
export { shareTime, VERSION_SECONDS, type Version } from './versions';

/** A card to tell a part of the story from. */
export interface CueCard {
  /** The heading's text; undefined for what stands under none. */
  readonly section: string | undefined;
  /** The sentence to glance at; one of `sentences`. */
  readonly cue: Told;
  /** All that the part says, in the order of telling. */
  readonly sentences: readonly Told[];
  readonly words: number;
  /** How long it takes to say, in seconds, not rounded. */
  readonly seconds: number;
}

/** A story to rehearse. */
export interface Rehearsal {
  readonly story: Story;
  /** The impact first; none where the story says nothing yet. */
  readonly cards: readonly CueCard[];
  /** Of 30, 90 and 180 seconds, each with all that the shorter ones say. */
  readonly versions: readonly Version[];
  readonly words: number;
  /** How long the whole story takes to say, in seconds, not rounded. */
  readonly seconds: number;
  /** How long it should take, in seconds. */
  readonly target: number;
}

export interface RehearseOptions {
  /** How fast the user speaks; {@link DEFAULT_WORDS_PER_MINUTE} where it is left out or not above 0. */
  readonly wordsPerMinute?: number;
  /** A script is said as it stands; a story begins with its impact, wherever that is written. */
  readonly kind?: 'story' | 'script';
}

/**
 * Makes a story's cue cards and its short versions. Same text and pace, same cards; never throws.
 * @param text without a byte-order mark.
 */
export function cueCards(text: string, { wordsPerMinute, kind }: RehearseOptions = {}): Rehearsal {
  const pace = wordsPerMinute !== undefined && wordsPerMinute > 0 ? wordsPerMinute : DEFAULT_WORDS_PER_MINUTE;
  const { story, parts } = rehearsalParts(text, kind);
  const cards = parts.map((part) => cardOf(part, pace));
  const words = cards.reduce((sum, card) => sum + card.words, 0);
  return {
    story,
    cards,
    versions: parts.length > 0 ? versionsOf(parts, pace) : [],
    words,
    seconds: (words / pace) * 60,
    target: story.spokenTarget ?? DEFAULT_SPOKEN_SECONDS,
  };
}

function cardOf({ section, sentences, cue }: Part, pace: number): CueCard {
  const words = sentences.reduce((sum, told) => sum + told.words, 0);
  return { section, cue: sentences[cue] as Told, sentences, words, seconds: (words / pace) * 60 };
}
