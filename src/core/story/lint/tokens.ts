import { isDigit, lower } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordNamed, type WordId, type WordSet } from '../prose/vocabulary';
import type { MetricGroups, WordClasses } from './lexicon/classes';
import { factsOf } from './lexicon/table';

/** A token is one character long at least, with one between it and the next. */
const FEWEST_CHARACTERS = 2;

/** Two offsets, the number of its word, and two bytes: whether a break stands before it, and quotes around it. */
const BYTES_OF_A_TOKEN = 12;

/** What is written down of the tokens of a text, by their number: the first `length` places are in use. */
class TokenTable {
  length = 0;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Uint16Array;
  /** 1 where a mark that divides the sentence stands before the token. */
  readonly breaks: Uint8Array;
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array;

  constructor(text: string) {
    const most = Math.floor(text.length / FEWEST_CHARACTERS) + 1;
    // One block of memory for all: a text is read at every keystroke, and blocks are costly.
    const memory = new ArrayBuffer(BYTES_OF_A_TOKEN * most);
    this.starts = new Int32Array(memory, 0, most);
    this.ends = new Int32Array(memory, 4 * most, most);
    this.ids = new Uint16Array(memory, 8 * most, most);
    this.breaks = new Uint8Array(memory, 10 * most, most);
    this.quoted = new Uint8Array(memory, 11 * most, most);
  }
}

/**
 * The words and figures of a text, in order. Outside the text every answer is 0, false or empty, so that a rule may
 * look around without checking for the ends.
 */
export class Tokens {
  constructor(
    private readonly text: string,
    private readonly table: TokenTable,
  ) {}

  /** Where the token begins; -1 outside the text. */
  start(k: number): number {
    return this.isInside(k) ? (this.table.starts[k] as number) : -1;
  }

  /** Where it ends; -1 outside the text. */
  end(k: number): number {
    return this.isInside(k) ? (this.table.ends[k] as number) : -1;
  }

  /**
   * The number of its word, to be compared with those of `wordIds` and `wordSet`: hyphens are left out where the lists
   * have it so. 0 where no list has the word.
   */
  id(k: number): WordId {
    return this.isInside(k) ? (this.table.ids[k] as WordId) : 0;
  }

  /** Whether one of the words stands from token `from` to `to` (exclusive). */
  hasWord(words: WordSet, from: number, to: number): boolean {
    const { ids, length } = this.table;
    const last = Math.min(to, length);
    for (let k = Math.max(0, from); k < last; k += 1) if (words.has(ids[k] as WordId)) return true;
    return false;
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
    return this.isInside(k) && this.table.breaks[k] === 1;
  }

  /** It stands inside quotation marks: somebody else's words. */
  quoted(k: number): boolean {
    return this.isInside(k) && this.table.quoted[k] === 1;
  }

  private isInside(k: number): boolean {
    return k >= 0 && k < this.table.length;
  }
}

/** Where the tokens of a text are written down while it is read. */
export class TokenWriter {
  /** What has been written so far. */
  readonly tokens: Tokens;
  private readonly table: TokenTable;
  private broken = false;

  constructor(text: string) {
    this.table = new TokenTable(text);
    this.tokens = new Tokens(text, this.table);
  }

  get length(): number {
    return this.table.length;
  }

  push(start: number, end: number, id: WordId): void {
    const { table } = this;
    const k = table.length;
    table.starts[k] = start;
    table.ends[k] = end;
    table.ids[k] = id;
    table.length = k + 1;
    if (!this.broken) return;
    table.breaks[k] = 1;
    this.broken = false;
  }

  /** Whether a mark that divides the sentence stands before the next token. */
  breakBeforeNext(broken: boolean): void {
    this.broken = broken;
  }

  /** Marks the tokens from `k` on as quoted. */
  quoteFrom(k: number): void {
    this.table.quoted.fill(1, k, this.length);
  }
}
