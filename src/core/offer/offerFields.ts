/** How the values of an offer’s keys are read: figures as people write them, and maps and lists of them. */
import { parseDate } from '../days/dates';
import type { Given } from '../frontMatter/frontMatterReader';
import { isRecord, wordsIn } from '../frontMatter/valueReaders';
import { shown } from '../shown';
import { MOST, writtenFigure } from './writtenFigure';

/** Reads one value; `say` reports what is wrong with it. Undefined where it is wrong or missing. */
export type Field<T> = (value: unknown, say: (message: string) => undefined, name: string) => T | undefined;

/** Fields by name: what a map may hold. */
export type FieldTable = Readonly<Record<string, Field<unknown>>>;

export type FieldsOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: ReturnType<Table[Name]>;
};

export type Path = readonly (string | number)[];

const MOST_ITEMS = 50;

/** An amount of money from 0. */
export function amount(what: string): Field<number> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const figure = writtenFigure(value);
    if (figure && !figure.isPercent) return figure.value;
    const how = figure
      ? 'as an amount of money, not in percent'
      : typeof value === 'number' && value > MOST
        ? `as a number of at most ${MOST}`
        : 'as a number from 0, such as 200000, "200,000" or 200k';
    return say(`“${name}” is ${shown(value)}: write ${what} ${how}.`);
  };
}

/** A percentage from 0 to `most`; its sign may be left out. */
export function percentage(what: string, most: number): Field<number> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const figure = writtenFigure(value);
    if (figure && figure.currencies.length === 0 && figure.value <= most) return figure.value;
    return say(`“${name}” is ${shown(value)}: write ${what} as a number from 0 to ${most}.`);
  };
}

/** A whole number within a range. */
export function wholeFrom(least: number, most: number, what: string): Field<number> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const { value: number, currencies = [], isPercent } = writtenFigure(value) ?? {};
    const isCount = number !== undefined && Number.isInteger(number) && currencies.length === 0 && !isPercent;
    if (isCount && number >= least && number <= most) return number;
    return say(`“${name}” is ${shown(value)}: write ${what} as a whole number from ${least} to ${most}.`);
  };
}

export function oneWord<T extends string>(choices: readonly T[]): Field<T> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const written = typeof value === 'string' ? singular(value.trim().toLowerCase()) : undefined;
    const choice = choices.find((each) => singular(each.toLowerCase()) === written);
    return choice ?? say(`“${name}” is ${shown(value)}: write one of ${choices.join(', ')}.`);
  };
}

/** “RSUs” is “rsu”, and “option” is “options”. */
const singular = (word: string): string => word.replace(/s$/u, '');

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
    wrong(noSuchField(named, name, Object.keys(table)), ...path, name);
  }
  const values = Object.entries(table).map(([name, field]) => {
    const say = (message: string): undefined => wrong(message, ...path, name);
    return [name, field(Object.hasOwn(map, name) ? map[name] : undefined, say, `${named}.${name}`)] as const;
  });
  return Object.fromEntries(values) as FieldsOf<Table>;
}

/** A comma within braces ends a value: what follows it in 400,000 is a key of its own. */
const AFTER_A_COMMA = /^\d{1,3}$/u;

/** What to say of a key that a map cannot have. */
export function noSuchField(named: string, name: string, known: readonly string[]): string {
  if (AFTER_A_COMMA.test(name))
    return `“${named}” has a number with a comma, and in braces a comma ends the number: write 400000, or "400,000" in quotes.`;
  return `“${named}” has no “${name.slice(0, 40)}”: it can have ${known.join(', ')}.`;
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
