import { gap, isDigit, isHyphen, isLetter, lettersEnd, wordAt } from './chars.js';
import { magnitudes } from './lexicon.js';
import { nounAfter } from './noun.js';
import { digitsAt, isNumber } from './number.js';
import { periodNamed } from './units.js';
import { known, wordSet } from './wordTable.js';

/** "per second", "/day", "a year", "per seat": what a figure is spread over. */
export interface Period {
  readonly end: number;
  /** Undefined for what is no stretch of time ("per seat"). */
  readonly seconds: number | undefined;
}

const articles = wordSet('a an each every');

/** The denominator after `from`, where one follows. */
export function periodAt(text: string, from: number): Period | undefined {
  const slash = text.charCodeAt(from) === 47 ? from : gap(text, from);
  if (text.charCodeAt(slash) === 47) {
    const start = gap(text, slash + 1);
    const end = lettersEnd(text, start);
    if (end === start || isDigit(text.charCodeAt(end))) return undefined;
    return { end, seconds: periodNamed(text.slice(start, end)) };
  }
  const start = isHyphen(text.charCodeAt(from)) ? from + 1 : slash;
  if (start === from) return undefined;
  const c = text.charCodeAt(start) | 32;
  if (c !== 97 && c !== 101 && c !== 112) return undefined;
  const lead = wordAt(text, start);
  const leadEnd = start + lead.length;
  if (lead === 'per') {
    let noun = isHyphen(text.charCodeAt(leadEnd)) ? leadEnd + 1 : gap(text, leadEnd);
    if (noun === leadEnd) return undefined;
    // "$3 per 1,000 requests" is spread over the thousand.
    if (isDigit(text.charCodeAt(noun))) {
      const number = digitsAt(text, noun);
      if (!isNumber(number)) return undefined;
      noun = gap(text, number.end);
      if (noun === number.end) return undefined;
      const end = lettersEnd(text, noun);
      return end > noun ? { end, seconds: undefined } : undefined;
    }
    if (!isLetter(text.charCodeAt(noun))) return undefined;
    const end = lettersEnd(text, noun);
    const seconds = periodNamed(text.slice(noun, end));
    return { end, seconds };
  }
  if (!articles.has(lead)) return undefined;
  const noun = gap(text, leadEnd);
  const end = lettersEnd(text, noun);
  // "$1.20 a million predictions"
  if (magnitudes.has(known(text, noun, end))) {
    const counted = nounAfter(text, end, false);
    return counted && counted !== 'idle' ? { end: counted.end, seconds: undefined } : undefined;
  }
  // Abbreviations take no article: "5 TB a d" is a slip, not a rate.
  const seconds = end - noun > 2 ? periodNamed(text.slice(noun, end)) : undefined;
  // "15,000 EUR a week later" is told, not spread.
  const next = seconds === undefined ? '' : wordAt(text, gap(text, end));
  return seconds === undefined || next === 'later' || next === 'ago' || next === 'earlier' || next === 'before' ? undefined : { end, seconds };
}
