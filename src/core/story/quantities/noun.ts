import { gap, isDigit, isHyphen, isLetter, isUpper, lettersEnd } from './chars.js';
import { asides, idleNouns, irregularPlurals, modifyingPlurals, months, notPlural, pluralModifiers, pluralsLikeSingulars, stops } from './lexicon.js';
import { periodNamed } from './units.js';
import { known } from './wordTable.js';

export interface NounPhrase {
  readonly end: number;
  /** What is counted, as written, without "more", "additional" and the like. */
  readonly unit: string;
}

const MAX_WORDS = 5;

/** Letters and digits, with hyphens, slashes, ampersands and apostrophes inside. */
function nounWordEnd(text: string, from: number): number {
  let p = from;
  if (!isLetter(text.charCodeAt(p))) return from;
  const limit = Math.min(from + 40, text.length);
  for (; p < limit; p++) {
    const c = text.charCodeAt(p);
    if (isLetter(c) || isDigit(c)) continue;
    const joins = isHyphen(c) || c === 47 || c === 38 || c === 39 || c === 0x2019;
    if (!joins || !isLetter(text.charCodeAt(p + 1))) break;
    // "events/s" is a rate, "design/product partners" is not.
    if (c === 47 && periodNamed(text.slice(p + 1, lettersEnd(text, p + 1))) !== undefined) break;
  }
  return p;
}

/** Reads like a plural: "engineers", "PMs", "people"; not "business", "status", "analysis". `low` is the word where it is known. */
function isPlural(text: string, start: number, end: number, low: string): boolean {
  if (low !== '' && irregularPlurals.has(low)) return true;
  if (end - start < 3 || text.charCodeAt(end - 1) !== 115) return false;
  if (low !== '' && notPlural.has(low)) return false;
  const before = text.charCodeAt(end - 2);
  if (before === 39 || before === 0x2019) return false;
  if (isUpper(before) || (low !== '' && pluralsLikeSingulars.has(low))) return true;
  return before !== 115 && before !== 117 && before !== 105;
}

/** Where "line of code" and the like go on after the head noun. */
function withComplement(text: string, end: number): number {
  if (!text.startsWith('lines', end - 5)) return end;
  return text.startsWith(' of code', end) ? end + 8 : end;
}

/**
 * What a number counts: the noun phrase from `from` to its head, which for any number but 1 is a plural. Undefined where none follows
 * ("12 of them", "12 by March"), `idle` where it is a word of talk ("two things").
 */
export function nounAfter(text: string, from: number, one: boolean): NounPhrase | 'idle' | undefined {
  const p = gap(text, from);
  if (p === from) return undefined;
  const end = lettersEnd(text, p);
  return nounAt(text, p, end, known(text, p, end), one);
}

/** As above, where the first word has been read: its letters from `start` to `lettersTo` are `first`. */
export function nounAt(text: string, start: number, lettersTo: number, first: string, one: boolean): NounPhrase | 'idle' | undefined {
  let p = start;
  let unitStart = p;
  let fallback = -1;
  let words = 0;
  for (; words < MAX_WORDS; words++) {
    let end = nounWordEnd(text, words === 0 && lettersTo > p ? lettersTo - 1 : p);
    if (end === p || (words === 0 && lettersTo === p)) break;
    const low = words === 0 && end === lettersTo ? first : known(text, p, end);
    if (low !== '') {
      if (stops.has(low) || (words === 0 && months.has(low) && isUpper(text.charCodeAt(p)))) break;
      if (idleNouns.has(low)) return 'idle';
    }
    if (text.charCodeAt(end) === 47 && periodNamed(text.slice(end + 1, lettersEnd(text, end + 1))) !== undefined) return { end, unit: text.slice(unitStart, end) };
    if (p === unitStart && low !== '' && asides.has(low)) {
      unitStart = gap(text, end);
      if (unitStart === end) break;
    } else if (isPlural(text, p, end, low)) {
      const next = gap(text, end);
      const nextEnd = nounWordEnd(text, next);
      const isCandidate = low !== '' && pluralModifiers.has(low) && next > end && nextEnd > next && text.charCodeAt(nextEnd - 1) === 115;
      const following = isCandidate ? known(text, next, nextEnd) : '';
      const compound = isCandidate && !stops.has(following) && isPlural(text, next, nextEnd, following);
      if (!compound && !(low !== '' && modifyingPlurals.has(low))) {
        const full = withComplement(text, end);
        return { end: full, unit: text.slice(unitStart, full) };
      }
      fallback = end;
    } else if (one && p === unitStart) {
      fallback = end;
    } else if (one && fallback > 0 && words < 3 && text.charCodeAt(end - 1) !== 100 && text.charCodeAt(end - 1) !== 121) {
      fallback = end;
    }
    const next = gap(text, end);
    if (next === end) break;
    const isName = isUpper(text.charCodeAt(p));
    p = next;
    // A name with its number inside the phrase: "5 Fortune 500 customers".
    if (isName && isDigit(text.charCodeAt(p))) {
      end = p;
      while (isDigit(text.charCodeAt(end))) end++;
      p = gap(text, end);
      if (p === end) break;
    }
  }
  // "1 Market Street" is an address.
  if (one && isUpper(text.charCodeAt(unitStart)) && text.slice(unitStart, fallback).includes(' ')) return undefined;
  return fallback > unitStart ? { end: fallback, unit: text.slice(unitStart, fallback) } : undefined;
}
