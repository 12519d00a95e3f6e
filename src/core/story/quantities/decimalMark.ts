import { COMMA, digitValue, FULL_STOP, HYPHEN, isDigit, isLetter, PERCENT_SIGN, SPACE, ZERO } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { currencyAfter, currencyOf } from './currency';
import { magnitudes } from './lexicon';
import { digitsEnd, pastToken, type NotANumber, type NumberToken } from './number';
import { gap } from './phrase';
import { unitAt } from './units';

/**
 * How Europe writes numbers: 1.400 and 1.000.000 with full stops between the thousands, 12,5 with a comma before the
 * decimals. The same marks mean the opposite in English, so what one figure leaves open is settled by the others in the
 * text; what they do not settle is not a figure.
 */

/** How a text writes decimals: `mixed` where it does both, `open` where nothing in it shows which. */
type Style = 'point' | 'comma' | 'mixed' | 'open';

const styles = new WeakMap<Prose, Style>();

/** Read once for a text, and only where a figure asks. */
function styleOf(prose: Prose): Style {
  const known = styles.get(prose);
  if (known) return known;
  const style = readStyle(prose);
  styles.set(prose, style);
  return style;
}

function readStyle(prose: Prose): Style {
  let style: Style = 'open';
  for (const { 0: figure, index } of prose.text.matchAll(/\d[\d.,]*\d/g)) {
    const said = figure.length <= LONGEST ? styleSaid(prose, figure, index) : undefined;
    if (said === undefined || said === style) continue;
    if (style !== 'open') return 'mixed';
    style = said;
  }
  return style;
}

/** A longer row of digits and marks is not a number. */
const LONGEST = 24;

/** What one figure says of the others. Without a unit it may be a version, a date or a list, and says nothing. */
function styleSaid(prose: Prose, figure: string, at: number): 'point' | 'comma' | undefined {
  if (/^\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/.test(figure)) return 'comma';
  if (/^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(figure)) return 'point';
  const decimals = /^\d+([.,])(\d+)$/.exec(figure);
  if (!decimals) return undefined;
  const isOpen = decimals[2]?.length === 3 && !figure.startsWith('0');
  if (isOpen || !(currencyOf(prose.before(at)) || isUnit(prose, at + figure.length))) return undefined;
  return decimals[1] === ',' ? 'comma' : 'point';
}

/** A per cent sign, a currency, a unit or a scale comes at `from` or after a gap. */
function isUnit(prose: Prose, from: number): boolean {
  const p = gap(prose, from);
  if (prose.code(p) === PERCENT_SIGN || currencyAfter(prose, p)) return true;
  const end = prose.lettersEnd(p);
  return end > p && (unitAt(prose, p, end) !== undefined || isScale(prose, p, end));
}

const scaleLetters = /^(?:[kMB]|[Mm]io|[Mm]rd|bn)$/;
const isScale = (prose: Prose, start: number, end: number): boolean =>
  magnitudes.has(prose.wordIn(start, end)) || (end - start < 4 && scaleLetters.test(prose.text.slice(start, end)));

/** The end of groups of three digits after full stops; `from` where there are none. */
function groupsEnd(prose: Prose, from: number): number {
  let p = from;
  while (prose.code(p) === FULL_STOP && digitsEnd(prose, p + 1) === p + 4) p += 4;
  return p;
}

/** The digits go on: 1.234.5 is something else. */
const goesOn = (prose: Prose, p: number): boolean =>
  (prose.code(p) === FULL_STOP || prose.code(p) === COMMA || prose.code(p) === HYPHEN) && isDigit(prose.code(p + 1));

/** The number whose whole part ends at `point`, with decimals from there to `end`. */
function numberOf(prose: Prose, start: number, point: number, end: number): NumberToken {
  let value = 0;
  let unit = 1;
  for (let p = start; p < end; p++) {
    const c = prose.code(p);
    if (!isDigit(c)) continue;
    value = value * 10 + digitValue(c);
    if (p > point) unit *= 10;
  }
  const decimal = end > point;
  return { start, end, mantissa: value / unit, scale: 1, grouped: point - start > 7, decimal, spelled: false };
}

/**
 * The number from `start` where it is written as in Europe, or may be; its first digits end at `first`. Undefined where
 * it is read as in English.
 */
export function europeanAt(prose: Prose, start: number, first: number): NumberToken | NotANumber | undefined {
  const length = first - start;
  const isZero = length === 1 && prose.code(start) === ZERO;
  const wholeEnd = length > 0 && length <= 3 && !isZero ? groupsEnd(prose, first) : first;
  const groups = (wholeEnd - first) / 4;
  const isComma = prose.code(wholeEnd) === COMMA && isDigit(prose.code(wholeEnd + 1));
  if (groups === 0 && !isComma) return undefined;
  const end = isComma ? digitsEnd(prose, wholeEnd + 1) : wholeEnd;
  if (end - start > LONGEST || goesOn(prose, end)) return undefined;
  // "1.234,50" and "1.000.000" are written in one way only.
  if (groups > 1 || (groups === 1 && isComma)) return numberOf(prose, start, wholeEnd, end);
  if (groups === 1) return groupOrDecimals(prose, start, end);
  const isGroup = end - wholeEnd === 4 && !isZero;
  return !isGroup && styleOf(prose) === 'comma' ? numberOf(prose, start, wholeEnd, end) : undefined;
}

/** "1.400" is 1,400 or 1.4. */
function groupOrDecimals(prose: Prose, start: number, end: number): NumberToken | NotANumber | undefined {
  const next = gap(prose, end);
  const lettersEnd = prose.lettersEnd(next);
  // Neither shares nor multiples of a scale are written with thousands.
  if (prose.code(next) === PERCENT_SIGN || (lettersEnd > next && isScale(prose, next, lettersEnd))) return undefined;
  const isEuro = isEuroAfter(prose, next) || isEuroBefore(prose, start);
  switch (styleOf(prose)) {
    case 'comma':
      return numberOf(prose, start, end, end);
    case 'point':
      return isEuro ? pastToken(prose, end) : undefined;
    case 'open':
      if (isEuro) return numberOf(prose, start, end, end);
  }
  return isEuro || isLetter(prose.code(next)) || currencyOf(prose.before(start)) ? pastToken(prose, end) : undefined;
}

/** "2.500 €": in English the sign comes first. */
function isEuroAfter(prose: Prose, next: number): boolean {
  const currency = currencyAfter(prose, next);
  return currency !== undefined && (currency.unit === 'EUR' || !isLetter(prose.code(next)));
}

/** "€ 2.500": nobody counts tenths of a cent. */
function isEuroBefore(prose: Prose, start: number): boolean {
  const p = prose.before(start) === SPACE ? start - 1 : start;
  return currencyOf(prose.before(p)) === 'EUR';
}
