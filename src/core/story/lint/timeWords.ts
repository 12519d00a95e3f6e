import { isYearInDigits } from '../prose/chars';
import { wordIds, wordSet, WordSet } from '../prose/vocabulary';
import { kindAt } from './characters';
import type { StoryContext } from './context';
import {
  AFTER_SPAN,
  BEFORE_ORDINAL,
  BEFORE_SPAN,
  DATES,
  DETERMINERS,
  LEADS_FAR,
  LEADS_TO_SPAN,
  OCCASIONS,
  ONE_DAY,
  ORDINALS,
  OVER_NEXT,
  PARTS_OF_DAY,
  ROUNDS,
  SPANS,
} from './lexicon/times';
import { isNumberAt } from './numbersOf';
import type { Sentence } from './sentences';

/** Whether a word says when something came, or over what time. */

const [MAY, MARCH, FALL, SINCE, BY, END, HALF, MID, A, DAY, HOURS, ON] = wordIds(
  'may march fall since by end half mid a day hours on',
);
/** What shares are counted of. */
const OUT_OF: ReadonlySet<string> = new Set(['hundred', 'thousand', '100', '1000', '1', 'ten', '10']);
const WITHIN = wordSet('within in');
const ALONE = wordSet('immediately instantly');
/** All words that may say when: most words of a sentence are none of them. */
const MAY_SAY_WHEN = new WordSet(
  [DATES, ALONE, SPANS, ROUNDS, OCCASIONS, OVER_NEXT, ORDINALS, PARTS_OF_DAY].flatMap(({ words }) => [...words]),
);
/** "Prices fall" is not a time. */
const BEFORE_SEASON = wordSet('in the this last next by since until each every');
const EVERY = wordSet('every each per');
/** These make an adverbial right before a number of rounds: "within three shifts". */
const BEFORE_ROUNDS = wordSet('in within over after during throughout for past last between across');
/** How many words before a span what makes an adverbial of it may stand. */
const REACH = 6;
/** Times of a day or week in the plural. */
const AGAIN = wordSet('nights mornings evenings afternoons weekends lunchtimes shifts');
const THESE = wordSet('these those last first next past following few several couple');
/** How many words before them they may be counted. */
const NEAR = 3;
/** After "since", so many words give a reason, unless one of them is a time. */
const REASON = 3;
const AFTER_SINCE = wordSet('then that');

/** The word at `k` of a sentence says when or over what time: "within a quarter", "by May". */
export function isTimeAt(story: StoryContext, k: number, sentence: number): boolean {
  if (story.tokens.isFigure(k)) return isYearInDigits(story.tokens.word(k));
  if (!MAY_SAY_WHEN.has(story.id(k))) return false;
  const { first, last } = story.sentences[sentence] as Sentence;
  return isDate(story, k, last) || isSpan(story, k, first, last) || isOccasion(story, k, sentence);
}

/** "May", "since the change"; not "you may" and not "since people click on what they see". */
function isDate(story: StoryContext, k: number, last: number): boolean {
  const word = story.id(k);
  if (word === MAY || word === MARCH) return kindAt(story.text, story.tokens.start(k)) === 'capital';
  if (word === SINCE) return !isReason(story, k, last);
  return DATES.has(word) || ALONE.has(word);
}

function isSpan(story: StoryContext, k: number, first: number, last: number): boolean {
  const word = story.id(k);
  if (word === FALL && !BEFORE_SEASON.has(story.id(k - 1))) return false;
  return SPANS.has(word) && isAdverbial(story, k, first, last);
}

/** "After two audits", "by the next rehearsal", "the same day", which under Action is how somebody works. */
function isOccasion(story: StoryContext, k: number, sentence: number): boolean {
  const { first, last } = story.sentences[sentence] as Sentence;
  const word = story.id(k);
  if (ROUNDS.has(word) && isManyRounds(story, k, first, last)) return true;
  if (OCCASIONS.has(word) && isByOccasion(story, k, first)) return true;
  if (OVER_NEXT.has(word) && isOverNext(story, k, first)) return true;
  if (story.sectionOf(sentence) === 'Action') return false;
  return isPartOfDay(story, k, first, last) || (ORDINALS.has(word) && isAfterOrdinal(story, k, first));
}

/** "Within a quarter", "a year later", "by year-end"; not "first-year students", "a Friday club", "twice a month". */
function isAdverbial(story: StoryContext, k: number, first: number, last: number): boolean {
  if (isPartOfName(story, k)) return false;
  if (EVERY.has(story.id(k - 1)) || EVERY.has(story.id(k - 2)) || isHabit(story, k, last)) return false;
  if (k + 1 < last && AFTER_SPAN.has(story.id(k + 1)) && !story.tokens.afterBreak(k + 1)) return true;
  // "Truancy in my year": those who are taught together.
  return !story.is(k - 1).mine && isLedTo(story, k, first);
}

/** "In the Friday nights", "on summer mornings", "at weekends": again and again, unless they are counted or named. */
function isHabit(story: StoryContext, k: number, last: number): boolean {
  const isBeforeMany = k + 1 < last && !story.tokens.afterBreak(k + 1) && AGAIN.has(story.id(k + 1));
  const many = isBeforeMany ? k + 1 : k;
  if (!AGAIN.has(story.id(many))) return false;
  return !story.some(k - NEAR, k, (at) => isNumberAt(story, at) || THESE.has(story.id(at)));
}

