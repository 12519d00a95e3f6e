/** Adds an entry to a list of maps in front matter, and changes no other byte. */
import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLSeq } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, lineAt, textStart, type TextEdit } from '../markdown/text';
import { doesOnly, keyIndent } from './editFrontMatter';
import { findPair, isEmptyDocument, parseYaml, spanOf } from './yamlDocument';
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
  if (document.errors.length > 0 || (isMap(root) ? root.flow : !isEmptyDocument(document))) return undefined;
  const pair = findPair(document, key);
  const indent = keyIndent(text, range, document);
  if (!pair) return insertion(range.yamlEnd, `${indent}${key}:${eol}${indent}  - ${written}${eol}`);
  if (isSeq(pair.value)) return inList(text, range.yamlStart, pair.value, written, eol);
  return isNothing(pair) ? belowKey(text, range.yamlStart, pair, `${eol}${indent}  - ${written}`) : undefined;
}

const isNothing = ({ value }: Pair): boolean =>
  value === null || (isScalar(value) && value.value === null && spanOf(value) === undefined);

function belowKey(text: string, base: number, { key }: Pair, newText: string): TextEdit[] | undefined {
  return isNode(key) && key.range ? insertion(lineAt(text, base + key.range[1]).end, newText) : undefined;
}

function inList(text: string, base: number, list: YAMLSeq, written: string, eol: string): TextEdit[] | undefined {
  const last = list.items.at(-1);
  const lastSpan = spanOf(last);
  if (list.flow) {
    if (last === undefined) {
      const open = spanOf(list);
      return open && insertion(base + open.start + 1, written);
    }
    return lastSpan && insertion(base + lastSpan.end, `, ${written}`);
  }
  if (!lastSpan) return undefined;
  const start = base + lastSpan.start;
  const end = start + text.slice(start, base + lastSpan.end).trimEnd().length;
  const dash = text.lastIndexOf('-', start);
  const lineStart = Math.max(text.lastIndexOf('\n', dash), text.lastIndexOf('\r', dash)) + 1;
  const indent = text.slice(lineStart, dash);
  return indent.trim() === '' ? insertion(lineAt(text, end).end, `${eol}${indent}- ${written}`) : undefined;
}

function insertion(at: number, newText: string): TextEdit[] {
  return [{ start: at, end: at, newText }];
}
