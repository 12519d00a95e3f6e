import { isDigit, isLetter, isUpper, isWord, isHyphen, isDash } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet, wordIds, type WordId } from '../prose/vocabulary';
import { isNamePart, isYear, leadWord } from './context';
import { magnitudes, scaleLettersIn, stops, talkNouns } from './lexicon';
import { nounAfter } from './noun';
import { digitsAt, isNumber, spelledAt, tokenEnd, type NotANumber, type NumberToken } from './number';
import { periodAt, type Period } from './period';
import { gap, wordBefore, idBefore } from './phrase';
import { proportion } from './proportion';
import { copyOf, stretched, type Measure } from './types';
import { currencyAfter, NAME, unitAfter, type UnitToken } from './unit';
import { unitAt, currencyOf, currencyCodeIn, dollarPrefixes } from './units';

const [AND, ONE, OF, RS] = wordIds('and one of rs');

const FULL_STOP = 46;
const COMMA = 44;
const COLON = 58;
const SMALL_P = 112;
const SMALL_H = 104;
const SMALL_S = 115;
const LAKH = 1e5;

export const isMeasure = (m: Measure | NotANumber | undefined): m is Measure => m !== undefined && 'mantissa' in m;

const isSign = (c: number): boolean => c === 43 || c === 45 || c === 0x2212 || c === 0x2013;

interface Currency {
  readonly code: string;
  readonly next: number;
}

/** A currency before its figure: "$", "US$", "USD ", "Rs. ". */
export function currencyAt(prose: Prose, p: number): Currency | undefined {
  const c = prose.code(p);
  const sign = currencyOf(c);
  if (sign) return { code: sign, next: gap(prose, p + 1) };
  // Codes and the letters before a dollar sign are capitals.
  if (!isUpper(c)) return undefined;
  const end = prose.lettersEnd(p);
  if (prose.code(end) === 36) {
    const prefixed = dollarPrefixes.get(prose.text.slice(p, end));
    return prefixed ? { code: prefixed, next: gap(prose, end + 1) } : undefined;
  }
  const code = currencyCodeIn(prose, p, end);
  if (!code) return undefined;
  const next = gap(prose, prose.code(end) === FULL_STOP && prose.wordIn(p, end) === RS ? end + 1 : end);
  return { code, next: currencyOf(prose.code(next)) === undefined ? next : next + 1 };
}

interface Scaled {
  readonly end: number;
  readonly scale: number;
}

/** The first letters of scale words: b, c, d, h, k, l, m, t. */
const startsScale = (c: number): boolean => isLetter(c) && c < 128 && ((1 << (c & 31)) & 0x10391c) !== 0;

/** The scale after a number: "k", " million", "-million", " M". `money` tells that a currency stands before it. */
function scaleAt(prose: Prose, number: NumberToken, money: boolean): Scaled | NotANumber | undefined {
  const p = number.end;
  const attachedEnd = prose.lettersEnd(p);
  if (attachedEnd > p && !number.spelled) {
    const isHours = attachedEnd === p + 1 && prose.code(p) === SMALL_H;
    if (isDigit(prose.code(attachedEnd)) && !isHours) return { skipTo: tokenEnd(prose, attachedEnd) };
    const letters = scaleLettersIn(prose, p, attachedEnd);
    if (letters === undefined) return undefined;
    const { scale } = letters;
    const doubtful = letters.moneyOnly && !money;
    const noun = doubtful ? nounAfter(prose, attachedEnd, false) : undefined;
    if (!doubtful || currencyAfter(prose, gap(prose, attachedEnd)) || (noun && noun !== 'idle'))
      return { end: attachedEnd, scale };
    return undefined;
  }
  if (number.spelled) return undefined;
  const next = isHyphen(prose.code(p)) ? p + 1 : gap(prose, p);
  if (next === p || !startsScale(prose.code(next))) return undefined;
  const end = prose.lettersEnd(next);
  const named = magnitudes.get(prose.wordIn(next, end));
  if (named !== undefined && (named !== 12 || !number.decimal)) {
    const second = gap(prose, end);
    // "3 hundred thousand"
    const more = named === 100 ? magnitudes.get(prose.wordAt(second)) : undefined;
    return more ? { end: prose.lettersEnd(second), scale: named * more } : { end, scale: named };
  }
  const letter =
    isWord(prose.code(end)) || (next === p + 1 && isHyphen(prose.code(p)))
      ? undefined
      : scaleLettersIn(prose, next, end);
  // A lone "L" is a lakh only where it is written on to its figure.
  if (letter === undefined || letter.scale === LAKH) return undefined;
  const { scale } = letter;
  if (!letter.moneyOnly || money) return { end, scale };
  // "USD 2 mm" reads its code first; "2 mm EUR" and "5 m euros" name it after.
  const after = gap(prose, end);
  return after > end && currencyAfter(prose, after) ? { end, scale } : undefined;
}

