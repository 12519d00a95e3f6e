import { gap, isDash, isDigit, isHyphen, isLetter, isUpper, isWord, lettersEnd, wordAt, wordBefore } from './chars.js';
import { isNamePart, isYear, leadWord } from './context.js';
import { magnitudes, moneyOnlyScales, scaleLetters, talkNouns } from './lexicon.js';
import { nounAfter } from './noun.js';
import { digitsAt, isNumber, spelledAt, tokenEnd, type NotANumber, type NumberToken } from './number.js';
import { periodAt } from './period.js';
import { currencyAfter, NAME, unitAfter, type UnitToken } from './unit.js';
import { currencyCodes, currencySigns, dollarPrefixes, unitAt } from './units.js';
import { known, wordSet } from './wordTable.js';
import { altered, type Measure } from './types.js';

export const isMeasure = (m: Measure | NotANumber | undefined): m is Measure => m !== undefined && 'mantissa' in m;

const isSign = (c: number): boolean => c === 43 || c === 45 || c === 0x2212 || c === 0x2013;

interface Currency {
  readonly code: string;
  readonly next: number;
}

/** A currency before its figure: "$", "US$", "USD ", "Rs. ". */
export function currencyAt(text: string, p: number): Currency | undefined {
  const c = text.charCodeAt(p);
  if (c === 36 || c >= 0xa2) {
    const sign = currencySigns.get(text[p] ?? '');
    if (sign) return { code: sign, next: gap(text, p + 1) };
  }
  // Codes and the letters before a dollar sign are capitals.
  if (!isUpper(c)) return undefined;
  const end = lettersEnd(text, p);
  const raw = text.slice(p, end);
  if (text[end] === '$') {
    const prefixed = dollarPrefixes.get(raw);
    return prefixed ? { code: prefixed, next: gap(text, end + 1) } : undefined;
  }
  const code = currencyCodes.get(raw);
  if (!code) return undefined;
  const after = raw === 'Rs' && text[end] === '.' ? end + 1 : end;
  const next = currencySigns.has(text[gap(text, after)] ?? '') ? gap(text, after) + 1 : gap(text, after);
  return { code, next };
}

interface Scaled {
  readonly end: number;
  readonly scale: number;
}

/** The first letters of scale words: b, c, d, h, k, l, m, t. */
const startsScale = (c: number): boolean => isLetter(c) && c < 128 && ((1 << (c & 31)) & 0x10391c) !== 0;

/** The scale after a number: "k", " million", "-million", " M". `money` tells that a currency stands before it. */
function scaleAt(text: string, number: NumberToken, money: boolean): Scaled | NotANumber | undefined {
  const p = number.end;
  const attachedEnd = lettersEnd(text, p);
  if (attachedEnd > p && !number.spelled) {
    const raw = text.slice(p, attachedEnd);
    const scale = scaleLetters.get(raw);
    if (isDigit(text.charCodeAt(attachedEnd)) && raw !== 'h') return { skipTo: tokenEnd(text, attachedEnd) };
    if (scale === undefined) return undefined;
    const doubtful = moneyOnlyScales.has(raw) && !money;
    const noun = doubtful ? nounAfter(text, attachedEnd, false) : undefined;
    if (!doubtful || currencyAfter(text, gap(text, attachedEnd)) || (noun && noun !== 'idle')) return { end: attachedEnd, scale };
    return undefined;
  }
  if (number.spelled) return undefined;
  const next = isHyphen(text.charCodeAt(p)) ? p + 1 : gap(text, p);
  if (next === p || !startsScale(text.charCodeAt(next))) return undefined;
  const end = lettersEnd(text, next);
  const raw = text.slice(next, end);
  const named = magnitudes.get(known(text, next, end));
  if (named !== undefined && (named !== 12 || !number.decimal)) {
    const second = gap(text, end);
    // "3 hundred thousand"
    const more = named === 100 ? magnitudes.get(wordAt(text, second)) : undefined;
    return more ? { end: second + wordAt(text, second).length, scale: named * more } : { end, scale: named };
  }
  const letter = isWord(text.charCodeAt(end)) || next === p + 1 && isHyphen(text.charCodeAt(p)) ? undefined : scaleLetters.get(raw);
  if (letter === undefined || (moneyOnlyScales.has(raw) && !money) || raw === 'L') {
    // "USD 2 mm" reads its code first; "2 mm EUR" and "5 m euros" name it after.
    const after = letter !== undefined && raw !== 'L' && gap(text, end) > end ? currencyAfter(text, gap(text, end)) : undefined;
    return after ? { end, scale: letter ?? 1 } : undefined;
  }
  return { end, scale: letter };
}