/** "The very next night", "from the first day", "the day after", "day 10"; "every second day" is how often. */
function isPartOfDay(story: StoryContext, k: number, first: number, last: number): boolean {
  if (!PARTS_OF_DAY.has(story.id(k)) || isPartOfName(story, k) || EVERY.has(story.id(k - 2))) return false;
  if (story.id(k) === DAY && story.tokens.isFigure(k + 1)) return true;
  if (story.id(k) === HOURS) return k > first && WITHIN.has(story.id(k - 1));
  if (k > first && ONE_DAY.has(story.id(k - 1))) return true;
  return k + 1 < last && AFTER_SPAN.has(story.id(k + 1)) && story.id(k + 1) !== ON && !story.tokens.afterBreak(k + 1);
}

/** "After the second fitting", "by the next rehearsal". */
function isAfterOrdinal(story: StoryContext, k: number, first: number): boolean {
  // "By a third" is how much.
  if (story.id(k - 1) === A) return false;
  const before = BEFORE_SPAN.has(story.id(k - 1)) ? k - 2 : k - 1;
  return before >= first && BEFORE_ORDINAL.has(story.id(before)) && !isJoined(story, k);
}

/** "Over the next two payrolls". */
const isOverNext = (story: StoryContext, k: number, first: number): boolean =>
  isNumberAt(story, k + 1) && k - 2 >= first && LEADS_FAR.has(story.id(k - 2));

/** Over words that may stand before a span to one that makes an adverbial of it, or to where a clause begins. */
function isLedTo(story: StoryContext, k: number, first: number): boolean {
  for (let back = k - 1; back >= Math.max(first, k - REACH); back -= 1) {
    if (story.tokens.afterBreak(back + 1)) return true;
    if (LEADS_TO_SPAN.has(story.id(back))) return true;
    if (!BEFORE_SPAN.has(story.id(back)) && !isNumberAt(story, back)) return isLedToFromAfar(story, back, first);
    // "Twice a month", "12 a week".
    if (story.id(back) === A && back === k - 1 && isCounted(story, back - 1)) return false;
  }
  return true;
}

/** "Within one heating season": an adjective, with a number or an article before it, after a preposition of time. */
function isLedToFromAfar(story: StoryContext, k: number, first: number): boolean {
  for (let back = k - 1; back >= Math.max(first, k - 3); back -= 1) {
    if (story.tokens.afterBreak(back + 1)) return false;
    if (DETERMINERS.has(story.id(back)) || isNumberAt(story, back))
      return story.some(Math.max(first, back - 2), back, (at) => LEADS_FAR.has(story.id(at)));
  }
  return false;
}

const isCounted = (story: StoryContext, k: number): boolean => isNumberAt(story, k) && !story.tokens.afterBreak(k + 1);

/** "First-year", "month-end close", "30-day"; not "by year-end" or "since half-term". */
function isPartOfName(story: StoryContext, k: number): boolean {
  if (isJoined(story, k)) return story.id(k + 1) !== END || !LEADS_TO_SPAN.has(story.id(k - 1));
  return isJoined(story, k - 1) && story.id(k - 1) !== HALF && story.id(k - 1) !== MID;
}

/** A hyphen joins the word to the next. */
export function isJoined(story: StoryContext, k: number): boolean {
  const end = story.tokens.end(k);
  return kindAt(story.text, end) === 'hyphen' && story.tokens.start(k + 1) === end + 1;
}

/** "After two audits", "for five closes running", "three releases later". */
function isManyRounds(story: StoryContext, k: number, first: number, last: number): boolean {
  let number = k - 1;
  while (number > k - 3 && number > first && !isNumberAt(story, number)) number -= 1;
  if (number < first || !isNumberAt(story, number)) return false;
  if (isOutOfSoMany(story, number, first)) return false;
  if (k + 1 < last && AFTER_SPAN.has(story.id(k + 1))) return true;
  const before = number - 1;
  return BEFORE_ROUNDS.has(story.id(before)) || BEFORE_ROUNDS.has(story.id(before - 1));
}

/** "9 failures in a hundred releases": a share of them. */
const isOutOfSoMany = (story: StoryContext, number: number, first: number): boolean =>
  OUT_OF.has(story.tokens.word(number)) &&
  story.some(Math.max(first, number - REACH), number - 1, (k) => isNumberAt(story, k));

/** "By the next audit", "by the end of the course". */
function isByOccasion(story: StoryContext, k: number, first: number): boolean {
  let by = k - 1;
  while (by > first && by > k - 4 && BEFORE_SPAN.has(story.id(by))) by -= 1;
  return story.id(by) === BY && !isJoined(story, k);
}

/** "Since people click on what they see first": a reason, and no time. */
function isReason(story: StoryContext, k: number, last: number): boolean {
  const end = k + 1 + REASON;
  if (end > last || !story.tokens.afterBreak(k) || AFTER_SINCE.has(story.id(k + 1))) return false;
  const isTimeOrEnd = (at: number): boolean =>
    story.tokens.afterBreak(at) || story.tokens.isFigure(at) || DATES.has(story.id(at)) || SPANS.has(story.id(at));
  return !story.some(k + 1, end, isTimeOrEnd);
}
