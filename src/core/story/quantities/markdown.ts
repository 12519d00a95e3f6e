import { isDigit, isLetter } from '../prose/chars.js';

/**
 * Where prose stops and code, comments, links and markup begin. Every search for a closing mark remembers what it found (or that there is
 * none), so that a document full of unclosed marks is still read once.
 */
export class Markup {
  readonly #found = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** The next `mark` at or after `from`; the text's length where there is none. Calls go forward only. */
  next(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known !== undefined && known >= from) return known;
    const at = this.text.indexOf(mark, from);
    const found = at < 0 ? this.text.length : at;
    this.#found.set(mark, found);
    return found;
  }

  /** The end of the front matter; 0 where there is none. A byte order mark may stand before it. */
  frontMatterEnd(): number {
    const start = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const fence = /^---[ \t]*\r?\n/.exec(this.text.slice(start, start + 80));
    if (!fence) return start;
    let line = start + fence[0].length;
    while (line < this.text.length) {
      // Not remembered: where no fence closes, the search for line breaks starts again at the top.
      const lineBreak = this.text.indexOf('\n', line);
      const end = lineBreak < 0 ? this.text.length : lineBreak;
      const content = this.text.slice(line, Math.min(end, line + 8)).trimEnd();
      if (content === '---' || content === '...') return end;
      line = end + 1;
    }
    return start;
  }

  /** The end of the code span that a backtick at `from` opens; past the backticks where none closes it in the paragraph. */
  codeSpanEnd(from: number): number {
    let open = from;
    while (this.text.charCodeAt(open) === 96) open++;
    const length = open - from;
    let at = this.next('`', open);
    while (at < this.text.length && !this.#breaks(open, at)) {
      let end = at;
      while (this.text.charCodeAt(end) === 96) end++;
      if (end - at === length) return end;
      at = this.text.indexOf('`', end);
      if (at < 0) break;
    }
    return open;
  }

  /** A blank line stands between the two. */
  #breaks(from: number, to: number): boolean {
    return this.next('\n\n', from) < to || this.next('\n\r\n', from) < to;
  }

  /** The end of a comment or tag at `<`; one further where it is neither. */
  tagEnd(from: number): number {
    const c = this.text.charCodeAt(from + 1);
    if (c === 33) {
      if (!this.text.startsWith('<!--', from)) return from + 1;
      const end = this.next('-->', from + 4);
      return end < this.text.length ? end + 3 : from + 4;
    }
    if (!isLetter(c) && c !== 47) return from + 1;
    const end = this.next('>', from + 1);
    return end < this.text.length && end < this.next('\n', from) && end - from < 2000 ? end + 1 : from + 1;
  }

  /** The end of a link's destination, at `](`; one further where it does not close on its line. */
  destinationEnd(from: number): number {
    const end = this.next(')', from);
    return end < this.next('\n', from) ? end + 1 : from + 1;
  }

  /** The end of a `${placeholder}`, at its dollar sign. */
  placeholderEnd(from: number): number {
    const end = this.next('}', from);
    return end < this.next('\n', from) ? end + 1 : from + 1;
  }

  /** The end of a URL that starts at `from`. */
  urlEnd(from: number): number {
    let p = from;
    for (; p < this.text.length; p++) {
      const c = this.text.charCodeAt(p);
      if (c <= 32 || c === 60 || c === 62 || c === 41 || c === 96) break;
    }
    return p;
  }

  /**
   * Where prose goes on from the start of a line: past indentation, quote and list markers; past the whole line for a heading; past the
   * block for a fence.
   */
  lineStart(from: number): number {
    const { text } = this;
    let p = from;
    for (let c = text.charCodeAt(p); c === 32 || c === 9 || c === 62; c = text.charCodeAt(p)) p++;
    const c = text.charCodeAt(p);
    if (c === 35) return this.#isHeading(p) ? this.next('\n', p) : p;
    if ((c === 96 || c === 126) && text.charCodeAt(p + 1) === c && text.charCodeAt(p + 2) === c) return this.#fenceEnd(p, c);
    if (isDigit(c)) {
      let end = p;
      while (end - p < 10 && isDigit(text.charCodeAt(end))) end++;
      const mark = text.charCodeAt(end);
      const after = text.charCodeAt(end + 1);
      if ((mark === 46 || mark === 41) && (after === 32 || after === 9 || after === 10)) return end + 1;
    }
    return p;
  }

  /** One to six number signs from `from` on, and a blank or the line's end behind them. */
  #isHeading(from: number): boolean {
    const { text } = this;
    let p = from;
    while (text.charCodeAt(p) === 35) p++;
    if (p - from > 6) return false;
    const c = text.charCodeAt(p);
    return p >= text.length || c === 32 || c === 9 || c === 10 || (c === 13 && text.charCodeAt(p + 1) === 10);
  }

  /** The line from `from` is a run of "=" or "-" alone: it makes a heading of the paragraph above it. */
  isUnderline(from: number): boolean {
    const mark = this.text.charCodeAt(from);
    if (mark !== 61 && mark !== 45) return false;
    let p = from;
    while (this.text.charCodeAt(p) === mark) p++;
    for (let c = this.text.charCodeAt(p); c === 32 || c === 9 || c === 13; c = this.text.charCodeAt(p)) p++;
    return p === this.text.length || this.text.charCodeAt(p) === 10;
  }

  /** The paragraph that starts at `from` is no list item, quote or table row. */
  isPlainParagraph(from: number): boolean {
    const c = this.text.charCodeAt(from);
    return !(c === 62 || c === 124 || c === 35 || ((c === 45 || c === 42 || c === 43) && this.text.charCodeAt(from + 1) === 32) || (isDigit(c) && this.lineStart(from) > from));
  }

  /** The end of the fenced block that opens at `from`, or of the text. An info string with backticks makes it no fence. */
  #fenceEnd(from: number, mark: number): number {
    const { text } = this;
    let open = from;
    while (text.charCodeAt(open) === mark) open++;
    const length = open - from;
    let line = this.next('\n', open);
    if (mark === 96 && text.slice(open, line).includes('`')) return from;
    while (line < text.length) {
      let p = line + 1;
      for (let c = text.charCodeAt(p); c === 32 || c === 9 || c === 62; c = text.charCodeAt(p)) p++;
      let end = p;
      while (text.charCodeAt(end) === mark) end++;
      line = this.next('\n', p);
      if (end - p >= length && text.slice(end, line).trim() === '') return line;
    }
    return text.length;
  }
}
