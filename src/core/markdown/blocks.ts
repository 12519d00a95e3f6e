/**
 * The one reader of Markdown's blocks: which lines are a paragraph, a heading, code and so on, and in which quotations
 * and list items they stand. It reads as markdown-it does, which test/unit/markdown/blocks.test.ts checks, except for
 * some deliberate decisions:
 * - front matter is a part of its own;
 * - a definition (`[label]: address`) is a line of a paragraph;
 * - what is nested more than a hundred levels deep is a paragraph.
 */
import { locateFrontMatter } from './frontMatter';
import { openedHtml, type HtmlOpening } from './htmlBlocks';
import { Cursor } from './lineCursor';
import { fenceAt, headingLevelAt, isRuleAt, isTableAt, isUnderlineAt, listMarkerAt } from './lineMarks';
import { eachLine, textStart, type Line } from './text';

/** `code` is indented, `html` is HTML other than comments, `rule` a thematic break. */
export type BlockKind = 'paragraph' | 'heading' | 'fence' | 'code' | 'comment' | 'html' | 'table' | 'rule';

/** A quotation or a list item. */
export interface Container {
  readonly kind: 'quotation' | 'item';
  /** The line that it begins in, 0-based. */
  readonly first: number;
  readonly parent: Container | undefined;
}

/** Lines `first` to `last`, 0-based. */
export interface Block {
  readonly kind: BlockKind;
  readonly first: number;
  /** For a heading of two lines or more, this is the line that underlines it. */
  readonly last: number;
  /** A heading's, 1 to 6; else 0. */
  readonly level: number;
  /** The innermost quotation or list item that it stands in. */
  readonly container: Container | undefined;
  /** A line that would end it, where only such a line does and it is not there: for a fence or HTML left open. */
  readonly missingEnd: string | undefined;
}

export interface BlockLine extends Line {
  /** That of its block. Blank lines within a fence or a comment are the block's. */
  readonly kind: BlockKind | 'frontMatter' | 'blank';
  /** Where its own text begins, after indentation and the marks of quotations and list items. */
  readonly content: number;
  /** Where the list marker of the innermost item that begins in this line stands; -1 where none does. */
  readonly marker: number;
  /** Undefined for front matter and blank lines. */
  readonly block: Block | undefined;
}

