/** Gives a list of maps in front matter its entries: what is the same already keeps every byte. */
import { isMap, isSeq, stringify, type YAMLSeq } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, lineAt, lineStartAt, type TextEdit } from '../markdown/text';
import { doesOnly, setFrontMatterList } from './editFrontMatter';
import { parseFrontMatter } from './parseFrontMatter';
import { findPair, parseYaml, spanOf } from './yamlDocument';

export type MapEntry = Readonly<Record<string, unknown>>;

/**
 * The edits that make the list of `key` these entries, one by one: those that differ are written anew, more are added
 * after the last, and what is too much is taken out. A key or front matter that is missing is added.
 * @returns undefined when the front matter is broken, the file has a merge conflict, or a comment would be lost: then
 * nothing may be written.
 */
export function setMaps(text: string, key: string, entries: readonly MapEntry[]): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const { data, errors, range } = parseFrontMatter(text);
  if (errors.length > 0) return undefined;
  const before: readonly unknown[] = Array.isArray(data[key]) ? data[key] : [];
  if (isSame(before, entries)) return [];
  const written = entries.map(inBraces);
  if (!range) return newFrontMatter(text, key, written);
  const edits = before.length > 0 && entries.length > 0 ? changed(text, key, before, entries) : undefined;
  if (edits) return doesOnly(text, edits, key, (now) => isSame(now, entries)) ? edits : undefined;
  return before.length > 0 && entries.length > 0
    ? undefined
    : setFrontMatterList(text, key, { line: `[${written.join(', ')}]`, below: written.map((each) => `  - ${each}`) });
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function inBraces(entry: MapEntry): string {
  return stringify(entry, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function newFrontMatter(text: string, key: string, written: readonly string[]): TextEdit[] {
  const eol = endOfLine(text);
  const start = parseFrontMatter(text).bodyStart;
  const lines = ['---', `${key}:`, ...written.map((each) => `  - ${each}`), '---', ''];
  return [{ start, end: start, newText: lines.join(eol) + (start === text.length ? '' : eol) }];
}

/** Edits of a list that has entries and keeps some. */
function changed(
  text: string,
  key: string,
  before: readonly unknown[],
  entries: readonly MapEntry[],
): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object') return undefined;
  const list = findPair(parseYaml(text, range), key)?.value;
  if (!isSeq(list) || list.items.length !== before.length) return undefined;
  const spans = spansOf(text, range.yamlStart, list);
  const last = spans?.[Math.min(before.length, entries.length) - 1];
  const lastBefore = spans?.at(-1);
  if (!spans || !last || !lastBefore) return undefined;
  const edits = spans.flatMap(({ start, end }, index): TextEdit[] => {
    const entry = entries[index];
    return entry === undefined || isSame(entry, before[index]) ? [] : [{ start, end, newText: inBraces(entry) }];
  });
  if (edits.some(({ start, end }) => /(?:^|\s)#/u.test(text.slice(start, end)))) return undefined;
  if (entries.length < before.length) {
    const cut = { start: last.end, end: lastBefore.end, newText: '' };
    return /(?:^|\s)#/u.test(text.slice(cut.start, cut.end)) ? undefined : [...edits, cut];
  }
  const added = entries.slice(before.length).map(inBraces);
  if (added.length === 0) return edits;
  if (list.flow)
    return [...edits, { start: last.end, end: last.end, newText: added.map((each) => `, ${each}`).join('') }];
  const dash = text.lastIndexOf('-', last.start);
  const indent = text.slice(lineStartAt(text, dash), dash);
  if (indent.trim() !== '') return undefined;
  const end = lineAt(text, last.end).end;
  return [...edits, { start: end, end, newText: added.map((each) => `${endOfLine(text)}${indent}- ${each}`).join('') }];
}

/** Where each entry stands; undefined where one is no map, or has no place. */
function spansOf(text: string, base: number, list: YAMLSeq): { start: number; end: number }[] | undefined {
  const spans = list.items.map((item) => {
    const span = isMap(item) || !list.flow ? spanOf(item) : undefined;
    if (!span) return undefined;
    const start = base + span.start;
    return { start, end: start + text.slice(start, base + span.end).trimEnd().length };
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}
