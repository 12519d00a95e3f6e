import { wordIds, wordSet } from '../prose/vocabulary';
import { inWords } from './arithmetic';
import type { StoryContext } from './context';
import { numbersIn, type NumberTold } from './numbersOf';
import type { Report } from './types';

/**
 * A total and the two figures it is the product of, a total and its parts, an amount in two periods, a part and its
 * share.
 */

const [OF, AND, AT] = wordIds('of and at');
const EACH = wordSet('each every apiece per');
/** Beside a total. */
const TOTAL = wordSet('all total altogether together overall sum');
/** Before what is worked out: "so $90,000", "that is 30 hours". */
const THUS = wordSet('so that i.e thus hence makes making gave gives or equals means meaning is');
const PARTS = wordSet('half third quarter fifth');
const BREAKS_OFF = wordSet('but while although because since though whereas both');
const WORKED_IN: Readonly<Record<string, readonly [number, number]>> = {
  'day week': [5, 7],
  'day month': [18, 31],
  'day year': [180, 366],
  'week month': [4, 4.5],
  'week quarter': [11, 13.1],
  'week year': [40, 53],
  'month quarter': [3, 3],
  'month year': [10, 12],
  'quarter year': [4, 4],
};
const SLACK = 0.06;
const POINTS = 1.6;
const NEAR = 3;
const REACH = 6;

/** What does not come to the total that is told. */
export function wrongTotals(story: StoryContext): Report[] {
  const reports: Report[] = [];
  story.sentences.forEach(({ first, last }, index) => {
    if (story.figuresIn(index).length < 2 || story.hasWord(BREAKS_OFF, first, last)) return;
    const numbers = numbersIn(story, index).filter(({ figure }) => figure?.quantity.from === undefined);
    if (numbers.length < 2 || numbers.length > 5) return;
    for (const check of CHECKS) {
      const wrong = check(story, numbers);
      if (!wrong) continue;
      const [start, end] = [story.tokens.start(wrong.told.first), story.tokens.end(wrong.told.last - 1)];
      reports.push({ start, end, message: `“${story.text.slice(start, end)}” does not add up: ${wrong.is}.` });
      return;
    }
  });
  return reports;
}

interface Wrong {
  readonly told: NumberTold;
  readonly is: string;
}
type Check = (story: StoryContext, numbers: readonly NumberTold[]) => Wrong | undefined;

const isNear = (told: number, actual: number): boolean => Math.abs(told - actual) <= SLACK * Math.abs(actual);

/** "8 trainers with 15 sessions each gave 200 sessions", "300 licences at $200, so $90,000 in all". */
const wrongProduct: Check = (story, numbers) => {
  if (numbers.length !== 3) return undefined;
  const [one, two, told] = numbers;
  if (!one || !two || !told || one.kind !== 'count') return undefined;
  if (isShare(two) || two.kind !== told.kind || (two.unit !== told.unit && told.unit !== null)) return undefined;
  if (!isOfEach(story, one, two) || !isResult(story, two, told)) return undefined;
  const actual = one.value * two.value;
  return isNear(told.value, actual) ? undefined : { told, is: `${inWords(one.value)} times that is another figure` };
};

/** "12 stores each", "15 sessions each", "at $200". */
const isOfEach = (story: StoryContext, one: NumberTold, two: NumberTold): boolean =>
  story.hasWord(EACH, two.last, two.last + 2) ||
  story.hasWord(EACH, one.first - NEAR, one.first) ||
  story.hasWord(EACH, one.last, two.first) ||
  (story.id(two.first - 1) === AT && two.kind === 'money');

/** It is said to be the total, or to follow from what stands before it. */
const isResult = (story: StoryContext, before: NumberTold, told: NumberTold): boolean =>
  told.first - before.last <= REACH &&
  (story.hasWord(TOTAL, told.last, told.last + NEAR) ||
    story.hasWord(THUS, told.first - NEAR, told.first) ||
    story.hasWord(TOTAL, told.first - NEAR, told.first));

const isShare = ({ kind }: NumberTold): boolean => kind === 'percent' || kind === 'ratio' || kind === 'multiplier';

/** "$100k: $50k for staff, $30k for tools and $40k for training"; "of the 200 answers, 120 …, 60 … and 50 …". */
const wrongParts: Check = (story, numbers) => {
  if (numbers.length < 4) return undefined;
  const [whole, ...parts] = numbers;
  const [firstPart] = parts;
  const last = parts[parts.length - 1];
  if (!whole || !firstPart || !last || isShare(whole) || parts.some(isShare)) return undefined;
  const between = story.text.slice(story.tokens.end(whole.last - 1), story.tokens.start(firstPart.first));
  const isOf = story.some(whole.first - 2, whole.first, (k) => story.id(k) === OF);
  if (!between.includes(':') && !(isOf && between.includes(','))) return undefined;
  if (parts.some(({ kind }) => kind !== undefined && kind !== 'count' && kind !== whole.kind)) return undefined;
  const isListed = parts.every(
    ({ first }, at) => at === 0 || story.tokens.afterBreak(first) || story.id(first - 1) === AND,
  );
  if (!isListed || story.id(last.first - 1) !== AND || parts.some(({ value }) => value >= whole.value))
    return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  // What is asked for may be asked for by the same people: "and 50 asked for both".
  if (sum === whole.value || sum > 2 * whole.value) return undefined;
  if (isOf && (sum < whole.value || saysMore(story, last))) return undefined;
  return { told: whole, is: `the parts come to ${inWords(sum)}` };
};

