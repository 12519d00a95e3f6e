import { isYearInDigits } from '../../prose/chars';
import { wordIds, wordSet } from '../../prose/vocabulary';
import { tellsOutcome } from '../../storySections';
import { kindAt } from '../characters';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../lexicon/times';
import type { Rule } from '../rule';

/** Any of these, anywhere outside the set-up, says when, how often or over what. */
const TIMES = wordSet(`
  second seconds minute minutes hour hours hourly day days daily night nights overnight week weeks weekly weekend fortnight
  month months monthly quarter quarters quarterly year years yearly annual annually season seasons term terms semester sprint
  sprints spring summer autumn fall winter easter christmas today yesterday tomorrow since soon immediately afterwards
  later next last earlier before after within until during half-year h1 h2 q1 q2 q3 q4 now
  shift sale holiday launch release deadline end beginning start ${MONTH_NAMES} ${WEEKDAY_NAMES}
`);
/** "The second till" is not a time, nor are "may" and "march" in small letters, "prices fall" and "next to". */
const [SECOND, MAY, MARCH, FALL, NEXT, TO] = wordIds('second may march fall next to');
const BEFORE_TIME = wordSet('a per every each one');
const BEFORE_SEASON = wordSet('in the this last next by since until each every');
const FEWEST_WORDS = 40;

export const timeFrameMissing: Rule<'time-frame-missing'> = {
  code: 'time-frame-missing',
  severity: 'hint',
  title: 'The time frame is missing',
  summary: 'An outcome says when it came, or over what time.',
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
    if (story.draft || story.parsed.words < FEWEST_WORDS) return [];
    const outcome = story.figures.find((figure) => isOutcome(story, figure));
    if (!outcome || story.sentences.some((_, index) => saysWhen(story, index))) return [];
    if (story.parsed.placeholders.length > 0) return [];
    const { start, end, text } = outcome.quantity;
    return [{ start, end, message: `“${text}”: say within what time, or since when.` }];
  },
};

/** A change that came of it; in Result and Impact one of people, too: "the queue got shorter, from 25 people to 8". */
function isOutcome(story: StoryContext, { quantity, role, sentence }: JudgedFigure): boolean {
  if (quantity.from === undefined || quantity.per !== undefined || story.isSetting(sentence)) return false;
  return role !== 'none' || (quantity.kind === 'count' && tellsOutcome(story.sectionOf(sentence)));
}

/** Where there are no sections, a time in the set-up counts too: where it ends is not known. */
function saysWhen(story: StoryContext, index: number): boolean {
  if (story.isSetting(index)) return false;
  const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
  if (story.figuresIn(index).some(({ quantity: { kind, per } }) => kind === 'duration' || per !== undefined))
    return true;
  return story.some(first, last, (k) => isTime(story, k) || isYearInDigits(story.tokens.word(k)));
}

function isTime(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  switch (word) {
    case SECOND:
      return BEFORE_TIME.has(story.id(k - 1));
    case MAY:
    case MARCH:
      return kindAt(story.text, story.tokens.start(k)) === 'capital';
    case FALL:
      return BEFORE_SEASON.has(story.id(k - 1));
    case NEXT:
      return story.id(k + 1) !== TO;
    default:
      return TIMES.has(word);
  }
}
