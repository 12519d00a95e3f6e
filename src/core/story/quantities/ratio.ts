import { gap, isDigit, wordAt, wordBefore } from './chars.js';
import { scoreBefore } from './context.js';
import { vulgar } from './lexicon.js';
import { isMeasure, measureAt } from './measure.js';
import { nounAfter } from './noun.js';
import { digitsAt, isNumber, tokenEnd, type NotANumber } from './number.js';
import { wordSet } from './wordTable.js';
import { altered, wordMeasureOf, type Measure } from './types.js';

const determiners = wordSet('the our my their its his her all every these those');
const pronouns = wordSet('them us those these');

const scoreLeads = wordSet('rated scored score rating of at averaged');

const isWhole = (m: Measure): boolean => Number.isInteger(m.mantissa * m.scale) && m.mantissa > 0;

/** "5 of 7 teams", "9 out of 10", "1 in 4 users", "4 of them", "12 of our customers". Undefined where `part` is no part of anything. */
export function partOf(text: string, part: Measure): Measure | undefined {
  if (part.kind !== undefined || part.mantissa <= 0 || (part.suspect && !part.spelled)) return undefined;
  let p = gap(text, part.end);
  if (p === part.end) return undefined;
  let link = wordAt(text, p);
  if (link === 'out') {
    p = gap(text, p + 3);
    link = wordAt(text, p) === 'of' ? 'of' : '';
  }
  if (link !== 'of' && link !== 'in') return undefined;
  p = gap(text, p + 2);
  let determined = false;
  const pronounStart = p;
  const afterLink = wordAt(text, p);
  if (link === 'of' && determiners.has(afterLink)) {
    const next = gap(text, p + afterLink.length);
    if (next > p + afterLink.length) {
      determined = true;
      p = next;
    }
  }
  const value = part.mantissa * part.scale;
  const whole = measureAt(text, p);
  if (isMeasure(whole) && (whole.kind === undefined || whole.kind === 'count' || (whole.kind === 'points' && whole.unit === 'stars') || (whole.kind === 'duration' && link === 'of' && determined)) && !(whole.suspect && !whole.spelled) && isWhole(whole)) {
    const total = whole.mantissa * whole.scale;
    if (!isWhole(part)) {
      // "4.8 out of 5" is a score.
      const isScore = link === 'of' && value <= total && (total === 5 || total === 10 || total === 100) && !part.spelled;
      return isScore ? altered(part, { end: whole.end, kind: 'points', unit: whole.unit === 'stars' ? 'stars' : scoreBefore(text, part.start), suspect: false }) : undefined;
    }
    const isShare = link === 'of' ? value <= total && total > 1 : value < total && value <= 9 && (total <= 1000 || Number.isInteger(Math.log10(total)));
    if (isShare) return altered(part, { end: whole.end, mantissa: value / total, scale: 1, factor: 1, kind: 'ratio', unit: null, suspect: false });
  }
  if (link !== 'of' || value === 1 || !isWhole(part)) return undefined;
  if (pronouns.has(afterLink)) {
    // "the five of us" is everyone.
    if (wordBefore(text, part.start)?.low === 'the') return undefined;
    const end = pronounStart + afterLink.length;
    if (!determined || nounAfter(text, end, false) === undefined) return altered(part, { end, kind: 'count', unit: null, suspect: false });
  }
  if (!determined) return undefined;
  const noun = nounAfter(text, p - 1, false);
  return noun && noun !== 'idle' ? altered(part, { end: noun.end, kind: 'count', unit: noun.unit, suspect: false }) : undefined;
}

/** "9/10 users", "2/3 of", "4.7/5": a slash between two figures. What is neither ("24/7", "11/22/2026") is no number. */
export function slashed(text: string, start: number): Measure | NotANumber | undefined {
  const part = digitsAt(text, start);
  if (!isNumber(part) || text.charCodeAt(part.end) !== 47 || !isDigit(text.charCodeAt(part.end + 1))) return undefined;
  const nothing = { skipTo: tokenEnd(text, part.end) };
  const whole = digitsAt(text, part.end + 1);
  if (!isNumber(whole) || nothing.skipTo > whole.end || whole.mantissa === 0) return nothing;
  const made = (end: number, mantissa: number, kind: 'points' | 'ratio', unit: string | null): Measure => ({
    start, end, mantissa, scale: 1, factor: 1, kind, unit, marked: true, suspect: false, spelled: false, high: undefined,
  });
  if (part.decimal) {
    const next = gap(text, whole.end);
    const stars = wordAt(text, next) === 'stars';
    return made(stars ? next + 5 : whole.end, part.mantissa, 'points', stars ? 'stars' : scoreBefore(text, start));
  }
  if (part.mantissa > whole.mantissa || (part.mantissa === 24 && whole.mantissa === 7)) return nothing;
  const phrase = nounAfter(text, whole.end, false);
  const noun = phrase === 'idle' ? undefined : phrase;
  const scored = whole.mantissa === 10 || whole.mantissa === 5 || whole.mantissa === 100;
  const before = wordBefore(text, start)?.low ?? '';
  const isShare = noun ?? (wordAt(text, gap(text, whole.end)) === 'of' || (scored && scoreLeads.has(before)));
  if (!isShare) return nothing;
  return made(noun?.end ?? whole.end, part.mantissa / whole.mantissa, 'ratio', null);
}

/** "¾ of users": a share in one character. */
export function vulgarShare(text: string, start: number): Measure | undefined {
  const value = vulgar.get(text[start] ?? '');
  if (value === undefined || isDigit(text.charCodeAt(start - 1)) || wordAt(text, gap(text, start + 1)) !== 'of') return undefined;
  return wordMeasureOf(start, start + 1, value, 'ratio', null, 1);
}
