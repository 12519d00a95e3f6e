import { wordIds, wordSet, WordSet } from '../prose/vocabulary';
import { contrastsWithBefore, countsIn } from './beforeContrast';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import type { Sentence } from './sentences';

/** Whether a sentence tells how much something changed, or both what it was and what it is. */

const [BY, OF, WHAT, AS, TO, NOW, USED, BEFORE, A, THAN] = wordIds('by of what as to now used before a than');
/** What a change may be counted in: "40% lower", "a third fewer", "12 points higher". */
const SHARES: ReadonlySet<string> = new Set(['percent', 'ratio', 'points', 'multiplier']);
const PARTS = wordSet('half third thirds quarter quarters fifth fifths tenth fraction');
const TIMES = wordSet('twice half thrice double triple times');
const PARTS_OR_TIMES = new WordSet([...PARTS.words, ...TIMES.words]);
/** "Twice as many": what is compared. */
const AMOUNTS = wordSet('many much fast long often high large big good quick short few little');
/** Said of what was; of what is. */
const THEN = wordSet(
  'was were had took needed used lost cost then waited got made sold paid ran spent formerly previously',
);
const IS = wordSet('is are has have takes take needs need costs cost lose gets get make makes sell runs run');
const FORMERLY = wordSet('previously formerly originally');
const IT = wordSet('it they there');
const BECAMES = wordSet('became becomes become turned');
/** How many words apart the parts of such a turn may stand. */
const NEAR = 4;

/** A share by which something is more or less than it was: "40% lower", "a 40% reduction", "a drop of 7 points". */
export function isShareOfChange(story: StoryContext, { quantity, first, last, sentence }: JudgedFigure): boolean {
  if (!SHARES.has(quantity.kind)) return false;
  const { first: start = 0, last: end = 0 } = story.sentences[sentence] ?? {};
  const isInside = last < end && !story.tokens.afterBreak(last);
  if (isInside && story.is(last).comparative && story.id(last + 1) !== THAN) return true;
  if (isInside && story.is(last).changeNoun && quantity.kind !== 'ratio') return true;
  if (quantity.kind === 'multiplier') return story.is(first - 1).change && first > start;
  return first - 2 >= start && story.id(first - 1) === OF && story.is(first - 2).changeNoun;
}

/** The sentence says what something was and what it is, or how many times as much. */
export function tellsChange(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  return contrastsWithBefore(story, index) || isThenAndNow(story, sentence) || isTimesAsMuch(story, sentence);
}

/** "Twice as many as before", "half of what it was", "cut by half". */
function isTimesAsMuch(story: StoryContext, { first, last, has }: Sentence): boolean {
  if (!story.hasWord(PARTS_OR_TIMES, first, last)) return false;
  return story.some(first, last, (k) => {
    if (story.tokens.quoted(k)) return false;
    if (TIMES.has(story.id(k)) && story.id(k + 1) === AS && AMOUNTS.has(story.id(k + 2))) return true;
    if (!PARTS.has(story.id(k))) return false;
    if (story.id(k + 1) === OF && story.id(k + 2) === WHAT) return true;
    const before = story.id(k - 1) === A ? k - 2 : k - 1;
    return has.change && before > first && story.id(before) === BY;
  });
}

/** "We had 9 rejects a shift; now we have 2", "what took 3 hours takes 20 minutes", "9 rejects became 2". */
function isThenAndNow(story: StoryContext, sentence: Sentence): boolean {
  const { first, last, has } = sentence;
  if (!has.now && !has.before && !story.hasWord(THEN, first, last) && !story.hasWord(BECAMES, first, last))
    return false;
  if (countsIn(story, first, last) < 2) return false;
  return story.some(first, last, (k) => !story.tokens.quoted(k) && dividesThenFromNow(story, k, sentence));
}

/** Before the word at `k` something is counted as it was, and from there on as it is; or the other way round. */
function dividesThenFromNow(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (BECAMES.has(story.id(k))) return isCountedIn(story, first, k) && isCountedIn(story, k + 1, k + 2);
  if (!story.tokens.afterBreak(k) && !(IS.has(story.id(k)) && story.id(first) === WHAT)) return false;
  if (!isCountedIn(story, first, k) || !isCountedIn(story, k, last)) return false;
  if (isFormerly(story, k, last)) return true;
  return (isThen(story, first, k) && isNow(story, k, last)) || (isNow(story, first, k) && isThen(story, k, last));
}

/** "…, where it used to be 9%", "…, previously 9%", "…; before it was 91": nothing else has to say what is now. */
const isFormerly = (story: StoryContext, k: number, last: number): boolean =>
  story.some(
    k,
    Math.min(last, k + NEAR),
    (at) =>
      FORMERLY.has(story.id(at)) ||
      (story.id(at) === USED && story.id(at + 1) === TO) ||
      (story.id(at) === BEFORE && IT.has(story.id(at + 1)) && story.is(at + 2).be),
  );

const isCountedIn = (story: StoryContext, from: number, to: number): boolean => countsIn(story, from, to) > 0;

const isThen = (story: StoryContext, from: number, to: number): boolean =>
  story.hasWord(THEN, from, to) || story.some(from, to, (k) => story.id(k) === BEFORE);

/** "Now", or the present tense with nothing of the past. */
const isNow = (story: StoryContext, from: number, to: number): boolean =>
  story.some(from, to, (k) => story.is(k).now && story.id(k + 1) !== TO) ||
  (story.hasWord(IS, from, to) && !story.some(from, to, (k) => story.id(k) === USED || story.id(k) === NOW));
