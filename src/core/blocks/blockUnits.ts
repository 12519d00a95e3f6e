/** The words of units that stand in a price or in a name: “GB-month”, “GPU-hours”, “batches”. */
import { readFieldFigure } from '../story/quantities';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;

/** Stretches of time by their names, in milliseconds. */
export const PERIODS: ReadonlyMap<string, number> = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', DAY],
  ['week', 7 * DAY],
  ['month', YEAR / 12],
  ['quarter', YEAR / 4],
  ['year', YEAR],
]);
const SHORT_PERIODS: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['sec', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['d', 'day'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['mth', 'month'],
  ['qtr', 'quarter'],
  ['y', 'year'],
  ['yr', 'year'],
]);

/** The name of the stretch of time that a word means: “hours”, “hr” and “h” are an hour. */
export function periodNamed(word: string): string | undefined {
  const plain = word.toLowerCase();
  const one = plain.length > 1 ? plain.replace(/s$/u, '') : plain;
  return SHORT_PERIODS.get(plain) ?? SHORT_PERIODS.get(one) ?? (PERIODS.has(one) ? one : undefined);
}

const DATA = /^(?:[kmgtpe]i?b|(?:kilo|mega|giga|tera|peta|exa|kibi|mebi|gibi|tebi)?(?:byte|bit)s?|[kmgtpe]bits?)$/iu;
const dataUnits = new Map<string, number | undefined>();

/** How many bytes a unit of data is: 1e9 for “GB”; undefined for any other word. */
export function bytesIn(word: string): number | undefined {
  if (!DATA.test(word)) return undefined;
  if (!dataUnits.has(word)) {
    const figure = readFieldFigure(`1 ${word}`, 'size');
    dataUnits.set(word, figure?.kind === 'size' ? figure.value : undefined);
  }
  return dataUnits.get(word);
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
]);

/** One of what is counted, as a label: “search” for “searches”. */
export function singular(noun: string): string {
  const irregular = IRREGULAR.get(noun.toLowerCase());
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]ies$/iu.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:[trn]ch|ich|each|sh|x|ss|zz|us)es$/iu.test(noun)) return noun.slice(0, -2);
  return /(?:[^su]|[cgtn]pu|menu)s$/iu.test(noun) ? noun.slice(0, -1) : noun;
}

/**
 * What singular and plural of a noun have in common, to find that they are the same: no word by itself. “Searches” and
 * “search”, “caches” and “cache”, “queries” and “query”, “buses” and “bus”.
 */
export function stemOf(noun: string): string {
  const word = noun.slice(0, 60).toLowerCase();
  const one = IRREGULAR.get(word) ?? word;
  return one
    .replace(/(?<=..)[se]{1,60}$/u, '')
    .replace(/(?<=..)i$/u, 'y')
    .replace(/zz$/u, 'z');
}
