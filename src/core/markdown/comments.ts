/** HTML comments, and what else is written to be hidden: what the writer of a text keeps to themselves. */
import { parseBlocks, type BlockLine } from './blocks';
import { CodeEnds } from './codeSpans';
import { withoutRanges } from './text';

interface Comment {
  readonly start: number;
  readonly end: number;
  /** Whether what ends it is there: else it ends where it is taken to end. */
  readonly isClosed: boolean;
}

const OPEN = '<!--';
const CLOSE = '-->';
/**
 * A link's definition that no link can use: `[//]: # (a note)` is a comment that no HTML shows either. Of any other
 * label only where it leads nowhere.
 */
const UNUSED_DEFINITION = /\[(?:(?:\/\/|comment)\]:|[^\][\n\\]{1,99}\]:[ \t]*(?:#|<>)(?=\s|$))/iuy;
/** Such a definition with a title that ends a line, maybe one below. */
const TITLES = [
  /^\[[^\][]{1,99}\]:\s*(?:(?:#|<>)\s*)?\([^()]*\)[ \t]*$/mu,
  /^\[[^\][]{1,99}\]:\s*(?:(?:#|<>)\s*)?"[^"]*"[ \t]*$/mu,
  /^\[[^\][]{1,99}\]:\s*(?:(?:#|<>)\s*)?'[^']*'[ \t]*$/mu,
];
const LONGEST_DEFINITION = 2000;
/** What may be a comment, begins code, or is neither because of a backslash. */
const MARKS = /\\[\\`<]|`+|<!--|\[/gu;

/**
 * The comments of a text, in order; in code there are none. One without an end takes the rest of its block where it
 * begins one, as it does in Markdown, and elsewhere its line: it was meant as one. Where it is escaped, it is text.
 * Takes linear time.
 */
function commentsIn(text: string, bodyStart?: number): Comment[] {
  if (!mayHaveComments(text)) return [];
  return new CommentReader(text, parseBlocks(text, bodyStart).lines).read();
}

/** The text without its comments. It stands within another: it has no front matter of its own. */
export function withoutComments(text: string): string {
  return withoutRanges(text, commentsIn(text, 0));
}

/** One line of a text without comments, for where it stands alone: one that ends in a later line goes, too. */
export function withoutLineComments(line: string): string {
  if (!mayHaveComments(line)) return line;
  const whole: BlockLine = {
    start: 0,
    end: line.length,
    next: line.length,
    content: line.search(/\S|$/u),
    kind: 'paragraph',
    marker: -1,
    block: undefined,
  };
  return withoutRanges(line, new CommentReader(line, [whole]).read()).trim();
}

/** The comment that an offset of a text stands in; undefined where there is none. */
export function commentAt(text: string, offset: number): Comment | undefined {
  return commentsIn(text).find(
    ({ start, end, isClosed }) => start < offset && (offset < end || (!isClosed && offset === end)),
  );
}

export const isInComment = (text: string, offset: number): boolean => commentAt(text, offset) !== undefined;

const mayHaveComments = (text: string): boolean => text.includes(OPEN) || text.includes(']:');

class CommentReader {
  private readonly codeEnds: CodeEnds;
  private readonly found: Comment[] = [];
  /** The line that is read. */
  private index = 0;
  /** Where the next comment’s end is, as far as it was looked for. */
  private close = -1;
  /** Where the run of lines ends that are not code: a comment does not go on beyond it. */
  private proseEnd = -1;

  constructor(
    private readonly text: string,
    private readonly lines: readonly BlockLine[],
  ) {
    this.codeEnds = new CodeEnds(text);
  }

  read(): Comment[] {
    MARKS.lastIndex = 0;
    for (let match = MARKS.exec(this.text); match; match = MARKS.exec(this.text))
      MARKS.lastIndex = this.after(match[0], match.index);
    return this.found;
  }

  /** Where to read on after a mark. */
  private after(mark: string, at: number): number {
    const line = this.lineAt(at);
    const next = at + mark.length;
    if (isCode(line)) return line.next;
    if (line.kind === 'frontMatter' || mark.startsWith('\\')) return next;
    if (mark.startsWith('`')) return this.codeEnds.after(mark.length, next, this.wordsEnd(line, at)) ?? next;
    const comment = mark === OPEN ? this.comment(line, at) : this.definition(line, at);
    if (!comment) return next;
    this.found.push(comment);
    return comment.end;
  }

  private lineAt(at: number): BlockLine {
    while (at >= this.line(this.index).next && this.index < this.lines.length - 1) this.index += 1;
    return this.line(this.index);
  }

  private line(index: number): BlockLine {
    return this.lines[index] as BlockLine;
  }

  /** Where inline code that begins at an offset has to end: with its paragraph, or its cell. */
  private wordsEnd(line: BlockLine, at: number): number {
    if (line.kind === 'html' || line.kind === 'comment') return at;
    if (line.kind !== 'table') return this.blockEnd(line);
    const bar = this.text.indexOf('|', at);
    return bar < 0 ? line.end : Math.min(bar, line.end);
  }

  private blockEnd({ block, end }: BlockLine): number {
    return block ? this.line(block.last).end : end;
  }

  private comment(line: BlockLine, start: number): Comment {
    const inside = start + OPEN.length;
    if (this.close < inside) {
      const close = this.text.indexOf(CLOSE, inside);
      this.close = close < 0 ? Infinity : close;
    }
    if (this.close < this.proseEndAt(start)) return { start, end: this.close + CLOSE.length, isClosed: true };
    return { start, end: this.openEnd(line, start), isClosed: false };
  }

  private openEnd(line: BlockLine, start: number): number {
    if (line.content !== start) return line.end;
    // Within other HTML no block’s end is one for a browser.
    return line.kind === 'html' ? this.proseEndAt(start) : line.kind === 'comment' ? this.blockEnd(line) : line.end;
  }

  private proseEndAt(at: number): number {
    if (this.proseEnd > at) return this.proseEnd;
    let index = this.index;
    while (index < this.lines.length && !isCode(this.line(index))) index += 1;
    this.proseEnd = this.lines[index]?.start ?? this.text.length;
    return this.proseEnd;
  }

  /** With its title, which may stand in the lines below it. */
  private definition(line: BlockLine, start: number): Comment | undefined {
    if (start !== line.content || line.kind === 'html') return undefined;
    UNUSED_DEFINITION.lastIndex = start;
    if (!UNUSED_DEFINITION.test(this.text)) return undefined;
    const rest = this.text.slice(start, Math.min(this.blockEnd(line), start + LONGEST_DEFINITION));
    const title = TITLES.map((each) => each.exec(rest)?.[0].length ?? 0);
    // What stands beside it makes text of it for Markdown, and is no less the writer’s own.
    return { start, end: Math.max(line.end, start + Math.max(...title)), isClosed: true };
  }
}

const isCode = ({ kind }: BlockLine): boolean => kind === 'fence' || kind === 'code';
