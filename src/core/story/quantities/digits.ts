import {
  CARET,
  COLON,
  COMMA,
  digitValue,
  FULL_STOP,
  HYPHEN,
  isApostrophe,
  isAscii,
  isAsciiSmall,
  isDigit,
  isThinSpace,
  isWord,
  MINUS_SIGN,
  PLUS,
  SLASH,
  SMALL_E,
  SPACE,
  TIMES_SIGN,
  UNDERSCORE,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import { currencyCodeIn, currencyOf } from './currency';
import { europeanAt } from './decimalMark';
import { hedges, months, namesWithNumbers, vulgarFractions } from './lexicon';
import { digitsEnd, pastToken, type NotANumber, type NumberToken } from './number';
import { gap, wordBefore, type Word } from './phrase';
import { proportionEnd } from './proportion';
import { fractionAfter, type Fraction } from './spelledNumber';

/** Powers of ten, exact, by their exponents: faster than `**`. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));
/** How many digits are exact in a number. */
const EXACT_DIGITS = 15;

const separatesGroups = (c: number): boolean => c === SPACE || c === COMMA || isApostrophe(c) || isThinSpace(c);

/**
 * The end of the thousands groups after the first one to three digits, in "1,234,567" and "12,34,567"; `from` where
 * there are none.
 */
function groupsEnd(prose: Prose, from: number): number {
  const separator = prose.code(from);
  if (!separatesGroups(separator)) return from;
  let p = from;
  let groups = 0;
  let size = 0;
  while (prose.code(p) === separator) {
    const end = digitsEnd(prose, p + 1);
    const next = end - p - 1;
    // Lakhs and crores stand in groups of two.
    if (next !== 3 && !(next === 2 && separator === COMMA)) break;
    size = next;
    p = end;
    groups++;
  }
  if (size !== 3 || (prose.code(p) === separator && isDigit(prose.code(p + 1)))) return from;
  // A plain space groups digits only where it cannot be two numbers: 1 234 567, 10 000, "read 1 200 files".
  return separator === SPACE && groups < 2 && prose.text.slice(p - 3, p) !== '000' && isOther(prose, from, p)
    ? from
    : p;
}

/** A currency stands right before `start` or right after `end`: "NOK 9 500", "1 250 €". */
const isMoney = (prose: Prose, word: Word | undefined, end: number): boolean =>
  (word !== undefined && currencyCodeIn(prose, word.start, word.end) !== undefined) ||
  currencyOf(prose.code(gap(prose, decimalsEnd(prose, end)))) !== undefined;

/** "48 750,50": one or two decimals after a comma; three would be thousands. */
function hasDecimals(prose: Prose, end: number): boolean {
  const decimals = decimalsEnd(prose, end) - end - 1;
  return prose.code(end) === COMMA && (decimals === 1 || decimals === 2);
}

const decimalsEnd = (prose: Prose, point: number): number =>
  prose.code(point) === COMMA || prose.code(point) === FULL_STOP ? digitsEnd(prose, point + 1) : point;

/** The digits that end at `first` are of a name ("on day 1 200 people came"), or nothing is counted after `end`. */
function isOther(prose: Prose, first: number, end: number): boolean {
  let start = first;
  while (isDigit(prose.before(start))) start--;
  const word = wordBefore(prose, start);
  if (isMoney(prose, word, end) || hasDecimals(prose, end)) return false;
  if (!word || namesWithNumbers.has(word.id) || months.has(word.id)) return true;
  if (!isAsciiSmall(prose.code(word.start)) && !hedges.has(word.id)) return true;
  return !isAsciiSmall(prose.code(gap(prose, end)));
}

/** 1.2.3, 10:30, 1,2 and 3_000 are tokens of another kind; a second dash makes a date or a phone number. */
function goesOn(prose: Prose, start: number, end: number): boolean {
  if (!isDigit(prose.code(end + 1))) return false;
  switch (prose.code(end)) {
    case FULL_STOP:
    case COMMA:
    case UNDERSCORE:
      return true;
    case COLON:
      return proportionEnd(prose, start, end) < 0;
    case HYPHEN: {
      const second = digitsEnd(prose, end + 1);
      return prose.code(second) === HYPHEN && isDigit(prose.code(second + 1));
    }
    default:
      return false;
  }
}

/** The whole number that the digits from `start` to `end` write, whatever stands between them. */
function wholeValue(prose: Prose, start: number, end: number): number {
  let value = 0;
  for (let p = start; p < end; p++) {
    const c = prose.code(p);
    if (isDigit(c)) value = value * 10 + digitValue(c);
  }
  return value;
}

/** The number with the whole part from `start` to `point` and decimals from there to `end`. */
function decimalValue(prose: Prose, start: number, point: number, end: number): number {
  // Whole digits over a power of ten: rounded as the literal would be, while both are exact.
  if (end - start <= EXACT_DIGITS) return wholeValue(prose, start, end) / (POWERS[end - point - 1] as number);
  return Number(`${wholeValue(prose, start, point)}.${prose.text.slice(point + 1, end)}`);
}

/**
 * The number in digits that starts at `start`: "12", "1,234", "2.5", ".5", "2½", "2 and a half". The character there is
 * a digit, or a point with a digit after it.
 */
export function digitsAt(prose: Prose, start: number): NumberToken | NotANumber {
  const first = digitsEnd(prose, start);
  const length = first - start;
  if (length > EXACT_DIGITS) return pastToken(prose, first);
  const mark = prose.code(first);
  const other = mark === FULL_STOP || mark === COMMA ? europeanAt(prose, start, first) : undefined;
  if (other) return other;
  const wholeEnd = length > 0 && length <= 3 ? groupsEnd(prose, first) : first;
  const grouped = wholeEnd > first;
  const decimal = isPoint(prose, first, wholeEnd) && isDigit(prose.code(wholeEnd + 1));
  const end = decimal ? digitsEnd(prose, wholeEnd + 1) : wholeEnd;
  if (end - wholeEnd > EXACT_DIGITS + 1 || goesOn(prose, start, end)) return pastToken(prose, end);
  if (decimal) {
    const mantissa = decimalValue(prose, start, wholeEnd, end);
    return powerAt(prose, start, end, mantissa) ?? { start, end, mantissa, scale: 1, grouped, decimal, spelled: false };
  }
  const power = wholeEnd === first ? powerAt(prose, start, end, -1) : undefined;
  if (power) return power;
  return withFraction(prose, start, end, grouped);
}

/** The decimals begin: after a point, or after a comma that no longer groups, in "1 250,00". */
function isPoint(prose: Prose, first: number, wholeEnd: number): boolean {
  const mark = prose.code(wholeEnd);
  return mark === FULL_STOP || (mark === COMMA && wholeEnd > first && prose.code(first) !== COMMA);
}

/** The largest power of ten that is read. */
const MOST_POWER = 20;

/**
 * "1e6", "2.5e-3" and "10^6", whose digits end at `end`; undefined where no power follows. `mantissa` is -1 where it is
 * still to be read.
 */
function powerAt(prose: Prose, start: number, end: number, mantissa: number): NumberToken | undefined {
  const c = prose.code(end);
  if (c === TIMES_SIGN || (c === SPACE && prose.code(end + 1) === TIMES_SIGN))
    return timesPower(prose, start, end, mantissa);
  if (c !== CARET && c !== SMALL_E) return undefined;
  // "77583e7" is not a number but a name.
  if (c === SMALL_E && end - start > 4) return undefined;
  const isNegative = prose.code(end + 1) === HYPHEN || prose.code(end + 1) === MINUS_SIGN;
  const digits = isNegative || prose.code(end + 1) === PLUS ? end + 2 : end + 1;
  const powerEnd = digitsEnd(prose, digits);
  if (powerEnd === digits || powerEnd > digits + 2 || isWord(prose.code(powerEnd))) return undefined;
  const exponent = wholeValue(prose, digits, powerEnd) * (isNegative ? -1 : 1);
  const figure = mantissa < 0 ? wholeValue(prose, start, end) : mantissa;
  if (Math.abs(exponent) > MOST_POWER || (c === CARET && figure !== 10)) return undefined;
  const value = c === CARET ? Number(`1e${exponent}`) : Number(`${figure}e${exponent}`);
  // Small ones are more often a machine's settings than its results.
  const grouped = exponent > 0;
  return { start, end: powerEnd, mantissa: value, scale: 1, grouped, decimal: exponent < 0, spelled: false };
}

/** "1.7 × 10⁹", "1.6×10^8", whose digits end at `end`. */
function timesPower(prose: Prose, start: number, end: number, mantissa: number): NumberToken | undefined {
  const written = /^ ?× ?10(?:\^([+-]?\d{1,2})|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])/u.exec(
    prose.text.slice(end, end + LONGEST_POWER),
  );
  if (!written) return undefined;
  const exponent = Number(
    written[1] ??
      [...(written[2] as string)]
        .map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(c))
        .map((digit) => (digit > 9 ? '-' : digit))
        .join(''),
  );
  if (!Number.isFinite(exponent) || Math.abs(exponent) > MOST_POWER) return undefined;
  const figure = mantissa < 0 ? wholeValue(prose, start, end) : mantissa;
  const value = Number(`${figure}e${exponent}`);
  return {
    start,
    end: end + written[0].length,
    mantissa: value,
    scale: 1,
    grouped: exponent > 0,
    decimal: exponent < 0,
    spelled: false,
  };
}
const LONGEST_POWER = 10;

