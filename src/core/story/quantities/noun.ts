import {
  AMPERSAND,
  isApostrophe,
  isDigit,
  isHyphen,
  isLetter,
  isUpper,
  isWord,
  SLASH,
  SMALL_D,
  SMALL_I,
  SMALL_S,
  SMALL_U,
  SMALL_Y,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, type WordId } from '../prose/vocabulary';
import {
  months,
  stops,
  asides,
  modifyingPlurals,
  pluralModifiers,
  irregularPlurals,
  notPlural,
  pluralsLikeSingulars,
  idleNouns,
} from './lexicon';
import { digitsEnd } from './number';
import { gap } from './phrase';
import { periodIn } from './units';

const [HEAD, OF] = wordIds('head of');

/** What is counted: where it stands, without "more", "additional" and the like. */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
}

/** The phrase on one line: what is counted does not depend on where the text was wrapped, nor on how its lines end. */
export function nounText(prose: Prose, { start, end }: NounPhrase): string {
  const text = prose.text.slice(start, end);
  return /[\r\n]/.test(text) ? text.split(/\s+/).join(' ') : text;
}

const MOST_WORDS = 5;
/** A longer word ends the phrase it stands in. */
const LONGEST_WORD = 40;

/** "/s" or "/month" comes at `slash`. */
const isPerPeriod = (prose: Prose, slash: number): boolean =>
  prose.code(slash) === SLASH && periodIn(prose, slash + 1, prose.lettersEnd(slash + 1)) !== undefined;

const joinsWords = (c: number): boolean => isHyphen(c) || c === SLASH || c === AMPERSAND || isApostrophe(c);

/**
 * The end of a noun: of letters and digits, with hyphens, slashes, ampersands and apostrophes inside; `from` where no
 * letter is.
 */
function nounWordEnd(prose: Prose, from: number, longest = from + LONGEST_WORD): number {
  if (!isLetter(prose.code(from))) return from;
  const limit = Math.min(longest, prose.length);
  let p = prose.lettersEnd(from);
  for (; p < limit; p++) {
    const c = prose.code(p);
    if (isWord(c)) continue;
    if (!joinsWords(c) || !isLetter(prose.code(p + 1))) return p;
    // "events/s" is a rate, "design/product partners" is not.
    if (isPerPeriod(prose, p)) return p;
  }
  return limit;
}

/** As above, for the first word of a phrase: its length is counted from the end of its first letters. */
const firstWordEnd = (prose: Prose, from: number): number =>
  nounWordEnd(prose, from, prose.lettersEnd(from) - 1 + LONGEST_WORD);

/** Reads like a plural: "engineers", "PMs", "people"; not "business", "status", "analysis". */
function isPlural(prose: Prose, start: number, end: number, word: WordId): boolean {
  if (irregularPlurals.has(word)) return true;
  if (end - start < 3 || prose.code(end - 1) !== SMALL_S || notPlural.has(word)) return false;
  const before = prose.code(end - 2);
  if (isApostrophe(before)) return false;
  if (isUpper(before) || pluralsLikeSingulars.has(word)) return true;
  return before !== SMALL_S && before !== SMALL_U && before !== SMALL_I;
}

/** Where "line of code" and the like go on after the head noun. */
function withComplement(prose: Prose, end: number): number {
  const complement = ' of code';
  return prose.text.startsWith(`lines${complement}`, end - 'lines'.length) ? end + complement.length : end;
}

/**
 * What a number counts: the noun phrase from `from` to its head, which for any number but 1 is a plural. Undefined
 * where none follows ("12 of them", "12 by March"), `idle` where it is a word of talk ("two things").
 */
export function nounAfter(prose: Prose, from: number, one: boolean): NounPhrase | 'idle' | undefined {
  const p = gap(prose, from);
  return p === from ? undefined : nounAt(prose, p, one);
}

