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
const [MAY, MARCH, FALL, NOW, UNTIL] = wordIds('may march fall now until');
const BEFORE_SEASON = wordSet('in the this last next by since until each every');
const EVERY = wordSet('every each');
const WEEKDAYS = wordSet(WEEKDAY_NAMES);
/** A shorter time is how long a thing takes, not the time over which the result came. */
const SHORTEST_TIME_FRAME = 86_400_000;
const [INSTEAD, OF, BY, FROM, WAS, IT] = wordIds('instead of by from was it');
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
  const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
  let from = first;
  for (const { first: begin, last: end, role, quantity } of story.figuresIn(index)) {
    // A time that is the outcome itself does not say when it came: "12 minutes instead of 50".
    const isShort = quantity.kind === 'duration' && quantity.value < SHORTEST_TIME_FRAME;
    const isWhatChanged = quantity.kind === 'duration' && (isShort || quantity.from !== undefined || role !== 'none');
    if (isPerTime(quantity) || (quantity.kind === 'duration' && !isWhatChanged)) return true;
    if (story.some(from, begin, (k) => isWhen(story, k))) return true;
    if (!isWhatChanged && story.some(begin, end, (k) => isWhen(story, k))) return true;
    from = end;
  }
  return story.some(from, last, (k) => isWhen(story, k));
}

const isWhen = (story: StoryContext, k: number): boolean => isTime(story, k) || isYearInDigits(story.tokens.word(k));

function isTime(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  switch (word) {
    case MAY:
    case MARCH:
      return kindAt(story.text, story.tokens.start(k)) === 'capital';
    case FALL:
      return BEFORE_SEASON.has(story.id(k - 1));
    case NOW:
      return story.id(k - 1) !== UNTIL;
    default:
      return TIMES.has(word) && !(WEEKDAYS.has(word) && isHabit(story, k));
  }
}

/** "Every Friday", "on Mondays". */
const isHabit = (story: StoryContext, k: number): boolean => EVERY.has(story.id(k - 1));