/** A whole number with the fraction that may follow it: "2½", "2 and a half". */
function withFraction(prose: Prose, start: number, wholeEnd: number, grouped: boolean): NumberToken {
  const c = prose.code(wholeEnd);
  const part = isAscii(c) ? undefined : vulgarFractions.get(c);
  const end = part === undefined ? wholeEnd : wholeEnd + 1;
  const mantissa = wholeValue(prose, start, wholeEnd) + (part ?? 0);
  const more = slashFraction(prose, end) ?? fractionAfter(prose, end);
  return more
    ? { start, end: more.end, mantissa: mantissa + more.value, scale: 1, grouped, decimal: true, spelled: false }
    : { start, end, mantissa, scale: 1, grouped, decimal: false, spelled: false };
}

/** The parts that a whole is written in: "3 1/2", "8 3/16". */
const DENOMINATORS = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32, 64]);

/** "1/2" of "3 1/2" and "3-1/2", whose whole number ends at `from`. */
function slashFraction(prose: Prose, from: number): Fraction | undefined {
  const c = prose.code(from);
  if ((c !== SPACE && c !== HYPHEN) || !isDigit(prose.code(from + 1))) return undefined;
  const slash = digitsEnd(prose, from + 1);
  if (prose.code(slash) !== SLASH) return undefined;
  const end = digitsEnd(prose, slash + 1);
  const part = wholeValue(prose, from + 1, slash);
  const whole = wholeValue(prose, slash + 1, end);
  if (!DENOMINATORS.has(whole) || part === 0 || part >= whole || prose.code(end) === SLASH || isWord(prose.code(end)))
    return undefined;
  return { end, value: part / whole };
}
