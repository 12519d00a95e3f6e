/** Finds the fenced blocks that are worked out, with their lines. */
import { parseBlocks, type Block, type BlockLine, type Blocks } from '../markdown/blocks';
import { endOfLine } from '../markdown/text';
import type { Span } from '../ports';
import type { WorkedBlockKind } from './blockModel';

/** A line of a block that says something. */
export interface FencedLine extends Span {
  /** Its text from `start` to `end`, without indentation, the mark of a list, and its comment; blanks are spaces. */
  readonly text: string;
  /** The same with its comment. */
  readonly written: string;
  /** How far it is indented, in columns. */
  readonly indent: number;
  /** The whole line in the document, with its line break. */
  readonly whole: Span;
}

export interface FencedBlock extends Span {
  readonly kind: WorkedBlockKind;
  /** The line that opens it, from the fence on. */
  readonly opening: Span;
  readonly lines: readonly FencedLine[];
  /** Whether a line closes it; else it goes on to the end of the text, or of the list item or quotation around it. */
  readonly isClosed: boolean;
  /** Its last line in the document, 0-based: the one that closes it, where there is one. */
  readonly lastLine: number;
  /** What a further line below its opening begins with: marks of quotations, and blanks for those of list items. */
  readonly prefix: string;
  /** Where a line can be added, and what stands before its text and after it. */
  readonly insertion: { readonly at: number; readonly before: string; readonly after: string };
}

/** A text without one of these words at a fence has no block. */
const MENTIONS = /(?:`{3}|~{3})[ \t]*(?:latency-budget|capacity|estimate)/u;
const OPENING = /^(?:`{3,}|~{3,})[ \t]*(latency-budget|capacity|estimate)(?=[ \t]|$)/u;
const FENCE = /^(?:`{3,}|~{3,})/u;
/** A line that is indented this much more than its fence does not close it, in columns. */
const TOO_FAR = 4;
/** A comment takes up a line, or ends it: `8 ms # measured`. */
const COMMENT = /^#|[ \t]#(?=[ \t]|$)/u;

/** Whether it is worth looking for blocks in a text: this test is quick. */
export const mayHaveBlocks = (text: string): boolean => MENTIONS.test(text);

/** The blocks of a Markdown text, in order; also those in lists and quotations. Linear time. */
export function findFencedBlocks(text: string, { lines, blocks }: Blocks = parseBlocks(text)): FencedBlock[] {
  const found: FencedBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'fence') continue;
    const first = lines[block.first] as BlockLine;
    const kind = OPENING.exec(text.slice(first.content, first.end))?.[1] as WorkedBlockKind | undefined;
    if (kind !== undefined) found.push(readFence(text, lines, block, kind));
  }
  return found;
}

function readFence(text: string, lines: readonly BlockLine[], block: Block, kind: WorkedBlockKind): FencedBlock {
  const first = lines[block.first] as BlockLine;
  const last = lines[block.last] as BlockLine;
  const isClosed = block.last > block.first && block.missingEnd === undefined && closes(text, first, last);
  const end = isClosed ? block.last : block.last + 1;
  const said: FencedLine[] = [];
  for (let index = block.first + 1; index < end; index += 1) {
    const line = readLine(text, lines[index] as BlockLine);
    if (line) said.push(line);
  }
  const previous = lines[end - 1] as BlockLine;
  const eol = endOfLine(text);
  const before = linePrefix(text, first);
  return {
    kind,
    start: first.content,
    end: last.end,
    opening: { start: first.content, end: first.end },
    lines: said,
    isClosed,
    lastLine: block.last,
    prefix: before,
    insertion: isClosed
      ? { at: last.start, before, after: eol }
      : { at: previous.end, before: `${eol}${before}`, after: '' },
  };
}

/** Whether a fence's last line closes it: the container around it may have ended it sooner. */
function closes(text: string, first: BlockLine, last: BlockLine): boolean {
  const opening = FENCE.exec(text.slice(first.content, first.end))?.[0] ?? '';
  const written = text.slice(last.content, last.end).trimEnd();
  const isFence = written.startsWith(opening) && written === (opening[0] ?? '').repeat(written.length);
  const indent = (line: BlockLine): number => columns(text, line.start, line.content);
  return isFence && indent(last) - indent(first) < TOO_FAR;
}

function readLine(text: string, line: BlockLine): FencedLine | undefined {
  const whole = plainly(text.slice(line.content, line.end));
  const lead = LEAD.exec(whole)?.[0] ?? '';
  const comment = whole.search(COMMENT);
  const content = (comment < 0 ? whole : whole.slice(0, comment)).trimEnd().slice(lead.length);
  if (content === '') return undefined;
  const start = line.content + lead.length;
  const [blank = ''] = /^ */u.exec(lead) ?? [];
  return {
    text: content,
    written: text.slice(start, line.end),
    start,
    end: start + content.length,
    indent: columns(text, line.start, line.content + blank.length),
    whole: { start: line.start, end: line.next },
  };
}

/** White space that Markdown takes for text, and the mark of a list. */
const LEAD = /^ *(?:[-*•][ \t]+(?=\p{L}))?/u;
const WIDE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/u;
const ALL_WIDE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/gu;

/** Every blank as a space, and what is as wide as a Chinese character (“：８”) as its narrow twin; just as long. */
function plainly(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(ALL_WIDE, (c) =>
    c >= '\uff01' && c <= '\uff5e' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : ' ',
  );
}

/** What a further line of the same block begins with: the marks of quotations, and blanks for those of list items. */
function linePrefix(text: string, { start, content }: BlockLine): string {
  return text.slice(start, content).replace(/[^\s>]/gu, ' ');
}

function columns(text: string, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at += 1) column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return column;
}
