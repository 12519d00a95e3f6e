import { isDigit, lower } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordNamed, type WordId, type WordSet } from '../prose/vocabulary';
import type { MetricGroups, WordClasses } from './lexicon/classes';
import { factsOf } from './lexicon/table';

/** A token is one character long at least, with one between it and the next. */
const FEWEST_CHARACTERS = 2;

/** Of a token three numbers are written down, one after another: where it begins and ends, and its word with marks. */
const SIZE = 3;
const END = 1;
const WORD = 2;
/** In the third number, the word's own is in these bits, and above them … */
const ID_BITS = 0xffff;
/** … whether a mark that divides the sentence stands before the token, and whether quotation marks stand around it. */
const BROKEN = 0x10000;
const QUOTED = 0x20000;

/** How many numbers one array holds, unless a single text needs more. */
const NUMBERS_OF_AN_ARRAY = 16 * 1024;
/**
 * The array that tokens are written into, those of one text after those of another, and where it is free. A text is
 * read at every keystroke, and to make an array for each takes as long as to read a third of its words.
 */
let shared: { readonly numbers: Int32Array; free: number } = { numbers: new Int32Array(0), free: 0 };

/**
 * The words and figures of a text, in order. Outside the text every answer is 0, false or empty, so that a rule may
 * look around without checking for the ends.
 */
export abstract class Tokens {
  /** From the number at `first` on, {@link SIZE} numbers for each token that is written down. */
  protected readonly numbers: Int32Array;
  protected readonly first: number;
  protected count = 0;

  constructor(private readonly text: string) {
    const most = SIZE * (Math.floor(text.length / FEWEST_CHARACTERS) + 1);
    const { numbers, free } = shared;
    const hasRoom = free + most <= numbers.length;
    this.numbers = hasRoom ? numbers : new Int32Array(Math.max(most, NUMBERS_OF_AN_ARRAY));
    this.first = hasRoom ? free : 0;
    // All of it is this text's until its last token is written.
    shared = { numbers: this.numbers, free: this.numbers.length };
  }

  /** Where the token begins; -1 outside the text. */
  start(k: number): number {
    return this.isInside(k) ? (this.numbers[this.first + SIZE * k] as number) : -1;
  }

  /** Where it ends; -1 outside the text. */
  end(k: number): number {
    return this.isInside(k) ? (this.numbers[this.first + SIZE * k + END] as number) : -1;
  }

  /**
   * The number of its word, to be compared with those of `wordIds` and `wordSet`: hyphens are left out where the lists
   * have it so. 0 where no list has the word.
   */
  id(k: number): WordId {
    return this.wordAndMarks(k) & ID_BITS;
  }

  /** Whether one of the words stands from token `from` to `to` (exclusive). */
  hasWord(words: WordSet, from: number, to: number): boolean {
    const last = Math.min(to, this.count);
    for (let k = Math.max(0, from); k < last; k += 1) if (words.has(this.id(k))) return true;
    return false;
  }

  /** The first token from `from` to `to` (exclusive) that ends after an offset; `to` where none does. */
  endingAfter(offset: number, from: number, to: number): number {
    let k = from;
    while (k < to && this.end(k) <= offset) k += 1;
    return k;
  }

  /** The first token from `from` to `to` (exclusive) that begins at an offset or after it; `to` where none does. */
  beginningAt(offset: number, from: number, to: number): number {
    let k = from;
    while (k < to && this.start(k) < offset) k += 1;
    return k;
  }

  /** Its word in lower case. Compare numbers where that will do: this is for the ending of a word that no list has. */
  word(k: number): string {
    const id = this.id(k);
    if (id !== 0 && id !== FOREIGN) return wordNamed(id);
    return this.isInside(k) ? lower(this.text.slice(this.start(k), this.end(k))) : '';
  }

  /** It begins with a digit. */
  isFigure(k: number): boolean {
    return isDigit(this.text.charCodeAt(this.start(k)));
  }

  /** Its classes: `tokens.is(k).users`. */
  is(k: number): WordClasses {
    return factsOf(this.id(k)).classes;
  }

  /** The groups of metrics that its word belongs to. */
  groups(k: number): MetricGroups {
    return factsOf(this.id(k)).groups;
  }

  /** A comma, a colon, a dash or a bracket stands before it. */
  afterBreak(k: number): boolean {
    return (this.wordAndMarks(k) & BROKEN) !== 0;
  }

  /** It stands inside quotation marks: somebody else's words. */
  quoted(k: number): boolean {
    return (this.wordAndMarks(k) & QUOTED) !== 0;
  }

  /** 0 outside the text. */
  private wordAndMarks(k: number): number {
    return this.isInside(k) ? (this.numbers[this.first + SIZE * k + WORD] as number) : 0;
  }

  private isInside(k: number): boolean {
    return k >= 0 && k < this.count;
  }
}

/** The words and figures of a text while it is read: what is written down can be asked for at once. */
export class TokenWriter extends Tokens {
  private broken = false;

  /** How many there are so far. */
  get length(): number {
    return this.count;
  }

  push(start: number, end: number, id: WordId): void {
    const { numbers } = this;
    const at = this.first + SIZE * this.count;
    numbers[at] = start;
    numbers[at + END] = end;
    numbers[at + WORD] = this.broken ? id | BROKEN : id;
    this.count += 1;
    this.broken = false;
  }

  /** Whether a mark that divides the sentence stands before the next token. */
  breakBeforeNext(broken: boolean): void {
    this.broken = broken;
  }

  /** Marks the tokens from `k` on as quoted. */
  quoteFrom(k: number): void {
    const { numbers } = this;
    for (let quoted = k; quoted < this.count; quoted += 1) {
      const at = this.first + SIZE * quoted + WORD;
      numbers[at] = (numbers[at] as number) | QUOTED;
    }
  }

  /** The text has no more tokens: what is left of the array is free for the next. */
  close(): void {
    if (shared.numbers === this.numbers) shared.free = this.first + SIZE * this.count;
  }
}
