import { wordIds, wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import { inWords, isInPoints } from './arithmetic';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { isGroupOfThousands, numberAt } from './numbersOf';
import type { Report } from './types';

/**
 * Figures that are worked out from others which stand before them in other forms: the size of a change before the
 * change, a part beside its fraction, a list with its whole, a part of a whole that was named first.
 */

const [OF, AND, BY, TO, THE] = wordIds('of and by to the');
/** A sentence with more figures is a table, and linting stays linear. */
const MOST_FIGURES = 12;
const FEWEST_PARTS = 3;
/** How many words may stand between a figure and what is worked out from it. */
const REACH = 6;
const SLACK = 0.06;
const POINTS = 1.5;
const SAME = wordSet("or so which that is that's i.e thus namely a");
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

/** "42 leads: 19 from webinars, 12 from partners and 16 from calls". */
const wrongList: Check = (story, figures, at) => {
  const whole = figures[at] as JudgedFigure;
  if (whole.quantity.kind !== 'count' || whole.quantity.from !== undefined || whole.quantity.high !== undefined)
    return undefined;
  const { last = 0 } = story.sentences[whole.sentence] ?? {};
  const first = story.find(whole.last, Math.min(last, whole.last + REACH), (k) => story.tokens.isFigure(k));
  if (first < 0 || !story.text.slice(whole.quantity.end, story.tokens.start(first)).trimEnd().endsWith(':'))
    return undefined;
  const parts: number[] = [];
  let isComplete = false;
  for (let k = first; k < last; k += 1) {
    if (!story.tokens.isFigure(k)) continue;
    const isListed = story.tokens.afterBreak(k) || story.id(k - 1) === AND;
    if (!isListed || isComplete || !/^\d+$/u.test(story.tokens.word(k)) || isOtherKind(figures, k)) return undefined;
    parts.push(Number(story.tokens.word(k)));
    isComplete = story.id(k - 1) === AND;
  }
  const sum = parts.reduce((all, part) => all + part, 0);
  const isList = parts.length >= FEWEST_PARTS && isComplete && parts.every((part) => part < whole.quantity.value);
  if (!isList || sum === whole.quantity.value || sum > 2 * whole.quantity.value) return undefined;
  return `The parts of “${whole.quantity.text}” come to ${sum}: they do not add up.`;
};

const isOtherKind = (figures: readonly JudgedFigure[], k: number): boolean =>
  figures.some(({ first, last, quantity }) => first <= k && k < last && quantity.kind !== 'count');

/** "Of the 600,000 in the budget 90,000, or 20 %, went back". */
const wrongShareOfWhole: Check = (story, figures, at) => {
  const share = figures[at] as JudgedFigure;
  const { first = 0 } = story.sentences[share.sentence] ?? {};
  if (share.quantity.kind !== 'percent' || share.quantity.from !== undefined || share.quantity.high !== undefined)
    return undefined;
  const of = story.find(first, first + REACH, (k) => story.id(k) === OF && story.tokens.isFigure(afterThe(story, k)));
  if (of < 0 || !story.tokens.afterBreak(share.first - 1) || !SAME.has(story.id(share.first - 1))) return undefined;
  const whole = numberAt(story, afterThe(story, of), share.first);
  const part = numberBefore(story, share.first - 1, whole.end);
  if (part === undefined || part > whole.value || part === 0) return undefined;
  const actual = (100 * part) / whole.value;
  if (isNear(share.quantity.value, actual, POINTS + SLACK * actual)) return undefined;
  return doesNotFit(share, inWords(part), `${Math.round(actual)} %`);
};

const afterThe = (story: StoryContext, of: number): number => (story.id(of + 1) === THE ? of + 2 : of + 1);

/** The number that ends right before a token. */
function numberBefore(story: StoryContext, end: number, from: number): number | undefined {
  let k = end - 1;
  while (k > from && isGroupOfThousands(story, k)) k -= 1;
  if (k < from || !story.tokens.isFigure(k)) return undefined;
  const { value } = numberAt(story, k, end);
  return Number.isFinite(value) ? value : undefined;
}

/** What can be wrong with a figure depends on what kind it is. */
const CHECKS: Readonly<Record<Quantity['kind'], readonly Check[]>> = {
  percent: [wrongStep, wrongShareOfWhole],
  money: [wrongStep],
  count: [wrongStep, wrongPartOfWhole, wrongList],
  duration: [wrongStep],
  rate: [wrongStep],
  size: [wrongStep],
  points: [wrongStep],
  multiplier: [wrongStep, wrongPart],
  ratio: [wrongStep, wrongPart],
};
