/** Gives a list of maps in front matter its entries: what is the same already keeps every byte. */
import { isMap, isSeq, stringify, type YAMLSeq } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, lineAt, lineStartAt, withoutRanges, type TextEdit } from '../markdown/text';
import { doesOnly, setFrontMatterList } from './editFrontMatter';
import { parseFrontMatter } from './parseFrontMatter';
import { isSameData } from './sameData';
import { findPair, parseYaml, spanOf } from './yamlDocument';

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
  const spans = spansOf(text, range.yamlStart, list);
  if (!spans) return undefined;
  const editor = list.flow ? new BracketEditor(text, spans) : new DashEditor(text, spans);
  const edits: (TextEdit | undefined)[] = [];
  // Between two entries that stay, others take the place of those that go, one by one.
  let [old, now] = [0, 0];
  for (const [oldEnd, nowEnd] of [...kept(before, entries), [before.length, entries.length] as const]) {
    for (; old < oldEnd && now < nowEnd; old += 1, now += 1)
      edits.push(replacement(text, spans[old] as Span, inBraces(entries[now] as MapEntry)));
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

interface Span {
  readonly start: number;
  readonly end: number;
}

const hasComment = (text: string): boolean => /(?:^|\s)#/u.test(text);

function replacement(text: string, { start, end }: Span, newText: string): TextEdit | undefined {
  return hasComment(text.slice(start, end)) ? undefined : { start, end, newText };
}

/** Edits of `- entry` lines; undefined where a comment would be lost, or a dash shares its line. */
class DashEditor {
  constructor(
    private readonly text: string,
    private readonly spans: readonly Span[],
  ) {}

  /** Takes out the entries from one index to another. */
  cut(from: number, to: number): TextEdit | undefined {
    const [first, last] = [this.spans[from], this.spans[to - 1]];
    const start = first && this.lineOf(first);
    if (start === undefined || !last) return undefined;
    const end = lineAt(this.text, last.end).next;
    return hasComment(this.text.slice(start, end)) ? undefined : { start, end, newText: '' };
  }

  /** Puts entries before the one at an index. */
  insertion(index: number, written: readonly string[]): TextEdit | undefined {
    const beside = this.spans[Math.max(index - 1, 0)];
    const line = beside && this.lineOf(beside);
    if (line === undefined) return undefined;
    const indent = /^[ \t]*/u.exec(this.text.slice(line, beside?.start))?.[0] ?? '';
    const eol = endOfLine(this.text);
    const lines = written.map((each) => `${indent}- ${each}`);
    if (index === 0) return insertion(line, lines.map((each) => each + eol).join(''));
    return insertion(lineAt(this.text, beside?.end ?? 0).end, lines.map((each) => eol + each).join(''));
  }

  /** Where the line of an entry begins, which has nothing before it but the dash. */
  private lineOf({ start }: Span): number | undefined {
    const line = lineStartAt(this.text, start);
    return /^[ \t]*-[ \t]+$/u.test(this.text.slice(line, start)) ? line : undefined;
  }
}

/** Edits of `[entry, entry]`; undefined where more than a comma stands beside what is cut. */
class BracketEditor {
  constructor(
    private readonly text: string,
    private readonly spans: readonly Span[],
  ) {}

  /** Takes out the entries from one index to another, each with a comma. */
  cut(from: number, to: number): TextEdit | undefined {
    const next = this.spans[to];
    const start = next ? this.spans[from]?.start : this.spans[from - 1]?.end;
    const end = next ? next.start : this.spans[to - 1]?.end;
    if (start === undefined || end === undefined) return undefined;
    const beside = withoutRanges(this.text.slice(0, end), [{ start: 0, end: start }, ...this.spans.slice(from, to)]);
    const isLost = /[^\s,]/u.test(beside) || this.spans.slice(from, to).some((span) => hasComment(this.of(span)));
    return isLost ? undefined : { start, end, newText: '' };
  }

  /** Puts entries before the one at an index. */
  insertion(index: number, written: readonly string[]): TextEdit | undefined {
    const [previous, first] = [this.spans[index - 1], this.spans[0]];
    if (previous) return insertion(previous.end, written.map((each) => `, ${each}`).join(''));
    return first && insertion(first.start, written.map((each) => `${each}, `).join(''));
  }

  private of({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}

const insertion = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText });

/** Where each entry stands; undefined where one is no map, or has no place. */
function spansOf(text: string, base: number, list: YAMLSeq): Span[] | undefined {
  const spans = list.items.map((item) => {
    const span = isMap(item) || !list.flow ? spanOf(item) : undefined;
    if (!span) return undefined;
    const start = base + span.start;
    return { start, end: start + text.slice(start, base + span.end).trimEnd().length };
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}