/**
 * "1h 20m", "2 hours and fifteen minutes", "1h20": parts of one duration, each smaller than the one before. In
 * milliseconds.
 */
export function longDuration(prose: Prose, end: number, value: number, factor: number): { end: number; value: number } {
  let p = end;
  let total = value;
  let last = factor;
  for (let i = 0; i < 3 && last >= 60_000; i++) {
    let next = gap(prose, p);
    const c = prose.code(next) | 32;
    if (c !== 97 && c !== 44 && !isDigit(prose.code(next))) break;
    if (prose.code(next) === COMMA) next = gap(prose, next + 1);
    const isJoined = next > p && prose.wordAt(next) === AND;
    if (isJoined) next = gap(prose, next + 3);
    const number = isDigit(prose.code(next)) ? digitsAt(prose, next) : isJoined ? spelledAt(prose, next) : undefined;
    if (!isNumber(number) || number.mantissa >= 1000) break;
    const unitStart = gap(prose, number.end);
    const unitEnd = prose.lettersEnd(unitStart);
    const unit = unitAt(prose, unitStart, unitEnd);
    const bareMinutes = last === 3_600_000 && next === p && unitEnd === unitStart;
    if (!bareMinutes && (unit?.kind !== 'duration' || unit.factor >= last || (unit.attached && unitStart > number.end)))
      break;
    last = bareMinutes ? 60_000 : (unit?.factor ?? 0);
    total += number.mantissa * last;
    p = bareMinutes ? number.end : unitEnd;
  }
  return { end: p, value: total };
}

/** "3 TB of logs per day": what is spread stands between. */
function periodBehind(prose: Prose, from: number): Period | undefined {
  let p = gap(prose, from);
  if (p === from || prose.wordAt(p) !== OF) return undefined;
  let end = prose.lettersEnd(p);
  for (let words = 0; words < 3; words++) {
    p = gap(prose, end);
    if (p === end || stops.has(prose.wordAt(p))) return undefined;
    end = prose.lettersEnd(p);
    if (end === p) return undefined;
    const period = periodAt(prose, end);
    if (period) return period.seconds === undefined ? undefined : period;
  }
  return undefined;
}

/** So many points are counted, and no score. */
const MANY = 1000;

/**
 * Adds what the measure is spread over: a rate per second for counts and sizes; a longer span, not another value, for
 * the rest.
 */
function withPeriod(prose: Prose, m: Measure): Measure {
  const period = periodAt(prose, m.end) ?? (m.kind === 'size' ? periodBehind(prose, m.end) : undefined);
  if (!period) return m;
  // "$10 per seat per month"
  if (m.kind === 'money') return stretched(m, m.start, periodAt(prose, period.end)?.end ?? period.end);
  if (
    period.seconds === undefined ||
    m.kind === 'multiplier' ||
    m.kind === 'ratio' ||
    (m.kind === 'points' && m.mantissa * m.scale < MANY) ||
    m.kind === 'rate'
  )
    return m;
  const made = copyOf(m);
  made.end = period.end;
  if (m.kind === 'duration' || m.kind === 'percent') return made;
  made.kind = 'rate';
  made.factor = m.factor / period.seconds;
  return made;
}

