/** How the values of an offer’s keys are read: figures as people write them, and maps and lists of them. */
import { parseDate } from '../days/dates';
import type { Given } from '../frontMatter/frontMatterReader';
import { isRecord, wordsIn } from '../frontMatter/valueReaders';
import { shown } from '../shown';

/** Reads one value; `say` reports what is wrong with it. Undefined where it is wrong or missing. */
export type Field<T> = (value: unknown, say: (message: string) => undefined, name: string) => T | undefined;

/** Fields by name: what a map may hold. */
export type FieldTable = Readonly<Record<string, Field<unknown>>>;

export type FieldsOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: ReturnType<Table[Name]>;
};

export type Path = readonly (string | number)[];

/** More money, shares or percent than this is a slip of the pen. */
const MOST = 1e13;
const MOST_ITEMS = 50;
const WRITTEN = /^(?:[A-Z]{3}\s?|[$€£¥₹]\s?)?(\d[\d,_' ]*)(\.\d+)?\s?([km]?)(?:\s?[A-Z]{3}|\s?[€%])?$/iu;
const THOUSANDS = /^\d{1,3}(?:[,_' ]\d{3})+$/u;

/** A number as people write it: 200000, "200,000", "$200k", "0.09 %". Undefined for anything else. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 && value <= MOST ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const [, digits, fraction = '', unit = ''] = WRITTEN.exec(value.trim()) ?? [];
  if (digits === undefined) return undefined;
  const trimmed = digits.trim();
  if (!/^\d+$/u.test(trimmed) && !THOUSANDS.test(trimmed)) return undefined;
  const power = { '': '', k: 'e3', m: 'e6' }[unit.toLowerCase()] ?? '';
  const number = Number(`${trimmed.replace(/\D/gu, '')}${fraction}${power}`);
  return number <= MOST ? number : undefined;
}

/** A number from 0; at most `most` where that is given. */
export function amount(what: string, most?: number): Field<number> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const number = numberIn(value);
    if (number !== undefined && (most === undefined || number <= most)) return number;
    const range = most === undefined ? '' : `, at most ${most}`;
    return say(`“${name}” is ${shown(value)}: write ${what} as a number${range}.`);
  };
}

/** A whole number within a range. */
export function wholeFrom(least: number, most: number, what: string): Field<number> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const number = numberIn(value);
    if (number !== undefined && Number.isInteger(number) && number >= least && number <= most) return number;
    return say(`“${name}” is ${shown(value)}: write ${what} as a whole number from ${least} to ${most}.`);
  };
}

export function oneWord<T extends string>(choices: readonly T[]): Field<T> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const choice = choices.find((each) => each === value);
    return choice ?? say(`“${name}” is ${shown(value)}: write one of ${choices.join(', ')}.`);
  };
}

export const anyWords: Field<string> = (value, say, name) => {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? say(`“${name}” has to be text: put it in quotes.`) : wordsIn(value);
};

export const anyDay: Field<string> = (value, say, name) => {
  if (value === undefined || value === null) return undefined;
  const day = typeof value === 'string' ? parseDate(value) : undefined;
  return day ?? say(`“${name}” is ${shown(value)}, which is not a calendar day: write it as YYYY-MM-DD.`);
};

/** The fields of a map. A field that the table does not know is reported and left out. */
export function readMap<Table extends FieldTable>(
  { key, wrong }: Given,
  map: Readonly<Record<string, unknown>>,
  table: Table,
  path: Path = [],
): FieldsOf<Table> {
  const named = [key, ...path].filter((part) => typeof part === 'string').join('.');
  for (const name of Object.keys(map)) {
    if (Object.hasOwn(table, name)) continue;
    wrong(`“${named}” has no “${name.slice(0, 40)}”: it can have ${Object.keys(table).join(', ')}.`, ...path, name);
  }
  const values = Object.entries(table).map(([name, field]) => {
    const say = (message: string): undefined => wrong(message, ...path, name);
    return [name, field(Object.hasOwn(map, name) ? map[name] : undefined, say, `${named}.${name}`)] as const;
  });
  return Object.fromEntries(values) as FieldsOf<Table>;
}

/**
 * The maps of a list, each with its index; a single map counts as a list of one. What is not a map is reported.
 */
export function mapsOf(
  { value, wrong }: Given,
  message: string,
): { readonly map: Readonly<Record<string, unknown>>; readonly index: number; readonly path: Path }[] {
  if (value === undefined) return [];
  if (isRecord(value)) return [{ map: value, index: 0, path: [] }];
  if (!Array.isArray(value)) return wrong(message) ?? [];
  return value.slice(0, MOST_ITEMS).flatMap((item: unknown, index) => {
    if (isRecord(item)) return [{ map: item, index, path: [index] }];
    return item === null ? [] : (wrong(message, index) ?? []);
  });
}
