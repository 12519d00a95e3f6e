import { wordIds, wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { isMove } from './isMove';
import { isJoined, isTimeAt } from './timeWords';

/** Whether a sentence says when an outcome came, or over what time. How often something is done is another thing. */

/** What a rate is counted over: "fewer visits a week". */
const UNITS = wordSet('week weekend fortnight month quarter year season term semester sprint');
/** What one agrees on with others has a time of its own: "payment within ten days", "a two-year warranty". */
const TERMS = wordSet(`
  pay paid payment payments refund refunds return returns discount deposit invoice invoices warranty guarantee guarantees
  guaranteed contract contracts notice trial trials subscription promise promised promises offer offered offers reply replies
  answer answers answered respond response delivery deliver deadline deadlines leave holiday holidays lease rent loan valid
  expire expires expired
`);
/** "Three weeks old", "two days ahead", "a month before". */
const AFTER_AGE = wordSet('old ahead before');
/** What is agreed on goes on for a time that is still to come. */
const GOES_ON_FOR = wordSet('renewed renew renews extended extend extends prolonged');
/** How many words before a time and after it they may stand. */
const BEFORE_TERM = 4;
const AFTER_TERM = 2;
/** Over what time something was done. */
const OVER_TIME = wordSet('in within over after for during throughout past');
const SPENT = wordSet('spent took taken lasted needed');
const BEFORE_TIME = wordSet(
  'about around only just the these those first last next nearly almost some another less than half my our me us',
);
/** "I asked again two weeks later". */
const LATER = wordSet('later ago earlier running straight');
const OTHER_CLAUSE = wordSet('which that who whom where because if when while so');
const JOINS = wordSet('and then but');
const OF_AGE = wordSet('old experience service');
/** "I have been a cook for eleven years", "I've worked here since 2009". */
const HAVE = wordSet("have i've");
const CAREERS = wordSet('been worked taught');
/** How many words before a time its clause may begin. */
const REACH_OF_CLAUSE = 20;
/** A shorter time is how long a thing takes, not the time over which the result came. */
const SHORTEST_TIME_FRAME = 86_400_000;
const [WITH, QUARTER] = wordIds('with quarter');
const PERIODS: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']);
const PARTS: ReadonlySet<string> = new Set(['ratio', 'percent', 'multiplier']);

/**
 * Whether a sentence says when the outcome came. Where there are no sections, a time in the set-up counts too: where it
 * ends is not known.
 */
export function saysWhen(story: StoryContext, index: number): boolean {
  if (story.isSetting(index) || isCareer(story, index)) return false;
  const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
  const isWhen = (k: number): boolean => isTimeAt(story, k, index);
  let from = first;
  for (const figure of story.figuresIn(index)) {
    if (isTimeOfOutcome(story, figure) || story.some(from, figure.first, isWhen)) return true;
    if (story.some(figure.first, figure.last, (k) => isWhen(k) && !isOfFigure(story, k, figure))) return true;
    from = figure.last;
  }
  return story.some(from, last, isWhen);
}

/** "I have been a head chef for eleven years": when one began, not when the outcome came. */
function isCareer(story: StoryContext, index: number): boolean {
  const { first, last, has } = story.sentences[index] ?? {};
  if (first === undefined || story.usesHeadings || !has?.first) return false;
  const have = story.find(first, Math.min(last ?? 0, first + 4), (k) => HAVE.has(story.id(k)));
  return (
    have >= 0 &&
    CAREERS.has(story.id(have + 1)) &&
    !story.figuresIn(index).some(({ role, quantity }) => role !== 'none' && quantity.kind !== 'count')
  );
}

/** "In three months": over what time it came. */
function isTimeOfOutcome(story: StoryContext, figure: JudgedFigure): boolean {
  if (figure.quantity.kind !== 'duration' || isWhatChanged(story, figure)) return false;
  if (isOfSomebody(story, figure) || isTerm(story, figure) || isInName(story, figure)) return false;
  return story.sectionOf(figure.sentence) !== 'Action' || isTimeOfDoing(story, figure);
}

/** "A clerk with twenty years of experience", "a boiler thirty years old". */
const isOfSomebody = (story: StoryContext, { first, last }: JudgedFigure): boolean =>
  story.id(first - 1) === WITH || OF_AGE.has(story.id(last)) || OF_AGE.has(story.id(last + 1));

/** "30-day readmissions", "our 12-month licences"; not "over a 12-month period". */
const isInName = (story: StoryContext, { first, last }: JudgedFigure): boolean =>
  isJoined(story, last - 2) && !story.hasWord(OVER_TIME, first - 3, first);

/** A word of time that belongs to what the figure measures: "40 a month", "five years", "a quarter of". */
const isOfFigure = (story: StoryContext, k: number, { quantity }: JudgedFigure): boolean =>
  quantity.kind === 'duration' ||
  (isPerTime(quantity) && UNITS.has(story.id(k))) ||
  (PARTS.has(quantity.kind) && quantity.from === undefined && story.id(k) === QUARTER);

const isPerTime = ({ per }: Quantity): boolean => per !== undefined && PERIODS.has(per);

/** A time that is the outcome itself does not say when it came: "12 minutes instead of 50". */
function isWhatChanged(story: StoryContext, figure: JudgedFigure): boolean {
  const { value, from, per } = figure.quantity;
  if (value < SHORTEST_TIME_FRAME || from !== undefined || per !== undefined || figure.role !== 'none') return true;
  return isMove(story, figure);
}

/** "Payment within ten days", "a two-year warranty", "renewed for three years". */
function isTerm(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const { first: start = 0, last: end = 0 } = story.sentences[sentence] ?? {};
  const from = Math.max(start, first - BEFORE_TERM);
  return (
    story.hasWord(GOES_ON_FOR, from, first) ||
    (!story.tokens.afterBreak(last) && story.hasWord(TERMS, last, Math.min(end, last + AFTER_TERM))) ||
    (!story.tokens.afterBreak(last) && story.hasWord(AFTER_AGE, last, Math.min(end, last + AFTER_TERM))) ||
    (story.sectionOf(sentence) === 'Action' && story.hasWord(TERMS, from, first))
  );
}

/** "Within ten days I had …", "I spent three weeks"; not "lamps break after three days" or "the seven-day rule". */
function isTimeOfDoing(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const { first: start = 0 } = story.sentences[sentence] ?? {};
  let before = first - 1;
  while (before > start && BEFORE_TIME.has(story.id(before))) before -= 1;
  if (before < start || story.tokens.afterBreak(first) || LATER.has(story.id(last))) return true;
  if (SPENT.has(story.id(before))) return true;
  if (!OVER_TIME.has(story.id(before))) return false;
  const farthest = Math.max(start, before - REACH_OF_CLAUSE);
  let clause = before;
  while (clause > farthest && !story.tokens.afterBreak(clause) && !OTHER_CLAUSE.has(story.id(clause - 1))) clause -= 1;
  if (clause === before) return true;
  return story.some(clause, before, (k) => story.is(k).first || story.is(k).we) || isDeedAt(story, clause);
}

/** "… and rewrote it within ten days": the subject stands further on in front. */
function isDeedAt(story: StoryContext, clause: number): boolean {
  const verb = JOINS.has(story.id(clause)) ? clause + 1 : clause;
  return story.is(verb).deed || /^[a-z]{3,}ed$/u.test(story.tokens.word(verb));
}
