import type { LineKind } from '../../markdown/outline';
import type { Line } from '../../markdown/text';
import { FOREIGN, type Prose } from '../prose/prose';
import { findWord, smallStep, wordSet, type WordId } from '../prose/vocabulary';
import { classesOf, flagsOf, groupsOf, isListed } from './lexicon/table';
import { TokenWriter, type Tokens } from './tokens';

/** A sentence, or a list item or a cell that has none. Tokens `first` to `last` (exclusive) are its own. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Number of the paragraph or list item that it stands in. */
  readonly block: number;
  readonly line: number;
  /** All classes, groups and flags of its words. */
  readonly classes: number;
  readonly groups: number;
  readonly flags: number;
}

export interface Scan {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

const LETTER = 1;
const DIGIT = 2;
const UPPER = 3;
const APOSTROPHE = 4;
const HYPHEN = 5;
const STOP = 6;
const BREAK = 7;
const QUOTE = 8;
const CLOSER = 9;

/** What an ASCII character is; what is above is a letter unless `kindAbove` knows it. */
const ASCII = asciiKinds();

function asciiKinds(): Uint8Array {
  const kinds = new Uint8Array(128);
  kinds.fill(LETTER, 97, 123);
  kinds.fill(UPPER, 65, 91);
  kinds.fill(DIGIT, 48, 58);
  const set = (characters: string, kind: number): void => {
    for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  };
  set("'", APOSTROPHE);
  set('-', HYPHEN);
  set('.!?', STOP);
  set(',;:(|', BREAK);
  set('"', QUOTE);
  set(')]*_`', CLOSER);
  return kinds;
}

function kindAbove(unit: number): number {
  if (unit === 0x2019) return APOSTROPHE;
  if (unit === 0x2010 || unit === 0x2011) return HYPHEN;
  if (unit === 0x201c || unit === 0x201d) return QUOTE;
  if (unit === 0x2013 || unit === 0x2014) return BREAK;
  if (unit === 0x2026) return STOP;
  return unit >= 0xc0 && (unit < 0x2000 || unit > 0x2bff) ? LETTER : 0;
}

const kindOf = (unit: number): number => (unit < 128 ? (ASCII[unit] as number) : kindAbove(unit));

/** Letters that a word has at most to be read in one go. */
const LONGEST_PLAIN = 48;
const CAPITAL_I = 73;
const SPACE = 32;
const FULL_STOP = 46;
const LONGEST_ABBREVIATION = 6;
/** Abbreviations whose full stop never ends a sentence. */
const NEVER_LAST = wordSet('e.g i.e eg ie vs approx mr mrs dr prof st fig cf ca al dept incl resp');
/** Those whose full stop may: a small letter or a figure behind says that it does not. */
const MAYBE_LAST = wordSet(
  'inc ltd corp co ms no u.s u.k sr jr est avg min max etc p.m a.m jan feb aug sept sep oct nov dec',
);

/**
 * Splits what a story says into sentences and words, in one pass, and looks every word up on the way.
 * @param prose the story, as it was read.
 * @param said the same with what is not said blanked out, unit for unit.
 * @param kinds of the lines; a line that `isTransparent` does not end the paragraph.
 */
export function scan(
  prose: Prose,
  said: string,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  isTransparent: (line: number) => boolean,
): Scan {
  const reader = new Reader(prose, said);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    if (kinds[i] !== 'text') {
      if (!isTransparent(i)) reader.endBlock();
      continue;
    }
    let first = line.start;
    while (first < line.end && prose.code(first) <= 32) first += 1;
    if (first === line.end) {
      reader.endBlock();
      continue;
    }
    if (beginsBlock(prose, first, line.end)) reader.endBlock();
    reader.readLine(i, first, line.end);
  }
  reader.endBlock();
  return { tokens: reader.writer.tokens(prose.text), sentences: reader.sentences };
}

/** A list item, a quotation's line, a table's row: what stands in it is no part of the sentence above. */
function beginsBlock(prose: Prose, first: number, end: number): boolean {
  const unit = prose.code(first);
  if (unit === 62 || unit === 124) return true;
  const next = prose.code(first + 1);
  if (unit === 45 || unit === 42 || unit === 43) return first + 1 === end || next === 32 || next === 9;
  if (unit < 48 || unit > 57) return false;
  let i = first;
  while (i < end && i < first + 9 && prose.code(i) >= 48 && prose.code(i) <= 57) i += 1;
  const mark = prose.code(i);
  return (mark === 46 || mark === 41) && (prose.code(i + 1) === 32 || prose.code(i + 1) === 9);
}

