/** Gives a list of maps in front matter its entries: what is the same already keeps every byte. */
import { isSeq, stringify } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, lineAt, lineStartAt, type TextEdit } from '../markdown/text';
import type { Span } from '../ports';
import { cutOf, dashBefore, itemPlaces, type ItemPlaces } from './cutItems';
import { doesOnly, setFrontMatterList } from './editFrontMatter';
import { parseFrontMatter } from './parseFrontMatter';
import { isSameData } from './sameData';
import { findPair, parseYaml } from './yamlDocument';
import { hasCommentIn, yamlMarks, type YamlMarks } from './yamlMarks';

export type MapEntry = Readonly<Record<string, unknown>>;

/**
 * The edits that make the list of `key` these entries: those that are there keep their bytes, wherever others come in
 * or go between them; those that differ are written anew. A key or front matter that is missing is added.
 * @returns undefined when the front matter is broken, the file has a merge conflict, the key has something other than
 * a list, or a comment would be lost: then nothing may be written.
 */
export function setMaps(text: string, key: string, entries: readonly MapEntry[]): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const { data, errors, range } = parseFrontMatter(text);
  const before = data[key] ?? [];
  if (errors.length > 0 || !Array.isArray(before)) return undefined;
  if (isSameData(before, entries)) return [];
  const written = entries.map(inBraces);
  if (!range) return newFrontMatter(text, key, written);
  if (before.length === 0 || entries.length === 0)
    return setFrontMatterList(text, key, {
      line: `[${written.join(', ')}]`,
      below: written.map((each) => `  - ${each}`),
    });
  const edits = changed(text, key, before, entries);
  return edits && doesOnly(text, edits, key, (now) => isSameData(now, entries)) ? edits : undefined;
}

function inBraces(entry: MapEntry): string {
  return stringify(entry, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function newFrontMatter(text: string, key: string, written: readonly string[]): TextEdit[] {
  const eol = endOfLine(text);
  const start = parseFrontMatter(text).bodyStart;
  const lines = ['---', `${key}:`, ...written.map((each) => `  - ${each}`), '---', ''];
  return [{ start, end: start, newText: lines.join(eol) + (start === text.length ? '' : eol) }];
}

/** Edits of a list that has entries and gets some. */
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
  const places = itemPlaces(text, range.yamlStart, list);
  const spans = places.spans.filter((span) => span !== undefined);
  if (spans.length < before.length) return undefined;
  const editor = new ListEditor(text, yamlMarks(text), { ...places, spans });
  const edits: (TextEdit | undefined)[] = [];
  // Between two entries that stay, others take the place of those that go, one by one.
  let [old, now] = [0, 0];
  for (const [oldEnd, nowEnd] of [...kept(before, entries), [before.length, entries.length] as const]) {
    for (; old < oldEnd && now < nowEnd; old += 1, now += 1)
      edits.push(editor.replacement(old, inBraces(entries[now] as MapEntry)));
    if (old < oldEnd) edits.push(editor.cut(old, oldEnd));
    if (now < nowEnd) edits.push(editor.insertion(old, entries.slice(now, nowEnd).map(inBraces)));
    [old, now] = [oldEnd + 1, nowEnd + 1];
  }
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

type Pair = readonly [old: number, now: number];

/** The longest row of entries that are the same before and after, as their indexes. */
function kept(before: readonly unknown[], entries: readonly unknown[]): Pair[] {
  const same = before.map((old) => entries.map((now) => isSameData(old, now)));
  /** How many stay from two indexes on. */
  const counts = Array.from({ length: before.length + 1 }, () => new Array<number>(entries.length + 1).fill(0));
  const countAt = (old: number, now: number): number => counts[old]?.[now] ?? 0;
  for (let old = before.length - 1; old >= 0; old -= 1)
    for (let now = entries.length - 1; now >= 0; now -= 1)
      (counts[old] as number[])[now] = same[old]?.[now]
        ? countAt(old + 1, now + 1) + 1
        : Math.max(countAt(old + 1, now), countAt(old, now + 1));
  const pairs: Pair[] = [];
  for (let [old, now] = [0, 0]; countAt(old, now) > 0;)
    if (same[old]?.[now]) pairs.push([old++, now++]);
    else if (countAt(old + 1, now) >= countAt(old, now + 1)) old += 1;
    else now += 1;
  return pairs;
}

/** Edits of a list that has entries; undefined where a comment would be lost, or something else stands beside them. */
class ListEditor {
  constructor(
    private readonly text: string,
    private readonly marks: YamlMarks,
    private readonly places: ItemPlaces & { readonly spans: readonly Span[] },
  ) {}

  /** Puts another entry in the place of the one at an index. */
  replacement(index: number, newText: string): TextEdit | undefined {
    const { start, end } = this.places.spans[index] as Span;
    return hasCommentIn(this.marks, start, end) ? undefined : { start, end, newText };
  }

  /** Takes out the entries from one index to another. */
  cut(from: number, to: number): TextEdit | undefined {
    const cut = cutOf(this.text, this.marks, this.places, from, to);
    return !cut || hasCommentIn(this.marks, cut.start, cut.end) ? undefined : { ...cut, newText: '' };
  }

  /** Puts entries before the one at an index. */
  insertion(index: number, written: readonly string[]): TextEdit | undefined {
    const { spans, inside } = this.places;
    const beside = spans[Math.max(index - 1, 0)] as Span;
    if (!inside) return this.newLines(index, beside, written);
    const newText = index === 0 ? written.map((each) => `${each}, `) : written.map((each) => `, ${each}`);
    const at = index === 0 ? beside.start : beside.end;
    return { start: at, end: at, newText: newText.join('') };
  }

  private newLines(index: number, beside: Span, written: readonly string[]): TextEdit | undefined {
    const dash = dashBefore(this.marks.dashes, beside.start);
    if (dash === undefined) return undefined;
    const line = lineStartAt(this.text, dash);
    const indent = this.text.slice(line, dash);
    if (indent.trim() !== '') return undefined;
    const eol = endOfLine(this.text);
    const lines = written.map((each) => `${indent}- ${each}`);
    const at = index === 0 ? line : lineAt(this.text, beside.end).end;
    const newText = index === 0 ? lines.map((each) => each + eol) : lines.map((each) => eol + each);
    return { start: at, end: at, newText: newText.join('') };
  }
}
