import type { BlockLine } from '../../markdown/blocks';
import {
  BACKTICK,
  CLOSE_PARENTHESIS,
  EXCLAMATION_MARK,
  GREATER_THAN,
  isLetter,
  LESS_THAN,
  SLASH,
  SPACE,
} from '../prose/chars';
import type { Prose } from '../prose/prose';

/** What is looked for, each named by its place in the list. */
const MARKS = ['\n', '`', '>', ')', '}', '-->', '\n\n', '\n\r\n', '}}'];
const LINE_END = 0,
  TICK = 1,
  TAG_END = 2,
  LINK_END = 3,
  BLANK_END = 4,
  COMMENT_END = 5,
  BLANK_LINE = 6,
  BLANK_LINE_CRLF = 7,
  BRACES_END = 8;

/**
 * Where prose stops and code, comments, links and markup begin. Every search for a closing mark remembers what it found
 * (or that there is
 * none), so that a document full of unclosed marks is still read once.
 */
export class Markup {
  private readonly text: string;
  /** For each of `MARKS`, where it was found last; -1 before the first search. */
  private readonly found: number[] = MARKS.map(() => -1);

  /** The line that was asked for last, as an index of `lines`. */
  private line = 0;

  /** @param lines of the text; none where it is plain prose. */
  constructor(
    private readonly prose: Prose,
    private readonly lines: readonly BlockLine[],
  ) {
    this.text = prose.text;
  }

  /**
   * The next `mark`, as an index of `MARKS`, at or after `from`; the text's length where there is none. Calls go
   * forward only.
   */
  private next(mark: number, from: number): number {
    const known = this.found[mark] as number;
    if (known >= from) return known;
    const at = this.text.indexOf(MARKS[mark] as string, from);
    const found = at < 0 ? this.text.length : at;
    this.found[mark] = found;
    return found;
  }

  /**
   * The end of the code span that a backtick at `from` opens; past the backticks where none closes it in the paragraph.
   */
  codeSpanEnd(from: number): number {
    let open = from;
    while (this.prose.code(open) === BACKTICK) open++;
    const length = open - from;
    let at = this.next(TICK, open);
    while (at < this.text.length && !this.breaks(open, at)) {
      let end = at;
      while (this.prose.code(end) === BACKTICK) end++;
      if (end - at === length) return end;
      at = this.text.indexOf('`', end);
      if (at < 0) break;
    }
    return open;
  }

  /** A blank line stands between the two. */
  private breaks(from: number, to: number): boolean {
    return this.next(BLANK_LINE, from) < to || this.next(BLANK_LINE_CRLF, from) < to;
  }

  /** The end of a comment or tag at `<`; one further where it is neither. */
  tagEnd(from: number): number {
    const c = this.prose.code(from + 1);
    if (c === EXCLAMATION_MARK) {
      if (!this.text.startsWith('<!--', from)) return from + 1;
      const end = this.next(COMMENT_END, from + 4);
      return end < this.text.length ? end + 3 : from + 4;
    }
    if (!isLetter(c) && c !== SLASH) return from + 1;
    const end = this.next(TAG_END, from + 1);
    return end < this.text.length && end < this.next(LINE_END, from) && end - from < 2000 ? end + 1 : from + 1;
  }

  /** The end of a link's destination, at `](`; one further where it does not close on its line. */
  destinationEnd(from: number): number {
    const end = this.next(LINK_END, from);
    return end < this.next(LINE_END, from) ? end + 1 : from + 1;
  }

  /** The end of a `${placeholder}`, at its dollar sign. */
  placeholderEnd(from: number): number {
    const end = this.next(BLANK_END, from);
    return end < this.next(LINE_END, from) ? end + 1 : from + 1;
  }

  /** The end of a `{{blank}}`, at its first brace. */
  bracedEnd(from: number): number {
    const end = this.next(BRACES_END, from);
    return end < this.next(LINE_END, from) ? end + 2 : from + 2;
  }

  /** The end of a URL that starts at `from`. */
  urlEnd(from: number): number {
    let p = from;
    for (; p < this.text.length; p++) {
      const c = this.prose.code(p);
      if (c <= SPACE || c === LESS_THAN || c === GREATER_THAN || c === CLOSE_PARENTHESIS || c === BACKTICK) break;
    }
    return p;
  }

  /**
   * Where prose goes on in the line in which `from` stands: past the marks of quotations and list items; past the whole
   * block for headings and code, and past the line for front matter. Calls go forward only.
   */
  lineStart(from: number): number {
    const { lines } = this;
    while ((lines[this.line + 1]?.start ?? Infinity) <= from) this.line += 1;
    const { kind, content, start, end, block } = lines[this.line] as BlockLine;
    switch (kind) {
      case 'heading':
      case 'fence':
      case 'code':
        return (lines[block?.last ?? this.line] as BlockLine).end;
      case 'frontMatter':
        return end;
      default:
        return from <= start ? content : from;
    }
  }
}
