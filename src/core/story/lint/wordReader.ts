import { SPACE } from '../prose/chars';
import { FOREIGN, type Prose } from '../prose/prose';
import { idOf, type WordId } from '../prose/vocabulary';
import { isWordKind, isWordUnit, kindAt, unitTest } from './characters';
import { isListed } from './lexicon/table';
import type { SentenceFacts } from './sentenceFacts';
import type { TokenWriter } from './tokens';

/** The characters of "'s" and of "s'", an apostrophe among them. */
const OWNER_ENDING = 2;

/** Reads words: each is looked up in the lists and written down as a token. */
export class WordReader {
  constructor(
    private readonly prose: Prose,
    /** What the text says aloud, offset for offset. */
    private readonly said: string,
    private readonly tokens: TokenWriter,
    private readonly sentence: SentenceFacts,
  ) {}

  /**
   * Reads the word at `start` and those that follow it with a space between, as in nearly all of a text; returns the
   * end of the last, which is at most `limit`.
   */
  read(start: number, limit: number): number {
    const { prose, said } = this;
    for (let at = start; ;) {
      const id = prose.wordAt(at);
      const end = prose.lettersEnd(at);
      // What is not said never begins within a run of ASCII letters, as nearly all words are.
      if (id === FOREIGN || end === at || mayGoOn(prose.code(end))) return this.readOdd(at, limit);
      this.write(at, end, id);
      const next = end + 1;
      if (next >= limit || prose.code(end) !== SPACE || !isWordUnit(said.charCodeAt(next))) return end;
      at = next;
    }
  }

  /** A word with figures, marks or letters of other alphabets in it: "p99", "don't", "sign-ups", "10.5". */
  private readOdd(start: number, limit: number): number {
    const end = this.charactersEnd(start, limit);
    const mark = end < limit && isWordKind(kindAt(this.said, end + 1)) ? kindAt(this.said, end) : undefined;
    if (mark === 'apostrophe') return this.readApostrophe(start, end, limit);
    if (mark === 'hyphen') return this.readCompound(start, end, limit);
    this.write(start, end, this.prose.wordIn(start, end));
    return end;
  }

  /** The end of the letters and digits from `start` on; a decimal point stands among them. */
  private charactersEnd(start: number, limit: number): number {
    let end = start;
    while (end < limit && (isWordKind(kindAt(this.said, end)) || this.isDecimalPoint(end))) end += 1;
    return end;
  }

  private isDecimalPoint(at: number): boolean {
    return this.said[at] === '.' && kindAt(this.said, at - 1) === 'digit' && kindAt(this.said, at + 1) === 'digit';
  }

  /** "I'd" is a word of the lists; "Anna's" is the word before the apostrophe. */
  private readApostrophe(start: number, apostrophe: number, limit: number): number {
    const end = this.lettersEnd(apostrophe + 1, limit);
    const before = this.said.slice(start, apostrophe);
    const id = idOf(`${before}'${this.said.slice(apostrophe + 1, end)}`);
    const owner = end - apostrophe === OWNER_ENDING && !isListed(id) ? idOf(before) : 0;
    this.write(start, end, isListed(owner) ? owner : id);
    return end;
  }

  /** "Sign-ups" is one word where the lists have it without its hyphen; otherwise its parts are words. */
  private readCompound(start: number, hyphen: number, limit: number): number {
    let letters = this.said.slice(start, hyphen);
    let end = hyphen;
    while (end < limit && kindAt(this.said, end) === 'hyphen' && isWordKind(kindAt(this.said, end + 1))) {
      const part = end + 1;
      end = this.lettersEnd(part, limit);
      letters += this.said.slice(part, end);
    }
    const whole = idOf(letters);
    const isWhole = isListed(whole);
    let part = start;
    for (let partEnd = hyphen; partEnd < end; partEnd = this.lettersEnd(part, limit)) {
      const id = this.prose.wordIn(part, partEnd);
      // The sentence speaks of what the parts name, too.
      if (isWhole) this.sentence.add(id);
      else this.write(part, partEnd, id);
      part = partEnd + 1;
    }
    if (isWhole) this.write(start, end, whole);
    else this.write(part, end, this.prose.wordIn(part, end));
    return end;
  }

  private lettersEnd(start: number, limit: number): number {
    let end = start;
    while (end < limit && isWordKind(kindAt(this.said, end))) end += 1;
    return end;
  }

  private write(start: number, end: number, id: WordId): void {
    this.sentence.add(id);
    this.tokens.push(start, end, id);
  }
}

/** A word may go on with such a character after its letters. */
const mayGoOn = unitTest((kind) => isWordKind(kind) || kind === 'apostrophe' || kind === 'hyphen');
