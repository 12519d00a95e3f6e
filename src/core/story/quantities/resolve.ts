import { isDigit, isLetter, isUpper } from '../prose/chars';
import type { Prose } from '../prose/prose';
import type { Composed } from './compose';
import { isNamePart, isOutcome, scoreBefore, scoreOfClause } from './context';
import { gap, wordBefore } from './phrase';
import { measured, type Measure, type Quantity, type QuantityKind } from './types';
import { dollarPrefixes } from './units';

/**
 * Derived figures keep six decimals, small ones six digits: 5 of 7 is 0.714286, and 1.2 × 1e6 is no 1199999.9999999998.
 */
export function rounded(value: number): number {
  const fixed = Math.abs(value) >= 0.01 ? Math.round(value * 1e6) / 1e6 : Number(value.toPrecision(6));
  return Number.isFinite(fixed) ? fixed : value;
}

interface Meaning {
  readonly kind: QuantityKind;
  readonly unit: string | null;
}

/** "4K video", "401k", "221B Baker Street", "apartment 4B". */
function isModelName(prose: Prose, m: Measure): boolean {
  if (m.scale === 1 || m.high) return false;
  const letter = prose.code(m.end - 1);
  if (letter === 75 && m.scale === 1000 && (m.mantissa === 2 || m.mantissa === 4 || m.mantissa === 8)) return true;
  const name = letter === 66 ? wordBefore(prose, m.start) : undefined;
  if (name && isNamePart(prose, name)) return true;
  return (
    (m.scale === 1000 && m.mantissa === 401) || (m.scale === 1e9 && letter === 66 && isUpper(prose.code(m.end + 1)))
  );
}

/** What a figure without a unit is of: the score named before it, or a bare count where it is marked as a figure. */
function meaningOf(prose: Prose, whole: Composed): Meaning | undefined {
  const { main, from } = whole;
  if (main.kind !== undefined)
    return main.suspect && main.kind === 'count' ? undefined : { kind: main.kind, unit: main.unit };
  if (main.suspect && main.spelled && !from) return undefined;
  const score = scoreBefore(prose, whole.start) ?? (from ? scoreOfClause(prose, whole.start) : null);
  if (score !== null && main.scale === 1) return { kind: 'points', unit: score };
  if (main.suspect && !from) return undefined;
  if (main.marked && from === undefined && isModelName(prose, main)) return undefined;
  const told =
    from !== undefined ||
    main.marked ||
    main.high?.marked === true ||
    (isOutcome(prose, main.start) && !(main.spelled && main.mantissa <= 1));
  return told ? { kind: 'count', unit: null } : undefined;
}

const plausible = (m: Measure): boolean => Number.isFinite(measured(m)) && Math.abs(measured(m)) < 1e21;

/** What was taken for a unit says whose dollar the next figure is in: "1 C$5 fee", "5 USD$7". */
function endsInPrefix(prose: Prose, end: number): boolean {
  if (prose.code(end) !== 36 || !isDigit(prose.code(gap(prose, end + 1)))) return false;
  let start = end;
  while (isLetter(prose.before(start))) start--;
  return dollarPrefixes.has(prose.text.slice(start, end));
}

/** The contract's form of what was read; undefined where it is a number but no quantity. */
export function resolved(prose: Prose, whole: Composed): Quantity | undefined {
  const meaning = meaningOf(prose, whole);
  if (!meaning || !plausible(whole.main) || endsInPrefix(prose, whole.end)) return undefined;
  const { start, end, main, from } = whole;
  const { kind, unit } = meaning;
  const value = rounded(measured(main));
  const span = prose.text.slice(start, end);
  // Four literals rather than one with spreads, which cost as much as reading the figure.
  if (main.high) {
    const high = rounded(measured(main.high));
    return from
      ? { start, end, text: span, kind, value, high, unit, from: rounded(measured(from)) }
      : { start, end, text: span, kind, value, high, unit };
  }
  return from
    ? { start, end, text: span, kind, value, unit, from: rounded(measured(from)) }
    : { start, end, text: span, kind, value, unit };
}
