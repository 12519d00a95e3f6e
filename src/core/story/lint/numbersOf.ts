import { wordIds, wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { NUMBERS } from './lexicon/numbers';

/** A number of a sentence, with its unit or without: tokens `first` to `last` (exclusive). */
export interface NumberTold {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** Undefined for one that stands alone: "it was 45". */
  readonly kind: Quantity['kind'] | undefined;
  readonly unit: string | null;
  readonly figure?: JudgedFigure;
}

/** What was, and what is. */
export interface Move {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly value: number;
  readonly kind: Quantity['kind'] | undefined;
}

const WAYS = wordSet('up down');
/** So many numbers may stand between what is and what was. */
const NUMBERS_BETWEEN = 3;
const [TO, FROM] = wordIds('to from');
/** Between the new value and the old: "9 minutes, it was 45", "54 against 18". */
const OLD_FOLLOWS = wordSet(
  'was were instead against versus vs from before had previously formerly used where not last',
);
const OLD_BEFORE = wordSet('was were used before previously formerly had took once');
const NOW_BEFORE = wordSet('now today is are takes currently');
/** How many words may stand between what was and what is. */
const REACH = 12;
const LAST = wordSet('last previous');
const NEAR = 4;
const SHARES: ReadonlySet<string | undefined> = new Set(['percent', 'points', 'ratio', 'multiplier']);
const THOUSANDS = /^,\d{3}$/u;

/** The numbers of a sentence, in order. Dates and years are numbers as well. */
export function numbersIn(story: StoryContext, index: number): NumberTold[] {
  const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
  const figures = story.figuresIn(index);
  const numbers: NumberTold[] = [];
  let next = 0;
  for (let k = first; k < last;) {
    while (next < figures.length && (figures[next] as JudgedFigure).last <= k) next += 1;
    const figure = figures[next];
    if (figure && figure.first <= k) {
      const { value, kind, unit } = figure.quantity;
      numbers.push({ first: figure.first, last: figure.last, value, kind, unit, figure });
      k = Math.max(k + 1, figure.last);
    } else if (story.tokens.isFigure(k)) {
      const { value, end } = numberAt(story, k, last);
      if (Number.isFinite(value)) numbers.push({ first: k, last: end, value, kind: undefined, unit: null });
      k = end;
    } else k += 1;
  }
  return numbers;
}

/** A number in digits, and the token after it: “600,000” is two of them. */
export function numberAt(
  story: StoryContext,
  k: number,
  last: number,
): { readonly value: number; readonly end: number } {
  let end = k + 1;
  while (end < last && isGroupOfThousands(story, end)) end += 1;
  const digits = story.text.slice(story.tokens.start(k), story.tokens.end(end - 1)).replaceAll(',', '');
  return { value: Number(digits), end };
}

/** The token goes on with the number before it: the “,000” of “600,000”. */
export const isGroupOfThousands = (story: StoryContext, k: number): boolean =>
  THOUSANDS.test(story.text.slice(story.tokens.end(k - 1), story.tokens.end(k)));

/** A number in digits or in words. */
export const isNumberAt = (story: StoryContext, k: number): boolean =>
  story.tokens.isFigure(k) || NUMBERS.has(story.id(k));

/** The changes that the sentence tells: in one figure, or in two with words between that say which is the old one. */
export function movesIn(story: StoryContext, numbers: readonly NumberTold[]): Move[] {
  const moves: Move[] = [];
  numbers.forEach((number, at) => {
    const { quantity } = number.figure ?? {};
    if (quantity?.from !== undefined)
      moves.push({
        first: number.first,
        last: number.last,
        from: quantity.from,
        value: quantity.value,
        kind: number.kind,
      });
    const other = numbers[at + 1];
    const move = (other && moveOf(story, number, other)) ?? upFrom(story, numbers, at);
    if (move) moves.push(move);
  });
  return moves.filter(({ from, value }) => from > 0 && value > 0 && from !== value);
}

/** "83 % of the letters leave within three days, up from 40": what was stands after other numbers. */
function upFrom(story: StoryContext, numbers: readonly NumberTold[], at: number): Move | undefined {
  const old = numbers[at] as NumberTold;
  if (story.id(old.first - 1) !== FROM || !WAYS.has(story.id(old.first - 2)) || old.kind === undefined)
    return undefined;
  const now = numbers
    .slice(Math.max(0, at - NUMBERS_BETWEEN), at)
    .find(({ kind, figure }) => kind === old.kind && figure?.quantity.from === undefined);
  return now && { first: now.first, last: old.last, from: old.value, value: now.value, kind: now.kind };
}

function moveOf(story: StoryContext, one: NumberTold, two: NumberTold): Move | undefined {
  if (one.figure?.quantity.from !== undefined || two.figure?.quantity.from !== undefined) return undefined;
  if (SHARES.has(one.kind) && one.kind !== 'percent' && !(one.kind === 'ratio' && story.tokens.isFigure(one.first)))
    return undefined;
  if (two.first - one.last > REACH || !isSameKind(one, two)) return undefined;
  const [a, b] = [one.value, two.kind === undefined ? two.value * scaleOf(one) : two.value];
  const move = { first: one.first, last: two.last, kind: one.kind };
  const isOldFirst =
    story.hasWord(OLD_BEFORE, one.first - REACH, one.first) && story.hasWord(NOW_BEFORE, one.last, two.first);
  if (isOldFirst) return { ...move, from: a, value: b };
  const isNewFirst =
    story.hasWord(OLD_FOLLOWS, clauseStart(story, one.last, two.first), two.first) &&
    !story.hasWord(NOW_BEFORE, one.last + 1, two.first);
  // "3 % this year, and 6 % was what we had last year".
  const isOldAfter =
    story.hasWord(LAST, two.last, two.last + REACH) && !story.hasWord(LAST, one.first - NEAR, two.first);
  if (isNewFirst || isOldAfter || (story.id(one.first - 1) === TO && story.id(two.first - 1) === FROM))
    return { ...move, from: b, value: a };
  return undefined;
}

/** What makes a number the old one stands in its clause: "of 1,200 who had been asked, 300 came" has none. */
function clauseStart(story: StoryContext, from: number, to: number): number {
  let start = to;
  while (start > from && !story.tokens.afterBreak(start)) start -= 1;
  return start;
}

/** The second may do without its unit: "10 hours and is now 6". */
const isSameKind = (one: NumberTold, two: NumberTold): boolean =>
  one.kind !== undefined && (two.kind === undefined || (two.kind === one.kind && isUnitOf(one, two)));

const isUnitOf = (one: NumberTold, two: NumberTold): boolean =>
  one.unit === two.unit || one.unit === null || two.unit === null;

/** What a bare number is multiplied by to be in the unit that a figure's value is in. */
const scaleOf = ({ value, figure }: NumberTold): number => {
  const told = Number.parseFloat((figure?.quantity.text ?? '').replaceAll(',', '').replace(/^\D+/u, ''));
  return told > 0 ? value / told : 1;
};
