/** Whether two figures agree: as exactly as the less exact of them is written. */
import type { Quantity } from '../story/quantities';
import type { Closeness } from './claimModel';

/** What “about” allows, and words such as “a third”: a part of the value. */
const ABOUT = 0.1;
/** What “almost an hour” allows, where no digit is written. */
const ABOUT_IN_WORDS = 0.15;
/** “More than 1M” is said of less than twice as much. */
const MOST_MORE = 2;

/** How often a period fits into a year. */
const PER_YEAR: ReadonlyMap<string, number> = new Map([
  ['day', 365.2425],
  ['week', 52.1775],
  ['month', 12],
  ['quarter', 4],
  ['year', 1],
]);

/** A figure with how exactly it is meant, in a unit that can be compared. */
export interface Comparable {
  /** Equal for figures that can be compared. */
  readonly dimension: string;
  readonly low: number;
  readonly high: number;
  /** How far off a figure may be that was rounded as this one was. */
  readonly slack: number;
  readonly closeness: Closeness;
}

/** What the figure is of: only figures of one dimension can be compared. */
function dimensionOf({ kind, unit, per }: Quantity): string {
  switch (kind) {
    case 'money':
      return `money ${unit ?? ''}${per === undefined ? '' : periodName(per)}`;
    case 'percent':
    case 'ratio':
      return unit === 'pp' ? 'points' : 'share';
    case 'count':
      return `count${per === undefined ? '' : periodName(per)}`;
    case 'rate':
      return unit === 'bytes' ? 'rate bytes' : 'rate';
    default:
      return kind;
  }
}

/** The end of the dimension of what is spread over time. */
export const PER_TIME = ' per time';

/** Stretches of time are worked into each other; all else has to be the same. */
const periodName = (per: string): string => (PER_YEAR.has(per) ? PER_TIME : ` per ${per.toLowerCase()}`);

/** A figure's value as it can be compared: shares as percent, what is spread over time by the year. */
function scaleOf({ kind, per }: Quantity): number {
  if (kind === 'ratio') return 100;
  return (kind === 'money' || kind === 'count') && per !== undefined ? (PER_YEAR.get(per) ?? 1) : 1;
}

/** Every number in the text; a longer one is nobody's figure. */
const NUMBER = /\d[\d,]{0,30}(?:\.\d{1,20})?/gu;

/** “To”, an arrow and the like, between the old figure of a change and the new one. */
const JOINT = /\sto\s|[→⇒➜➔]|[-=–]>|\sbefore\b/iu;

/** The numbers that a text is written with, without their commas. */
export const numbersIn = (text: string): string[] =>
  (text.slice(0, 200).match(NUMBER) ?? []).map((number) => number.replaceAll(',', ''));

/**
 * The figure as it is written in digits, and what it changed from; undefined where that is written in words, or where
 * there is no such figure.
 */
export function writtenNumbers({ text, from, high }: Quantity): {
  readonly now: string | undefined;
  readonly old: string | undefined;
} {
  const numbers = numbersIn(text);
  if (from === undefined) return { now: high === undefined ? numbers.at(-1) : numbers[0], old: undefined };
  // “To $0.42 from $1.10”, “71%, up from 61%”.
  const back = text.search(/\sfrom\s/iu);
  if (back > 0) return { now: numbersIn(text.slice(0, back))[0], old: numbersIn(text.slice(back))[0] };
  const sides = text.split(JOINT);
  if (sides.length > 1) return { now: numbersIn(sides.at(-1) ?? '')[0], old: numbersIn(sides[0] ?? '')[0] };
  return numbers.length > 1 ? { now: numbers.at(-1), old: numbers[0] } : { now: undefined, old: undefined };
}

/** Half a unit of the last digit that is written, as a part of the value; undefined where it is written in words. */
function writtenSlack(quantity: Quantity): number | undefined {
  const written = writtenNumbers(quantity).now;
  if (written === undefined) return undefined;
  const value = Math.abs(Number(written));
  const decimals = written.split('.')[1]?.length ?? 0;
  return value === 0 ? 0 : (0.5 * 10 ** -decimals) / value;
}

/** The figure as it can be compared. */
export function comparable(quantity: Quantity, closeness: Closeness = 'exact'): Comparable {
  const scale = scaleOf(quantity);
  const low = quantity.value * scale;
  const high = (quantity.high ?? quantity.value) * scale;
  const isVague = quantity.kind === 'multiplier' || quantity.kind === 'ratio' || quantity.kind === 'percent';
  const inDigits = writtenSlack(quantity);
  const written = inDigits ?? (isVague ? ABOUT : 0);
  const about = inDigits === undefined ? ABOUT_IN_WORDS : ABOUT;
  const slack = Math.abs(low) * Math.max(written, closeness === 'about' ? about : 0);
  return { dimension: dimensionOf(quantity), low, high, slack, closeness };
}

/** What a figure changed from, as it can be compared; undefined where it is no change. */
export const startOf = (quantity: Quantity): Comparable | undefined =>
  quantity.from === undefined ? undefined : comparable({ ...quantity, value: quantity.from });

/** Whether two figures agree, as exactly as they are written; false where they cannot be compared. */
export function agree(a: Comparable, b: Comparable): boolean {
  if (a.dimension !== b.dimension) return false;
  if (isBound(a, b) || isBound(b, a)) return true;
  const gap = Math.max(a.low - b.high, b.low - a.high, 0);
  return gap <= Math.max(a.slack, b.slack) * (1 + 1e-9);
}

/** “More than 1M” of 1.2M, “under 50 ms” of 42 ms. */
function isBound(bound: Comparable, { low, high }: Comparable): boolean {
  if (bound.closeness === 'more') return low >= bound.low && low < bound.low * MOST_MORE;
  return bound.closeness === 'less' && high <= bound.high && high > bound.high / MOST_MORE;
}

/**
 * What a change from one figure to another also says: “from 120 ms to 35 ms” is 71% less, 3.4 times as fast and 85 ms
 * saved. None where there is no old figure.
 */
export function derived(quantity: Quantity): Comparable[] {
  const { from, value } = quantity;
  if (from === undefined || from === 0 || value === 0) return [];
  const difference = Math.abs(value - from);
  const factor = value > from ? value / from : from / value;
  const of = (dimension: string, amount: number): Comparable => ({
    dimension,
    low: amount,
    high: amount,
    slack: amount * 0.02,
    closeness: 'exact',
  });
  const scale = scaleOf(quantity);
  const own = dimensionOf(quantity);
  return [
    of('share', (difference / from) * 100),
    of('multiplier', factor),
    of(own, difference * scale),
    of(own, from * scale),
    ...(own === 'share' ? [of('points', difference * scale)] : []),
  ];
}
