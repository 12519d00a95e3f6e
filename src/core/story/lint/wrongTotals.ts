import { wordIds, wordSet } from '../prose/vocabulary';
import { inWords, isClose, type Wrong } from './arithmetic';
import type { StoryContext } from './context';
import { numbersIn, type NumberTold } from './numbersOf';
import { wrongPace } from './pace';
import { wrongParts, wrongShare, wrongShareOfRatio } from './partsOfWhole';
import { wrongPeriod } from './periods';
import type { Report } from './types';

/**
 * A total and the two figures it is the product of, a total and its parts or its pace, an amount in two periods, a part
 * and its share.
 */

const [OF, AT] = wordIds('of at');
const EACH = wordSet('each every apiece per');
/** Beside a total. */
const TOTAL = wordSet('all total altogether together overall sum');
/** Before what is worked out: "so $90,000", "that is 30 hours". */
const THUS = wordSet('so that i.e thus hence makes making gave gives or equals means meaning is');
const PARTS = wordSet('half third quarter fifth');
const BREAKS_OFF = wordSet('but while although because since though whereas both');
/** A sentence with more is a table. */
const MOST_NUMBERS = 6;
const NEAR = 3;
const REACH = 6;

/** What does not come to the total that is told. */
export function wrongTotals(story: StoryContext): Report[] {
  const reports: Report[] = [];
  story.sentences.forEach(({ first, last }, index) => {
    const numbers = numbersIn(story, index).filter(({ figure }) => figure?.quantity.from === undefined);
    if (numbers.length < 2 || numbers.length > MOST_NUMBERS) return;
    for (const check of story.hasWord(BREAKS_OFF, first, last) ? CHECKS : [...OF_WHOLE_SENTENCE, ...CHECKS]) {
      const wrong = check(story, numbers);
      if (!wrong) continue;
      const [start, end] = [story.tokens.start(wrong.told.first), story.tokens.end(wrong.told.last - 1)];
      reports.push({ start, end, message: `“${story.text.slice(start, end)}” does not add up: ${wrong.is}.` });
      return;
    }
  });
  return reports;
}

type Check = (story: StoryContext, numbers: readonly NumberTold[]) => Wrong | undefined;

/** "8 trainers with 15 sessions each gave 200 sessions", "300 licences at $200, so $90,000 in all". */
const wrongProduct: Check = (story, numbers) => {
  if (numbers.length !== 3) return undefined;
  const [one, two, told] = numbers;
  if (!one || !two || !told || one.kind !== 'count') return undefined;
  if (isShare(two) || two.kind !== told.kind || (two.unit !== told.unit && told.unit !== null)) return undefined;
  if (!isOfEach(story, one, two) || !isResult(story, two, told)) return undefined;
  const actual = one.value * two.value;
  return isClose(told.value, actual) ? undefined : { told, is: `${inWords(one.value)} times that is another figure` };
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

/** "14 in May and 17 in June, 35 in all". */
const wrongSum: Check = (story, numbers) => {
  const told = numbers[numbers.length - 1];
  const parts = numbers.slice(0, -1);
  const last = parts[parts.length - 1];
  if (!told || !last || parts.length < 2 || !isResult(story, last, told) || !isTotal(story, told)) return undefined;
  const isAlike = ({ kind, unit, value, figure }: NumberTold): boolean =>
    figure?.quantity.per === undefined &&
    figure?.quantity.high === undefined &&
    !isYear(kind, value) &&
    (kind === undefined || (ADDED.has(kind) && unit === (told.unit ?? last.unit ?? unit)));
  if (!numbers.every(isAlike) || !isJoined(story, parts) || story.hasWord(EACH, parts[0]?.first ?? 0, told.last + 2))
    return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return isClose(told.value, sum) ? undefined : { told, is: `the parts come to ${inWords(sum)}` };
};

/** Each part after the first is led to by a mark or an "and". */
const isJoined = (story: StoryContext, parts: readonly NumberTold[]): boolean =>
  parts.every(({ first }, at) => at === 0 || story.tokens.afterBreak(first) || ADDS.has(story.id(first - 1)));

const isTotal = (story: StoryContext, told: NumberTold): boolean =>
  story.tokens.afterBreak(told.first) && story.hasWord(TOTAL, told.last, told.last + 2);

const isYear = (kind: NumberTold['kind'], value: number): boolean =>
  kind === undefined && value >= 1900 && value < 2100;

const ADDS = wordSet('and plus');
const ADDED: ReadonlySet<NumberTold['kind']> = new Set(['count', 'money']);

const isShare = ({ kind }: NumberTold): boolean => kind === 'percent' || kind === 'ratio' || kind === 'multiplier';

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
  return isClose(told.value, actual) || Math.abs(told.value - actual) <= 1
    ? undefined
    : { told, is: `that would be ${inWords(actual)}` };
};
const SHARE_OF: Readonly<Record<string, number>> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5 };

/** With "but" or "while" in it, a sentence may speak of two things; the other checks see what stands between. */
const OF_WHOLE_SENTENCE: readonly Check[] = [wrongProduct, wrongFraction, wrongSum];
const CHECKS: readonly Check[] = [wrongParts, wrongPeriod, wrongShare, wrongShareOfRatio, wrongPace];
