import { isDigit, isLetter, isHyphen } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet, wordIds } from '../prose/vocabulary';
import { magnitudes } from './lexicon';
import { nounAfter } from './noun';
import { digitsAt, isNumber } from './number';
import { gap } from './phrase';
import { periodIn } from './units';

const [PER, LATER, AGO, EARLIER, BEFORE] = wordIds('per later ago earlier before');

/** "per second", "/day", "a year", "per seat": what a figure is spread over. */
export interface Period {
  readonly end: number;
  /** Undefined for what is no stretch of time ("per seat"). */
  readonly seconds: number | undefined;
}

const articles = wordSet('a an each every');

/** The denominator after `from`, where one follows. */
export function periodAt(prose: Prose, from: number): Period | undefined {
  const slash = prose.code(from) === 47 ? from : gap(prose, from);
  if (prose.code(slash) === 47) {
    const start = gap(prose, slash + 1);
    const end = prose.lettersEnd(start);
    if (end === start || isDigit(prose.code(end))) return undefined;
    return { end, seconds: periodIn(prose, start, end) };
  }
  const start = isHyphen(prose.code(from)) ? from + 1 : slash;
  if (start === from) return undefined;
  const c = prose.code(start) | 32;
  if (c !== 97 && c !== 101 && c !== 112) return undefined;
  const lead = prose.wordAt(start);
  const leadEnd = prose.lettersEnd(start);
  if (lead === PER) {
    let noun = isHyphen(prose.code(leadEnd)) ? leadEnd + 1 : gap(prose, leadEnd);
    if (noun === leadEnd) return undefined;
    // "$3 per 1,000 requests" is spread over the thousand.
    if (isDigit(prose.code(noun))) {
      const number = digitsAt(prose, noun);
      if (!isNumber(number)) return undefined;
      noun = gap(prose, number.end);
      if (noun === number.end) return undefined;
      const end = prose.lettersEnd(noun);
      return end > noun ? { end, seconds: undefined } : undefined;
    }
    if (!isLetter(prose.code(noun))) return undefined;
    const end = prose.lettersEnd(noun);
    return { end, seconds: periodIn(prose, noun, end) };
  }
  if (!articles.has(lead)) return undefined;
  const noun = gap(prose, leadEnd);
  const end = prose.lettersEnd(noun);
  // "$1.20 a million predictions"
  if (magnitudes.has(prose.wordIn(noun, end))) {
    const counted = nounAfter(prose, end, false);
    return counted && counted !== 'idle' ? { end: counted.end, seconds: undefined } : undefined;
  }
  // Abbreviations take no article: "5 TB a d" is a slip, not a rate.
  const seconds = end - noun > 2 ? periodIn(prose, noun, end) : undefined;
  // "15,000 EUR a week later" is told, not spread.
  const next = seconds === undefined ? 0 : prose.wordAt(gap(prose, end));
  return seconds === undefined || next === LATER || next === AGO || next === EARLIER || next === BEFORE
    ? undefined
    : { end, seconds };
}
