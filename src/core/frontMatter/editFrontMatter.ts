/**
 * Edits of single values in front matter that touch nothing but the value, or are refused. Edits of maps are in
 * `editMap`.
 */
import { isCollection, isMap, isNode, stringify, type Pair } from 'yaml';
import { locateFrontMatter, type FrontMatterRange } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { applyEdits, endOfLine, insertion, lineStartAt, textStart, type TextEdit } from '../markdown/text';
import { parseFrontMatter } from './parseFrontMatter';
import { findPair, isNothing, parseYaml, placeOf, type YamlDocument } from './yamlDocument';
import { hasCommentIn, yamlMarks } from './yamlMarks';

/** YAML for a value: on one line, and on several for a key that is not there yet. */
interface WrittenValue {
  readonly line: string;
  /** The lines below the key, indented. */
  readonly below?: readonly string[] | undefined;
}

/**
 * The edits that give `key` the value `value` and touch nothing else: comments, key order, quoting elsewhere, line
 * breaks and unknown keys stay as they are. A missing key is added after the last one, a missing block is made.
 * @returns undefined when the front matter is broken, the file has a merge conflict, or the value cannot be changed
 * without changing something else: then nothing may be written.
 */
export function setFrontMatterValue(
  text: string,
  key: string,
  value: string | number | boolean,
): TextEdit[] | undefined {
  const written = stringify(value, { lineWidth: 0 }).trimEnd();
  const edits = valueEdits(text, key, { line: written });
  return edits && doesOnly(text, edits, key, (now) => now === value) ? edits : undefined;
}

/**
 * The edits that take the value of `key` out and leave the key: it counts as missing then. None where the key has no
 * value; undefined as in {@link setFrontMatterValue}.
 */
export function clearFrontMatterValue(text: string, key: string): TextEdit[] | undefined {
  const { data } = parseFrontMatter(text);
  if (findConflict(text) || locateFrontMatter(text) === 'unclosed') return undefined;
  if (data[key] === undefined || data[key] === null) return [];
  const edits = valueEdits(text, key, { line: '' });
  return edits && doesOnly(text, edits, key, (now) => now === null) ? edits : undefined;
}

/** As {@link setFrontMatterValue}, for a list. Missing front matter is not created for it. */
export function setFrontMatterList(text: string, key: string, written: WrittenValue): TextEdit[] | undefined {
  if (typeof locateFrontMatter(text) !== 'object') return undefined;
  const edits = valueEdits(text, key, written);
  return edits && doesOnly(text, edits, key, Array.isArray) ? edits : undefined;
}

/** Whether edits change the value of a key to what is wanted, and nothing else that the file says. */
export function doesOnly(
  text: string,
  edits: readonly TextEdit[],
  key: string,
  isWanted: (value: unknown) => boolean,
): boolean {
  const after = applyEdits(text, edits);
  const [was, is] = [parseFrontMatter(text), parseFrontMatter(after)];
  if (!is.range || is.errors.length > 0 || !isWanted(is.data[key])) return false;
  if (!after.slice(is.bodyStart).endsWith(text.slice(was.bodyStart))) return false;
  const others = new Set([...Object.keys(was.data), ...Object.keys(is.data)].filter((other) => other !== key));
  return [...others].every((other) => JSON.stringify(was.data[other]) === JSON.stringify(is.data[other]));
}

function valueEdits(text: string, key: string, written: WrittenValue): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  if (range === 'unclosed' || findConflict(text)) return undefined;
  if (range === undefined) return newBlock(text, key, written);
  const document = parseYaml(text, range);
  if (document.errors.length > 0) return undefined;
  const pair = findPair(document, key);
  if (pair) return replaced(text, range, pair, written);
  const root = document.contents;
  if (isMap(root) ? root.flow : !isNothing(root)) return undefined;
  const indent = keyIndent(text, range, document);
  const eol = endOfLine(text);
  const lines = written.below ? [`${key}:`, ...written.below] : [`${key}: ${written.line}`];
  return insertion(range.yamlEnd, lines.map((line) => indent + line + eol).join(''));
}

/** The white space before the keys of the first level. */
export function keyIndent(text: string, { yamlStart }: FrontMatterRange, { contents }: YamlDocument): string {
  const first = isMap(contents) ? (contents.items[0] as Pair | undefined)?.key : undefined;
  return isNode(first) && first.range ? indentOf(text, yamlStart + first.range[0]) : '';
}

function newBlock(text: string, key: string, { line }: WrittenValue): TextEdit[] {
  const start = textStart(text);
  const eol = endOfLine(text);
  return insertion(start, `---${eol}${key}: ${line}${eol}---${eol}${start === text.length ? '' : eol}`);
}

/** Replaces the value that a key has. */
function replaced(
  text: string,
  { yamlStart }: FrontMatterRange,
  pair: Pair,
  written: WrittenValue,
): TextEdit[] | undefined {
  if (!isNode(pair.key) || !pair.key.range) return undefined;
  const keyStart = yamlStart + pair.key.range[0];
  const colon = text.indexOf(':', yamlStart + pair.key.range[1]) + 1;
  const place = placeOf(text, yamlStart, pair.value);
  if (!place) return insertion(colon, ` ${written.line}`);
  const { start, end } = place;
  if (hasCommentIn(yamlMarks(text), start, end)) return undefined;
  const isAtMargin = isCollection(pair.value) && !pair.value.flow && columnOf(text, start) <= columnOf(text, keyStart);
  if (!isAtMargin) return [{ start, end, newText: written.line }];
  return text.slice(colon, start).trim() === '' ? [{ start: colon, end, newText: ` ${written.line}` }] : undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

function indentOf(text: string, offset: number): string {
  const before = text.slice(lineStartAt(text, offset), offset);
  return before.trim() === '' ? before : '';
}