class Reader {
  readonly writer: TokenWriter;
  readonly sentences: Sentence[] = [];
  private block = 0;
  private line = 0;
  private sentenceStart = -1;
  private sentenceEnd = 0;
  private sentenceLine = 0;
  private firstToken = 0;
  private classes = 0;
  private groups = 0;
  private flags = 0;
  private quoteFrom = -1;
  private broken = false;
  /** A full stop came, at `stopAt`; what follows says whether it ended the sentence. */
  private pending = false;
  private stopAt = -1;

  constructor(
    private readonly prose: Prose,
    private readonly said: string,
  ) {
    this.writer = new TokenWriter(said.length);
  }

  readLine(index: number, from: number, to: number): void {
    const { said } = this;
    this.line = index;
    let i = from;
    while (i < to) {
      const unit = said.charCodeAt(i);
      if (unit <= 32) {
        i += 1;
        continue;
      }
      const kind = kindOf(unit);
      if (kind === LETTER || kind === UPPER || kind === DIGIT) {
        if (this.pending && this.stopEnds(i, kind)) this.endSentence();
        this.pending = false;
        this.touch(i);
        i = this.readWords(i, to);
        this.sentenceEnd = i;
        continue;
      }
      if (this.pending) {
        // Marks right behind the full stop are its sentence's; one behind a space begins the next.
        if (said.charCodeAt(i - 1) <= 32) {
          if (this.stopEnds(i, DIGIT)) this.endSentence();
          this.pending = false;
        } else if (kind !== CLOSER && kind !== QUOTE && kind !== STOP) {
          this.pending = false;
        }
      }
      this.touch(i);
      i += 1;
      this.sentenceEnd = i;
      if (kind === STOP) this.stop(i - 1, to);
      else if (kind === QUOTE) this.quote();
      else if (kind === BREAK) this.broken = true;
    }
  }

  /** Ends the paragraph, with the sentence in it. */
  endBlock(): void {
    this.endSentence();
    this.pending = false;
    this.quoteFrom = -1;
    this.block += 1;
  }

  /** Where a sentence begins, if none has. */
  private touch(at: number): void {
    if (this.sentenceStart >= 0) return;
    this.sentenceStart = at;
    this.sentenceEnd = at + 1;
    this.sentenceLine = this.line;
    this.firstToken = this.writer.length;
  }

  private endSentence(): void {
    if (this.sentenceStart >= 0 && this.writer.length > this.firstToken) {
      this.sentences.push({
        start: this.sentenceStart,
        end: this.sentenceEnd,
        first: this.firstToken,
        last: this.writer.length,
        block: this.block,
        line: this.sentenceLine,
        classes: this.classes,
        groups: this.groups,
        flags: this.flags,
      });
    }
    this.sentenceStart = -1;
    this.classes = this.groups = this.flags = 0;
    this.broken = false;
  }

  /** Reads the word at `start`, and on while word follows word with a space between: nearly all of a story. */
  private readWords(start: number, to: number): number {
    const { prose, said, writer } = this;
    let at = start;
    let classes = 0;
    let groups = 0;
    let flags = 0;
    let end = this.plainEnd(at);
    while (end > at) {
      const id = prose.wordAt(at);
      writer.push(at, end, id, this.broken);
      this.broken = false;
      classes |= classesOf(id);
      groups |= groupsOf(id);
      flags |= flagsOf(id);
      if (prose.code(end) !== SPACE || end + 1 >= to || !isAsciiLetter(said.charCodeAt(end + 1))) break;
      at = end + 1;
      end = this.plainEnd(at);
    }
    this.classes |= classes;
    this.groups |= groups;
    this.flags |= flags;
    return end > at ? end : this.readOddWord(at, to);
  }

  /**
   * The end of a word of letters, where nothing goes on with it; else its start. What is not said never begins within
   * such a word.
   */
  private plainEnd(start: number): number {
    const { prose } = this;
    const end = prose.lettersEnd(start);
    const kind = kindOf(prose.code(end));
    const goesOn =
      kind === LETTER || kind === DIGIT || kind === APOSTROPHE || kind === HYPHEN || end - start === LONGEST_PLAIN;
    return goesOn || prose.wordAt(start) === FOREIGN ? start : end;
  }

  /** A word with figures, marks or letters of other alphabets in it. */
  private readOddWord(start: number, to: number): number {
    const { said } = this;
    let hash = 0;
    let i = start;
    for (; i < to; i += 1) {
      const unit = said.charCodeAt(i);
      const kind = kindOf(unit);
      if (kind === UPPER) hash = smallStep(hash, unit + 32);
      else if (
        kind === LETTER ||
        kind === DIGIT ||
        (unit === FULL_STOP && isDigit(said.charCodeAt(i + 1)) && isDigit(said.charCodeAt(i - 1)))
      )
        hash = smallStep(hash, unit);
      else if (kind === APOSTROPHE && isWordUnit(said.charCodeAt(i + 1)))
        return this.readApostrophe(start, i, to, hash);
      else if (kind === HYPHEN && isWordUnit(said.charCodeAt(i + 1))) return this.readCompound(start, i, to, hash);
      else break;
    }
    this.push(start, i, this.find(start, i - start, hash));
    return i;
  }

