/**
 * Where a script's figures came from: a comment above the paragraph names each, with a link to its file.
 * `<!-- figure “35 ms” from [p99 latency](../../stories/fraud.md) -->`
 */
import { parseBlocks, type BlockLine } from '../markdown/blocks';
import { linkTarget, relativePath, resolvePath } from '../markdown/links';
import type { TextEdit } from '../markdown/text';
import { percentDecoded } from '../percentDecoded';
import type { Span } from '../ports';

/** A figure of a script and where it was taken from. */
export interface FigureOrigin extends Span {
  /** The figure as it was then. */
  readonly figure: string;
  /** Which figure of the file: its measure, the title of a result, or a key of the front matter. */
  readonly label: string;
  /** The file, relative to the prep folder; undefined where the link leads out of it. */
  readonly path: string | undefined;
  /** 0-based. */
  readonly line: number;
  /** Where the figure stands in the comment. */
  readonly inComment: Span;
  /** Where it stands in the paragraph below; undefined where it no longer does. */
  readonly inText: Span | undefined;
}

const ORIGIN = /^<!-- figure “([^”\r\n]{1,200})” from \[([^\]\r\n]{1,200})\]\(([^()\s]{1,400})\) -->$/u;
const LONGEST_LINE = 1000;

/** The comment for a figure. @param from the script's path, relative to the prep folder, as `to` is. */
export function originComment({
  figure,
  label,
  from,
  to,
}: {
  readonly figure: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}): string {
  const link = linkTarget(relativePath(from, to));
  return `<!-- figure “${plain(figure)}” from [${plainLabel(label)}](${link}) -->`;
}

const plain = (text: string): string =>
  text
    .replace(/[”\r\n]+/gu, ' ')
    .replace(/-{2,}>?/gu, '-')
    .slice(0, 200);

/** A label as the comment has it. */
export const plainLabel = (text: string): string => plain(text).replace(/[[\]]/gu, '').trim();

/** The figures of a script that name where they came from. Never throws; takes linear time. */
export function figureOrigins(path: string, text: string): FigureOrigin[] {
  if (!text.includes('<!-- figure “')) return [];
  const { lines } = parseBlocks(text);
  const found: FigureOrigin[] = [];
  /** Up to where figures of the paragraph were given to comments above it, by the figure. */
  let used = new Map<string, number>();
  lines.forEach((line, index) => {
    if (line.kind !== 'comment' || line.end - line.start > LONGEST_LINE) return;
    const match = ORIGIN.exec(text.slice(line.start, line.end));
    if (!match) return;
    if (!isOrigin(text, lines[index - 1])) used = new Map();
    const [, figure = '', label = '', link = ''] = match;
    const place = findBelow(text, lines, index, figure, used.get(figure) ?? 0);
    if (place) used.set(figure, place.end);
    const at = line.start + '<!-- figure “'.length;
    found.push({
      figure,
      label,
      path: resolvePath(path, percentDecoded(link) ?? link),
      line: index,
      start: line.start,
      end: line.end,
      inComment: { start: at, end: at + figure.length },
      inText: place,
    });
  });
  return found;
}

const isOrigin = (text: string, line: BlockLine | undefined): boolean =>
  line !== undefined &&
  line.kind === 'comment' &&
  ORIGIN.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)));

/** The figure in the lines below the comment, up to the next blank one. */
function findBelow(
  text: string,
  lines: readonly BlockLine[],
  comment: number,
  figure: string,
  after: number,
): Span | undefined {
  let first = comment + 1;
  while (lines[first]?.kind === 'comment') first += 1;
  let last = first;
  while (last < lines.length && lines[last]?.kind !== 'blank' && lines[last]?.kind !== 'comment') last += 1;
  const [from, to] = [lines[first]?.start ?? text.length, lines[last - 1]?.end ?? 0];
  for (
    let at = text.indexOf(figure, Math.max(from, after));
    at >= 0 && at + figure.length <= to;
    at = text.indexOf(figure, at + 1)
  )
    if (isWhole(text, at, at + figure.length)) return { start: at, end: at + figure.length };
  return undefined;
}

/** “35 ms” is not a part of “135 ms”, of “1.35 ms” or of “35 msec”, and “$2” is none of “$2.5M”. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !/(?:[\p{L}\d]|\d[.,])$/u.test(text.slice(Math.max(0, start - 2), start)) &&
  !/^(?:[\p{L}\d]|[.,]\d)/u.test(text.slice(end, end + 2));

/**
 * The edits that put the source's present figure in place of the old one; undefined where the old one is gone.
 * @param text the script.
 */
export function refreshEdits(
  { inText, inComment, figure: old }: FigureOrigin,
  figure: string,
  text: string,
): TextEdit[] | undefined {
  if (!inText) return undefined;
  const [isChange, wasChange] = [CHANGE.test(figure), CHANGE.test(old)];
  // “Brought it to 35 ms” becomes “brought it from 120 ms to 35 ms”, and the other way round.
  const start =
    isChange && !wasChange && / to $/u.test(text.slice(0, inText.start).slice(-4)) ? inText.start - 3 : inText.start;
  const newText = wasChange && !isChange ? `to ${figure}` : figure;
  return [
    { ...inComment, newText: plain(figure) },
    { start, end: inText.end, newText },
  ];
}

const CHANGE = /^from\s/u;
