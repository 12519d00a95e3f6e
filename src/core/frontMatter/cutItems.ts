/** What goes with the items of a list, or the entries of a map in braces, that are taken out. */
import type { YAMLSeq } from 'yaml';
import { lineAt, lineStartAt, withoutRanges, type TextEdit } from '../markdown/text';
import type { Span } from '../ports';
import { placeOf } from './yamlDocument';
import type { YamlMarks } from './yamlMarks';

/** Where the items of a list stand, all offsets into the whole text; undefined for one that takes no room. */
export interface ItemPlaces {
  readonly spans: readonly (Span | undefined)[];
  /** What is between the brackets or braces; undefined for a list in lines. */
  readonly inside: Span | undefined;
}

/** The places of a list's items. @param base where the YAML begins, which the nodes' offsets count from. */
export function itemPlaces(text: string, base: number, list: YAMLSeq): ItemPlaces {
  const place = placeOf(text, base, list);
  return {
    spans: list.items.map((item) => placeOf(text, base, item)),
    inside: list.flow && place ? { start: place.start + 1, end: place.end - 1 } : undefined,
  };
}

/**
 * What goes with the items from one index to another: their lines from the dash on, or a comma beside them. Comments
 * may stand in it.
 * @returns undefined where something else would go, such as an anchor or another item on the line of the dash.
 */
export function cutOf(
  text: string,
  marks: YamlMarks,
  { spans, inside }: ItemPlaces,
  from: number,
  to: number,
): Span | undefined {
  const own = spans.slice(from, to).filter((span) => span !== undefined);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || own.length < to - from) return undefined;
  if (!inside) return linesOf(text, marks, first, last);
  const [previous, next] = [spans[from - 1], spans[to]];
  if ((from > 0 && !previous) || (to < spans.length && !next)) return undefined;
  const beside = between(text, previous?.end ?? inside.start, next?.start ?? inside.end, [...own, ...marks.comments]);
  if (/[^\s,]/u.test(beside)) return undefined;
  if (next) return { start: first.start, end: next.start };
  if (previous) return { start: previous.end, end: last.end };
  return { start: first.start, end: first.start + text.slice(first.start, inside.end).trimEnd().length };
}

/** The lines of items, from the first dash on. */
function linesOf(text: string, { comments, dashes }: YamlMarks, first: Span, last: Span): Span | undefined {
  const dash = dashBefore(dashes, first.start);
  if (dash === undefined) return undefined;
  const start = lineStartAt(text, dash);
  const { end, next } = lineAt(text, last.end);
  const isAlone =
    text.slice(start, dash).trim() === '' &&
    /^\s*(?:[&!]\S+\s+)*$/u.test(between(text, dash + 1, first.start, comments)) &&
    between(text, last.end, end, comments).trim() === '';
  return isAlone ? { start, end: next } : undefined;
}

/** The dash of the item that begins at an offset. */
export const dashBefore = (dashes: readonly number[], start: number): number | undefined =>
  dashes.filter((dash) => dash < start).at(-1);

/** The text between two offsets without some parts of it. */
export const between = (text: string, start: number, end: number, parts: readonly Span[]): string =>
  withoutRanges(text.slice(0, end), [{ start: 0, end: start }, ...parts.filter((part) => part.start < end)]);

/** The edits that take out a part of the front matter; its comments stay, each where its line began. */
export function cutBesideComments(text: string, { comments }: YamlMarks, { start, end }: Span): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = start;
  const keep = (from: number, to: number): void => {
    if (from > at) edits.push({ start: at, end: from, newText: '' });
    at = Math.max(at, to);
  };
  for (const comment of comments) {
    if (comment.start < start || comment.start >= end) continue;
    const line = lineStartAt(text, comment.start);
    if (line >= start) keep(line, line + indentOf(text.slice(line, comment.start)));
    // After other words, only white space makes a `#` the beginning of a comment.
    const isFirst = line >= start || text.slice(line, start).trim() === '';
    const from = isFirst ? comment.start : start + text.slice(start, comment.start).trimEnd().length;
    keep(from, Math.min(end, lineAt(text, comment.end).next));
  }
  // Where the cut ends in the middle of a line, the indent of that line stays with what follows.
  const line = lineStartAt(text, end);
  if (at > start && line >= at) keep(line, line + indentOf(text.slice(line, end)));
  keep(end, end);
  return edits;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
