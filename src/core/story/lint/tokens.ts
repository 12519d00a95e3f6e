import { isDigit, lower } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordNamed, type WordId } from '../prose/vocabulary';
import type { MetricGroups, WordClasses } from './lexicon/classes';
import { factsOf } from './lexicon/table';

/** A token is one character long at least, with one between it and the next. */
const FEWEST_CHARACTERS = 2;

/** What is written down of the tokens of a text, by their number: the first `length` places are in use. */
class TokenTable {
  length = 0;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Uint16Array;
  /** 1 where a mark that parts the sentence stands before the token. */
  readonly breaks: Uint8Array;
  readonly quoted = new Set<number>();

  constructor(text: string) {
    const most = Math.floor(text.length / FEWEST_CHARACTERS) + 1;
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
    this.ids = new Uint16Array(most);
    this.breaks = new Uint8Array(most);
  }
}

/**
 * The words and figures of a text, in order. Outside the text every answer is 0, false or empty, so that a rule may
 * look around without a thought for the ends.
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
    return this.table.quoted.has(k);
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
    table.starts[table.length] = start;
    table.ends[table.length] = end;
    table.ids[table.length] = id;
    if (this.broken) table.breaks[table.length] = 1;
    table.length += 1;
    this.broken = false;
  }

  /** Whether a mark that parts the sentence stands before the next token. */
  breakBeforeNext(broken: boolean): void {
    this.broken = broken;
  }

  /** Marks the tokens from `k` on as quoted. */
  quoteFrom(k: number): void {
    for (let quoted = k; quoted < this.length; quoted += 1) this.table.quoted.add(quoted);
  }
}
