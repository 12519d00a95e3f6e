import { CAPITAL_B, CAPITAL_K, CAPITAL_M, DOLLAR, isDigit, isLetter, isUpper } from '../prose/chars';
import type { Prose } from '../prose/prose';
import {
  isNamePart,
  isOutcome,
  isPlainWord,
  isYearFigure,
  scoreAfter,
  scoreBefore,
  scoreOfClause,
  scoreOfSentence,
} from './context';
import { dollarPrefixes } from './currencies';
import { gap, wordBefore } from './phrase';
import { wordSet } from '../prose/vocabulary';
import { BITS } from './units';
import { figureOf, measured, type Composed, type Measure, type Quantity, type QuantityKind } from './types';

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

const THOUSAND = 1e3;
const MILLION = 1e6;
const BILLION = 1e9;
const isResolution = (n: number): boolean => n === 2 || n === 4 || n === 8;

/** "4K video", "401k", "221B Baker Street", "apartment 4B". */
function isModelName(prose: Prose, m: Measure): boolean {
  if (m.high) return false;
  const letter = prose.code(m.end - 1);
  // The company.
  if (m.scale === MILLION) return m.mantissa === 3 && letter === CAPITAL_M && m.end - m.start === 2;
  if (m.scale === THOUSAND) return m.mantissa === 401 || (letter === CAPITAL_K && isResolution(m.mantissa));
  if (m.scale !== BILLION || letter !== CAPITAL_B) return false;
  const name = wordBefore(prose, m.start);
  return (name !== undefined && isNamePart(prose, name)) || isUpper(prose.code(m.end + 1));
}

/** What a figure without a unit is of: the score named before it, or a bare count where it is marked as a figure. */
function meaningOf(prose: Prose, whole: Composed): Meaning | undefined {
  const { main, from } = whole;
  if (main.kind !== undefined) {
    const isName = main.suspect && (main.kind === 'count' || main.kind === 'duration');
    if (isName) return undefined;
    const isUnnamed = main.kind === 'points' && main.unit === null;
    return { kind: main.kind, unit: isUnnamed ? scoreOf(prose, whole) : unitOf(main) };
  }
  if (main.suspect && main.spelled && !from) return undefined;
  const score = scoreOf(prose, whole);
  // "CES 2025" is a fair, not a score.
  if (score !== null && !from && main.suspect && isYearFigure(main.mantissa)) return undefined;
  if (score !== null && main.scale === 1) return { kind: 'points', unit: score };
  return from || isMeant(prose, main) ? { kind: 'count', unit: null } : undefined;
}

/** Sizes in bits are given in bytes. */
const unitOf = ({ kind, unit }: Measure): string | null => (kind === 'size' && unit === BITS ? 'bytes' : unit);

function scoreOf(prose: Prose, { start, end, main, from }: Composed): string | null {
  const isFraction = main.mantissa > 0 && main.mantissa < 1;
  const after = isFraction ? scoreAfter(prose, end) : null;
  if (after !== null) return after;
  const score = scoreBefore(prose, start) ?? (from || isFraction ? scoreOfClause(prose, start) : null);
  if (score === null)
    return !Number.isInteger(main.mantissa) && main.kind === undefined ? scoreOfSentence(prose, start) : null;
  return !from && !isFraction && isPlainWord(score) ? null : score;
}

/** A bare number that is meant as a figure: it is marked as one, or the outcome of a change. */
function isMeant(prose: Prose, m: Measure): boolean {
  if (m.suspect) return false;
  if (m.marked) return !isModelName(prose, m) && !isOption(prose, m);
  if (m.high?.marked) return true;
  return isOutcome(prose, m.start) && !(m.spelled && figureOf(m) <= 1);
}

/** "zstd -19", "51.5074, -0.1278": a bare figure with a minus counts only where something is said to be that much. */
function isOption(prose: Prose, m: Measure): boolean {
  if (m.mantissa >= 0 || m.scale !== 1) return false;
  const lead = wordBefore(prose, m.start);
  return lead === undefined || !saysHowMuch.has(lead.id);
}
const saysHowMuch = wordSet(
  'of to at by from was is are were be been and or than between reached hit stood stands fell rose',
);

const plausible = (m: Measure): boolean => Number.isFinite(measured(m)) && Math.abs(measured(m)) < 1e21;

/** What was taken for a unit says whose dollar the next figure is in: "1 C$5 fee", "5 USD$7". */
function endsInPrefix(prose: Prose, end: number): boolean {
  if (prose.code(end) !== DOLLAR || !isDigit(prose.code(gap(prose, end + 1)))) return false;
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
  const found: Written<Quantity> = { start, end, text: prose.text.slice(start, end), kind, value, unit };
  // Set one by one: a literal with spreads costs as much as reading the figure.
  if (main.high) found.high = rounded(measured(main.high));
  if (from) found.from = rounded(measured(from));
  const per = main.per ?? main.high?.per;
  if (per !== undefined) found.per = per;
  return found;
}

type Written<T> = { -readonly [Key in keyof T]: T[Key] };
