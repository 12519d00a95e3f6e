import { WordMap, wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import {
  ADJECTIVES,
  AMOUNTS,
  BEYOND,
  PAST,
  ANYBODY,
  BEFORE_FEW,
  FEW,
  HARDLY,
  LINES,
  NO_FIGURE,
  OPINED,
  PARTIAL,
  PLUNGES,
  SIZES,
  STEEP,
  TURNS,
  UNCOUNTABLE,
} from './lexicon/vagueness';
import type { Sentence } from './sentences';

const [A, OF, BY, IN, FOR, AT, SHOT, UP, MARGIN, INTO, FORTUNE, THE, ONLY, JUST, FROM] = wordIds(
  'a of by in for at shot up margin into fortune the only just from',
);
/** For the last word of a turn, the words before it. */
const TURN_WORDS = new WordMap(Object.entries(TURNS).map(([word, before]) => [word, wordIds(before)] as const));
const MOVES = wordSet('went go goes gone is are grew came come');

/** From the first to the last token of an amount with no figure. */
export interface VaguePhrase {
  readonly from: number;
  readonly to: number;
}

/**
 * The amount without a figure whose main word is at `k`, in the words of an outcome: "plummeted", "a good chunk of",
 * "hardly any", "a sharp drop", "by leaps and bounds".
 */
export function vaguePhraseAt(story: StoryContext, k: number, sentence: Sentence): VaguePhrase | undefined {
  const { last } = sentence;
  const word = story.id(k);
  if (PLUNGES.has(word)) return plunge(story, k, last);
  if (AMOUNTS.has(word) || PARTIAL.has(word)) return part(story, k, last);
  if (HARDLY.has(word)) return hardly(story, k, last);
  if (FEW.has(word)) return few(story, k, last);
  if (BEYOND.has(word)) return beyond(story, k, last);
  if (STEEP.has(word)) return k + 1 < last && story.is(k + 1).changeNoun ? { from: k, to: k + 1 } : undefined;
  return turn(story, k, sentence);
}

/** "Far below the limit", "well under budget": past it, and nobody says how far. */
function beyond(story: StoryContext, k: number, last: number): VaguePhrase | undefined {
  return k + 2 < last && PAST.has(story.id(k + 1)) && LINES.has(story.id(k + 2)) ? { from: k, to: k + 1 } : undefined;
}

/** "Went through the roof", "grew by leaps and bounds": a change, or a saving. */
function turn(story: StoryContext, k: number, { first, has }: Sentence): VaguePhrase | undefined {
  const before = TURN_WORDS.get(story.id(k));
  if (!before || !(has.change || has.achieve || story.hasWord(MOVES, first, k))) return undefined;
  const from = k - before.length;
  if (from < first || before.some((word, n) => story.id(from + n) !== word)) return undefined;
  // "Saved us a fortune"; "an end" and "the first time" are no amounts.
  return story.id(k) === FORTUNE && !has.achieve && !has.change ? undefined : { from, to: k };
}

/** "Absence plummeted", "demand shot up"; "a plunged hand" has an article before it. */
function plunge(story: StoryContext, k: number, last: number): VaguePhrase | undefined {
  if (story.id(k) === SHOT)
    return k + 1 < last && story.id(k + 1) === UP && story.id(k + 2) !== FROM ? { from: k, to: k + 1 } : undefined;
  const next = story.id(k + 1);
  const isElsewhere =
    k + 1 < last && !story.tokens.afterBreak(k + 1) && (next === IN || next === AT || next === FOR || next === INTO);
  return story.id(k - 1) === A || (isElsewhere && !story.is(k - 1).business) ? undefined : { from: k, to: k };
}

/** "A handful of merchants", "a good chunk of the budget", "by a healthy margin". */
function part(story: StoryContext, k: number, last: number): VaguePhrase | undefined {
  // "A huge number of users": "huge" is marked already.
  if (ADJECTIVES.has(story.id(k - 1))) return undefined;
  const isSized = SIZES.has(story.id(k - 1)) && story.id(k - 2) === A;
  const from = isSized ? k - 2 : story.id(k - 1) === A ? k - 1 : k;
  if (story.id(k) === MARGIN) return isSized && story.id(from - 1) === BY ? { from, to: k } : undefined;
  if (PARTIAL.has(story.id(k)) && !isSized) return undefined;
  if (AMOUNTS.has(story.id(k)) && !isSized && story.id(k - 1) !== A && story.id(k - 1) !== THE && !isMany(story, k))
    return undefined;
  if (story.id(k + 1) !== OF || k + 2 >= last) return undefined;
  return isOf(story, k + 2, last) ? { from, to: k + 1 } : undefined;
}

/** "Piles of": a plural needs no article. */
const isMany = (story: StoryContext, k: number): boolean => story.tokens.word(k).endsWith('s');

/** "Quite a few", "a fair few", "very few". */
function few(story: StoryContext, k: number, last: number): VaguePhrase | undefined {
  const lead = story.id(k - 2);
  const isQuiteA = story.id(k - 1) === A && (BEFORE_FEW.has(lead) || lead === ONLY || lead === JUST);
  if (!isQuiteA && !BEFORE_FEW.has(story.id(k - 1))) return undefined;
  if (k + 1 >= last || !isOf(story, k + 1, last)) return undefined;
  return { from: isQuiteA || story.id(k - 2) === A ? k - 2 : k - 1, to: k };
}

/** "Hardly any were left", "barely anyone calls"; "hardly anyone believed me" is no outcome. */
function hardly(story: StoryContext, k: number, last: number): VaguePhrase | undefined {
  if (!ANYBODY.has(story.id(k + 1)) || !isOf(story, k + 2, last)) return undefined;
  return story.hasWord(OPINED, k + 2, Math.min(last, k + 4)) ? undefined : { from: k, to: k + 1 };
}

/** What follows could be counted. */
function isOf(story: StoryContext, k: number, last: number): boolean {
  for (let noun = k; noun < Math.min(last, k + 3); noun += 1)
    if (!story.is(noun).users && (UNCOUNTABLE.has(story.id(noun)) || NO_FIGURE.has(story.id(noun))))
      return story.is(noun).be && noun === k;
  return true;
}