export interface Blocks {
  readonly lines: readonly BlockLine[];
  readonly blocks: readonly Block[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenContainer extends Container {
  /** The column from which on a line belongs to the item. */
  indent: number;
  /** The item's `-`, `*`, `+`, `.` or `)`: items with the same are of one list. */
  readonly mark: number;
}

const DEEPEST = 100;
const CODE_INDENT = 4;
const GREATER = 62;

/**
 * Reads a text's blocks in one pass; takes linear time, and any string is accepted.
 * @param bodyStart where the front matter ends, for those who know.
 */
export function parseBlocks(text: string, bodyStart = bodyStartOf(text)): Blocks {
  return new BlockReader(text, bodyStart).read();
}

/** How many nested quotations the content of a container is in. */
export function quotationsAround(container: Container | undefined): number {
  let depth = 0;
  for (let at = container; at; at = at.parent) if (at.kind === 'quotation') depth += 1;
  return depth;
}

/** Whether the content of a container is in a quotation. */
export const isQuoted = (container: Container | undefined): boolean => quotationsAround(container) > 0;

/**
 * The line that closes the fence, comment or HTML that is open at the end of a text; undefined where none is, or where
 * the quotation or list item around it ends it.
 */
export function missingEndOf({ blocks }: Blocks): string | undefined {
  const last = blocks.at(-1);
  return last?.container ? undefined : last?.missingEnd;
}

function bodyStartOf(text: string): number {
  const front = locateFrontMatter(text);
  return typeof front === 'object' ? front.bodyStart : textStart(text);
}

class BlockReader {
  private readonly lines: Writable<BlockLine>[] = [];
  private readonly blocks: Writable<Block>[] = [];
  /** Open quotations and items, the outermost first. */
  private readonly stack: OpenContainer[] = [];
  /** The block that may go on in the next line. */
  private leaf: Writable<Block> | undefined;
  /** What ends the open fence or HTML. */
  private fence = { mark: 0, length: 0 };
  private html: HtmlOpening | undefined;
  /** The last list item or quotation that began with nothing in its line. */
  private empty: OpenContainer | undefined;
  private readonly here: Cursor;
  private readonly ahead: Cursor;

  constructor(
    private readonly text: string,
    private readonly bodyStart: number,
  ) {
    this.here = new Cursor(text);
    this.ahead = new Cursor(text);
  }

  read(): Blocks {
    eachLine(this.text, (start, end, next) => {
      const kind = start < this.bodyStart ? 'frontMatter' : 'blank';
      this.lines.push({ start, end, next, kind, content: start, marker: -1, block: undefined });
    });
    for (let index = 0; index < this.lines.length; index += 1) {
      if (this.line(index).kind !== 'frontMatter') this.readLine(index);
    }
    return { lines: this.lines, blocks: this.blocks };
  }

  private line(index: number): Writable<BlockLine> {
    return this.lines[index] as Writable<BlockLine>;
  }

  private readLine(index: number): void {
    const { here, stack } = this;
    here.begin(this.line(index));
    const depth = this.enterContainers(here);
    this.line(index).content = here.pos;
    if (here.isBlank) {
      this.readBlankLine(index, depth);
      return;
    }
    const goesOn = depth === stack.length ? this.goesOn(index) : this.isLazy(index, depth);
    if (goesOn) {
      this.extend(index);
      return;
    }
    const closed = stack[depth];
    if (this.leaf) this.leaf.missingEnd = undefined;
    this.closeLeaf();
    this.leaveContainers(depth);
    this.open(index, closed);
  }

  /** Takes the cursor into the open containers that its line belongs to; returns how many these are. */
  private enterContainers(cursor: Cursor): number {
    let depth = 0;
    for (; depth < this.stack.length; depth += 1) {
      const { kind, indent } = this.stack[depth] as OpenContainer;
      if (!(kind === 'item' ? cursor.enterItem(indent) : cursor.enterQuotation())) break;
    }
    return depth;
  }

  /** Leaves all but the outermost `depth` containers. */
  private leaveContainers(depth: number): void {
    // Nearly always there is none to leave, and setting a length is costly even then.
    if (this.stack.length > depth) this.stack.length = depth;
  }

  private readBlankLine(index: number, depth: number): void {
    const { leaf, stack } = this;
    if (depth === stack.length && leaf) {
      const isMarked = leaf.kind === 'fence' || this.html?.endMark !== undefined;
      if (isMarked) this.extend(index);
      // Indented code goes on after blank lines; only then are these part of it.
      if (isMarked || leaf.kind === 'code') return;
    }
    if (leaf) leaf.missingEnd = undefined;
    this.closeLeaf();
    this.leaveContainers(depth);
    const item = stack.at(-1);
    // An item that begins with two blank lines stays empty: it takes no further lines, but its list goes on.
    if (item && item === this.empty && item.first === index - 1) item.indent = Infinity;
  }

  private closeLeaf(): void {
    this.leaf = undefined;
    this.html = undefined;
  }

  /** Gives the line to the open block, and closes the block where the line ends it. */
  private extend(index: number): void {
    const { here, leaf, html } = this;
    if (!leaf) return;
    const line = this.line(index);
    leaf.last = index;
    line.kind = leaf.kind;
    line.block = leaf;
    if (leaf.kind === 'heading') this.closeLeaf();
    else if (leaf.kind === 'fence') {
      if (here.indent >= CODE_INDENT || !this.closesFence()) return;
      leaf.missingEnd = undefined;
      this.closeLeaf();
    } else if (html?.endMark?.test(this.text.slice(here.pos, here.end))) {
      leaf.missingEnd = undefined;
      this.closeLeaf();
    }
  }

  private closesFence(): boolean {
    const { text, here, fence } = this;
    let end = here.pos;
    while (end < here.end && text.charCodeAt(end) === fence.mark) end += 1;
    return end - here.pos >= fence.length && here.isBlankFrom(end);
  }

  /** Whether the open block goes on in a line that belongs to all open containers. */
  private goesOn(index: number): boolean {
    const { here, leaf } = this;
    switch (leaf?.kind) {
      case undefined:
        return false;
      case 'fence':
      case 'comment':
      case 'html':
        return true;
      case 'code':
        return here.indent >= CODE_INDENT;
      case 'table':
        return index === leaf.first + 1 || (here.indent < CODE_INDENT && !this.startsBlock());
      default:
        if (here.indent >= CODE_INDENT) return true;
        if (isUnderlineAt(this.text, here.pos, here.end)) {
          this.underline();
          return true;
        }
        return !this.isTable(index) && !this.startsBlock({ inParagraph: true });
    }
  }

  /** Makes a heading of the open paragraph. */
  private underline(): void {
    const leaf = this.leaf as Writable<Block>;
    leaf.kind = 'heading';
    leaf.level = this.text[this.here.pos] === '=' ? 1 : 2;
    for (let index = leaf.first; index <= leaf.last; index += 1) this.line(index).kind = 'heading';
  }

  /**
   * Whether a line that belongs only to the outermost `depth` containers goes on with the open paragraph: a quotation's
   * mark and an item's indentation may be left out.
   */
  private isLazy(index: number, depth: number): boolean {
    const { here, leaf, stack } = this;
    if (leaf?.kind !== 'paragraph') return false;
    const quotations = this.quotationsFrom(depth);
    // Within two quotations, what begins a block ends the inner one however far it is indented.
    if (quotations > 1) return !this.startsBlock();
    if ((stack[depth] as Container).kind === 'quotation') return here.indent >= CODE_INDENT || !this.startsBlock();
    let innermost = depth;
    while (stack[innermost + 1]?.kind === 'item') innermost += 1;
    if (innermost === stack.length - 1 && this.isTable(index)) return false;
    const outer = stack[innermost - 1];
    const listFrom = outer?.kind === 'item' ? outer.indent : 0;
    return !this.startsBlock({ noList: here.column - listFrom >= CODE_INDENT });
  }

  private quotationsFrom(depth: number): number {
    let count = 0;
    for (let at = depth; at < this.stack.length; at += 1) if (this.stack[at]?.kind === 'quotation') count += 1;
    return count;
  }

  /** Whether a block begins at the cursor that ends a paragraph or a table above it. */
  private startsBlock({ inParagraph = false, noList = false } = {}): boolean {
    const { text, here } = this;
    const { pos, end } = here;
    switch (text[pos]) {
      case '>':
        return true;
      case '#':
        return headingLevelAt(text, pos, end) > 0;
      case '`':
      case '~':
        return fenceAt(text, pos, end) > 0;
      case '<':
        return openedHtml(text.slice(pos, end))?.interrupts === true;
      case '_':
        return isRuleAt(text, here);
      default: {
        const marker = listMarkerAt(text, pos, end);
        if (marker === 0) return isRuleAt(text, here);
        if (isRuleAt(text, here)) return true;
        if (noList) return false;
        return !inParagraph || (!here.isBlankFrom(pos + marker) && startsAtOne(text, pos, marker));
      }
    }
  }

  /** Opens what begins in the line, once its open containers are entered and the rest is closed. */
  private open(index: number, closed: OpenContainer | undefined): void {
    const { text, here, stack } = this;
    const line = this.line(index);
    let sibling = closed;
    for (; ; sibling = undefined) {
      const { pos, end } = here;
      line.content = pos;
      if (here.isBlank) {
        this.empty = stack.at(-1);
        return;
      }
      if (here.indent >= CODE_INDENT) return this.start(index, 'code');
      const isRule = isRuleAt(text, here);
      const marker = isRule ? 0 : listMarkerAt(text, pos, end);
      const mark = text.charCodeAt(pos + marker - 1);
      // The next item of a list is one whatever is below it.
      const isSibling = marker > 0 && sibling?.kind === 'item' && sibling.mark === mark;
      if (!isSibling && this.isTable(index)) return this.start(index, 'table');
      const isDeepest = stack.length >= DEEPEST;
      if (text.charCodeAt(pos) === GREATER && !isDeepest) {
        stack.push({ kind: 'quotation', first: index, parent: stack.at(-1), indent: 0, mark: 0 });
        here.enterQuotation();
      } else if (marker > 0 && !isDeepest) {
        line.marker = pos;
        const indent = here.openItem(marker);
        stack.push({ kind: 'item', first: index, parent: stack.at(-1), indent, mark });
      } else if (isRule) {
        this.start(index, 'rule');
        return this.closeLeaf();
      } else return this.openLeaf(index);
    }
  }

  /** Opens a fence, HTML, a heading or a paragraph. */
  private openLeaf(index: number): void {
    const { text, here } = this;
    const { pos, end } = here;
    const length = fenceAt(text, pos, end);
    if (length > 0) {
      this.fence = { mark: text.charCodeAt(pos), length };
      return this.start(index, 'fence', 0, text.slice(pos, pos + length));
    }
    const level = headingLevelAt(text, pos, end);
    if (level > 0) {
      this.start(index, 'heading', level);
      return this.closeLeaf();
    }
    this.html = text[pos] === '<' ? openedHtml(text.slice(pos, end)) : undefined;
    if (!this.html) return this.start(index, 'paragraph');
    this.start(index, this.html.isComment ? 'comment' : 'html', 0, this.html.end);
    this.extend(index);
  }

  private start(index: number, kind: BlockKind, level = 0, missingEnd?: string): void {
    const line = this.line(index);
    const leaf = { kind, first: index, last: index, level, container: this.stack.at(-1), missingEnd };
    this.leaf = leaf;
    this.blocks.push(leaf);
    line.kind = kind;
    line.block = leaf;
  }

  /** Whether the line at the cursor is a table's first: the next is then its row of dashes. */
  private isTable(index: number): boolean {
    const { text, here, ahead } = this;
    const next = this.lines[index + 1];
    if (!next || !mayBeDashes(text, next)) return false;
    ahead.begin(next);
    const isInside = this.enterContainers(ahead) === this.stack.length;
    return isInside && !ahead.isBlank && ahead.indent < CODE_INDENT && isTableAt(text, here, ahead);
  }
}

/** Whether a line's first character, marks of quotations apart, is one with which a table's row of dashes begins. */
function mayBeDashes(text: string, { start, end }: Line): boolean {
  for (let at = start; at < end; at += 1) {
    const character = text[at];
    if (character === '|' || character === '-' || character === ':') return true;
    if (character !== ' ' && character !== '\t' && character !== '>') return false;
  }
  return false;
}

/** Only a list that begins with 1 may do so within a paragraph. */
function startsAtOne(text: string, pos: number, marker: number): boolean {
  return marker === 1 || Number(text.slice(pos, pos + marker - 1)) === 1;
}
