import { wordIds, wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import { inWords, isInPoints } from './arithmetic';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import type { Report } from './types';

/**
 * Figures that are worked out from others which stand before them in other forms: the size of a change before the
 * change, a part beside its fraction.
 */

const [OF, BY, TO] = wordIds('of by to');
/** A sentence with more figures is a table, and linting stays linear. */
const MOST_FIGURES = 12;
const FEWEST_PARTS = 3;
const SLACK = 0.06;
/** Before the size of a change. */
const MOVES = wordSet(`
  climbed rose grew fell dropped sank gained lost went increased decreased improved declined jumped slid by up down climb
  cut reduced shortened shrank lowered raised
`);
const ROUGHLY = wordSet('nearly almost about around roughly some over under more than');

type Check = (story: StoryContext, figures: readonly JudgedFigure[], at: number) => string | undefined;

/** What does not agree among the figures of each sentence. */
export function wrongWorkedOut(story: StoryContext): Report[] {
  const reports: Report[] = [];
  story.sentences.forEach((_, index) => {
    const figures = story.figuresIn(index);
    if (figures.length === 0 || figures.length > MOST_FIGURES) return;
    figures.forEach(({ quantity: { start, end, kind } }, at) => {
      for (const check of CHECKS[kind]) {
        const message = check(story, figures, at);
        if (message === undefined) continue;
        reports.push({ start, end, message });
        return;
      }
    });
  });
  return reports;
}

const isNear = (told: number, actual: number, slack: number): boolean => Math.abs(told - actual) <= slack;

const doesNotFit = (told: JudgedFigure, other: string, actual: string): string =>
  `“${told.quantity.text}” does not fit “${other}”: that is ${actual}.`;

/** The change that follows a figure after a mark, with no other word between: "18 points, from 31 to 44". */
function changeAfter(
  story: StoryContext,
  told: JudgedFigure,
  next: JudgedFigure | undefined,
): JudgedFigure | undefined {
  if (!next || next.quantity.from === undefined || next.quantity.from === 0) return undefined;
  return next.first === told.last && (isInPoints(told.quantity) || story.tokens.afterBreak(next.first))
    ? next
    : undefined;
}

/** "NPS climbed 18 points, from 31 to 44", "the wait fell by 20 minutes, from 50 to 38". */
const wrongStep: Check = (story, figures, at) => {
  const told = figures[at] as JudgedFigure;
  const { quantity } = told;
  const change = changeAfter(story, told, figures[at + 1]);
  if (!change || quantity.from !== undefined || quantity.high !== undefined) return undefined;
  const isPoints = isInPoints(quantity);
  const isStep = isPoints || (quantity.kind === change.quantity.kind && quantity.kind !== 'percent');
  if (!isStep || !story.hasWord(MOVES, told.first - 2, told.first)) return undefined;
  const actual = Math.abs(change.quantity.value - (change.quantity.from as number));
  if (isNear(quantity.value, actual, 2 * SLACK * actual)) return undefined;
  return doesNotFit(told, change.quantity.text, isPoints ? inWords(actual) : 'another step');
};

/** "Cut by two thirds, from 90 minutes to 45", "to a third, from 90 to 45". */
const wrongPart: Check = (story, figures, at) => {
  const told = figures[at] as JudgedFigure;
  const change = changeAfter(story, told, figures[at + 1]);
  const isPart = told.quantity.kind === 'ratio' || (told.quantity.kind === 'multiplier' && told.quantity.value < 1);
  if (!change || !isPart || told.quantity.from !== undefined) return undefined;
  const [value, from] = [change.quantity.value, change.quantity.from as number];
  const isBy = story.id(told.first - 1) === BY || story.hasWord(ROUGHLY, told.first - 1, told.first);
  if (!isBy && story.id(told.first - 1) !== TO) return undefined;
  const actual = isBy ? Math.abs(value - from) / from : value / from;
  if (isNear(told.quantity.value, actual, SLACK)) return undefined;
  return doesNotFit(told, change.quantity.text, `${Math.round(100 * actual)} %`);
};

/** "A third of our 240 stores, 120 of them". */
const wrongPartOfWhole: Check = (story, figures, at) => {
  const told = figures[at] as JudgedFigure;
  if (at < 2) return undefined;
  const [share, whole] = [figures[at - 2], figures[at - 1]];
  if (!share || share.quantity.kind !== 'ratio' || whole?.quantity.kind !== 'count') return undefined;
  if (told.quantity.kind !== 'count' || told.quantity.high !== undefined) return undefined;
  if (story.id(share.last) !== OF || whole.first - share.last > FEWEST_PARTS) return undefined;
  if (told.first !== whole.last || !story.tokens.afterBreak(told.first)) return undefined;
  const isOfThem = /\bof (?:them|these|those)$/u.test(told.quantity.text) || story.tokens.afterBreak(told.last);
  const actual = share.quantity.value * whole.quantity.value;
  if (!isOfThem || isNear(told.quantity.value, actual, 2 * SLACK * actual)) return undefined;
  return doesNotFit(told, story.text.slice(share.quantity.start, whole.quantity.end), inWords(actual));
};

/** What can be wrong with a figure depends on what kind it is. */
const CHECKS: Readonly<Record<Quantity['kind'], readonly Check[]>> = {
  percent: [wrongStep],
  money: [wrongStep],
  count: [wrongStep, wrongPartOfWhole],
  duration: [wrongStep],
  rate: [wrongStep],
  size: [wrongStep],
  points: [wrongStep],
  multiplier: [wrongStep, wrongPart],
  ratio: [wrongStep, wrongPart],
};
