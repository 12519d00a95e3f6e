import { wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { MEASURABLE, NO_FIGURE, UNCOUNTABLE } from './lexicon/vagueness';

/** What a figure could stand before. */

const DETERMINERS = wordSet('the our their');
/** "Tickets"; not "less" or "status". */
export const PLURAL = /[a-z]{3}[^us]s$/u;
const ADJECTIVE = /(?:ed|ing|ive|al|ful|ous|ic)$/u;
/** How many words a noun has with what stands before it. */
const REACH = 3;

/** Whether the token may be measured: a metric, users, colleagues, a change. */
export function isMeasurable(story: StoryContext, k: number): boolean {
  const { business, users, technical, changeNoun, team } = story.is(k);
  return business || users || technical || changeNoun || team || MEASURABLE.has(story.id(k));
}

/** What begins at `from`, after its adjectives, could be counted: "manual tickets", not "good will". */
export function countedAt(story: StoryContext, from: number, last: number): boolean {
  for (let noun = from; noun < Math.min(last, from + REACH); noun += 1) {
    const id = story.id(noun);
    if (UNCOUNTABLE.has(id) || NO_FIGURE.has(id) || story.tokens.afterBreak(noun)) return false;
    const word = story.tokens.word(noun);
    if (isMeasurable(story, noun) || PLURAL.test(word)) return true;
    if (noun > from && !DETERMINERS.has(id) && !ADJECTIVE.test(word)) return false;
  }
  return false;
}
