import { isApostrophe, isDigit, isHyphen, isLetter } from './chars';
import { findWord, hashStep, learn, smallStep, WordSet, type WordId } from './vocabulary';

/** Words that may begin a figure ("two", "halved", "USD"): the grammar names them. */
export const openers = new WordSet();

/** Stands for every word with a letter outside ASCII: none of those is known. */
export const FOREIGN: WordId = learn('\uFFFF');

/** No word that is looked at is longer; what is, is read in pieces of this length. */
const LONGEST_WORD = 48;
/** No word that is known is longer. */
const LONGEST_KNOWN = 24;
/** Zeros behind the text: a phrase may be looked for a few characters past its end. */
const MARGIN = 64;
/** A longer text's tables are not kept for the next. */
const LONGEST_KEPT = 1 << 20;

const UNDERSCORE = 95;

/** An ASCII letter's small form; 0 for what is no letter. */
const SMALL = new Uint8Array(128);
for (let c = 97; c < 123; c++) SMALL[c] = SMALL[c - 32] = c;

/** A letter outside ASCII; 0 for what is none. */
const foreignLetter = (c: number): number => (isLetter(c) ? c : 0);

/** ASCII characters at which a figure, a line or markup may begin: digits and `$ \n ` < ]`. */
const MARKS = new Uint8Array(128).fill(1, 48, 58);
for (const mark of '$\n`<]') MARKS[mark.charCodeAt(0)] = 1;

/**
 * A text with its words looked up: one walk over its characters, from which all else reads. A word here is a run of
 * letters. What is
 * known of a place is found by its offset, so that a phrase is read as a chain of array reads, without a substring.
 *
 * Its tables are used again for the next text: nothing may be kept of it but what was copied.
 */
export class Prose {
  text = '';
  length = 0;
  /** Places where a figure, a line or markup may begin: the first `markCount` are in use. */
  marks = new Int32Array(0);
  markCount = 0;
  /** The text's UTF-16 units, with zeros behind them. */
  private codes = new Uint16Array(0);
  /** By the place of a word's first letter: its number, and how many letters it has (0 where no word begins). */
  private ids = new Uint16Array(0);
  private lengths = new Uint8Array(0);
  /** By the place behind a word's last letter: how many letters it has (0 where no word ends). */
  private tails = new Uint8Array(0);

  read(text: string): this {
    this.text = text;
    this.length = text.length;
    this.reserve(text.length);
    this.markCount = this.walk(text);
    return this;
  }

  /** The UTF-16 unit at `p`, which is not below 0; 0 behind the text. */
  code(p: number): number {
    return this.codes[p] as number;
  }

  /** The UTF-16 unit before `p`; 0 at the start. */
  before(p: number): number {
    return p > 0 ? (this.codes[p - 1] as number) : 0;
  }

  /** The end of the letters that start here; `from` where none do. */
  lettersEnd(from: number): number {
    const length = this.lengths[from] as number;
    return length === 0 ? this.partEnd(from) : from + length;
  }

  /** The known word that the letters from here on are; 0 for none. */
  wordAt(from: number): WordId {
    return this.lengths[from] === 0 ? this.spanIn(from, this.partEnd(from)) : (this.ids[from] as number);
  }

  /** The known word from `start` to `end`, hyphens and all; 0 for none. */
  wordIn(start: number, end: number): WordId {
    return start < end && this.lengths[start] === end - start ? (this.ids[start] as number) : this.spanIn(start, end);
  }

  /** As above, for what is no run of letters, or only a part of one. */
  private spanIn(start: number, end: number): WordId {
    const length = end - start;
    if (length <= 0 || length > LONGEST_KNOWN) return 0;
    let hash = 0;
    for (let p = start; p < end; p++) hash = hashStep(hash, this.codes[p] as number);
    return findWord(hash, length, this.codes[start] as number);
  }

  /** The start of the word that ends at `end`: of letters, digits, hyphens and apostrophes; `end` where none does. */
  wordStart(end: number): number {
    let start = end - (this.tails[end] as number);
    const limit = Math.max(0, end - LONGEST_WORD);
    for (; start > limit; start--) {
      const c = this.codes[start - 1] as number;
      if (!isDigit(c) && !isLetter(c) && !isHyphen(c) && !isApostrophe(c)) break;
    }
    return start;
  }

  /** The end of the letters from the middle of a word on; `from` where no letter is. */
  private partEnd(from: number): number {
    if (!isLetter(this.codes[from] as number)) return from;
    let p = from;
    const limit = Math.min(from + LONGEST_WORD, this.length);
    while (p < limit && isLetter(this.codes[p] as number)) p++;
    return p;
  }

  private reserve(length: number): void {
    const wanted = length + MARGIN;
    if (this.codes.length < wanted || (this.codes.length > LONGEST_KEPT && wanted <= LONGEST_KEPT)) {
      const size = wanted > LONGEST_KEPT ? wanted : Math.min(LONGEST_KEPT, Math.max(8192, wanted * 2));
      this.codes = new Uint16Array(size);
      this.ids = new Uint16Array(size);
      this.lengths = new Uint8Array(size);
      this.tails = new Uint8Array(size);
      this.marks = new Int32Array(size);
      return;
    }
    this.codes.fill(0, length, wanted);
    this.lengths.fill(0, 0, wanted);
    this.tails.fill(0, 0, wanted);
  }

  /** Fills the tables; returns how many marks there are. */
  private walk(text: string): number {
    const { codes, ids, lengths, tails, marks } = this;
    const end = text.length;
    let count = 0;
    for (let p = 0; p < end; p++) {
      const first = text.charCodeAt(p);
      codes[p] = first;
      let small = first < 128 ? (SMALL[first] as number) : foreignLetter(first);
      if (small === 0) {
        if (first >= 128 || MARKS[first] !== 0) marks[count++] = p;
        continue;
      }
      const start = p;
      let hash = 0;
      let highest = 0;
      let code: number;
      do {
        hash = smallStep(hash, small);
        highest |= small;
        if (++p === end) {
          code = 0;
          break;
        }
        code = text.charCodeAt(p);
        codes[p] = code;
        small = code < 128 ? (SMALL[code] as number) : foreignLetter(code);
      } while (small !== 0);
      const length = p - start;
      const id = highest < 128 ? findWord(hash, length, first) : FOREIGN;
      const kept = length < LONGEST_WORD ? length : LONGEST_WORD;
      ids[start] = id;
      lengths[start] = kept;
      tails[p] = kept;
      if (first < 128 && (openers.has(id) || isDigit(code) || code === UNDERSCORE)) marks[count++] = start;
      if (code >= 128 || MARKS[code] !== 0) marks[count++] = p;
    }
    return count;
  }
}

const shared = new Prose();

/** The text, read into the one set of tables that all readers share: it holds until the next text is read. */
export const readProse = (text: string): Prose => shared.read(text);
