import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import {
  DENIED,
  DRAWBACKS,
  EATS,
  FUNDS,
  GAINS,
  GIVEN,
  GIVES,
  KNOWS_THAT,
  NO_ONE,
  NOTICES,
  PAID,
  REACH,
  UP_TO_ELSE,
  WEAKLY_PAID,
  WORSE_OFF,
} from './lexicon/weighing';
import type { Sentence } from './sentences';

const [THAT, UP, TO, NO, ONE, ANYMORE] = wordIds('that up to no one anymore');
const SINCE = wordSet('since now again');
/** How many words may stand between "gave" and "up", between "ate" and what was eaten. */
const NEAR_UP = 7;
const NEAR_FUNDS = 6;
/** "Knowing full well that". */
const NEAR_THAT = 4;

/** How many words before it a word may be denied, and how many before a downside that is named. */
const NEAR_DENIED = 3;
const FAR_DENIED = 6;

/** A price paid with open eyes, wherever it is told: money used up, something given up, a loss that was known. */
export function saysKnownPrice(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  return story.some(first, last, (k) => {
    if (story.tokens.quoted(k) || isDenied(story, k, first)) return false;
    const word = story.id(k);
    if (EATS.has(word)) return story.hasWord(FUNDS, k + 1, Math.min(last, k + 1 + NEAR_FUNDS));
    if (GIVES.has(word)) return givesThingUp(story, k, last);
    if (!KNOWS_THAT.has(word)) return false;
    const that = story.find(k + 1, Math.min(last, k + NEAR_THAT), (at) => story.id(at) === THAT);
    return that >= 0 && isLossAfter(story, that + 1, index);
  });
}

/** "Gave the stall at the market up"; not "gave the team up to three days", "gave the room a clean up". */
function givesThingUp(story: StoryContext, k: number, last: number): boolean {
  if (!GIVEN.has(story.id(k + 1))) return false;
  const up = story.find(k + 2, Math.min(last, k + NEAR_UP), (at) => story.id(at) === UP || story.tokens.afterBreak(at));
  if (up < 0 || story.id(up) !== UP || UP_TO_ELSE.has(story.id(up - 1))) return false;
  return story.id(up + 1) !== TO && !story.tokens.isFigure(up + 1);
}

/** What was known is a loss: money that is not earned, a delay, something that is worse. */
export function isLossAfter(story: StoryContext, from: number, index: number): boolean {
  const { last } = story.sentences[index] as Sentence;
  if (story.hasWord(GAINS, from, last)) return false;
  if (
    story.some(
      from,
      last,
      (k) => WORSE_OFF.has(story.id(k)) || (PAID.has(story.id(k)) && !WEAKLY_PAID.has(story.id(k))),
    )
  )
    return true;
  return story.figuresIn(index).some(({ first, quantity: { kind } }) => first >= from && kind === 'money');
}

/** "Nobody outside our valley has heard of us since". */
export function isForgotten(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (!NO_ONE.has(story.id(k)) && !(story.id(k) === NO && story.id(k + 1) === ONE)) return false;
  const notices = story.find(k + 1, Math.min(last, k + REACH), (at) => NOTICES.has(story.id(at)));
  if (notices < 0) return false;
  return story.some(notices + 1, last, (at) => SINCE.has(story.id(at)) || story.id(at) === ANYMORE);
}

/** "There were no real downsides", "without any compromise"; of a downside also from further away. */
export function isDenied(story: StoryContext, k: number, first: number): boolean {
  const nearest = Math.max(first, k - NEAR_DENIED);
  if (story.hasWord(DENIED, nearest, k)) return true;
  return DRAWBACKS.has(story.id(k)) && story.hasWord(DENIED, clauseStart(story, k, Math.max(first, k - FAR_DENIED)), k);
}

/** From where on a clause runs up to a token, from a token on. */
function clauseStart(story: StoryContext, k: number, from: number): number {
  let start = k;
  while (start > from && !story.tokens.afterBreak(start)) start -= 1;
  return start;
}