/** A number of the word before it, or a year: nothing by itself. */
function suspicion(
  prose: Prose,
  start: number,
  number: NumberToken,
  scale: number,
  unit: UnitToken | undefined,
): boolean {
  if (unit && unit.kind !== 'count') return false;
  if (scale > 1 || number.grouped) return false;
  const word = wordBefore(prose, start);
  if (!number.spelled && isYear(word, number.mantissa, unit !== undefined)) return true;
  if (!word) return false;
  if (number.spelled && unit && number.mantissa <= 10 && pointing.has(word.id)) return true;
  return number.mantissa < 10_000 && isNamePart(prose, word);
}

/** "The two teams" names them, it does not count them. */
const pointing = wordSet('the these those other');
const decadeLeads = wordSet('the early late mid my his her their our your');
/** "100% honest" is a manner of speaking. */
const convictions = wordSet(
  'honest sure certain right wrong clear true committed confident convinced transparent behind focused dedicated serious agree agreed positive responsible',
);
/** "3x weekly" is a frequency, "10x engineer" a phrase. */
const notMultiplied = wordSet('daily weekly monthly engineer engineers developer developers');
const dayLeads = wordSet('in within under than to from by about over take takes took after per every');
const pointLeads = wordSet('by up down gained gain lost added rose fell climbed dropped jumped improved of grew moved');

const leadId = (prose: Prose, start: number): WordId => leadWord(prose, start)?.id ?? 0;

/** Spelled numbers that are words of talk: "one engineer", "one day", "made two points". */
function isTalk(prose: Prose, number: NumberToken, unit: UnitToken | undefined): boolean {
  if (!number.spelled) return false;
  if (unit?.kind === 'points')
    return !pointLeads.has(idBefore(prose, number.start)) && !pointLeads.has(leadId(prose, number.start));
  if (unit?.kind === 'count' && number.mantissa <= 10 && talkNouns.has(idBefore(prose, unit.end))) return true;
  if (prose.wordIn(number.start, number.end) !== ONE) return false;
  if (!unit || unit.kind === 'count') return true;
  return (
    unit.kind === 'duration' &&
    unit.factor === 86_400_000 &&
    !isHyphen(prose.code(number.end)) &&
    !dayLeads.has(leadId(prose, number.start))
  );
}

/**
 * The figure with its unit that starts at `start` (sign, currency, digits or words). `inherited` is the currency of a
 * range's other end.
 */
