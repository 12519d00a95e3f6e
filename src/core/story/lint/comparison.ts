import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { DONE_LESS, HOW_OFTEN, IN_BULK, NOT_COMPARED, QUALITIES } from './lexicon/vagueness';
import { countedAt, isMeasurable } from './countable';

/** A comparison by degree that a figure could replace: "far fewer", "much busier", "a good deal less repair". */

const [FEWER, OF] = wordIds('fewer of');
const LESS_OR_MORE = wordSet('less more');
const THOSE = wordSet('them those these it the our their my');
const BECOMES = wordSet('became become becomes got gets grew');
/** "Busier", "larger"; with the words that only look like it left out. */
const COMPARATIVE = /^[a-z]{2,}er$/u;

/** Whether the word after a degree ("much", "far") compares what could be counted or measured. */
export function comparesAmounts(story: StoryContext, k: number, last: number): boolean {
  if (k >= last || story.tokens.afterBreak(k)) return false;
  if (!LESS_OR_MORE.has(story.id(k))) return story.id(k) === FEWER || isComparative(story, k);
  return isOfSomething(story, k + 1, last) || isAlone(story, k, last);
}

const isComparative = (story: StoryContext, k: number): boolean =>
  COMPARATIVE.test(story.tokens.word(k)) && !NOT_COMPARED.has(story.id(k)) && !QUALITIES.has(story.id(k));

/** "Less repair", "more tickets", "more often", "more of them"; not "more careful". */
function isOfSomething(story: StoryContext, k: number, last: number): boolean {
  if (k >= last || story.tokens.afterBreak(k)) return false;
  if (story.id(k) === OF) return THOSE.has(story.id(k + 1));
  return HOW_OFTEN.has(story.id(k)) || IN_BULK.has(story.id(k)) || isMeasurable(story, k) || countedAt(story, k, last);
}

/** "We pay much less", "the complaints became much less": the last word of its clause. */
function isAlone(story: StoryContext, k: number, last: number): boolean {
  const verb = story.id(k - 2);
  if (DONE_LESS.has(verb)) return true;
  return BECOMES.has(verb) && (k + 1 >= last || story.tokens.afterBreak(k + 1));
}
