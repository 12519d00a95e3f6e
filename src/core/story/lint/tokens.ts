import { isDigit, lower } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordNamed, type WordId } from '../prose/vocabulary';
import type { MetricGroups, WordClasses } from './lexicon/classes';
import { factsOf } from './lexicon/table';

/** What is written down of the tokens of a text, by their number. */
interface TokenTable {
  readonly starts: number[];
  readonly ends: number[];
  readonly ids: WordId[];
  readonly afterBreak: boolean[];
  readonly quoted: Set<number>;
}

/**
 * The words and figures of a text, in order. Outside the text every answer is 0, false or empty, so that a rule may look
 * around without a thought for the ends.
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
    return this.isInside(k) && (this.table.afterBreak[k] as boolean);
  }

  /** It stands inside quotation marks: somebody else's words. */
  quoted(k: number): boolean {
    return this.table.quoted.has(k);
  }

  private isInside(k: number): boolean {
    return k >= 0 && k < this.table.ids.length;
  }
}

/** Where tokens are written down while a text is read. */
export class TokenWriter {
  private readonly table: TokenTable = { starts: [], ends: [], ids: [], afterBreak: [], quoted: new Set() };
  private broken = false;

  get length(): number {
    return this.table.ids.length;
  }

  push(start: number, end: number, id: WordId): void {
    const { starts, ends, ids, afterBreak } = this.table;
    starts.push(start);
    ends.push(end);
    ids.push(id);
    afterBreak.push(this.broken);
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

  /** What has been written so far. */
  tokens(text: string): Tokens {
    return new Tokens(text, this.table);
  }
}
