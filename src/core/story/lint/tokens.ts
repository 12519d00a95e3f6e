import { isDigit, lower } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordNamed, type WordId } from '../prose/vocabulary';
import { classesOf, flagsOf, groupsOf } from './lexicon/table';

/** Numbers a token: its start, its end, and its word with its marks in one. */
const SIZE = 3;
const ID = 0xffff;
const BROKEN = 1 << 16;
const QUOTED = 1 << 17;

/** A token may be one character long, with one between it and the next. */
const FEWEST_CHARACTERS = 2;
/** Numbers in a table that is kept for the next text, at least and at most; how many tables are. */
const SHORTEST_KEPT = 1 << 13;
const LONGEST_KEPT = 1 << 21;
const MOST_KEPT = 2;

/**
 * The words and figures of a text, in order, in one table of numbers. What is asked of a token outside the text is 0,
 * false or empty, so
 * that a rule may look around without a thought for the ends.
 */
export class Tokens {
  constructor(
    private readonly text: string,
    private readonly table: Int32Array,
    readonly length: number,
  ) {}

  /** Gives the table back, for the next text: nothing is asked of the tokens after that. */
  release(): void {
    if (this.table.length <= LONGEST_KEPT && pool.length < MOST_KEPT) pool.push(this.table);
  }

  /** Where the token begins; -1 outside the text. */
  start(k: number): number {
    return k >= 0 && k < this.length ? (this.table[k * SIZE] as number) : -1;
  }

  /** Where it ends; -1 outside the text. */
  end(k: number): number {
    return k >= 0 && k < this.length ? (this.table[k * SIZE + 1] as number) : -1;
  }

  /** The number of its word, hyphens left out where the lists have it so; 0 where no list has it. */
  id(k: number): WordId {
    return k >= 0 && k < this.length ? (this.table[k * SIZE + 2] as number) & ID : 0;
  }

  /** Its word in lower case. Made when asked for: compare numbers where that will do. */
  word(k: number): string {
    const id = this.id(k);
    if (id !== 0 && id !== FOREIGN) return wordNamed(id);
    return k >= 0 && k < this.length ? lower(this.text.slice(this.start(k), this.end(k))) : '';
  }

  /** It begins with a digit. */
  isFigure(k: number): boolean {
    return isDigit(this.text.charCodeAt(this.start(k)));
  }

  /** Its classes, as bits of `W`. */
  classes(k: number): number {
    return classesOf(this.id(k));
  }

  /** The metric groups of its word, as bits. */
  groups(k: number): number {
    return groupsOf(this.id(k));
  }

  /** Its bits of `FLAG`. */
  flags(k: number): number {
    return flagsOf(this.id(k));
  }

  /** A comma, a colon, a dash or a bracket stands before it. */
  afterBreak(k: number): boolean {
    return k >= 0 && k < this.length && ((this.table[k * SIZE + 2] as number) & BROKEN) !== 0;
  }

  /** It stands inside quotation marks: somebody else's words. */
  quoted(k: number): boolean {
    return k >= 0 && k < this.length && ((this.table[k * SIZE + 2] as number) & QUOTED) !== 0;
  }
}

/** Tables that nobody uses: reading a text takes one, and most give it back. */
const pool: Int32Array[] = [];

/** Where tokens are written down. */
export class TokenWriter {
  length = 0;
  private readonly table: Int32Array;

  /** For a text of so many characters. */
  constructor(characters: number) {
    const wanted = SIZE * (Math.ceil(characters / FEWEST_CHARACTERS) + 2);
    const used = pool.pop();
    this.table = used !== undefined && used.length >= wanted ? used : new Int32Array(Math.max(wanted, SHORTEST_KEPT));
  }

  push(start: number, end: number, id: WordId, afterBreak: boolean): void {
    const at = this.length * SIZE;
    const { table } = this;
    table[at] = start;
    table[at + 1] = end;
    table[at + 2] = afterBreak ? id | BROKEN : id;
    this.length += 1;
  }

  /** Marks the tokens from `k` on as quoted. */
  quoteFrom(k: number): void {
    const { table } = this;
    for (let at = k * SIZE + 2; at < this.length * SIZE; at += SIZE) table[at] = (table[at] as number) | QUOTED;
  }

  lastStart(): number {
    return this.table[(this.length - 1) * SIZE] as number;
  }

  lastEnd(): number {
    return this.table[(this.length - 1) * SIZE + 1] as number;
  }

  /** What has been written; the writer is done. */
  tokens(text: string): Tokens {
    return new Tokens(text, this.table, this.length);
  }
}