/** "1h 20m", "2 hours and 15 minutes", "1h20": parts of one duration, each smaller than the one before. In milliseconds. */
function longDuration(text: string, end: number, value: number, factor: number): { end: number; value: number } {
  let p = end;
  let total = value;
  let last = factor;
  for (let i = 0; i < 3 && last >= 60_000; i++) {
    let next = gap(text, p);
    const c = text.charCodeAt(next) | 32;
    if (c !== 97 && c !== 44 && !isDigit(text.charCodeAt(next))) break;
    if (text[next] === ',') next = gap(text, next + 1);
    if (next > p && wordAt(text, next) === 'and') next = gap(text, next + 3);
    if (!isDigit(text.charCodeAt(next))) break;
    const number = digitsAt(text, next);
    if (!isNumber(number) || number.mantissa >= 1000) break;
    const unitStart = gap(text, number.end);
    const unitEnd = lettersEnd(text, unitStart);
    const unit = unitAt(text, unitStart, unitEnd);
    const bareMinutes = last === 3_600_000 && next === p && unitEnd === unitStart;
    if (!bareMinutes && (unit?.kind !== 'duration' || unit.factor >= last || (unit.attached && unitStart > number.end))) break;
    last = bareMinutes ? 60_000 : (unit?.factor ?? 0);
    total += number.mantissa * last;
    p = bareMinutes ? number.end : unitEnd;
  }
  return { end: p, value: total };
}

/** Adds what the measure is spread over: a rate per second for counts and sizes; a longer span, not another value, for the rest. */
function withPeriod(text: string, m: Measure): Measure {
  const period = periodAt(text, m.end);
  if (!period) return m;
  // "$10 per seat per month"
  if (m.kind === 'money') return altered(m, { end: periodAt(text, period.end)?.end ?? period.end });
  if (period.seconds === undefined || m.kind === 'multiplier' || m.kind === 'ratio' || m.kind === 'points' || m.kind === 'rate') return m;
  if (m.kind === 'duration' || m.kind === 'percent') return altered(m, { end: period.end });
  return altered(m, { end: period.end, kind: 'rate', factor: m.factor / period.seconds });
}

/** A number of the word before it, or a year: nothing by itself. */
function suspicion(text: string, start: number, number: NumberToken, scale: number, unit: UnitToken | undefined): boolean {
  if (unit && unit.kind !== 'count') return false;
  if (scale > 1 || number.grouped) return false;
  const word = wordBefore(text, start);
  if (!number.spelled && isYear(word, number.mantissa, unit !== undefined)) return true;
  if (!word) return false;
  if (number.spelled && unit && number.mantissa <= 10 && pointing.has(word.low)) return true;
  return number.mantissa < 10_000 && isNamePart(text, word);
}

/** "The two teams" names them, it does not count them. */
const pointing = wordSet('the these those other');
const decadeLeads = wordSet('the early late mid my his her their our your');
/** "3x weekly" is a frequency, "10x engineer" a phrase. */
const notMultiplied = wordSet('daily weekly monthly engineer engineers developer developers');
const dayLeads = wordSet('in within under than to from by about over take takes took after per every');
const pointLeads = wordSet('by up down gained gain lost added rose fell climbed dropped jumped improved of grew moved');

/** Spelled numbers that are words of talk: "one engineer", "one day", "made two points". */
function isTalk(text: string, number: NumberToken, unit: UnitToken | undefined): boolean {
  if (!number.spelled) return false;
  const lead = (): string => leadWord(text, number.start)?.low ?? '';
  if (unit?.kind === 'points') return !pointLeads.has(lead());
  if (unit?.kind === 'count' && number.mantissa <= 10 && talkNouns.has(wordBefore(text, unit.end)?.low ?? '')) return true;
  if (known(text, number.start, number.end) !== 'one') return false;
  if (!unit || unit.kind === 'count') return true;
  return unit.kind === 'duration' && unit.factor === 86_400_000 && !isHyphen(text.charCodeAt(number.end)) && !dayLeads.has(lead());
}

