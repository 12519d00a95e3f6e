import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { BUT, LITTLE, SAYS } from './lexicon/weighing';
import type { Sentence } from './sentences';

/** What a section about trade-offs says where there were none, or none is told. */

const [TO, FOR, AGAINST] = wordIds('to for against');
/** Named alone, these weigh nothing: "there were of course trade-offs to consider". */
export const NAMED = wordSet(
  'tradeoff tradeoffs compromise compromises downside downsides drawback drawbacks alternatives',
);
/** "None", near the beginning, and what may stand after it. */
const NONE = wordSet('none no nothing not without');
const NONE_AT_ALL = wordSet('none nothing');
const NEAR_NONE = 5;
const WORDS_AFTER_NONE = 3;
/** So early in a sentence "not much to say" is what it says. */
const WORDS_OF_LITTLE = 8;
const LITTLE_ALONE = wordSet('little nothing');
const HAVE_TO_SAY = wordSet('they he she had has have');
/** "There were none really", "no real trade-offs", with no "but" after it. */
export function saysNone(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  if (story.hasWord(BUT, first, last)) return false;
  const none = story.find(first, Math.min(last, first + NEAR_NONE), (k) => NONE.has(story.id(k)));
  if (none < 0) return false;
  const isAlone = NONE_AT_ALL.has(story.id(none)) && last - none <= WORDS_AFTER_NONE;
  return isAlone || story.hasWord(NAMED, none + 1, Math.min(last, none + 1 + NEAR_NONE));
}

/** "There is not much to say here", "nothing much to report"; not "not much to say for the old hall". */
export function saysLittle(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  if (story.hasWord(BUT, first, last)) return false;
  const says = story.find(first, last, (k) => SAYS.has(story.id(k)) && story.id(k - 1) === TO);
  if (says < 0 || story.id(says + 1) === FOR || story.id(says + 1) === AGAINST) return false;
  if (says - first > WORDS_OF_LITTLE || !story.hasWord(LITTLE, Math.max(first, says - NEAR_NONE), says - 1))
    return false;
  const isSaid = (test: (k: number) => boolean): boolean => story.some(first, says, test);
  // "They had little to say in it" is said of people.
  return (
    isSaid((k) => story.is(k).not || LITTLE_ALONE.has(story.id(k))) &&
    !isSaid(
      (k) =>
        story.is(k).first || story.is(k).we || story.is(k).users || story.is(k).team || HAVE_TO_SAY.has(story.id(k)),
    )
  );
}

/** "I cannot think of any", "I don't see what there would be to discuss". */
const FINDS = wordSet('think see name say imagine find recall remember complain fault believe know');

export function findsNone(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  return !story.hasWord(BUT, first, last) && story.some(first, last, (k) => isNotFound(story, k));
}

export const isNotFound = (story: StoryContext, k: number): boolean =>
  (story.is(k - 1).first || story.is(k - 1).we) && story.is(k).not && FINDS.has(story.id(k + 1));

/** The sentences from "Trade-offs:" on where it is the only label, and so begins no section. */
export function underLoneLabel(story: StoryContext): number[] {
  const from = story.sentences.findIndex(({ first }) => isLabel(story, first));
  const block = story.sentences[from]?.block;
  return from < 0 ? [] : indicesFrom(story, from).filter((index) => story.sentences[index]?.block === block);
}

const LABELS = wordSet('tradeoff tradeoffs');
export const isLabel = (story: StoryContext, k: number): boolean =>
  LABELS.has(story.id(k)) && /^[*_]{0,2}:/u.test(story.text.slice(story.tokens.end(k), story.tokens.end(k) + 3));

const indicesFrom = (story: StoryContext, from: number): number[] =>
  Array.from({ length: story.sentences.length - from }, (_, place) => from + place);
