import { parseBlocks, type Block, type BlockLine, type Blocks } from './blocks';
import { applyEdits, splitLines, tidy, type TextEdit } from './text';

/**
 * A heading with number signs and what stands under it. Offsets are into the whole text. A heading in a quotation or in
 * a list item is a part of that, and begins no section; nor does an underlined one, since a line of dashes under a
 * paragraph is rarely meant to make one.
 */
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
 * What a line is to those who read what a text says: `code` covers fences and indented code, `comment` HTML comments,
 * `heading` those with number signs.
 */
export type LineKind = 'frontMatter' | 'code' | 'comment' | 'heading' | 'text';

/** Says of each line of a text what it is. */
export function classifyLines(text: string, { lines }: Blocks = parseBlocks(text)): LineKind[] {
  return lines.map(lineKindOf);
}

// A text has many lines, and is read at every keystroke: engines choose among words faster than they look them up.
function lineKindOf({ kind, block }: BlockLine): LineKind {
  switch (kind) {
    case 'frontMatter':
    case 'code':
    case 'comment':
      return kind;
    case 'fence':
      return 'code';
    case 'heading':
      return isUnderlined(block) ? 'text' : 'heading';
    default:
      return 'text';
  }
}

function isUnderlined(heading: Block | undefined): boolean {
  return heading !== undefined && heading.last > heading.first;
}

/** The sections of a Markdown text, in order; headings in front matter, code and comments do not count. */
export function outline(text: string, { lines, blocks }: Blocks = parseBlocks(text)): Section[] {
  // Ends are found from the last heading to the first: `endAt[level]` is where the next heading of that level or a
  // higher one begins.
  const endAt = new Array<number>(7).fill(text.length);
  const sections: Section[] = [];
  let next = text.length;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index] as Block;
    if (block.kind !== 'heading' || block.container || isUnderlined(block)) continue;
    const { level, first } = block;
    const line = lines[first] as BlockLine;
    sections.push({
      level,
      title: headingTitle(text.slice(line.start, line.end)),
      line: first,
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
  const edits = outline(markdown).map((section) => levelEdit(markdown, section, Math.min(6, section.level + levels)));
  return tidy(applyEdits(markdown, edits));
}

/** The edit that gives a heading another level. */
export function levelEdit(text: string, { start, level }: Section, wanted: number): TextEdit {
  const at = text.indexOf('#', start);
  return { start: at, end: at + level, newText: '#'.repeat(wanted) };
}

/** The first merge-conflict marker's range, or undefined. A file in conflict is shown, and not written to. */
export function findConflict(text: string): { readonly start: number; readonly end: number } | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  let opening: { readonly start: number; readonly end: number } | undefined;
  let isParted = false;
  for (const line of splitLines(text)) {
    const sign = conflictSign(text, line);
    if (sign === '<') {
      opening = line;
      isParted = false;
    } else if (sign === '=' && opening) isParted = true;
    else if (sign === '>' && opening && isParted) return { start: opening.start, end: opening.end };
  }
  return undefined;
}

/** What a merge-conflict marker is made of: `|` sets off the common ancestor; undefined for any other line. */
export function conflictSign(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const [, sign] = CONFLICT_MARK.exec(text.slice(start, Math.min(end, start + LONGEST_MARK))) ?? [];
  return sign as '<' | '=' | '>' | '|' | undefined;
}

/** Seven signs or more (`conflict-marker-size`), alone or with a label after a space. */
const CONFLICT_MARK = /^([<=>|])\1{6,}(?: |$)/u;
/** As much of a line as can be a marker. */
const LONGEST_MARK = 200;

/** The text of an ATX heading's line, without opening and closing marks. */
function headingTitle(content: string): string {
  const title = content.trim().replace(/^#+/u, '').trim();
  let end = title.length;
  while (end > 0 && title[end - 1] === '#') end -= 1;
  const closed = end === 0 || title[end - 1] === ' ' || title[end - 1] === '\t';
  return closed ? title.slice(0, end).trim() : title;
}
