import { FIRST_FOREIGN, isApostrophe, isAscii, isDigit, isHyphen, isLetter, toSmall, UNDERSCORE } from './chars';
import { findWord, hashStep, learn, smallStep, WordSet, type WordId } from './vocabulary';

/** Words that may begin a figure ("two", "halved", "USD"): the grammar names them while it loads. */
export const openers = new WordSet();

/** Stands for every word with a letter outside ASCII: none of those is known. */
export const FOREIGN: WordId = learn('\uFFFF');

/** Longer words are read in pieces of this length. */
const LONGEST_WORD = 48;
/** No known word is longer. */
const LONGEST_KNOWN = 24;
/** Zeros after the text: a phrase may be looked for a few characters past its end. */
const MARGIN = 64;

/** ASCII letters in their small form, by their codes; 0 for what is not a letter. */
const SMALL_FORMS = Uint8Array.from({ length: FIRST_FOREIGN }, (_, c) => (isLetter(c) ? toSmall(c) : 0));

/** The letter's small form, or a letter outside ASCII as it is; 0 for what is not a letter. */
const letterOf = (c: number): number => (isAscii(c) ? (SMALL_FORMS[c] as number) : isLetter(c) ? c : 0);

/** What is not a letter and may begin a figure, a line or markup: "½" and "€" are outside ASCII. */
const beginsMark = (c: number): boolean => !isAscii(c) || MARKS[c] === 1;
const MARKS = Uint8Array.from({ length: FIRST_FOREIGN }, (_, c) =>
  isDigit(c) || '$\n`<]{'.includes(String.fromCharCode(c)) ? 1 : 0,
);

/**
 * A text with its words looked up: one walk over its characters, from which everything else reads. A word here is a run
 * of letters. What is known of a place is found by its offset, so that a phrase is read without cutting strings out.
 */
export class Prose {
  readonly length: number;
  /** How many places there are where a figure, a line or markup may begin. */
  readonly markCount: number;
  private readonly marks: Uint32Array;
  /** The text's UTF-16 units, with zeros after them. */
  private readonly codes: Uint16Array;
  /** By the place of a word's first letter: its number, and how many letters it has (0 where no word begins). */
  private readonly ids: Uint16Array;
  private readonly lengths: Uint8Array;

  constructor(
    readonly text: string,
    { codes, ids, lengths, marks }: Tables,
  ) {
    this.length = text.length;
    this.codes = codes.fill(0, text.length, text.length + MARGIN);
    this.ids = ids;
    this.lengths = lengths.fill(0, 0, text.length + MARGIN);
    this.marks = marks;
    this.markCount = this.read();
  }

  /** The UTF-16 unit at `p`, which is not below 0; 0 after the text. */
  code(p: number): number {
    return this.codes[p] as number;
  }

  /** The UTF-16 unit before `p`; 0 at the start. */
  before(p: number): number {
    return p > 0 ? (this.codes[p - 1] as number) : 0;
  }

  /** The place of such a mark, by its number; they are in order. */
  mark(index: number): number {
    return this.marks[index] as number;
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

  /** The start of the word that ends at `end`: of letters, digits, hyphens and apostrophes; `end` where none does. */
  wordStart(end: number): number {
    let start = end;
    const limit = Math.max(0, end - LONGEST_WORD);
    for (; start > limit; start--) {
      const c = this.codes[start - 1] as number;
      if (!isDigit(c) && !isLetter(c) && !isHyphen(c) && !isApostrophe(c)) break;
    }
    return start;
  }

  /** As `wordIn`, for a span that is not one run of letters, or only a part of one. */
  private spanIn(start: number, end: number): WordId {
    const length = end - start;
    if (length <= 0 || length > LONGEST_KNOWN) return 0;
    let hash = 0;
    for (let p = start; p < end; p++) hash = hashStep(hash, this.codes[p] as number);
    return findWord(hash, length, this.codes[start] as number);
  }

  /** The end of the letters from the middle of a word on; `from` where no letter is. */
  private partEnd(from: number): number {
    if (!isLetter(this.codes[from] as number)) return from;
    let p = from;
    const limit = Math.min(from + LONGEST_WORD, this.length);
    while (p < limit && isLetter(this.codes[p] as number)) p++;
    return p;
  }

  /** Reads every character once, fills the tables and returns how many marks there are. */
  private read(): number {
    const { text, codes, ids, lengths, marks, length } = this;
    let count = 0;
    for (let p = 0; p < length; p++) {
      let c = text.charCodeAt(p);
      codes[p] = c;
      const start = p;
      let hash = 0;
      let highest = 0;
      // The letters of a word, if one begins here.
      for (let letter = letterOf(c); letter !== 0; letter = letterOf(c)) {
        hash = smallStep(hash, letter);
        highest |= letter;
        p++;
        c = p < length ? text.charCodeAt(p) : 0;
        codes[p] = c;
      }
      if (p > start) {
        const id = isAscii(highest) ? findWord(hash, p - start, codes[start] as number) : FOREIGN;
        ids[start] = id;
        lengths[start] = Math.min(p - start, LONGEST_WORD);
        if (isAscii(codes[start] as number) && opens(id, c)) marks[count++] = start;
      }
      if (beginsMark(c)) marks[count++] = p;
    }
    return count;
  }
}

/** A word may begin a figure, or runs on into digits ("S3") and hides one: `next` comes after it. */
const opens = (word: WordId, next: number): boolean => openers.has(word) || isDigit(next) || next === UNDERSCORE;

/** What a text is written down in while it is read, with room for `size` characters. */
class Tables {
  readonly codes: Uint16Array;
  readonly ids: Uint16Array;
  readonly lengths: Uint8Array;
  readonly marks: Uint32Array;

  constructor(readonly size: number) {
    this.codes = new Uint16Array(size);
    this.ids = new Uint16Array(size);
    this.lengths = new Uint8Array(size);
    this.marks = new Uint32Array(size);
  }
}

/** The last text's tables, kept for the next: a text is read at every keystroke, and new memory is costly. */
let spare: Tables | undefined;
/** Larger ones are not kept. */
const LARGEST_SPARE = 256 * 1024;

/**
 * Reads a text, looking its words up once for all who ask, and lends it to `use`. Do not keep it after that: the next
 * text is written over it.
 */
export function withProse<T>(text: string, use: (prose: Prose) => T): T {
  const size = text.length + MARGIN;
  const tables = spare !== undefined && spare.size >= size ? spare : new Tables(size);
  spare = undefined;
  try {
    return use(new Prose(text, tables));
  } finally {
    if (tables.size <= LARGEST_SPARE) spare = tables;
  }
}
