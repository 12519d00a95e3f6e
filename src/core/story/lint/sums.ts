import { wordIds, wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import { inWords, SAME_AGAIN } from './arithmetic';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { CHANGE_WORDS } from './lexicon/aroundFigures';
import { changeAt, MOST_FIGURES, type Change } from './multiples';
import type { Report } from './types';

/**
 * Figures of one sentence that are worked out from one another: a share of a count, a sum for a month and for a year,
 * a total with its average, a count with its pace, a whole with its parts, two figures with their difference.
 */

const [OF, EACH, APIECE, AVERAGE, AN] = wordIds('of each apiece average an');
/** After a share or a sum, these make it another one. */
const ELSE = wordSet('more less fewer higher lower better faster up down than above below of');
const IN_ALL = wordSet('all total altogether together');
const CONJUNCTIONS = wordSet('and but while as when where because since although though after before');
/** How many words may stand between two figures when one is worked out from the other. */
const REACH = 8;
/** What there is of each, the total and how many they are. */
const FEWEST_OF_AVERAGE = 3;
/** How far off a rounded figure may be, as a share of itself. */
const SLACK = 0.06;
/** Percentage points by which a rounded share may be off. */
const POINTS = 1.5;

/** What is wrong with the figure at a place among those of its sentence. It is no change itself. */
type Check = (story: StoryContext, figures: readonly JudgedFigure[], at: number) => string | undefined;

/** What does not add up among the figures of each sentence. */
export function wrongSums(story: StoryContext): Report[] {
  const reports: Report[] = [];
  for (let index = 0; index < story.sentences.length; index += 1) {
    const figures = story.figuresIn(index);
    if (figures.length > MOST_FIGURES) continue;
    for (let at = 0; at < figures.length; at += 1) {
      const { start, end, kind, from } = (figures[at] as JudgedFigure).quantity;
      if (from !== undefined) continue;
      // All but the parts of a whole are worked out from a figure before them.
      const message = at > 0 || kind === 'count' ? firstOf(CHECKS[kind], story, figures, at) : undefined;
      if (message !== undefined) reports.push({ start, end, message });
    }
  }
  return reports;
}

/** What is said by the first check that finds something wrong with a figure. */
function firstOf(
  checks: readonly Check[],
  story: StoryContext,
  figures: readonly JudgedFigure[],
  at: number,
): string | undefined {
  for (const check of checks) {
    const message = check(story, figures, at);
    if (message !== undefined) return message;
  }
  return undefined;
}

const isNear = (told: number, actual: number, slack = SLACK): boolean =>
  Math.abs(told - actual) <= slack * Math.abs(actual);

const doesNotFit = (told: JudgedFigure, other: JudgedFigure, actual: string): string =>
  `“${told.quantity.text}” does not fit “${other.quantity.text}”: that is ${actual}.`;

/** "30 of 40 pupils passed, or 60%". */
const wrongShare: Check = (story, figures, at) => {
  const share = figures[at] as JudgedFigure;
  const part = figures[at - 1];
  if (share.quantity.high !== undefined || part?.quantity.kind !== 'ratio' || !/\d|\bof\b/u.test(part.quantity.text))
    return undefined;
  if (share.first - part.last > REACH) return undefined;
  const between = story.text.slice(part.quantity.end, share.quantity.start);
  const isApposed =
    /[(,–—:] ?(?:or |that is |that[’']s |that makes |which is |which makes |i\.e\. |so |thus |about |around |some |nearly |almost )*$/u.test(
      between,
    );
  if (!isApposed || ELSE.has(story.id(share.last))) return undefined;
  if (story.hasWord(CONJUNCTIONS, part.last, share.first)) return undefined;
  // With nothing but a mark between, the percentage may be how much something changed.
  const isChange = story.some(part.last, share.first, (k) => story.is(k).change);
  if (isChange && !SAME_AGAIN.has(story.id(share.first - 1))) return undefined;
  const actual = 100 * part.quantity.value;
  if (Math.abs(actual - share.quantity.value) <= POINTS + SLACK * actual) return undefined;
  return doesNotFit(share, part, `${Math.round(actual)} %`);
};

/** "$120,000 from 400 donors, an average of $450 each", "12 rooms at £80 each, £1,200 in all". */
const wrongAverage: Check = (story, figures, at) => {
  const told = figures[at] as JudgedFigure;
  if (figures.length < FEWEST_OF_AVERAGE || told.quantity.high !== undefined) return undefined;
  if (!isEach(story, told) && !isInAll(story, told)) return undefined;
  const same = figures.filter(
    (figure) => figure.quantity.kind === told.quantity.kind && figure.quantity.unit === told.quantity.unit,
  );
  const counts = figures.filter(
    (figure) => figure.quantity.kind === 'count' && figure.quantity.from === undefined && !same.includes(figure),
  );
  const [count] = counts;
  if (same.length !== 2 || counts.length !== 1 || !count) return undefined;
  const other = same.find((figure) => figure !== told) as JudgedFigure;
  if (other.quantity.from !== undefined || other.quantity.high !== undefined || other.first > told.first)
    return undefined;
  if (story.hasWord(CONJUNCTIONS, Math.min(other.last, count.last), told.first)) return undefined;
  if (isEach(story, told) && !isEach(story, other)) {
    const actual = other.quantity.value / count.quantity.value;
    return isNear(told.quantity.value, actual) ? undefined : doesNotFit(told, other, `${inWords(actual)} each`);
  }
  if ((isEach(story, other) || isOfEach(story, count)) && isInAll(story, told)) {
    const actual = other.quantity.value * count.quantity.value;
    return isNear(told.quantity.value, actual) ? undefined : doesNotFit(told, other, `${inWords(actual)} in all`);
  }
  return undefined;
};

/** "$450 each", "an average of $450". */
const isEach = (story: StoryContext, { first, last }: JudgedFigure): boolean =>
  story.id(last) === EACH ||
  story.id(last) === APIECE ||
  (story.id(first - 1) === OF && story.id(first - 2) === AVERAGE && story.id(first - 3) === AN);

/** "Each of our 20 agents", "every one of the 12 shops". */
const isOfEach = (story: StoryContext, { first }: JudgedFigure): boolean =>
  story.some(first - 4, first, (k) => EACH_ONE.has(story.id(k)));
const EACH_ONE = wordSet('each every');

/** "£1,200 in all", "a total of £1,200". */
const isInAll = (story: StoryContext, { first, last }: JudgedFigure): boolean =>
  IN_ALL.has(story.id(last)) ||
  IN_ALL.has(story.id(last + 1)) ||
  (story.id(first - 1) === OF && IN_ALL.has(story.id(first - 2)));

/** "From $5M to $4M, saving $2M", "from 40 days to 10, a cut of 20 days". */
const wrongDifference: Check = (story, figures, at) => {
  const change = figures[at - 1];
  const told = figures[at] as JudgedFigure;
  if (change?.quantity.from === undefined) return undefined;
  const { quantity } = told;
  if (quantity.kind !== change.quantity.kind || quantity.unit !== change.quantity.unit) return undefined;
  const isOtherPeriod = change.quantity.per !== undefined && quantity.per !== change.quantity.per;
  if (isOtherPeriod || quantity.high !== undefined) return undefined;
  const before =
    story.id(told.first - 1) === OF
      ? story.is(told.first - 2).changeNoun || story.hasWord(SAVING, told.first - 2, told.first)
      : story.hasWord(SAVING, told.first - 1, told.first);
  if (told.first - change.last > REACH || !(before || LESS.has(story.id(told.last)))) return undefined;
  if (story.hasWord(CONJUNCTIONS, change.last, told.first)) return undefined;
  const actual = Math.abs(change.quantity.value - change.quantity.from);
  if (isNear(quantity.value, actual, 2 * SLACK)) return undefined;
  return `“${quantity.text}” does not fit “${change.quantity.text}”.`;
};

/** "18 minutes instead of 54, a cut of 40%". */
const wrongCut: Check = (story, figures, at) => {
  const share = figures[at] as JudgedFigure;
  if (share.quantity.high !== undefined) return undefined;
  const change = changeBefore(story, figures, at);
  if (!change || share.first < change.last || share.first - change.last > REACH) return undefined;
  const isSame = (k: number): boolean => SAME_AGAIN.has(story.id(k)) || CUT.has(story.id(k));
  const isCut = story.hasWord(CUT, change.last, share.first) || LESS.has(story.id(share.last));
  if (!isCut || story.some(change.last, share.first, (k) => !isSame(k))) return undefined;
  const actual = (100 * Math.abs(change.value - change.from)) / change.from;
  if (Math.abs(actual - share.quantity.value) <= POINTS + SLACK * actual) return undefined;
  return `“${share.quantity.text}” does not fit “${change.text}”: that is ${Math.round(actual)} %.`;
};

/** The last change among the figures before one whose old value stands apart from the new. */
function changeBefore(story: StoryContext, figures: readonly JudgedFigure[], at: number): Change | undefined {
  for (let before = at - 1; before >= 0; before -= 1) {
    const figure = figures[before] as JudgedFigure;
    const change = figure.quantity.from === undefined ? changeAt(story, figure) : undefined;
    if (change) return change;
  }
  return undefined;
}

const CUT = wordSet(`${CHANGE_WORDS} savings saved`);
const SAVING = wordSet('saving saved savings cut reduction drop rise increase gain decrease difference');
const LESS = wordSet('less fewer more saved');

const OF_ANY: readonly Check[] = [wrongAverage, wrongDifference];

/** What can be wrong with a figure depends on what kind it is. */
const CHECKS: Readonly<Record<Quantity['kind'], readonly Check[]>> = {
  percent: [wrongShare, wrongAverage, wrongCut],
  money: OF_ANY,
  count: [wrongDifference],
  duration: OF_ANY,
  rate: OF_ANY,
  size: OF_ANY,
  points: OF_ANY,
  multiplier: OF_ANY,
  ratio: OF_ANY,
};
