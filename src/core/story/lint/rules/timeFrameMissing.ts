import { wordIds, wordSet, type WordId } from '../../prose/vocabulary';
import { tellsOutcome } from '../../storySections';
import { isAchieved } from '../achieved';
import { isShareOfChange, tellsChange } from '../changeInFigures';
import { comesTo } from '../comesTo';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { newLevelOf } from '../levelThenAndNow';
import { isMove } from '../isMove';
import { isNumberAt } from '../numbersOf';
import type { Rule } from '../rule';
import { saysWhen } from '../saysWhen';
import type { Sentence } from '../sentences';

const [INSTEAD, OF, BY, FROM, WAS, IT, THE, TO, A] = wordIds('instead of by from was it the to a');
const COMES = wordSet('came come comes');
/** How many words after a figure its old value may stand. */
const REACH_OF_OLD = 12;
const DIRECTIONS = wordSet('down up');
/** Before a share, these say that it is how much more or less there was. */
const GREW = wordSet(`
  grew rose fell dropped climbed jumped increased decreased declined shrank improved soared surged doubled grown risen
  fallen
`);

/** What a share may be counted in. */
const SHARES: ReadonlySet<string> = new Set(['percent', 'ratio', 'points']);
const HEDGES = wordSet('about around nearly almost roughly over more than some just a an');

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
    if (story.draft || story.parsed.placeholders.length > 0) return [];
    // Most stories say when, and that is sooner seen than what came of them.
    if (story.sentences.some((_, index) => saysWhen(story, index))) return [];
    const outcome = outcomeOf(story);
    if (!outcome) return [];
    const { start, end } = outcome;
    return [{ start, end, message: `“${story.text.slice(start, end)}”: say how long it took, or since when.` }];
  },
};

/** The change in figures that the story gives as its outcome: a figure, or a sentence with the old and the new one. */
function outcomeOf(story: StoryContext): { readonly start: number; readonly end: number } | undefined {
  const figure = story.figures.find((each) => isOutcome(story, each)) ?? newLevelOf(story);
  if (figure) return figure.quantity;
  return story.sentences.find((_, index) => mayTellOutcome(story, index) && tellsChange(story, index));
}

/**
 * A change that is a result; in Result and Impact, a change in the number of people too: "the queue got shorter, from
 * 25 people to 8". "12 minutes instead of 50", "grew by 40%" and "has come down to 15%" are changes as well.
 */
function isOutcome(story: StoryContext, figure: JudgedFigure): boolean {
  const { quantity, role, sentence } = figure;
  if (!mayTellOutcome(story, sentence) || story.tokens.quoted(figure.first)) return false;
  if (isUpOrDownFrom(story, figure) || isFromTo(story, figure))
    return story.sectionOf(sentence) !== 'Action' || role !== 'none';
  if (story.sectionOf(sentence) !== 'Action' && isMove(story, figure)) return true;
  const isOfPeople = quantity.kind === 'count' && tellsOutcome(story.sectionOf(sentence));
  if (role === 'none' && !isOfPeople) return false;
  if (quantity.from !== undefined) return true;
  if (role === 'none') return false;
  if (isInsteadOf(story, figure) || wasOther(story, figure) || isGrowth(story, figure)) return true;
  return isNewValue(story, figure) || isChange(story, figure);
}

/** "A third fewer", "a 40% reduction"; under Action it may be what was done. */
const isChange = (story: StoryContext, figure: JudgedFigure): boolean =>
  story.sectionOf(figure.sentence) !== 'Action' && isShareOfChange(story, figure);

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

/** "From a 12% open rate to one of 29%": the two figures stand apart. */
function isFromTo(story: StoryContext, figure: JudgedFigure): boolean {
  const isAfter = ({ first }: JudgedFigure, lead: WordId): boolean =>
    story.id(story.id(first - 1) === A ? first - 2 : first - 1) === lead;
  const next = story.figuresIn(figure.sentence).find(({ first }) => first > figure.first);
  if (!next || next.quantity.kind !== figure.quantity.kind || next.first - figure.last > REACH_OF_OLD) return false;
  return isAfter(figure, FROM) && isAfter(next, TO);
}

/** "38% get funded; it was 22%": the old figure stands further on. */
const wasOther = (story: StoryContext, figure: JudgedFigure): boolean =>
  isFollowed(story, figure, (k) => story.id(k) === WAS && story.id(k - 1) === IT && story.tokens.isFigure(k + 1));

/** The test holds for a word soon after the figure. */
function isFollowed(story: StoryContext, { last, sentence }: JudgedFigure, test: (k: number) => boolean): boolean {
  const end = Math.min(story.sentences[sentence]?.last ?? 0, last + REACH_OF_OLD);
  return story.some(last, end - 1, test);
}

function isNumber(story: StoryContext, k: number): boolean {
  return isNumberAt(story, story.id(k) === THE ? k + 1 : k);
}

/** "Sales grew by 40%", "cut the waste by a third", "truancy halved": a share by which something changed. */
function isGrowth(story: StoryContext, { quantity: { kind }, first, sentence }: JudgedFigure): boolean {
  const { first: start = 0, has } = story.sentences[sentence] ?? {};
  if (kind === 'multiplier') return story.is(first).change && story.sectionOf(sentence) !== 'Action';
  if (!SHARES.has(kind)) return false;
  let before = first - 1;
  while (before > start && HEDGES.has(story.id(before))) before -= 1;
  const isBy = story.id(before) === BY;
  const verb = isBy ? before - 1 : before;
  if (verb >= start && isUpOrDown(story, verb)) return true;
  if (kind !== 'ratio' && verb >= start && GREW.has(story.id(verb))) return true;
  if (story.sectionOf(sentence) === 'Action') return false;
  return isBy && has?.change === true;
}

/** "Renewals are up 9 %", "No-shows: down 4 points". */
const isUpOrDown = (story: StoryContext, k: number): boolean =>
  DIRECTIONS.has(story.id(k)) && (story.is(k - 1).be || story.tokens.afterBreak(k) || story.is(k - 1).now);

/** "The share has come down to 15%"; "it came to 15%" changes nothing. */
function isNewValue(story: StoryContext, figure: JudgedFigure): boolean {
  const sentence = story.sentences[figure.sentence] as Sentence;
  if (!sentence.has.improvement || story.sectionOf(figure.sentence) === 'Action') return false;
  if (story.id(figure.first - 1) === TO && COMES.has(story.id(figure.first - 2))) return false;
  return comesTo(story, figure, sentence) && isAchieved(story, figure);
}
