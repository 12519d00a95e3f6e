import { wordIds, wordSet } from '../../prose/vocabulary';
import { tellsOutcome } from '../../storySections';
import { isAchieved } from '../achieved';
import { comesTo } from '../comesTo';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { NUMBERS } from '../lexicon/numbers';
import type { Rule } from '../rule';
import { saysWhen } from '../saysWhen';
import type { Sentence } from '../sentences';

const [INSTEAD, OF, BY, FROM, WAS, IT, THE, TO] = wordIds('instead of by from was it the to');
const COMES = wordSet('came come comes');
/** How many words after a figure its old value may stand. */
const REACH_OF_OLD = 12;
const DIRECTIONS = wordSet('down up');
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
 * 25 people to 8". "12 minutes instead of 50", "grew by 40%" and "has come down to 15%" are changes as well.
 */
function isOutcome(story: StoryContext, figure: JudgedFigure): boolean {
  const { quantity, role, sentence } = figure;
  if (!mayTellOutcome(story, sentence) || story.tokens.quoted(figure.first)) return false;
  if (isUpOrDownFrom(story, figure)) return story.sectionOf(sentence) !== 'Action' || role !== 'none';
  const isOfPeople = quantity.kind === 'count' && tellsOutcome(story.sectionOf(sentence));
  if (role === 'none' && !isOfPeople) return false;
  if (quantity.from !== undefined) return true;
  if (role === 'none') return false;
  return isInsteadOf(story, figure) || wasOther(story, figure) || isGrowth(story, figure) || isNewValue(story, figure);
}

/** Neither the set-up nor what was given up or learned. */
function mayTellOutcome(story: StoryContext, index: number): boolean {
  const section = story.sectionOf(index);
  return !story.isSetting(index) && section !== 'Trade-offs' && section !== 'Learned';
}

/** "12 minutes instead of 50", "46 desserts a night instead of the 20 of before". */
const isInsteadOf = (story: StoryContext, figure: JudgedFigure): boolean =>
  isFollowed(story, figure, (k) => story.id(k) === INSTEAD && story.id(k + 1) === OF && isNumber(story, k + 2));

/** "19%, down from 31%", "71 use it, up from 12", "9 minutes, from 27". */
const isUpOrDownFrom = (story: StoryContext, figure: JudgedFigure): boolean =>
  isFollowed(
    story,
    figure,
    (k) =>
      story.id(k) === FROM &&
      (DIRECTIONS.has(story.id(k - 1)) || (k === figure.last && story.tokens.afterBreak(k))) &&
      isNumber(story, k + 1),
  );

/** "38% get funded; it was 22%": the old figure stands further on. */
const wasOther = (story: StoryContext, figure: JudgedFigure): boolean =>
  isFollowed(story, figure, (k) => story.id(k) === WAS && story.id(k - 1) === IT && story.tokens.isFigure(k + 1));

/** The test holds for a word soon after the figure. */
function isFollowed(story: StoryContext, { last, sentence }: JudgedFigure, test: (k: number) => boolean): boolean {
  const end = Math.min(story.sentences[sentence]?.last ?? 0, last + REACH_OF_OLD);
  return story.some(last, end - 1, test);
}

function isNumber(story: StoryContext, k: number): boolean {
  const at = story.id(k) === THE ? k + 1 : k;
  return story.tokens.isFigure(at) || NUMBERS.has(story.id(at));
}

/** "Sales grew by 40%", "cut the waste by a third", "truancy halved": a share by which something changed. */
function isGrowth(story: StoryContext, { quantity: { kind }, first, sentence }: JudgedFigure): boolean {
  const { first: start = 0, has } = story.sentences[sentence] ?? {};
  if (kind === 'multiplier') return story.is(first).change && story.sectionOf(sentence) !== 'Action';
  if (kind !== 'percent' && kind !== 'ratio') return false;
  const isBy = story.id(first - 1) === BY;
  const verb = isBy ? first - 2 : first - 1;
  if (kind === 'percent' && verb >= start && GREW.has(story.id(verb))) return true;
  return isBy && has?.change === true && story.sectionOf(sentence) !== 'Action';
}

/** "The share has come down to 15%"; "it came to 15%" changes nothing. */
function isNewValue(story: StoryContext, figure: JudgedFigure): boolean {
  const sentence = story.sentences[figure.sentence] as Sentence;
  if (!sentence.has.improvement || story.sectionOf(figure.sentence) === 'Action') return false;
  if (story.id(figure.first - 1) === TO && COMES.has(story.id(figure.first - 2))) return false;
  return comesTo(story, figure, sentence) && isAchieved(story, figure);
}
