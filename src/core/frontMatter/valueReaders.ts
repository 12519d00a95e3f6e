/**
 * How the values of keys are read. Each reader gives undefined, or something empty, where the key is missing or its
 * value is wrong. A message written for a key can say more about it than a reader's own.
 */
import { parseDate, parseTime, type CalendarDate } from '../days/dates';
import { shown } from '../shown';
import type { KeyReader, Message } from './frontMatterReader';

/** What a list has beyond this many items is not read. */
const MOST_ITEMS = 100;

/** Words; a number, a true and a false are words too. Blank ones count as missing. */
export function words(
  message: Message = (key) => `“${key}” has to be text: put it in quotes.`,
): KeyReader<string | undefined> {
  return ({ value, wrong }) => (typeof value === 'object' ? wrong(message) : wordsIn(value));
}

/** The words that a value is; undefined where it is blank or something else. */
export function wordsIn(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list of different words; a single word, or words with commas between them, will do. Blank items do not count. */
export function list(
  message: Message = (key) => `“${key}” has to be a list of words, such as [first, second].`,
): KeyReader<readonly string[]> {
  return ({ value, wrong }) => {
    const items: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
    if (items.some((item) => typeof item === 'object' && item !== null)) wrong(message);
    const found = items.map(wordsIn).filter((item) => item !== undefined);
    return [...new Set(found)].slice(0, MOST_ITEMS);
  };
}

/** A list whose items are read one by one; what is wrong with an item is reported at it, and it is left out. */
export function listOf<T>(read: (item: unknown) => T | undefined, message: string): KeyReader<readonly T[]> {
  return ({ value, wrong }) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return wrong(message) ?? [];
    return value.slice(0, MOST_ITEMS).flatMap((item: unknown, index): T[] => {
      const found = read(item);
      return found === undefined ? (wrong(message, index) ?? []) : [found];
    });
  };
}

/** A calendar day. */
export function date(
  message: Message = (key, value) =>
    `“${key}” is ${shown(value)}, which is not a calendar day: write it as YYYY-MM-DD.`,
): KeyReader<CalendarDate | undefined> {
  return parsed(parseDate, message);
}

/** A time of the day. */
export function time(): KeyReader<string | undefined> {
  return parsed(parseTime, (key, value) => `“${key}” is ${shown(value)}: write it as HH:MM, such as 14:30.`);
}

/** Text that says something, as `parse` finds out. */
export function parsed<T>(parse: (text: string) => T | undefined, message: Message): KeyReader<T | undefined> {
  return ({ value, wrong }) => {
    if (value === undefined) return undefined;
    return (typeof value === 'string' ? parse(value) : undefined) ?? wrong(message);
  };
}

/** One of a few words. */
export function oneOf<T extends string>(choices: readonly T[]): KeyReader<T | undefined> {
  const named = choices.length === 2 ? choices.join(' or ') : `one of ${choices.join(', ')}`;
  return ({ value, wrong }) => {
    if (value === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === value);
    return choice ?? wrong((key) => `“${key}” is ${shown(value)}: write ${named}.`);
  };
}

/** True or false; false where nothing is said. */
export function flag(): KeyReader<boolean> {
  return ({ value, wrong }) => {
    if (value !== undefined && typeof value !== 'boolean')
      wrong((key) => `“${key}” is ${shown(value)}: write true or false.`);
    return value === true;
  };
}

/** A whole number within a range. The message is given out for a missing key too. */
export function wholeNumber(min: number, max: number, message: Message): KeyReader<number | undefined> {
  return ({ value, isReadable, wrong }) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    return isReadable ? wrong(message) : undefined;
  };
}

/** Scores from 1 to 4 by what they are given for. A score without a figure yet counts as not given. */
export function scores(): KeyReader<Readonly<Record<string, 1 | 2 | 3 | 4>>> {
  const message = (what: string): string => `${what}: write a whole number from 1 to 4 after a competency’s id.`;
  return ({ value, wrong }) => {
    if (value === undefined) return {};
    if (!isRecord(value)) return wrong((key) => message(`“${key}” is ${shown(value)}`)) ?? {};
    const given = Object.entries(value).filter((entry): entry is [string, 1 | 2 | 3 | 4] => {
      const [id, score] = entry;
      if (score === 1 || score === 2 || score === 3 || score === 4) return true;
      if (score !== null) wrong(message(`The score of “${id}” is ${shown(score)}`), id);
      return false;
    });
    return Object.fromEntries(given);
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports a key that is missing or blank, unless the front matter is broken and it may be there. */
export function required<T>(reader: KeyReader<T | undefined>, message: Message): KeyReader<T | undefined> {
  return (given) => {
    const { value, isReadable, wrong } = given;
    const isMissing = value === undefined || (typeof value === 'string' && value.trim() === '');
    if (!isMissing) return reader(given);
    return isReadable ? wrong(message) : undefined;
  };
}
