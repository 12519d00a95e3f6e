import { isDigit, lower } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordNamed, type WordId } from '../prose/vocabulary';
import { NO_FACTS, type MetricGroups, type WordClasses, type WordFacts } from './lexicon/classes';
import { factsOf } from './lexicon/table';

/** A word or a figure of a text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The number of its word, hyphens left out where the lists have it so; 0 where no list has it. */
  readonly id: WordId;
  readonly facts: WordFacts;
  /** A comma, a colon, a dash or a bracket stands before it. */
  readonly afterBreak: boolean;
  /** It stands inside quotation marks: somebody else's words. */
  quoted: boolean;
}

/** What every place before the first token and after the last one holds. */
const OUTSIDE: Token = { start: -1, end: -1, id: 0, facts: NO_FACTS, afterBreak: false, quoted: false };

/**
 * The words and figures of a text, in order. A place outside the text holds a token that is nothing, so that a rule may
 * look around without a thought for the ends.
 */
export class Tokens {
  constructor(
    private readonly text: string,
    private readonly list: readonly Token[],
  ) {}

  at(k: number): Token {
    return k >= 0 && k < this.list.length ? (this.list[k] as Token) : OUTSIDE;
  }

  /** Where the token begins; -1 outside the text. */
  start(k: number): number {
    return this.at(k).start;
  }

  /** Where it ends; -1 outside the text. */
  end(k: number): number {
    return this.at(k).end;
  }

  /** The number of its word, to be compared with those of `wordIds` and `wordSet`; 0 where no list has it. */
  id(k: number): WordId {
    return this.at(k).id;
  }

  /** Its word in lower case, where its number does not do: for the ending of a word that no list has. */
  word(k: number): string {
    const { id, start, end } = this.at(k);
    if (id !== 0 && id !== FOREIGN) return wordNamed(id);
    return start < 0 ? '' : lower(this.text.slice(start, end));
  }

  /** It begins with a digit. */
  isFigure(k: number): boolean {
    return isDigit(this.text.charCodeAt(this.start(k)));
  }

  /** Its classes: `tokens.is(k).users`. */
  is(k: number): WordClasses {
    return this.at(k).facts.classes;
  }

  /** The groups of metrics that its word belongs to. */
  groups(k: number): MetricGroups {
    return this.at(k).facts.groups;
  }

  afterBreak(k: number): boolean {
    return this.at(k).afterBreak;
  }

  quoted(k: number): boolean {
    return this.at(k).quoted;
  }
}

/** Where tokens are written down while a text is read. */
export class TokenWriter {
  private readonly list: Token[] = [];
  private broken = false;

  get length(): number {
    return this.list.length;
  }

  get last(): Token | undefined {
    return this.list[this.list.length - 1];
  }

  push(start: number, end: number, id: WordId): void {
    this.list.push({ start, end, id, facts: factsOf(id), afterBreak: this.broken, quoted: false });
    this.broken = false;
  }

  /** A mark that breaks the sentence stands before the next token, or none after all. */
  breakBeforeNext(broken: boolean): void {
    this.broken = broken;
  }

  /** Marks the tokens from `k` on as quoted. */
  quoteFrom(k: number): void {
    for (const token of this.list.slice(k)) token.quoted = true;
  }

  /** What has been written; the writer is done. */
  tokens(text: string): Tokens {
    return new Tokens(text, this.list);
  }
}
