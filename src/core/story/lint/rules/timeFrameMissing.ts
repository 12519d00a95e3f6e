import { isYearInDigits } from '../../prose/chars';
import { wordIds, wordSet } from '../../prose/vocabulary';
import { tellsOutcome } from '../../storySections';
import { kindAt } from '../characters';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import type { Quantity } from '../../quantities';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../lexicon/times';
import type { Rule } from '../rule';

/** Any of these, anywhere outside the set-up, says when, or over what time. */
const TIMES = wordSet(`
  days week weeks weekly weekend fortnight month months monthly quarter quarters quarterly year years yearly annual annually
  season seasons term terms semester sprint sprints spring summer autumn fall winter easter christmas today yesterday tomorrow
  since soon immediately afterwards now half-year h1 h2 q1 q2 q3 q4 ${MONTH_NAMES} ${WEEKDAY_NAMES}
`);
/** "May" and "march" in small letters, and "prices fall", are not times; nor is the habit of "every Friday". */
const [MAY, MARCH, FALL, NOW, UNTIL, SINCE] = wordIds('may march fall now until since');
const BEFORE_SEASON = wordSet('in the this last next by since until each every');
const EVERY = wordSet('every each');
const WEEKDAYS = wordSet(WEEKDAY_NAMES);
/** How often something is done: "a weekly review", "once a month". */
const HOW_OFTEN = wordSet('weekly monthly quarterly yearly annual');
const TIMES_A = wordSet('once twice times');
/** What one agrees on with others has a time of its own: "payment within ten days", "a two-year warranty". */
const TERMS = wordSet(`
  pay paid payment payments refund refunds return returns discount deposit invoice invoices warranty guarantee guarantees
  guaranteed contract contracts notice trial trials subscription promise promised promises offer offered offers reply replies
  answer answers answered respond response delivery deliver deadline deadlines leave holiday holidays lease rent loan valid
  expire expires expired old ahead before
`);
/** How many words before a time and after it they may stand. */
const BEFORE_TERM = 4;
const AFTER_TERM = 2;
/** Over what time something was done. */
const OVER_TIME = wordSet('in within over after for during throughout past');
const SPENT = wordSet('spent took taken lasted needed');
const BEFORE_TIME = wordSet(
  'about around only just the these those first last next nearly almost some another less than my our me us',
);
const OTHER_CLAUSE = wordSet('which that who whom where because if when while so');
const JOINS = wordSet('and then but');
const OF_AGE = wordSet('old experience service');
/** How many words before a time its clause may begin. */
const REACH_OF_CLAUSE = 20;
/** After "since", so many words give a reason, unless one of them is a time. */
const REASON = 3;
const AFTER_SINCE = wordSet('then that');
/** A shorter time is how long a thing takes, not the time over which the result came. */
const SHORTEST_TIME_FRAME = 86_400_000;
const [INSTEAD, OF, BY, FROM, WAS, IT, A, PER, WITH] = wordIds('instead of by from was it a per with');
/** How many words after a figure its old value may stand. */
const REACH_OF_OLD = 12;
const DIRECTIONS = wordSet('down up');
const PERIODS: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']);
/** Before a share, these say that it is how much more or less there was. */
const GREW = wordSet(`
  grew rose fell dropped climbed jumped increased decreased declined shrank improved soared surged doubled grown risen
  fallen
`);

export const timeFrameMissing: Rule<'time-frame-missing'> = {
  code: 'time-frame-missing',
  severity: 'hint',
  title: 'The time frame is missing',
  summary: 'An outcome says when it happened, or over what time.',
  raisedWhen: 'a change in figures is the outcome, and nothing says when or over what time',
  weight: { points: 2, most: 2 },
  scene: {
    says: {
      Impact: '{weak}',
      Situation: 'Shops gave up on the import, and nobody knew why.',
      Result: 'Renewals are up 9 %.',
    },
  },
  kinds: ['story'],
  check(story) {
    if (story.draft) return [];
    const outcome = story.figures.find((figure) => isOutcome(story, figure));
    if (!outcome || story.sentences.some((_, index) => saysWhen(story, index))) return [];
    if (story.parsed.placeholders.length > 0) return [];
    const { start, end, text } = outcome.quantity;
    return [{ start, end, message: `“${text}”: say how long it took, or since when.` }];
  },
};

/**
 * A change that is a result; in Result and Impact, a change in the number of people too: "the queue got shorter, from
 * 25 people to 8". "12 minutes instead of 50" and "grew by 40%" are changes as well.
 */
function isOutcome(story: StoryContext, figure: JudgedFigure): boolean {
  const { quantity, role, sentence, last } = figure;
  if (isPerTime(quantity) || story.isSetting(sentence) || story.tokens.quoted(figure.first)) return false;
  const isOfPeople = quantity.kind === 'count' && tellsOutcome(story.sectionOf(sentence));
  if (role === 'none' && !isOfPeople) return false;
  if (quantity.from !== undefined) return true;
  return role !== 'none' && (isInsteadOf(story, last) || isGrowth(story, figure) || wasOther(story, figure));
}

/** "400 a week" says over what time it was counted; "30 per thousand meals" does not. */
const isPerTime = ({ per }: Quantity): boolean => per !== undefined && PERIODS.has(per);

/** "12 minutes instead of 50", "19%, down from 31%". */
const isInsteadOf = (story: StoryContext, k: number): boolean =>
  (story.id(k) === INSTEAD && story.id(k + 1) === OF && story.tokens.isFigure(k + 2)) ||
  (DIRECTIONS.has(story.id(k)) && story.id(k + 1) === FROM && story.tokens.isFigure(k + 2)) ||
  (story.id(k) === FROM && story.tokens.afterBreak(k) && story.tokens.isFigure(k + 1));

