import { isDigit, isLetter, isUpper, isHyphen, isApostrophe } from '../prose/chars';
import type { Prose } from '../prose/prose';
import type { WordId } from '../prose/vocabulary';
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
import { gap } from './phrase';
import { periodIn } from './units';

/** What is counted: where it stands, without "more", "additional" and the like. */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
}

/** The phrase on one line: what is counted does not hang on where the text was wrapped, nor on how its lines end. */
export function nounText(prose: Prose, { start, end }: NounPhrase): string {
  const text = prose.text.slice(start, end);
  return /[\r\n]/.test(text) ? text.split(/\s+/).join(' ') : text;
}

const MAX_WORDS = 5;

const LONGEST_WORD = 40;

/** Letters and digits, with hyphens, slashes, ampersands and apostrophes inside; `from` where no letter is. */
const nounWordEnd = (prose: Prose, from: number): number =>
  isLetter(prose.code(from)) ? joinedEnd(prose, prose.lettersEnd(from), from + LONGEST_WORD) : from;

/** As above, where the word's first letters end at `from`. */
function joinedEnd(prose: Prose, from: number, longest: number): number {
  const limit = Math.min(longest, prose.length);
  let p = from;
  for (; p < limit; p++) {
    const c = prose.code(p);
    if (c === 32) return p;
    if (isLetter(c) || isDigit(c)) continue;
    const joins = isHyphen(c) || c === 47 || c === 38 || isApostrophe(c);
    if (!joins || !isLetter(prose.code(p + 1))) return p;
    // "events/s" is a rate, "design/product partners" is not.
    if (c === 47 && periodIn(prose, p + 1, prose.lettersEnd(p + 1)) !== undefined) return p;
  }
  return limit;
}

/**
 * Reads like a plural: "engineers", "PMs", "people"; not "business", "status", "analysis". `word` is what is known of
 * it.
 */
function isPlural(prose: Prose, start: number, end: number, word: WordId): boolean {
  if (irregularPlurals.has(word)) return true;
  if (end - start < 3 || prose.code(end - 1) !== 115 || notPlural.has(word)) return false;
  const before = prose.code(end - 2);
  if (isApostrophe(before)) return false;
  if (isUpper(before) || pluralsLikeSingulars.has(word)) return true;
  return before !== 115 && before !== 117 && before !== 105;
}

/** Where "line of code" and the like go on after the head noun. */
function withComplement(prose: Prose, end: number): number {
  if (!prose.text.startsWith('lines', end - 5)) return end;
  return prose.text.startsWith(' of code', end) ? end + 8 : end;
}

/**
 * What a number counts: the noun phrase from `from` to its head, which for any number but 1 is a plural. Undefined
 * where none follows
 * ("12 of them", "12 by March"), `idle` where it is a word of talk ("two things").
 */
export function nounAfter(prose: Prose, from: number, one: boolean): NounPhrase | 'idle' | undefined {
  const p = gap(prose, from);
  if (p === from) return undefined;
  const end = prose.lettersEnd(p);
  return nounAt(prose, p, end, prose.wordIn(p, end), one);
}

/** As above, where the first word has been read: its letters from `start` to `lettersTo` are `first`. */
export function nounAt(
  prose: Prose,
  start: number,
  lettersTo: number,
  first: WordId,
  one: boolean,
): NounPhrase | 'idle' | undefined {
  let p = start;
  let unitStart = p;
  let fallback = -1;
  let words = 0;
  for (; words < MAX_WORDS; words++) {
    let end =
      words === 0 && lettersTo > p ? joinedEnd(prose, lettersTo, lettersTo - 1 + LONGEST_WORD) : nounWordEnd(prose, p);
    if (end === p || (words === 0 && lettersTo === p)) break;
    const low = words === 0 && end === lettersTo ? first : prose.wordIn(p, end);
    if (stops.has(low) || (words === 0 && months.has(low) && isUpper(prose.code(p)))) break;
    if (idleNouns.has(low)) return 'idle';
    if (prose.code(end) === 47 && periodIn(prose, end + 1, prose.lettersEnd(end + 1)) !== undefined)
      return { start: unitStart, end };
    if (p === unitStart && asides.has(low)) {
      unitStart = gap(prose, end);
      if (unitStart === end) break;
    } else if (isPlural(prose, p, end, low)) {
      const next = gap(prose, end);
      const nextEnd = nounWordEnd(prose, next);
      const isCandidate = pluralModifiers.has(low) && next > end && nextEnd > next && prose.code(nextEnd - 1) === 115;
      const following = isCandidate ? prose.wordIn(next, nextEnd) : 0;
      const compound = isCandidate && !stops.has(following) && isPlural(prose, next, nextEnd, following);
      if (!compound && !modifyingPlurals.has(low)) {
        return { start: unitStart, end: withComplement(prose, end) };
      }
      fallback = end;
    } else if (one && p === unitStart) {
      fallback = end;
    } else if (one && fallback > 0 && words < 3 && prose.code(end - 1) !== 100 && prose.code(end - 1) !== 121) {
      fallback = end;
    }
    const next = gap(prose, end);
    if (next === end) break;
    const isName = isUpper(prose.code(p));
    p = next;
    // A name with its number inside the phrase: "5 Fortune 500 customers".
    if (isName && isDigit(prose.code(p))) {
      end = p;
      while (isDigit(prose.code(end))) end++;
      p = gap(prose, end);
      if (p === end) break;
    }
  }
  // "1 Market Street" is an address.
  if (one && isUpper(prose.code(unitStart)) && prose.text.slice(unitStart, fallback).includes(' ')) return undefined;
  return fallback > unitStart ? { start: unitStart, end: fallback } : undefined;
}
