/** What the keys of a kind of file mean: completion and hovers in its front matter, by a table. */
import type { Span } from '../ports';
import { keyPlaceAt, topKeys } from './keyPlace';
import { parseFrontMatter } from './parseFrontMatter';
import { isRecord } from './valueReaders';

interface KeyHelp {
  /** One or two sentences, as Markdown. */
  readonly about: string;
  /** What can be chosen from. */
  readonly values?: readonly string[];
  /** What follows the key when it is completed, in snippet syntax. */
  readonly snippet?: string;
  /** What its map, or each map of its list, may hold. */
  readonly fields?: HelpTable;
}

export type HelpTable = Readonly<Record<string, KeyHelp>>;

interface KeySuggestion {
  readonly label: string;
  /** In snippet syntax. */
  readonly insert: string;
  readonly kind: 'key' | 'value';
  readonly about: string;
}

export interface KeySuggestions {
  readonly replace: Span;
  readonly items: readonly KeySuggestion[];
}

/** What can be written at an offset, and what it replaces; undefined where nothing can. */
export function suggestKeys(text: string, offset: number, top: HelpTable): KeySuggestions | undefined {
  const place = keyPlaceAt(text, offset);
  if (!place) return undefined;
  const { within, key, word } = place;
  const table = fieldsWithin(top, within);
  if (!table) return undefined;
  if (key !== undefined) {
    const help = helpOf(table, key);
    const values = (help?.values ?? []).map((value): KeySuggestion => ({
      label: value,
      insert: value,
      kind: 'value',
      about: '',
    }));
    const whole: KeySuggestion[] =
      help?.snippet === undefined || !place.isLast
        ? []
        : [{ label: plain(help.snippet), insert: help.snippet, kind: 'value', about: help.about }];
    const items = [...values, ...whole];
    return items.length > 0 ? { replace: word, items } : undefined;
  }
  const present = presentKeys(text, within);
  const current = text.slice(word.start, word.end);
  const items = Object.entries(table)
    .filter(([name]) => name === current || !present.has(name))
    .map(([name, { about, snippet = '' }]): KeySuggestion => {
      const hasValue = text[word.end] === ':' || (!place.isLast && within.length === 0);
      // What goes on below its key has no space after the colon.
      const colon = snippet.startsWith('\n') ? ':' : ': ';
      return { label: name, insert: hasValue ? name : name + colon + snippet, kind: 'key', about };
    });
  return { replace: word, items };
}

/** What the key at an offset means, or that of the value there; undefined where nothing is known. */
export function keyAt(
  text: string,
  offset: number,
  top: HelpTable,
):
  | { readonly name: string; readonly within: readonly string[]; readonly help: KeyHelp; readonly word: Span }
  | undefined {
  const place = keyPlaceAt(text, offset);
  if (!place || place.word.start === place.word.end) return undefined;
  const { within, key, word } = place;
  // On a value, its key is explained.
  const name = key ?? text.slice(word.start, word.end);
  const table = fieldsWithin(top, within);
  const help = table && helpOf(table, name);
  return help && { name, within, help, word };
}

/** What a key means, as Markdown. */
export const aboutKey = (name: string, { about, values }: KeyHelp): string =>
  `**${name}** ${about}${values ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : ''}`;

/** Only what a table itself has: a user may write `constructor`. */
const helpOf = (table: HelpTable, key: string): KeyHelp | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The fields that a map may have; undefined for a key that has none. */
function fieldsWithin(top: HelpTable, within: readonly string[]): HelpTable | undefined {
  let table: HelpTable | undefined = top;
  for (const key of within) table = table && helpOf(table, key)?.fields;
  return table;
}

/** The keys that are there already; in a list every item may have each. */
function presentKeys(text: string, within: readonly string[]): ReadonlySet<string> {
  // At the top level lines are read: what is being typed is no YAML yet.
  if (within.length === 0) return topKeys(text);
  let map: unknown = parseFrontMatter(text).data;
  for (const key of within) map = isRecord(map) ? map[key] : undefined;
  return new Set(isRecord(map) ? Object.keys(map) : []);
}

/** A snippet as it reads on one line before anything is filled in: of several choices, with the first. */
const plain = (snippet: string): string =>
  snippet
    .replace(/\$\{\d([:|])([^}]*)\}/gu, (_, mark: string, inner: string) =>
      mark === ':' ? inner : (inner.split(/[,|]/u)[0] ?? ''),
    )
    .replace(/\s+/gu, ' ')
    .trim();
