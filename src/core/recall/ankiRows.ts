/** The lines of Anki's text files: fields apart by a separator, quoted where they have to be. */
import { withoutBom } from '../markdown/text';

export interface AnkiRow {
  /** Those that are not tags or names of something else. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** '' where the file does not say. */
  readonly noteType: string;
}

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);
const OPTION = /^#([a-z ]+):(.*)$/iu;
/** Columns that are not fields of a card. */
const OTHER_COLUMNS = ['tags', 'notetype', 'deck', 'guid'] as const;

/** A line of fields apart by tabs, without a line break at its end. */
export function rowOf(fields: readonly string[]): string {
  return fields.map((field) => (/["\t\r\n]|^#/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join('\t');
}

/** Never throws; takes time in proportion to the text. */
export function readRows(text: string): { readonly rows: readonly AnkiRow[]; readonly isHtml: boolean } {
  const { options, body } = headOf(withoutBom(text));
  const said = options.get('separator') ?? '';
  const separator = said === '' ? usualSeparator(body) : (SEPARATORS.get(said.toLowerCase()) ?? said.slice(0, 1));
  const columns = new Map(
    OTHER_COLUMNS.flatMap((name): [number, string][] => {
      const number = Number(options.get(`${name} column`));
      return Number.isInteger(number) && number > 0 ? [[number - 1, name]] : [];
    }),
  );
  const common = wordsOf(options.get('tags') ?? '');
  const rows = split(body, separator).map((all): AnkiRow => {
    const of = (name: string): string => all.find((_, index) => columns.get(index) === name) ?? '';
    return {
      fields: all.filter((_, index) => !columns.has(index)),
      tags: [...new Set([...common, ...wordsOf(of('tags'))])],
      noteType: of('notetype'),
    };
  });
  return { rows, isHtml: (options.get('html') ?? 'true').toLowerCase() !== 'false' };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** The options in the lines that begin the file, and what follows them. */
function headOf(text: string): { readonly options: ReadonlyMap<string, string>; readonly body: string } {
  const options = new Map<string, string>();
  let start = 0;
  while (text.charAt(start) === '#') {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/u, '');
    const [, name = '', value = ''] = OPTION.exec(line) ?? [];
    options.set(name.trim().toLowerCase(), value.trim());
    start = end < 0 ? text.length : end + 1;
  }
  return { options, body: text.slice(start) };
}

function usualSeparator(body: string): string {
  const first = body.slice(0, 2000).split('\n', 1)[0] ?? '';
  return ['\t', ';', ','].find((each) => first.includes(each)) ?? '\t';
}

function split(body: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let canQuote = true;
  for (let at = 0; at < body.length;) {
    if (row.length === 0 && body.charAt(at) === '#') {
      at = lineEnd(body, at) + 1;
      continue;
    }
    const closing = canQuote && body.charAt(at) === '"' ? endOfQuote(body, at) : undefined;
    // A quotation mark that is never closed is a mark like any other, as are those after it.
    if (closing === -1) canQuote = false;
    const isQuoted = closing !== undefined && closing > 0;
    const end = fieldEnd(body, isQuoted ? closing + 1 : at, separator);
    row.push(isQuoted ? body.slice(at + 1, closing).replaceAll('""', '"') : body.slice(at, end).replace(/\r$/u, ''));
    const isLast = body.charAt(end) !== separator;
    at = end + 1;
    if (!isLast && at < body.length) continue;
    if (row.some((field) => field.trim() !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function fieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== '\n') at += 1;
  return at;
}

/** Where the quotation ends that begins at `start`; -1 where it does not. */
function endOfQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}