/** The figure with its unit that starts at `start` (sign, currency, digits or words). `inherited` is the currency of a range's other end. */
export function measureAt(text: string, start: number, inherited?: string): Measure | NotANumber | undefined {
  let p = start;
  let sign = 1;
  if (isSign(text.charCodeAt(p)) && !isDash(text.charCodeAt(p + 1))) {
    if (text.charCodeAt(p) !== 43) sign = -1;
    p++;
  }
  const stated = currencyAt(text, p);
  const currency = stated ?? (inherited === undefined ? undefined : { code: inherited, next: p });
  if (currency) {
    p = currency.next;
    if (isSign(text.charCodeAt(p)) && text.charCodeAt(p) !== 43) {
      sign = -sign;
      p++;
    }
  }
  const c = text.charCodeAt(p);
  const numeric = isDigit(c) || (c === 46 && isDigit(text.charCodeAt(p + 1)));
  const number = numeric ? digitsAt(text, p) : isLetter(c) ? spelledAt(text, p) : undefined;
  if (!isNumber(number)) return number;
  const scaled = scaleAt(text, number, currency !== undefined);
  if (scaled && !('scale' in scaled)) return scaled;
  const scale = number.scale * (scaled?.scale ?? 1);
  const end = scaled?.end ?? number.end;
  const mantissa = sign * number.mantissa;
  const { spelled } = number;
  if (currency) {
    // "$3D" and "USD 12x" are no sums.
    if (!scaled && isLetter(text.charCodeAt(end))) return { skipTo: tokenEnd(text, end) };
    const named = currencyAfter(text, gap(text, end));
    const cents = named && named.factor === 1 && gap(text, end) > end ? named : undefined;
    const unit = cents && cents.unit !== null && (currency.code === 'USD' || cents.unit === currency.code) ? cents : undefined;
    return withPeriod(text, {
      start, end: unit?.end ?? end, mantissa, scale, factor: 1, kind: 'money', unit: unit?.unit ?? currency.code, marked: true, suspect: false, spelled, high: undefined,
    });
  }
  const figure = { value: number.mantissa * scale, decimal: number.decimal, spelled: number.spelled };
  const attached = attachedUnit(text, start, number, scaled !== undefined, end);
  if (attached && !('kind' in attached)) return attached;
  const unit = attached ?? unitAfter(text, end, figure, start);
  if (unit === NAME) return { skipTo: Math.max(end, tokenEnd(text, end)) };
  if (isTalk(text, number, unit)) {
    return { start, end, mantissa, scale, factor: 1, kind: undefined, unit: null, marked: false, suspect: true, spelled, high: undefined };
  }
  const suspect = suspicion(text, start, number, scale, unit);
  const marked = number.grouped || (scaled !== undefined && !number.spelled) || sign * number.mantissa < 0;
  const whole: Measure = {
    start, end: unit?.end ?? end, mantissa, scale, factor: unit?.factor ?? 1, kind: unit?.kind, unit: unit?.unit ?? null, marked, suspect, spelled, high: undefined,
  };
  if (unit?.kind === 'duration') {
    const long = longDuration(text, whole.end, whole.mantissa * scale * unit.factor, unit.factor);
    if (long.end > whole.end) return withPeriod(text, altered(whole, { end: long.end, mantissa: long.value, scale: 1, factor: 1 }));
  }
  return withPeriod(text, whole);
}

/** A unit written on to the figure: "35ms", "3x", "18%". Other letters there ("3D", "1st", "9am") make it no figure. */
function attachedUnit(text: string, start: number, number: NumberToken, scaled: boolean, end: number): UnitToken | NotANumber | undefined {
  if (number.spelled || scaled) return undefined;
  const lettersTo = lettersEnd(text, end);
  if (lettersTo === end) return undefined;
  const raw = text.slice(end, lettersTo);
  const rejected = (): NotANumber => ({ skipTo: tokenEnd(text, end) });
  const unit = unitAt(text, end, lettersTo);
  if (!unit) return currencyAfter(text, end) ?? rejected();
  const of = wordAt(text, gap(text, lettersTo));
  if (raw === 's' && (number.mantissa >= 1900 || (number.mantissa % 10 === 0 && (of === 'of' || decadeLeads.has(wordBefore(text, start)?.low ?? ''))))) return rejected();
  if (unit.kind === 'multiplier') {
    // "3x a week" is a frequency, "10x engineer" a phrase.
    if (periodAt(text, lettersTo) || notMultiplied.has(of)) return rejected();
  }
  return { end: lettersTo, kind: unit.kind, unit: unit.kind === 'points' || unit.kind === 'count' ? raw : unit.unit, factor: unit.factor };
}