export function measureAt(prose: Prose, start: number, inherited?: string): Measure | NotANumber | undefined {
  let p = start;
  let sign = 1;
  if (isSign(prose.code(p)) && !isDash(prose.code(p + 1))) {
    if (prose.code(p) !== 43) sign = -1;
    p++;
  }
  const stated = currencyAt(prose, p);
  const currency = stated ?? (inherited === undefined ? undefined : { code: inherited, next: p });
  if (currency) {
    p = currency.next;
    if (isSign(prose.code(p)) && prose.code(p) !== 43) {
      sign = -sign;
      p++;
    }
  }
  const c = prose.code(p);
  const numeric = isDigit(c) || (c === 46 && isDigit(prose.code(p + 1)));
  const number = numeric ? digitsAt(prose, p) : isLetter(c) ? spelledAt(prose, p) : undefined;
  if (!isNumber(number)) return number;
  if (prose.code(number.end) === COLON && isDigit(prose.code(number.end + 1)) && numeric && !currency) {
    return proportion(prose, p, number.mantissa, number.end) ?? pastToken(prose, number.end);
  }
  const scaled = scaleAt(prose, number, currency !== undefined);
  if (scaled && !('scale' in scaled)) return scaled;
  const scale = number.scale * (scaled?.scale ?? 1);
  const end = scaled?.end ?? number.end;
  const mantissa = sign * number.mantissa;
  const { spelled } = number;
  if (currency) {
    // "$3D" and "USD 12x" are no sums.
    if (!scaled && isLetter(prose.code(end))) return { skipTo: tokenEnd(prose, end) };
    const named = currencyAfter(prose, gap(prose, end));
    const cents = named && named.factor === 1 && gap(prose, end) > end ? named : undefined;
    const unit =
      cents && cents.unit !== null && (currency.code === 'USD' || cents.unit === currency.code) ? cents : undefined;
    return withPeriod(prose, {
      start,
      end: unit?.end ?? end,
      mantissa,
      scale,
      factor: 1,
      kind: 'money',
      unit: unit?.unit ?? currency.code,
      marked: true,
      suspect: false,
      spelled,
      high: undefined,
    });
  }
  const figure = { value: number.mantissa * scale, decimal: number.decimal, spelled: number.spelled };
  const attached = attachedUnit(prose, start, number, scaled !== undefined, end);
  if (attached && !('kind' in attached)) return attached;
  const unit = attached ?? unitAfter(prose, end, figure, start);
  if (unit === NAME) return { skipTo: Math.max(end, tokenEnd(prose, end)) };
  if (
    unit?.kind === 'percent' &&
    (figure.value === 100 || figure.value === 110) &&
    convictions.has(prose.wordAt(gap(prose, unit.end)))
  )
    return { skipTo: unit.end };
  if (isTalk(prose, number, unit)) {
    return {
      start,
      end,
      mantissa,
      scale,
      factor: 1,
      kind: undefined,
      unit: null,
      marked: false,
      suspect: true,
      spelled,
      high: undefined,
    };
  }
  const suspect = suspicion(prose, start, number, scale, unit);
  const marked = number.grouped || (scaled !== undefined && !number.spelled) || sign * number.mantissa < 0;
  const whole: Measure = {
    start,
    end: unit?.end ?? end,
    mantissa,
    scale,
    factor: unit?.factor ?? 1,
    kind: unit?.kind,
    unit: unit?.unit ?? null,
    marked,
    suspect,
    spelled,
    high: undefined,
  };
  if (unit?.kind === 'duration') {
    const long = longDuration(prose, whole.end, whole.mantissa * scale * unit.factor, unit.factor);
    if (long.end > whole.end) {
      return withPeriod(prose, {
        start,
        end: long.end,
        mantissa: long.value,
        scale: 1,
        factor: 1,
        kind: 'duration',
        unit: unit.unit,
        marked,
        suspect,
        spelled,
        high: undefined,
      });
    }
  }
  return withPeriod(prose, whole);
}

const pastToken = (prose: Prose, p: number): NotANumber => ({ skipTo: tokenEnd(prose, p) });

/** A unit written on to the figure: "35ms", "3x", "18%". Other letters there ("3D", "1st", "9am") make it no figure. */
function attachedUnit(
  prose: Prose,
  start: number,
  number: NumberToken,
  scaled: boolean,
  end: number,
): UnitToken | NotANumber | undefined {
  if (number.spelled || scaled) return undefined;
  const lettersTo = prose.lettersEnd(end);
  if (lettersTo === end) return undefined;
  // "40p" is pence, "720p" a screen.
  if (lettersTo === end + 1 && prose.code(end) === SMALL_P && number.mantissa < 100 && !number.decimal)
    return { end: lettersTo, kind: 'money', unit: 'GBP', factor: 0.01 };
  const unit = unitAt(prose, end, lettersTo);
  if (!unit) return currencyAfter(prose, end) ?? pastToken(prose, end);
  const of = prose.wordAt(gap(prose, lettersTo));
  if (
    lettersTo === end + 1 &&
    prose.code(end) === SMALL_S &&
    (number.mantissa >= 1900 || (number.mantissa % 10 === 0 && (of === OF || decadeLeads.has(idBefore(prose, start)))))
  )
    return pastToken(prose, end);
  if (unit.kind === 'multiplier') {
    // "3x a week" is a frequency, "10x engineer" a phrase.
    if (periodAt(prose, lettersTo) || notMultiplied.has(of)) return pastToken(prose, end);
  }
  return {
    end: lettersTo,
    kind: unit.kind,
    unit: unit.kind === 'points' || unit.kind === 'count' ? prose.text.slice(end, lettersTo) : unit.unit,
    factor: unit.factor,
  };
}
