import type { Prose } from '../prose/prose';
import { isWordKind, kindAt, type CharacterKind } from './characters';
import { endsSentence } from './fullStop';
import { SentenceFacts, type WordsTogether } from './sentenceFacts';
import { TokenWriter, type Tokens } from './tokens';
import { WordReader } from './wordReader';

/** A sentence, or a list item or a cell that has none. Tokens `first` to `last` (exclusive) are its own. */
export interface Sentence extends WordsTogether {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Number of the paragraph or list item that it stands in. */
  readonly block: number;
  readonly line: number;
}

/** The sentence that is being read. */
interface Begun {
  readonly start: number;
  readonly first: number;
  readonly line: number;
  end: number;
}

interface AnswerQuotes {
  readonly first: number;
  readonly last: number;
}

const CLOSES_QUOTE = /[\p{L}\p{N}.,!?;:…%)\]*_]/u;

/**
 * The marks of a story that stands in quotation marks as a whole: it begins and ends with one, and the first is not
 * closed before the end, though others may be within, and before each paragraph. Undefined for any other.
 */
function answerQuotes(said: string): AnswerQuotes | undefined {
  let first = 0;
  while (kindAt(said, first) === 'blank') first += 1;
  if (kindAt(said, first) !== 'quote') return undefined;
  const last = said.trimEnd().length - 1;
  if (last <= first || kindAt(said, last) !== 'quote') return undefined;
  let next = first + 1;
  while (kindAt(said, next) !== 'quote') next += 1;
  return next < last && CLOSES_QUOTE.test(said[next - 1] as string) ? undefined : { first, last };
}

/** Splits the lines of paragraphs into sentences, and those into tokens. */
export class SentenceReader {
  readonly sentences: Sentence[] = [];
  readonly tokens: Tokens;
  private readonly writer: TokenWriter;
  private readonly facts = new SentenceFacts();
  private readonly words: WordReader;
  private block = 0;
  /** The first token of the paragraph. */
  private blockFrom = 0;
  private begun: Begun | undefined;
  /** The token that an opening quotation mark stands before, until the mark is closed. */
  private quoteFrom: number | undefined;
  /** Marks around all that the story says, and before each of its paragraphs: they quote nobody. */
  private readonly own: AnswerQuotes | undefined;
  /** A full stop whose sentence may go on: what follows decides. */
  private stop: number | undefined;

  constructor(
    private readonly prose: Prose,
    /** What the text says aloud, offset for offset. */
    private readonly said: string,
  ) {
    this.writer = new TokenWriter(prose.text);
    this.tokens = this.writer;
    this.words = new WordReader(prose, said, this.writer, this.facts);
    this.own = answerQuotes(said);
  }

  /** Reads a line of the paragraph, from its first character that is not a blank. */
  readLine(line: number, from: number, to: number): void {
    let at = from;
    while (at < to) {
      const kind = kindAt(this.said, at);
      if (kind === 'blank') {
        at += 1;
        continue;
      }
      const isWord = isWordKind(kind);
      if (this.stop !== undefined) {
        if (isWord) this.settleBeforeWord(this.stop, at, kind);
        else this.settleBeforeMark(this.stop, at, kind);
      }
      this.begun ??= { start: at, first: this.writer.length, line, end: at };
      const end = isWord ? this.words.read(at, to) : this.readMark(at, kind, to);
      this.begun.end = end;
      at = end;
    }
  }

  /** Ends the paragraph, with the sentence in it. */
  endBlock(): void {
    this.endSentence();
    this.stop = undefined;
    this.quoteFrom = undefined;
    this.block += 1;
    this.blockFrom = this.writer.length;
  }

  /** Ends the text. */
  end(): void {
    this.endBlock();
    this.writer.close();
  }

  private endSentence(): void {
    if (this.begun !== undefined && this.writer.length > this.begun.first) {
      const { start, end, first, line } = this.begun;
      const { has, groups } = this.facts.together();
      this.sentences.push({ start, end, first, last: this.writer.length, block: this.block, line, has, groups });
    }
    this.facts.clear();
    this.begun = undefined;
    this.writer.breakBeforeNext(false);
  }

  /** A word that touches the stop goes on with it: "3.x". */
  private settleBeforeWord(stop: number, at: number, kind: CharacterKind): void {
    if (at > stop + 1) this.settle(stop, kind);
    this.stop = undefined;
  }

  /** Marks right after the stop belong to its sentence; one after a space begins the next. */
  private settleBeforeMark(stop: number, at: number, kind: CharacterKind): void {
    if (kindAt(this.said, at - 1) === 'blank') this.settle(stop, kind);
    else if (mayFollowStop(kind)) return;
    this.stop = undefined;
  }

  private settle(stop: number, next: CharacterKind): void {
    const last = this.writer.length - 1;
    const wordStart = this.tokens.start(last);
    const wordEnd = this.tokens.end(last);
    if (endsSentence(this.prose, this.said, { at: stop, wordStart, wordEnd, next })) this.endSentence();
  }

  private readMark(at: number, kind: CharacterKind, to: number): number {
    if (kind === 'stop') this.readStop(at, to);
    else if (kind === 'quote') this.readQuote(at);
    else if (kind === 'break') this.writer.breakBeforeNext(true);
    return at + 1;
  }

  /** A full stop may end the sentence where a space follows it, or a closing mark. */
  private readStop(at: number, to: number): void {
    const next = at + 1 < to ? kindAt(this.said, at + 1) : 'blank';
    this.stop = next === 'blank' || mayFollowStop(next) ? at : undefined;
  }

  private readQuote(at: number): void {
    if (this.own && (at === this.own.first || at === this.own.last || this.writer.length === this.blockFrom)) return;
    if (this.quoteFrom === undefined) {
      this.quoteFrom = this.writer.length;
    } else {
      this.writer.quoteFrom(this.quoteFrom);
      this.quoteFrom = undefined;
    }
  }
}

/** Several stops, and what closes a quotation, brackets or emphasis, belong to the sentence of the stop before. */
const mayFollowStop = (kind: CharacterKind): boolean => kind === 'closer' || kind === 'quote' || kind === 'stop';
