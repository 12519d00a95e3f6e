import {
  BACKTICK,
  BYTE_ORDER_MARK,
  CLOSE_PARENTHESIS,
  EQUALS,
  EXCLAMATION_MARK,
  FULL_STOP,
  GREATER_THAN,
  HYPHEN,
  isDigit,
  isLetter,
  LESS_THAN,
  NEWLINE,
  NUMBER_SIGN,
  PIPE,
  PLUS,
  RETURN,
  SLASH,
  SPACE,
  STAR,
  TAB,
  TILDE,
} from '../prose/chars';
import type { Prose } from '../prose/prose';

/** What is looked for, each named by its place in the list. */
const MARKS = ['\n', '`', '>', ')', '}', '-->', '\n\n', '\n\r\n'];
const LINE_END = 0,
  TICK = 1,
  TAG_END = 2,
  LINK_END = 3,
  BLANK_END = 4,
  COMMENT_END = 5,
  BLANK_LINE = 6,
  BLANK_LINE_CRLF = 7;

/**
 * Where prose stops and code, comments, links and markup begin. Every search for a closing mark remembers what it found
 * (or that there is
 * none), so that a document full of unclosed marks is still read once.
 */
export class Markup {
  private readonly text: string;
  /** For each of `MARKS`, where it was found last; -1 before the first search. */
  private readonly found: number[] = MARKS.map(() => -1);

  constructor(private readonly prose: Prose) {
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

  /** The end of the front matter; 0 where there is none. A byte order mark may stand before it. */
  frontMatterEnd(): number {
    const { prose, text } = this;
    const start = prose.code(0) === BYTE_ORDER_MARK ? 1 : 0;
    const fence = prose.code(start) === HYPHEN ? /^---[ \t]*\r?\n/.exec(text.slice(start, start + 80)) : null;
    if (!fence) return start;
    let line = start + fence[0].length;
    while (line < text.length) {
      // Not remembered: where no fence closes, the search for line breaks starts again at the top.
      const lineBreak = text.indexOf('\n', line);
      const end = lineBreak < 0 ? text.length : lineBreak;
      const first = prose.code(line);
      const content =
        first === HYPHEN || first === FULL_STOP ? text.slice(line, Math.min(end, line + 8)).trimEnd() : '';
      if (content === '---' || content === '...') return end;
      line = end + 1;
    }
    return start;
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
   * Where prose goes on from the start of a line: past indentation, quote and list markers; past the whole line for a
   * heading; past the
   * block for a fence.
   */
  lineStart(from: number): number {
    const { prose } = this;
    let p = from;
    for (let c = prose.code(p); c === SPACE || c === TAB || c === GREATER_THAN; c = prose.code(p)) p++;
    const c = prose.code(p);
    if (c === NUMBER_SIGN) return this.isHeading(p) ? this.next(LINE_END, p) : p;
    if ((c === BACKTICK || c === TILDE) && prose.code(p + 1) === c && prose.code(p + 2) === c)
      return this.fenceEnd(p, c);
    if (isDigit(c)) {
      let end = p;
      while (end - p < 10 && isDigit(prose.code(end))) end++;
      const mark = prose.code(end);
      const after = prose.code(end + 1);
      if ((mark === FULL_STOP || mark === CLOSE_PARENTHESIS) && (after === SPACE || after === TAB || after === NEWLINE))
        return end + 1;
    }
    return p;
  }

  /** One to six number signs from `from` on, and a blank or the line's end behind them. */
  private isHeading(from: number): boolean {
    const { prose } = this;
    let p = from;
    while (prose.code(p) === NUMBER_SIGN) p++;
    if (p - from > 6) return false;
    const c = prose.code(p);
    return (
      p >= prose.length || c === SPACE || c === TAB || c === NEWLINE || (c === RETURN && prose.code(p + 1) === NEWLINE)
    );
  }

  /** The line from `from` is a run of "=" or "-" alone: it makes a heading of the paragraph above it. */
  isUnderline(from: number): boolean {
    const mark = this.prose.code(from);
    if (mark !== EQUALS && mark !== HYPHEN) return false;
    let p = from;
    while (this.prose.code(p) === mark) p++;
    for (let c = this.prose.code(p); c === SPACE || c === TAB || c === RETURN; c = this.prose.code(p)) p++;
    return p === this.text.length || this.prose.code(p) === NEWLINE;
  }

  /** The paragraph that starts at `from` is no list item, quote or table row. */
  isPlainParagraph(from: number): boolean {
    const c = this.prose.code(from);
    return !(
      c === GREATER_THAN ||
      c === PIPE ||
      c === NUMBER_SIGN ||
      ((c === HYPHEN || c === STAR || c === PLUS) && this.prose.code(from + 1) === SPACE) ||
      (isDigit(c) && this.lineStart(from) > from)
    );
  }

  /**
   * The end of the fenced block that opens at `from`, or of the text. An info string with backticks makes it no fence.
   */
  private fenceEnd(from: number, mark: number): number {
    const { prose, text } = this;
    let open = from;
    while (prose.code(open) === mark) open++;
    const length = open - from;
    let line = this.next(LINE_END, open);
    if (mark === BACKTICK && text.slice(open, line).includes('`')) return from;
    while (line < text.length) {
      let p = line + 1;
      for (let c = prose.code(p); c === SPACE || c === TAB || c === GREATER_THAN; c = prose.code(p)) p++;
      let end = p;
      while (prose.code(end) === mark) end++;
      line = this.next(LINE_END, p);
      if (end - p >= length && text.slice(end, line).trim() === '') return line;
    }
    return text.length;
  }
}