const saysMore = (story: StoryContext, { last }: NumberTold): boolean =>
  !story.is(last).not &&
  story.tokens.start(last + 1) >= 0 &&
  !story.tokens.afterBreak(last + 1) &&
  /(?:ed|wanted)$/u.test(story.tokens.word(last));

/** "10 hours a week, about 900 hours a year", "€500 per month, i.e. €8,000 per year". */
const wrongPeriod: Check = (story, numbers) => {
  if (numbers.length !== 2) return undefined;
  const [one, two] = numbers;
  if (!one || !two || one.kind !== two.kind || one.unit !== two.unit) return undefined;
  if (one.kind !== 'duration' && one.kind !== 'money') return undefined;
  const [short, long] = [periodAfter(story, one), periodAfter(story, two)];
  const [fewest, most] = WORKED_IN[`${short} ${long}`] ?? [];
  if (fewest === undefined || most === undefined || two.first - one.last > REACH || story.id(two.last) === OF)
    return undefined;
  if (story.some(two.last, two.last + REACH, (k) => story.id(k) === OF)) return undefined;
  if (
    !story.some(one.last, two.first + 1, (k) => story.tokens.afterBreak(k)) ||
    story.hasWord(CONJOINS, one.last, two.first)
  )
    return undefined;
  const ratio = two.value / one.value;
  if (ratio >= fewest * (1 - SLACK) && ratio <= most * (1 + SLACK)) return undefined;
  return { told: two, is: `${inWords(most)} times the other at most` };
};
const CONJOINS = wordSet('and plus then later');

/** "A week", "per month", "in a five-day week"; within the figure or after it. */
function periodAfter(story: StoryContext, { first, last }: NumberTold): string {
  const text = story.text.slice(story.tokens.start(first), story.tokens.end(Math.min(last + 4, last + REACH)));
  return A_PERIOD.exec(text)?.[1]?.toLowerCase() ?? '';
}
const A_PERIOD = /\b(?:a|per|each|every|in an?(?: \w+-day)?)\s+(day|week|month|quarter|year)\b/iu;

/** "Of 60 nurses, 45 (85 %) signed up". */
const wrongShare: Check = (story, numbers) => {
  if (numbers.length !== 3) return undefined;
  const [whole, part, told] = numbers;
  if (!whole || !part || told?.kind !== 'percent' || isShare(whole) || isShare(part)) return undefined;
  if (!story.some(whole.first - 2, whole.first, (k) => story.id(k) === OF) || part.value > whole.value)
    return undefined;
  if (told.first - part.last > 2 || (!story.tokens.afterBreak(told.first - 1) && !story.tokens.afterBreak(told.first)))
    return undefined;
  if (told.first > part.last && !story.hasWord(THUS, part.last, told.first)) return undefined;
  const actual = (100 * part.value) / whole.value;
  return Math.abs(actual - told.value) <= POINTS ? undefined : { told, is: `that is ${Math.round(actual)} %` };
};

/** "A quarter of the 80 pupils (30) failed", "half of our 60 clients, 40 in total". */
const wrongFraction: Check = (story, numbers) => {
  const whole = numbers.find(
    ({ first, kind }) => kind === 'count' && story.hasWord(PARTS, first - NEAR - 1, first - 1),
  );
  const told = whole && numbers[numbers.indexOf(whole) + 1];
  if (!whole || !told || isShare(told) || told.first !== whole.last || !story.tokens.afterBreak(told.first))
    return undefined;
  const of = story.find(whole.first - NEAR, whole.first, (k) => story.id(k) === OF);
  const isAlone =
    story.tokens.afterBreak(told.last) ||
    story.text.slice(story.tokens.end(told.last - 1)).startsWith(')') ||
    story.hasWord(TOTAL, told.last, told.last + 2);
  const share = SHARE_OF[story.tokens.word(of - 1)];
  if (of < 0 || !isAlone || share === undefined || numbers.indexOf(whole) > 1) return undefined;
  if (story.tokens.isFigure(of - 2)) return undefined;
  const actual = share * whole.value;
  return isNear(told.value, actual) || Math.abs(told.value - actual) <= 1
    ? undefined
    : { told, is: `that would be ${inWords(actual)}` };
};
const SHARE_OF: Readonly<Record<string, number>> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5 };

const CHECKS: readonly Check[] = [wrongProduct, wrongParts, wrongPeriod, wrongShare, wrongFraction];
