/** Points of feedback in a file, and the lines that carry them to where they are worked on. */
import { parseChecklist, type ChecklistItem } from '../checklist/checklist';
import { isQuoted, missingEndOf, parseBlocks, type BlockLine, type Blocks } from '../markdown/blocks';
import { markdownLink } from '../markdown/links';
import { findConflict, outline, type Section } from '../markdown/outline';
import { endOfLine, lineIndexAt, type TextEdit } from '../markdown/text';

/** The heading under which a round's or a session's file has its feedback. */
export const FEEDBACK = 'Feedback';

/** Where feedback comes from: what the link says, and where it leads from the file that it is put in. */
export interface FeedbackSource {
  readonly title: string;
  /** With `/`, relative to the file that the link stands in. */
  readonly path: string;
}

const BOX = /^\[[ x]\](?:[ \t]+|$)/iu;
/** The marks of a list that a point was copied from: within the text of an item, they would begin another list. */
const LIST_MARKS = /^(?:(?:[-*+]|\d{1,3}[.)])(?: |$))+/u;
const SOURCE = /^(.*\S) \(\[feedback on ((?:[^\\[\]]|\\.)*)\]\(<?([^<>()]*)>?\)\)$/u;

/** The points under “## Feedback”: its list items, else its paragraphs, each as one line. */
export function feedbackPoints(text: string): string[] {
  const blocks = parseBlocks(text);
  const section = sectionOf(text, FEEDBACK, blocks);
  if (!section) return [];
  const lines = blocks.lines.filter(({ start }) => start >= section.contentStart && start < section.end);
  const isList = lines.some(isItem);
  const points: string[][] = [];
  let open = false;
  for (const line of lines) {
    const begins = isList ? isItem(line) : !open;
    const words =
      isList && begins ? text.slice(line.content, line.end).replace(BOX, '') : text.slice(line.start, line.end);
    if (isSubheading(line) || (words.trim() === '' && !begins)) open = false;
    else if (begins && (isList || words.trim() !== '')) {
      points.push([words]);
      open = true;
    } else if (open) points.at(-1)?.push(words);
  }
  return [...new Set(points.map((words) => oneLine(words.join(' '))))].filter((point) => point !== '');
}

/** Whether the line is a heading within the section, which is not part of a point. */
function isSubheading({ block }: BlockLine): boolean {
  return block?.kind === 'heading' && block.container === undefined;
}

/** Whether a list item begins in the line; a list in a quotation is somebody else’s. */
function isItem({ marker, block }: BlockLine): boolean {
  return marker >= 0 && !isQuoted(block?.container);
}

/** An item that carries a point: `Name the fallback first ([feedback on System Design](../sessions/….md))`. */
export function carriedText(point: string, { title, path }: FeedbackSource): string {
  return `${oneLine(point)} (${markdownLink(`feedback on ${title}`, path)})`;
}

/** The point that an item carries and where it is from; undefined for any other item. */
export function readCarried(text: string): (FeedbackSource & { readonly point: string }) | undefined {
  const [, point, title, path] = SOURCE.exec(text.trim()) ?? [];
  if (point === undefined || title === undefined || path === undefined) return undefined;
  return { point, title: title.replace(/\\([\\[\]])/gu, '$1'), path };
}

/**
 * The edits that add points to a file as open items under a heading, after its last item; a point that is already in
 * one of the file's lists, ticked or not, is not added again.
 * @param heading of the second level; made before “## Notes”, else at the end, where it is missing.
 * @returns undefined where the file is in a merge conflict, so that nothing may be written.
 */
export function carryPoints(
  text: string,
  points: readonly string[],
  source: FeedbackSource,
  heading: string,
): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const items = parseChecklist(text);
  const known = new Set(items.map((item) => fold(readCarried(item.text)?.point ?? item.text)));
  const added = unknown(points, known).map((point) => `- [ ] ${carriedText(point, source)}`);
  return added.length === 0 ? [] : insert(text, added, heading, items);
}

/** The edits that write points under “## Feedback” as plain list items, each once: they are a record, not a task. */
export function recordPoints(text: string, points: readonly string[]): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const added = unknown(points, new Set(feedbackPoints(text).map(fold))).map((point) => `- ${point}`);
  return added.length === 0 ? [] : insert(text, added, FEEDBACK, []);
}

function unknown(points: readonly string[], known: ReadonlySet<string>): string[] {
  const added = new Map<string, string>();
  for (const point of points.map((each) => oneLine(each).replace(LIST_MARKS, '')))
    if (point !== '' && !known.has(fold(point)) && !added.has(fold(point))) added.set(fold(point), point);
  return [...added.values()];
}

function insert(text: string, lines: readonly string[], heading: string, items: readonly ChecklistItem[]): TextEdit[] {
  const eol = endOfLine(text);
  const written = lines.join(eol);
  const blocks = parseBlocks(text);
  const section = sectionOf(text, heading, blocks);
  // What comes after an open fence or comment would be part of it.
  const missingEnd = missingEndOf(blocks);
  const closing = missingEnd === undefined ? '' : eol + missingEnd;
  if (section) {
    const { lines: all } = blocks;
    const last = items
      .filter(({ markOffset }) => markOffset >= section.contentStart && markOffset < section.contentEnd)
      .at(-1);
    const content = text.slice(section.headingEnd, section.contentEnd);
    const at = last ? endOfItem(all, last.line) : section.headingEnd + content.trimEnd().length;
    // A list goes on; after a heading or a paragraph comes a blank line.
    const gap = last || isItem(all[lineIndexAt(all, at)] as BlockLine) ? eol : eol + eol;
    const isAtEnd = !last && section.contentEnd === text.length;
    return [{ start: at, end: at, newText: (isAtEnd ? closing : '') + gap + written }];
  }
  const notes = heading === FEEDBACK ? undefined : sectionOf(text, 'Notes', blocks);
  if (notes)
    return [{ start: notes.start, end: notes.start, newText: `## ${heading}${eol}${eol}${written}${eol}${eol}` }];
  const end = text.trimEnd().length;
  return [
    {
      start: end,
      end: text.length,
      newText: `${closing}${end === 0 ? '' : eol + eol}## ${heading}${eol}${eol}${written}${eol}`,
    },
  ];
}

/** Where the list item of a line ends, what is nested in it or goes on below it included. */
function endOfItem(lines: readonly BlockLine[], line: number): number {
  const first = firstOf(lines[line]);
  let last = line;
  for (let index = line + 1; index < lines.length && first !== undefined; index += 1) {
    const own = firstOf(lines[index]);
    if (own === first) last = index;
    else if (lines[index]?.kind !== 'blank') break;
  }
  return lines[last]?.end ?? 0;
}

/** The line in which the outermost list item or quotation around a line begins. */
function firstOf(line: BlockLine | undefined): number | undefined {
  let container = line?.block?.container;
  while (container?.parent) container = container.parent;
  return container?.first;
}

function sectionOf(text: string, title: string, blocks: Blocks): Section | undefined {
  return outline(text, blocks).find((section) => section.level === 2 && fold(section.title) === fold(title));
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function fold(text: string): string {
  return oneLine(text)
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/u, '');
}