/** As above, where the phrase starts at `from`. */
export const nounAt = (prose: Prose, from: number, one: boolean): NounPhrase | 'idle' | undefined =>
  new PhraseReader(prose, from, one).read();

/** Reads a noun phrase word by word, up to its head. */
class PhraseReader {
  /** Where what is counted starts: after "more", "additional" and the like. */
  private start: number;
  /** Where the phrase ends if no better head comes; -1 before the first candidate. */
  private fallback = -1;
  /** How many words were read. */
  private words = 0;

  constructor(
    private readonly prose: Prose,
    private readonly from: number,
    private readonly one: boolean,
  ) {
    this.start = from;
  }

  read(): NounPhrase | 'idle' | undefined {
    const { prose } = this;
    let p = this.from;
    for (; this.words < MOST_WORDS; this.words++) {
      const end = this.words === 0 ? firstWordEnd(prose, p) : nounWordEnd(prose, p);
      const word = prose.wordIn(p, end);
      if (end === p || this.stopsAt(p, word)) break;
      if (idleNouns.has(word)) return 'idle';
      if (isPerPeriod(prose, end)) return { start: this.start, end };
      if (this.isHead(p, end, word)) return { start: this.start, end: withComplement(prose, end) };
      const next = this.nextWord(p, end);
      if (next === end) break;
      p = next;
    }
    return this.withoutHead();
  }

  /** The phrase ended before this word. */
  private stopsAt(p: number, word: WordId): boolean {
    return stops.has(word) || (this.words === 0 && months.has(word) && isUpper(this.prose.code(p)));
  }

  /** The word is what is counted. Otherwise, notes what it is. */
  private isHead(p: number, end: number, word: WordId): boolean {
    const isFirst = p === this.start;
    if (isFirst && asides.has(word)) {
      this.start = gap(this.prose, end);
    } else if (word === HEAD && this.prose.wordAt(gap(this.prose, end)) === OF) {
      return true;
    } else if (isPlural(this.prose, p, end, word)) {
      if (!modifyingPlurals.has(word) && !this.isCompound(end, word)) return true;
      this.fallback = end;
    } else if (this.one && (isFirst || this.continuesSingular(end))) {
      this.fallback = end;
    }
    return false;
  }

  /** "5 payments engineers": the plural is a first part, another plural follows at once. */
  private isCompound(end: number, word: WordId): boolean {
    if (!pluralModifiers.has(word)) return false;
    const next = gap(this.prose, end);
    const nextEnd = nounWordEnd(this.prose, next);
    if (next === end || nextEnd === next || this.prose.code(nextEnd - 1) !== SMALL_S) return false;
    const following = this.prose.wordIn(next, nextEnd);
    return !stops.has(following) && isPlural(this.prose, next, nextEnd, following);
  }

  /** "1 platform team": a further word of what one is; not a verb ("1 engineer joined") or adverb ("1 team only"). */
  private continuesSingular(end: number): boolean {
    const last = this.prose.code(end - 1);
    return this.fallback > 0 && this.words < 3 && last !== SMALL_D && last !== SMALL_Y;
  }

  /** Where the next word starts; `end` where none follows. Skips a name's number: "5 Fortune 500 customers". */
  private nextWord(p: number, end: number): number {
    const { prose } = this;
    const next = gap(prose, end);
    if (next === end || !isUpper(prose.code(p)) || !isDigit(prose.code(next))) return next;
    const numberEnd = digitsEnd(prose, next);
    const afterNumber = gap(prose, numberEnd);
    return afterNumber === numberEnd ? end : afterNumber;
  }

  /** What was counted where no head came. */
  private withoutHead(): NounPhrase | undefined {
    const { prose, start, fallback } = this;
    if (fallback <= start) return undefined;
    // "1 Market Street" is an address.
    const isAddress = this.one && isUpper(prose.code(start)) && prose.text.slice(start, fallback).includes(' ');
    return isAddress ? undefined : { start, end: fallback };
  }
}
