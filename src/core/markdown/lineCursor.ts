import type { Line } from './text';

const TAB = 9;
const SPACE = 32;
const GREATER = 62;

/** A place in a line while the containers that the line belongs to are entered, from the outermost inwards. */
export class Cursor {
  /** At the first character that is not a space or tab, after the marks of the containers entered. */
  pos = 0;
  /** Where the line ends. */
  end = 0;
  /** The column of `pos`, from where the innermost quotation’s text begins; a tab ends at the next multiple of four. */
  column = 0;
  /** Up to here no thematic break begins, as far as has been searched: so no line is searched twice. */
  noRuleBefore = 0;
  /** The column from which on the innermost list item has its text; 0 right within a quotation. */
  private from = 0;
  /** How far the text of the innermost quotation is from where its own line's columns are counted. */
  private shift = 0;

  constructor(private readonly text: string) {}

  begin({ start, end }: Line): void {
    this.end = end;
    this.from = 0;
    this.shift = 0;
    this.column = 0;
    this.noRuleBefore = 0;
    this.pos = start;
    this.skipBlank();
  }

  get isBlank(): boolean {
    return this.pos >= this.end;
  }

  /** Columns of indentation within the innermost container. */
  get indent(): number {
    return this.column - this.from;
  }

  /** Whether only spaces and tabs stand from an offset to the line's end. */
  isBlankFrom(offset: number): boolean {
    let at = offset;
    while (at < this.end && isSpaceOrTab(this.text.charCodeAt(at))) at += 1;
    return at >= this.end;
  }

  /** Enters an item whose text begins at column `indent`; false where the line does not belong to it. */
  enterItem(indent: number): boolean {
    if (!this.isBlank && this.column < indent) return false;
    this.from = indent;
    return true;
  }

  /** Enters a quotation; false where its mark is not at the cursor. */
  enterQuotation(): boolean {
    if (this.isBlank || this.text.charCodeAt(this.pos) !== GREATER) return false;
    const markEnd = this.column + 1;
    let textFrom = markEnd;
    let splitTab = 0;
    const next = this.pos + 1 < this.end ? this.text.charCodeAt(this.pos + 1) : 0;
    this.pos += 1;
    // One column of white space belongs to the mark; of a wider tab the rest is indentation.
    if (next === SPACE || (next === TAB && (this.shift + markEnd) % 4 === 3)) {
      this.pos += 1;
      textFrom += 1;
    } else if (next === TAB) splitTab = 1;
    const shift = markEnd + (next === SPACE || next === TAB ? 1 : 0);
    this.column = textFrom;
    this.shift += splitTab;
    this.skipBlank();
    this.column -= textFrom;
    this.shift = shift;
    this.from = 0;
    return true;
  }

  /** Steps over a list marker of that many characters; returns the column at which the item's text begins. */
  openItem(marker: number): number {
    this.pos += marker;
    this.column += marker;
    const markEnd = this.column;
    this.skipBlank();
    const isCode = this.column - markEnd > 4;
    this.from = this.isBlank || isCode ? markEnd + 1 : this.column;
    return this.from;
  }

  private skipBlank(): void {
    const { text, end } = this;
    for (; this.pos < end; this.pos += 1) {
      const unit = text.charCodeAt(this.pos);
      if (unit === SPACE) this.column += 1;
      else if (unit === TAB) this.column += 4 - ((this.column + this.shift) % 4);
      else return;
    }
  }
}

export function isSpaceOrTab(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
