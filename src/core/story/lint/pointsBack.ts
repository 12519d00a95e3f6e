import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { MONTH_NAMES } from './lexicon/times';
import type { Sentence } from './sentences';

const [AS, A, RESULT, BECAUSE, OF] = wordIds('as a result because of');

/** Begins a sentence that goes on with what was said before it. */
const GOES_ON = wordSet(`
  it this that these those they them which but and so also then however he she both instead its their such
  consequently therefore thus hence moreover additionally furthermore meanwhile similarly likewise nor yet afterwards
  afterward
`);
/** Stands for a thing that was named. */
const THINGS = wordSet('it its');
/** Stands for people or several things that were named. */
const SEVERAL = wordSet('they them their he she him her these those');
const TIMES = wordSet('day days week weeks month months quarter quarters year years morning time');
/** What names no thing that a later word could stand for. */
const NO_THINGS = wordSet(`
  a an the of in on at by to from for with without within after before since until during over under about as than then
  when while if because so and or but not no one two three four five six seven eight nine ten first last next every each
  all only just i we my our us me mine you your he she it they this that these those which who what there here
  is are was were be been being am do did does had has have can could would will should may might must
  day days week weeks month months quarter quarters year years morning time end result results today now later soon
  ${MONTH_NAMES}
  ultimately eventually finally overall
`);
const PLURAL = /s$/u;

/** Whether a sentence needs the one before it: “They stayed.”, “By March it had paid for itself.” */
export function pointsBack(story: StoryContext, { first, last }: Sentence): boolean {
  const opening = story.id(first);
  if (GOES_ON.has(opening)) return true;
  if (opening === AS && story.id(first + 1) === A && story.id(first + 2) === RESULT) return true;
  if (opening === BECAUSE && story.id(first + 1) === OF) return true;
  let hasThing = false;
  let hasSeveral = false;
  for (let k = first; k < last; k += 1) {
    const word = story.id(k);
    if (THINGS.has(word) && !hasThing) return true;
    if (SEVERAL.has(word) && !hasSeveral) return true;
    // “This release” is one that was named; “this year” is not.
    if (story.tokens.word(k) === 'this' && !TIMES.has(story.id(k + 1))) return true;
    if (NO_THINGS.has(word) || story.tokens.isFigure(k)) continue;
    hasThing = true;
    hasSeveral ||= story.is(k).users || story.is(k).team || PLURAL.test(story.tokens.word(k));
  }
  return false;
}
