import { locateFrontMatter } from './frontMatter';
import { applyEdits, lineAt, splitLines, textStart, type Line } from './text';

/** An ATX heading and what stands under it. Offsets are into the whole text. */
export interface Section {
  /** 1 for `#` to 6 for `######`. */
  readonly level: number;
  /** The heading's text, without the marks. */
  readonly title: string;
  /** The heading's line, 0-based. */
  readonly line: number;
  /** Where the heading's line begins. */
  readonly start: number;
  /** Where the heading's line ends, before its line break. */
  readonly headingEnd: number;
  /** Where the text under the heading begins. */
  readonly contentStart: number;
  /** Where the text directly under the heading ends: at the next heading of any level, or at the end. */
  readonly contentEnd: number;
  /** Where the section with its subsections ends: at the next heading of the same or a higher level. */
  readonly end: number;
}

/**
 * What a line is, as far as headings and lists care: `code` covers fences and what they hold, `comment` HTML comments.
 */
export type LineKind = 'frontMatter' | 'code' | 'comment' | 'heading' | 'text';

const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/u;
const FENCE = /^ *(`{3,}|~{3,})/u;

/**
 * Says of each line what it is, in one pass: front matter, fenced code, an HTML comment of whole lines, a heading, or
 * text.
 * A fence that is never closed runs to the end, as CommonMark has it.
 * @param bodyStart where the front matter ends, for those who know.
 */
export function classifyLines(
  text: string,
  lines: readonly Line[] = splitLines(text),
  bodyStart = bodyStartOf(text),
): LineKind[] {
  let fence: string | undefined;
  let inComment = false;
  return lines.map((line): LineKind => {
    if (line.start < bodyStart) return 'frontMatter';
    if (fence === undefined && !inComment && !mayBeMarked(text, line)) return 'text';
    const content = text.slice(line.start, line.end);
    if (fence !== undefined) {
      if (closesFence(content, fence)) fence = undefined;
      return 'code';
    }
    if (inComment) {
      inComment = !content.includes('-->');
      return 'comment';
    }
    fence = openedFence(content);
    if (fence !== undefined) return 'code';
    if (content.trimStart().startsWith('<!--')) {
      inComment = !content.includes('-->');
      return 'comment';
    }
    return HEADING.test(content) ? 'heading' : 'text';
  });
}

function bodyStartOf(text: string): number {
  const front = locateFrontMatter(text);
  return typeof front === 'object' ? front.bodyStart : textStart(text);
}

/** Whether a line's first character, white space apart, is one with which a fence, a comment or a heading begins. */
function mayBeMarked(text: string, { start, end }: Line): boolean {
  let first = start;
  let unit = text.charCodeAt(first);
  while (first < end && (unit <= 32 || unit > 127)) unit = text.charCodeAt((first += 1));
  return first < end && (unit === 35 || unit === 60 || unit === 96 || unit === 126);
}

/** The sections of a Markdown text, in order; headings in front matter, code and comments do not count. */
export function outline(
  text: string,
  lines: readonly Line[] = splitLines(text),
  kinds: readonly LineKind[] = classifyLines(text, lines),
): Section[] {
  // Ends are found from the back: `endAt[level]` is where the next heading of that level or a higher one begins.
  const endAt = new Array<number>(7).fill(text.length);
  const sections: Section[] = [];
  let next = text.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (kinds[index] !== 'heading') continue;
    const line = lines[index] as Line;
    const content = text.slice(line.start, line.end);
    const level = headingLevel(content);
    sections.push({
      level,
      title: headingTitle(content),
      line: index,
      start: line.start,
      headingEnd: line.end,
      contentStart: line.next,
      contentEnd: next,
      end: endAt[level] as number,
    });
    endAt.fill(line.start, level);
    next = line.start;
  }
  return sections.reverse();
}

/** A Markdown text with its headings `levels` further down, at most at the sixth, to stand within another. */
export function deeper(markdown: string, levels = 1): string {
  const edits = outline(markdown).map(({ start, level }) => {
    const at = markdown.indexOf('#', start);
    return { start: at, end: at, newText: '#'.repeat(Math.min(levels, 6 - level)) };
  });
  return applyEdits(markdown, edits).trim();
}

/** The first merge-conflict marker's range, or undefined. A file in conflict is shown, and not written to. */
export function findConflict(text: string): { readonly start: number; readonly end: number } | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const marker = text.startsWith('<<<<<<< ') ? 0 : text.indexOf('\n<<<<<<< ') + 1;
  if (marker === 0 && !text.startsWith('<<<<<<< ')) return undefined;
  const { end } = lineAt(text, marker);
  const middle = text.indexOf('\n=======', end);
  return middle >= 0 && text.indexOf('\n>>>>>>> ', middle) >= 0 ? { start: marker, end } : undefined;
}

function openedFence(content: string): string | undefined {
  const fence = FENCE.exec(content)?.[1];
  if (fence === undefined) return undefined;
  // A backtick behind a backtick fence makes it a code span in a paragraph.
  return fence.startsWith('`') && content.trimStart().includes('`', fence.length) ? undefined : fence;
}

function closesFence(content: string, fence: string): boolean {
  const trimmed = content.trim();
  return trimmed.length >= fence.length && trimmed === (fence[0] as string).repeat(trimmed.length);
}

function headingLevel(content: string): number {
  const first = content.indexOf('#');
  let level = 1;
  while (content.charCodeAt(first + level) === 35) level += 1;
  return level;
}

/** The text of an ATX heading's line, without opening and closing marks. */
export function headingTitle(content: string): string {
  const title = content.trim().replace(/^#+/u, '').trim();
  let end = title.length;
  while (end > 0 && title[end - 1] === '#') end -= 1;
  const closed = end === 0 || title[end - 1] === ' ' || title[end - 1] === '\t';
  return closed ? title.slice(0, end).trim() : title;
}
