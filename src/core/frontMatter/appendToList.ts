/** Adds an entry to a list of maps in front matter, and changes no other byte. */
import { isMap, isNode, isSeq, type Pair, type YAMLSeq } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, insertion, lineAt, lineStartAt, textStart, type TextEdit } from '../markdown/text';
import { dashBefore } from './cutItems';
import { doesOnly, keyIndent } from './editFrontMatter';
import { findPair, isNothing, parseYaml, placeOf, spanOf } from './yamlDocument';
import { yamlMarks } from './yamlMarks';
import { yamlBraces } from './yamlText';

export type ListEntry = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * The edits that put `entry` at the end of the list that `key` has: in its brackets, or on a line below its last one. A
 * key or front matter that is missing is added.
 * @returns undefined when the front matter is broken, the file has a merge conflict, or the key has something other
 * than a list: then nothing may be written.
 */
export function appendToList(text: string, key: string, entry: ListEntry): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const edits = appended(text, key, yamlBraces(entry));
  return edits && doesOnly(text, edits, key, (now) => endsWith(now, entry)) ? edits : undefined;
}

function endsWith(list: unknown, entry: ListEntry): boolean {
  return Array.isArray(list) && JSON.stringify(list.at(-1)) === JSON.stringify(entry);
}

function appended(text: string, key: string, written: string): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  const eol = endOfLine(text);
  if (range === 'unclosed') return undefined;
  if (range === undefined) {
    const start = textStart(text);
    const after = start === text.length ? '' : eol;
    return insertion(start, `---${eol}${key}:${eol}  - ${written}${eol}---${eol}${after}`);
  }
  const document = parseYaml(text, range);
  const root = document.contents;
  if (document.errors.length > 0 || (isMap(root) ? root.flow : !isNothing(root))) return undefined;
  const pair = findPair(document, key);
  const indent = keyIndent(text, range, document);
  if (!pair) return insertion(range.yamlEnd, `${indent}${key}:${eol}${indent}  - ${written}${eol}`);
  if (isSeq(pair.value)) return inList(text, range.yamlStart, pair.value, written, eol);
  // Below a null that is written out, as `~`, nothing can stand.
  const isFree = isNothing(pair.value) && spanOf(pair.value) === undefined;
  return isFree ? belowKey(text, range.yamlStart, pair, `${eol}${indent}  - ${written}`) : undefined;
}

function belowKey(text: string, base: number, { key }: Pair, newText: string): TextEdit[] | undefined {
  return isNode(key) && key.range ? insertion(lineAt(text, base + key.range[1]).end, newText) : undefined;
}

function inList(text: string, base: number, list: YAMLSeq, written: string, eol: string): TextEdit[] | undefined {
  const last = placeOf(text, base, list.items.at(-1));
  if (list.flow && list.items.length === 0) {
    const open = placeOf(text, base, list);
    return open && insertion(open.start + 1, written);
  }
  if (!last) return undefined;
  if (list.flow) return insertion(last.end, `, ${written}`);
  const dash = dashBefore(yamlMarks(text).dashes, last.start);
  if (dash === undefined) return undefined;
  const indent = text.slice(lineStartAt(text, dash), dash);
  return indent.trim() === '' ? insertion(lineAt(text, last.end).end, `${eol}${indent}- ${written}`) : undefined;
}