  /**
   * "I'd" is a word of the lists, "customers'" and "Anna's" are the word before. `hash` is that of the letters before
   * `at`.
   */
  private readApostrophe(start: number, at: number, to: number, hash: number): number {
    let end = at + 1;
    let whole = smallStep(hash, 39);
    while (end < to && isWordUnit(this.said.charCodeAt(end))) {
      const unit = this.said.charCodeAt(end);
      whole = smallStep(whole, unit >= 65 && unit <= 90 ? unit + 32 : unit);
      end += 1;
    }
    const id = this.find(start, end - start, whole);
    const owner = end - at === 2 && !isListed(id) ? this.find(start, at - start, hash) : 0;
    this.push(start, end, isListed(owner) ? owner : id);
    return end;
  }

  /** "Sign-ups" is one word where the lists have it without its hyphen; else its parts are words. */
  private readCompound(start: number, hyphen: number, to: number, hash: number): number {
    const { said } = this;
    const first = this.writer.length;
    const wasBroken = this.broken;
    this.push(start, hyphen, this.find(start, hyphen - start, hash));
    let whole = hash;
    let letters = hyphen - start;
    let part = hyphen + 1;
    let end = part;
    let partHash = 0;
    for (; end < to; end += 1) {
      const unit = said.charCodeAt(end);
      const kind = kindOf(unit);
      if (kind === LETTER || kind === DIGIT || kind === UPPER) {
        const small = kind === UPPER ? unit + 32 : unit;
        whole = smallStep(whole, small);
        letters += 1;
        partHash = smallStep(partHash, small);
      } else if (kind === HYPHEN && isWordUnit(said.charCodeAt(end + 1))) {
        this.push(part, end, this.find(part, end - part, partHash));
        part = end + 1;
        partHash = 0;
      } else {
        break;
      }
    }
    const id = this.find(start, letters, whole);
    if (isListed(id)) {
      this.writer.length = first;
      this.broken = wasBroken;
      this.push(start, end, id);
    } else {
      this.push(part, end, this.find(part, end - part, partHash));
    }
    return end;
  }

  /** The known word that begins at `start` and has so many characters, hyphens left out. */
  private find(start: number, length: number, hash: number): WordId {
    return findWord(hash, length, this.said.charCodeAt(start));
  }

  private push(start: number, end: number, id: WordId): void {
    if (id !== 0) {
      this.classes |= classesOf(id);
      this.groups |= groupsOf(id);
      this.flags |= flagsOf(id);
    }
    this.writer.push(start, end, id, this.broken);
    this.broken = false;
  }

  private quote(): void {
    if (this.quoteFrom < 0 || this.quoteFrom > this.writer.length) {
      this.quoteFrom = this.writer.length;
      return;
    }
    this.writer.quoteFrom(this.quoteFrom);
    this.quoteFrom = -1;
  }

  /** A full stop may end the sentence where a space follows it, or a closing mark. */
  private stop(at: number, to: number): void {
    const unit = at + 1 < to ? this.said.charCodeAt(at + 1) : 32;
    const kind = kindOf(unit);
    this.pending = unit <= 32 || kind === CLOSER || kind === QUOTE || kind === STOP;
    this.stopAt = at;
  }

  /** Whether the full stop before what begins at `at` ended the sentence. */
  private stopEnds(at: number, kind: number): boolean {
    const { said, stopAt } = this;
    if (at === stopAt + 1) return false;
    if (said.charCodeAt(stopAt) !== FULL_STOP) return kind !== LETTER;
    if (this.writer.length === 0 || this.writer.lastEnd() !== stopAt) return true;
    // "e.g" is two words here: step back over single letters.
    let from = this.writer.lastStart();
    while (from >= 2 && said.charCodeAt(from - 1) === FULL_STOP && isWordUnit(said.charCodeAt(from - 2))) from -= 2;
    if (stopAt - from > LONGEST_ABBREVIATION) return true;
    const word = this.prose.wordIn(from, stopAt);
    if (NEVER_LAST.has(word)) return false;
    if (MAYBE_LAST.has(word)) return kind === UPPER;
    const isInitial =
      stopAt - from === 1 && kindOf(said.charCodeAt(from)) === UPPER && said.charCodeAt(from) !== CAPITAL_I;
    return !(isInitial && kind === UPPER);
  }
}

function isAsciiLetter(unit: number): boolean {
  const small = unit | 32;
  return small >= 97 && small <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isWordUnit(unit: number): boolean {
  if (Number.isNaN(unit)) return false;
  const kind = kindOf(unit);
  return kind === LETTER || kind === UPPER || kind === DIGIT;
}
