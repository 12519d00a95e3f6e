import { gap, isDigit, isHyphen, isLetter, isUpper, lettersEnd, lower } from './chars.js';
import { asides, idleNouns, irregularPlurals, modifyingPlurals, months, notPlural, pluralsLikeSingulars, stops } from './lexicon.js';
import { periodNamed } from './units.js';

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

/** Reads like a plural: "engineers", "PMs", "people"; not "business", "status", "analysis". */
export function isPlural(word: string): boolean {
  const low = lower(word);
  if (irregularPlurals.has(low)) return true;
  const n = word.length;
  if (n < 3 || word.charCodeAt(n - 1) !== 115) return false;
  if (notPlural.has(low) || word.includes("'") || word.includes('’')) return false;
  if (isUpper(word.charCodeAt(n - 2)) || pluralsLikeSingulars.has(low)) return true;
  const before = low[n - 2];
  return before !== 's' && before !== 'u' && before !== 'i';
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
export function nounAt(text: string, from: number, one: boolean): NounPhrase | 'idle' | undefined {
  let p = gap(text, from);
  if (p === from) return undefined;
  let unitStart = p;
  let fallback = -1;
  let words = 0;
  for (; words < MAX_WORDS; words++) {
    let end = nounWordEnd(text, p);
    if (end === p) break;
    const word = text.slice(p, end);
    const low = lower(word);
    if (stops.has(low) || (words === 0 && months.has(low) && isUpper(word.charCodeAt(0)))) break;
    if (idleNouns.has(low)) return 'idle';
    if (asides.has(low) && p === unitStart) {
      unitStart = gap(text, end);
      if (unitStart === end) break;
    } else if (isPlural(word)) {
      const next = gap(text, end);
      const nextEnd = nounWordEnd(text, next);
      const following = next > end && nextEnd > next ? text.slice(next, nextEnd) : '';
      const compound = following !== '' && !stops.has(lower(following)) && isPlural(following);
      if (!compound && !modifyingPlurals.has(low)) {
        const full = withComplement(text, end);
        return { end: full, unit: text.slice(unitStart, full) };
      }
      fallback = end;
    } else if (one && p === unitStart) {
      fallback = end;
    } else if (one && fallback > 0 && words < 3 && !low.endsWith('ed') && !low.endsWith('ly')) {
      fallback = end;
    }
    const next = gap(text, end);
    if (next === end) break;
    p = next;
    // A name with its number inside the phrase: "5 Fortune 500 customers".
    if (isUpper(word.charCodeAt(0)) && isDigit(text.charCodeAt(p))) {
      end = p;
      while (isDigit(text.charCodeAt(end))) end++;
      p = gap(text, end);
      if (p === end) break;
    }
  }
  return fallback > unitStart ? { end: fallback, unit: text.slice(unitStart, fallback) } : undefined;
}
