/**
 * Where in front matter an offset is: after which keys, at a key or at a value. It reads lines and not YAML,
 * so that it works while they are being typed.
 */
import { locateFrontMatter } from '../markdown/frontMatter';
import { lineAt, lineStartAt, splitLines, textStart } from '../markdown/text';
import type { Span } from '../ports';

interface KeyPlace {
  /** The keys around, from the top: empty at the top level. */
  readonly within: readonly string[];
  /** The key whose value is being written; undefined where a key is. */
  readonly key: string | undefined;
  /** The word at the offset. */
  readonly word: Span;
  /** Whether only white space, or nothing, follows the word. */
  readonly isLast: boolean;
}

const KEY = /^([ \t]*(?:-[ \t]+)*)(\w[\w-]*)[ \t]*:/u;
/** What stands before a key, the dashes of a list's items included: its length is the key's column. */
const INDENT = /^[ \t]*(?:-[ \t]+)*/u;
/** How far up a key is looked for, in lines. */
const MOST_LINES = 60;
/** A longer line is not a line of keys. */
const LONGEST_LINE = 2000;

/** Undefined outside the front matter, and in a comment. */
export function keyPlaceAt(text: string, offset: number): KeyPlace | undefined {
  const range = locateFrontMatter(text);
  if (range === undefined) return undefined;
  const from = range === 'unclosed' ? lineAt(text, textStart(text)).next : range.yamlStart;
  const to = range === 'unclosed' ? text.length : range.yamlEnd;
  if (offset < from || offset > to) return undefined;
  const start = lineStartAt(text, offset);
  const line = lineAt(text, start);
  if (line.end - start > LONGEST_LINE) return undefined;
  const whole = text.slice(start, line.end);
  const before = whole.slice(0, offset - start);
  if (/(?:^|\s)#/u.test(before)) return undefined;
  const word = wordAt(whole, offset - start);
  const span = { start: start + word.start, end: start + word.end };
  const { within, key } = inLine(whole.slice(0, word.start));
  const indent = INDENT.exec(whole)?.[0].length ?? 0;
  const above = keysAbove(text, from, start, indent);
  return { within: [...above, ...within], key, word: span, isLast: whole.slice(word.end).trim() === '' };
}

/** The keys of the first level, whether or not the front matter is YAML. */
export function topKeys(text: string): ReadonlySet<string> {
  const range = locateFrontMatter(text);
  if (range === undefined) return new Set();
  const yaml = range === 'unclosed' ? text : text.slice(range.yamlStart, range.yamlEnd);
  const keys = splitLines(yaml).map(({ start, end }) => keyIn(yaml, start, end));
  return new Set(keys.flatMap((found) => (found?.column === 0 ? [found.key] : [])));
}

/** The key that a line begins with, and its column. */
function keyIn(
  text: string,
  start: number,
  end: number,
): { readonly key: string; readonly column: number } | undefined {
  const [, white = '', key] = KEY.exec(text.slice(start, Math.min(end, start + LONGEST_LINE))) ?? [];
  return key === undefined ? undefined : { key, column: white.length };
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\w.%-]/u.test(character);

function wordAt(line: string, at: number): Span {
  let [start, end] = [at, at];
  while (start > 0 && isWordCharacter(line[start - 1])) start -= 1;
  while (end < line.length && isWordCharacter(line[end])) end += 1;
  // A dash that opens an item of a list is not part of its word.
  while (start < at && line[start] === '-') start += 1;
  return { start, end };
}

/** The keys that a beginning of a line has opened, and the one whose value it stands at. */
function inLine(before: string): { within: string[]; key: string | undefined } {
  const within: string[] = [];
  let key: string | undefined;
  let word = '';
  for (const character of before) {
    if (isWordCharacter(character)) word += character;
    else if (character === ':') [key, word] = [word === '' ? key : word, ''];
    else if (character === '{') {
      within.push(key ?? '');
      [key, word] = [undefined, ''];
    } else if (character === '}') {
      within.pop();
      [key, word] = [undefined, ''];
    } else if (character === ',') {
      // Between the items of a list the key stays the same.
      if (within.length > 0) key = undefined;
      word = '';
    } else if (character.trim() !== '' && character !== '[' && character !== ']') word = '';
  }
  return { within: within.filter((each) => each !== ''), key };
}

/** The keys of the lines above that this one stands below, by their indents. */
function keysAbove(text: string, from: number, start: number, indent: number): string[] {
  const keys: string[] = [];
  let least = indent;
  let at = start;
  for (let count = 0; count < MOST_LINES && at > from && least > 0; count += 1) {
    at = lineStartAt(text, at - (text[at - 2] === '\r' && text[at - 1] === '\n' ? 2 : 1));
    const found = keyIn(text, at, lineAt(text, at).end);
    if (!found || found.column >= least) continue;
    keys.unshift(found.key);
    least = found.column;
  }
  return keys;
}
