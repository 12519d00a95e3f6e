/** Turns the labels of a story into headings, and leaves everything else unchanged. */
import type { BlockLine } from '../markdown/blocks';
import { applyEdits, endOfLine, type Line, type TextEdit } from '../markdown/text';
import { parseStory, type Story, type StorySection } from './parseStory';

/** As much of a section or of notes as is needed to give it a heading. */
type Labelled = Pick<StorySection, 'title' | 'line' | 'start' | 'headingEnd' | 'contentStart' | 'end'>;

/**
 * The edits that give each label's section a heading, one level below the heading above them. Empty where the story has
 * no labels, or where headings would not give the same sections: in a quotation, or in a table that says more than its
 * sections.
 */
export function headingEdits(story: Story): TextEdit[] {
  const { text, sections, outline, isQuotation } = story;
  const [first] = sections;
  if (!first || first.form === 'heading' || isQuotation) return [];
  const above = outline.filter(({ start }) => start < first.start).at(-1);
  const marks = '#'.repeat(Math.min(6, (above?.level ?? 1) + 1));
  const notes = story.others.filter(({ level }) => level === 0);
  const edits =
    first.form === 'label'
      ? [...sections, ...notes].sort((a, b) => a.start - b.start).flatMap((part) => partEdits(story, part, marks))
      : tableEdits(story, marks);
  return edits.length > 0 && isSame(story, parseStory(applyEdits(text, edits))) ? edits : [];
}

function isSame(before: Story, after: Story): boolean {
  const names = ({ sections }: Story): string => sections.map((section) => section.names.join('+')).join();
  return names(before) === names(after) && after.sections.every(({ form }) => form === 'heading');
}

/** The start of a line, a list marker, and an opening quotation mark, which stays. */
const LEAD = /^(?:[\s>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*(["“«]?)$/u;
const ENDS_WITH_BLANK_LINE = /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$/u;

function partEdits({ text, lines, bodyStart }: Story, part: Labelled, marks: string): TextEdit[] {
  const eol = endOfLine(text);
  const lineStart = (lines[part.line] as Line).start;
  const heading = `${marks} ${part.title}${eol}`;
  const lead = LEAD.exec(text.slice(lineStart, part.start));
  const isBelow = /[\r\n]/u.test(text.slice(part.headingEnd, part.contentStart));
  const hasBlankLine = /^[ \t]*(?:\r\n|\n|\r)/u.test(text.slice(part.contentStart, part.end));
  const after = isBelow && hasBlankLine ? '' : eol;
  if (!lead) {
    const start = text.slice(0, part.start).trimEnd().length;
    return [{ start, end: part.contentStart, newText: eol + eol + heading + after }];
  }
  const before = text.slice(bodyStart, lineStart);
  const gap = before.trim() === '' || ENDS_WITH_BLANK_LINE.test(before) ? '' : eol;
  const edit = { start: lineStart, end: part.contentStart, newText: gap + heading + after + (lead[1] ?? '') };
  return [edit, ...outdented(text, lines, part, part.start - lineStart)];
}

/** The further lines of a list item, `width` columns to the left. */
function outdented(text: string, lines: readonly BlockLine[], part: Labelled, width: number): TextEdit[] {
  if (width === 0) return [];
  const edits: TextEdit[] = [];
  for (let index = part.line + 1; index < lines.length; index += 1) {
    const { start, end } = lines[index] as BlockLine;
    if (start >= part.end) break;
    if (start < part.contentStart) continue;
    let at = start;
    while (at < end && at - start < width && text[at] === ' ') at += 1;
    if (at === start && text[at] === '\t') at += 1;
    if (at > start) edits.push({ start, end: at, newText: '' });
  }
  return edits;
}

/** A table of sections and nothing else becomes those sections. */
function tableEdits(story: Story, marks: string): TextEdit[] {
  const { text, sections, lines } = story;
  const eol = endOfLine(text);
  const { block } = lines[(sections[0] as StorySection).line] as BlockLine;
  if (!block || sections.some(({ line }) => lines[line]?.block !== block)) return [];
  const bodyRows = block.last - block.first - 1;
  const [first] = sections as readonly [StorySection];
  const isAll =
    first.form === 'row'
      ? sections.length === bodyRows + (first.line === block.first ? 1 : 0)
      : bodyRows === 1 && sections.length === barsIn(text, lines[block.first] as Line) + 1;
  if (!isAll) return [];
  const cells = sections.map(({ contentStart, end }) => withoutBar(text.slice(contentStart, end)));
  // A third column says more than a heading can hold.
  if (cells.some((cell) => /(?<!\\)\|/u.test(cell))) return [];
  const parts = sections.map(({ title }, index) => {
    const says = (cells[index] as string).replace(/\\\|/gu, '|').replace(/<br ?\/?>/giu, eol);
    return `${marks} ${title}${eol}${eol}${says}`;
  });
  const { start } = lines[block.first] as Line;
  return [{ start, end: (lines[block.last] as Line).end, newText: parts.join(eol + eol) }];
}

function withoutBar(cell: string): string {
  const trimmed = cell.trimEnd();
  return trimmed.endsWith('|') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

/** How many bars separate the cells of a row. */
function barsIn(text: string, { start, end }: Line): number {
  return (
    text
      .slice(start, end)
      .trim()
      .replace(/^\||\|$/gu, '')
      .replace(/\\\|/gu, '')
      .split('|').length - 1
  );
}
