/** The key `told` of a story: in which rounds it was told, and how it landed there. One entry for each round. */
import { parseDate, type CalendarDate } from '../days/dates';
import { appendToList } from '../frontMatter/appendToList';
import { changeListItem, removeListItem } from '../frontMatter/editListItems';
import type { Given, KeyReader } from '../frontMatter/frontMatterReader';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { isRecord, wordsIn } from '../frontMatter/valueReaders';
import { findConflict } from '../markdown/outline';
import type { TextEdit } from '../markdown/text';
import { shown } from '../shown';
import { joined, plural } from '../words';
import { LANDINGS, type Landing } from './debriefModel';

const TOLD = 'told';
/** Entries beyond this many are not read. */
const MOST_TELLINGS = 100;

export interface Telling {
  /** The name of the loop’s folder. */
  readonly loop: string;
  /** The round’s id. */
  readonly round: string;
  /** The weakest landing where it was told more than once in the round; undefined where it is not known. */
  readonly landed: Landing | undefined;
  readonly date: CalendarDate | undefined;
  /** The names of the people it was told to. */
  readonly to: readonly string[];
}

/** Reads `told: [{ loop, round, landed, date?, to? }]`. An entry without a loop or a round is left out. */
export function tellings(): KeyReader<readonly Telling[]> {
  return (given) => {
    const { value, wrong } = given;
    if (value === undefined) return [];
    if (!Array.isArray(value)) return wrong(HOW_TO_WRITE) ?? [];
    return value.slice(0, MOST_TELLINGS).flatMap((entry: unknown, index) => telling(given, entry, index) ?? []);
  };
}

const HOW_TO_WRITE = `“${TOLD}” has to be a list of tellings, each with its loop and round, such as - { loop: acme-pm, round: phone-screen, landed: strong }.`;

function telling({ wrong }: Given, entry: unknown, index: number): Telling | undefined {
  if (!isRecord(entry)) return wrong(HOW_TO_WRITE, index);
  const [loop, round] = [wordsIn(entry['loop']), wordsIn(entry['round'])];
  if (loop === undefined || round === undefined) return wrong(HOW_TO_WRITE, index);
  const { landed, date, to } = entry;
  const day = typeof date === 'string' ? parseDate(date) : undefined;
  if (isGiven(date) && day === undefined)
    wrong(`“date” is ${shown(date)}, which is not a calendar day: write it as YYYY-MM-DD.`, index, 'date');
  const landing = LANDINGS.find((candidate) => candidate === landed);
  if (isGiven(landed) && landing === undefined)
    wrong(`“landed” is ${shown(landed)}: write one of ${LANDINGS.join(', ')}.`, index, 'landed');
  const people: unknown[] = Array.isArray(to) ? to : typeof to === 'string' ? to.split(',') : [to];
  const names = people.map(wordsIn).filter((name) => name !== undefined);
  if (isGiven(to) && names.length < people.length)
    wrong('“to” has to be a list of names, such as [Ana, Sam].', index, 'to');
  return { loop, round, landed: landing, date: day, to: [...new Set(names)] };
}

/** “3 rounds: 1 strong, 2 gap”; '' where it was told in none. */
export function toldInWords(told: readonly Telling[]): string {
  if (told.length === 0) return '';
  const counts = LANDINGS.flatMap((landing) => {
    const count = told.filter(({ landed }) => landed === landing).length;
    return count === 0 ? [] : [`${count} ${landing}`];
  });
  return joined([plural(told.length, 'round'), counts.join(', ')], ': ');
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** A telling to be written: an entry that is there keeps how it landed, and loses it by `null`. */
export interface NewTelling extends Omit<Telling, 'landed'> {
  readonly landed: Landing | null | undefined;
}

/**
 * The edits that say that a story was told in a round: a new entry, or the entry’s other landing.
 * @returns none where it says so already; undefined where nothing may be written: the front matter is broken, the file
 * has a merge conflict, or `told` is something other than a list.
 */
export function tellingEdits(text: string, { loop, round, landed, date, to }: NewTelling): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const { data, errors } = parseFrontMatter(text);
  if (errors.length > 0) return undefined;
  const { list, at } = entryOf(data, { loop, round });
  if (at < 0)
    return appendToList(text, TOLD, {
      loop,
      round,
      ...(landed === undefined || landed === null ? {} : { landed }),
      ...(date === undefined ? {} : { date }),
      ...(to.length === 0 ? {} : { to }),
    });
  const entry = list[at] as Readonly<Record<string, unknown>>;
  if (landed === null) return 'landed' in entry ? changeListItem(text, TOLD, at, { landed: undefined }) : [];
  if (landed === undefined || entry['landed'] === landed) return [];
  return changeListItem(text, TOLD, at, { landed }, 'round');
}

/**
 * The edits that take out what says that a story was told in a round.
 * @returns none where nothing says so; undefined as in {@link tellingEdits}.
 */
export function untellingEdits(text: string, round: Pick<Telling, 'loop' | 'round'>): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const { data, errors } = parseFrontMatter(text);
  if (errors.length > 0) return undefined;
  const { at } = entryOf(data, round);
  return at < 0 ? [] : removeListItem(text, TOLD, at);
}

/** Where the entry of a round is in the list; -1 where it has none. */
function entryOf(
  data: Readonly<Record<string, unknown>>,
  { loop, round }: Pick<Telling, 'loop' | 'round'>,
): { readonly list: readonly unknown[]; readonly at: number } {
  const list: readonly unknown[] = Array.isArray(data[TOLD]) ? data[TOLD] : [];
  const at = list.findIndex(
    (entry) => isRecord(entry) && wordsIn(entry['loop']) === loop && wordsIn(entry['round']) === round,
  );
  return { list, at };
}