/** "38% get funded; it was 22%": the old figure stands further on. */
function wasOther(story: StoryContext, { last, sentence }: JudgedFigure): boolean {
  const end = Math.min(story.sentences[sentence]?.last ?? 0, last + REACH_OF_OLD);
  return story.some(
    last,
    end - 1,
    (k) => story.id(k) === WAS && story.id(k - 1) === IT && story.tokens.isFigure(k + 1),
  );
}

/** "Sales grew by 40%": a share by which something changed. */
function isGrowth(story: StoryContext, { quantity: { kind }, first, sentence }: JudgedFigure): boolean {
  if (kind !== 'percent') return false;
  const verb = story.id(first - 1) === BY ? first - 2 : first - 1;
  return verb >= (story.sentences[sentence]?.first ?? 0) && GREW.has(story.id(verb));
}

/** Where there are no sections, a time in the set-up counts too: where it ends is not known. */
function saysWhen(story: StoryContext, index: number): boolean {
  if (story.isSetting(index)) return false;
  const isAction = story.sectionOf(index) === 'Action';
  const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
  const isWhen = (k: number): boolean =>
    (isTime(story, k, last) && !(isAction && isHowOften(story, k))) || isYearInDigits(story.tokens.word(k));
  let from = first;
  for (const figure of story.figuresIn(index)) {
    if (isTimeOfOutcome(story, figure, isAction)) return true;
    if (story.some(from, figure.first, isWhen)) return true;
    if (!holdsOtherTime(figure, isAction) && story.some(figure.first, figure.last, isWhen)) return true;
    from = figure.last;
  }
  return story.some(from, last, isWhen);
}

/** "In three months", "400 a week": over what time it came, or was counted. */
function isTimeOfOutcome(story: StoryContext, figure: JudgedFigure, isAction: boolean): boolean {
  const { quantity } = figure;
  if (isPerTime(quantity)) return !isPerTimeOfOther(figure, isAction);
  if (quantity.kind !== 'duration' || isWhatChanged(figure) || isOfSomebody(story, figure)) return false;
  return !isAction || (isTimeOfDoing(story, figure) && !isTerm(story, figure));
}

/** "A clerk with twenty years of experience", "a boiler thirty years old". */
const isOfSomebody = (story: StoryContext, { first, last }: JudgedFigure): boolean =>
  story.id(first - 1) === WITH || OF_AGE.has(story.id(last)) || OF_AGE.has(story.id(last + 1));

/** Its words hold a time that is not when the outcome came. */
const holdsOtherTime = (figure: JudgedFigure, isAction: boolean): boolean =>
  isPerTime(figure.quantity) ? isPerTimeOfOther(figure, isAction) : figure.quantity.kind === 'duration';

/** A time that is the outcome itself does not say when it came: "12 minutes instead of 50". */
const isWhatChanged = ({ quantity: { value, from }, role }: JudgedFigure): boolean =>
  value < SHORTEST_TIME_FRAME || from !== undefined || role !== 'none';

/** "Cost us €1,900 a month" is a price; in the Action, "two sessions a week" is what was done. */
const isPerTimeOfOther = ({ quantity, role }: JudgedFigure, isAction: boolean): boolean =>
  quantity.from === undefined && (isAction || (quantity.kind === 'money' && role === 'none'));

/** "Payment within ten days", "a two-year warranty". */
function isTerm(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const { first: start = 0, last: end = 0 } = story.sentences[sentence] ?? {};
  return (
    story.hasWord(TERMS, Math.max(start, first - BEFORE_TERM), first) ||
    story.hasWord(TERMS, last, Math.min(end, last + AFTER_TERM))
  );
}

/** "Within ten days I had …", "I spent three weeks"; not "lamps break after three days" or "the seven-day rule". */
function isTimeOfDoing(story: StoryContext, { first, sentence }: JudgedFigure): boolean {
  const { first: start = 0 } = story.sentences[sentence] ?? {};
  let before = first - 1;
  while (before > start && BEFORE_TIME.has(story.id(before))) before -= 1;
  if (before < start || story.tokens.afterBreak(first)) return true;
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

function isTime(story: StoryContext, k: number, last: number): boolean {
  const word = story.id(k);
  switch (word) {
    case MAY:
    case MARCH:
      return kindAt(story.text, story.tokens.start(k)) === 'capital';
    case FALL:
      return BEFORE_SEASON.has(story.id(k - 1));
    case NOW:
      return story.id(k - 1) !== UNTIL;
    case SINCE:
      return !isReason(story, k, last);
    default:
      return TIMES.has(word) && !(WEEKDAYS.has(word) && isHabit(story, k));
  }
}

/** "Every Friday", "on Mondays". */
const isHabit = (story: StoryContext, k: number): boolean => EVERY.has(story.id(k - 1));

/** "Every second week", "a weekly review", "twice a month": how often something was done. */
function isHowOften(story: StoryContext, k: number): boolean {
  const [before, two] = [story.id(k - 1), story.id(k - 2)];
  if (HOW_OFTEN.has(story.id(k))) return true;
  return EVERY.has(before) || EVERY.has(two) || before === PER || (before === A && TIMES_A.has(two));
}

/** "Since people click on what they see first": a reason, and no time. */
function isReason(story: StoryContext, k: number, last: number): boolean {
  const end = k + 1 + REASON;
  if (end > last || !story.tokens.afterBreak(k) || AFTER_SINCE.has(story.id(k + 1))) return false;
  const isTimeOrEnd = (at: number): boolean =>
    story.tokens.afterBreak(at) || story.tokens.isFigure(at) || TIMES.has(story.id(at));
  return !story.some(k + 1, end, isTimeOrEnd);
}
