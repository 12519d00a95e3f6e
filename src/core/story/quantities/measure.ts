import { COLON, FULL_STOP, isDigit, isHyphen, isLetter } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { isNamePart, isYear, leadWord } from './context';
import { currencyAfter, currencyBefore } from './currency';
import { digitsAt } from './digits';
import { longDuration } from './duration';
import { sizeOf, type Figure } from './figure';
import { talkNouns } from './lexicon';
import { isNumber, pastToken, type NotANumber, type NumberToken } from './number';
import { withPeriod } from './period';
import { gap, idBefore, wordBefore } from './phrase';
import { proportion } from './proportion';
import { scaleAt } from './scale';
import { minusAt, signAt } from './sign';
import { spelledAt } from './spelledNumber';
import { changed, figureOf, measureOf, type Measure } from './types';
import { attachedUnit, unitAfter } from './unit';
import { DAY } from './units';
import { NAME, type UnitToken } from './unitToken';

const [ONE] = wordIds('one');

export const isMeasure = (m: Measure | NotANumber | undefined): m is Measure => m !== undefined && 'mantissa' in m;

/**
 * The figure with its unit that starts at `start`, from left to right: sign, currency, number, scale, unit, period.
 * `inherited` is the currency of a range's other end.
 */
export function measureAt(prose: Prose, start: number, inherited?: string): Measure | NotANumber | undefined {
  const { sign, next } = signAt(prose, start);
  const currency = currencyBefore(prose, next) ?? (inherited === undefined ? undefined : { code: inherited, next });
  const minus = currency && minusAt(prose, currency.next);
  const p = minus?.next ?? next;
  const number = numberAt(prose, p);
  if (!isNumber(number)) return number;
  if (!currency && isBeforeColon(prose, number))
    return proportion(prose, p, number.mantissa, number.end) ?? pastToken(prose, number.end);
  const scaled = scaleAt(prose, number, currency !== undefined);
  if (scaled && 'skipTo' in scaled) return scaled;
  const figure: Figure = {
    start,
    end: scaled?.end ?? number.end,
    sign: minus?.sign === -1 ? (sign === 1 ? -1 : 1) : sign,
    number,
    scale: number.scale * (scaled?.scale ?? 1),
    scaled: scaled !== undefined,
  };
  return currency ? sumOfMoney(prose, figure, currency.code) : withUnit(prose, figure);
}

/** The number in digits or words at `p`. */
function numberAt(prose: Prose, p: number): NumberToken | NotANumber | undefined {
  const c = prose.code(p);
  if (isDigit(c) || (c === FULL_STOP && isDigit(prose.code(p + 1)))) return digitsAt(prose, p);
  return isLetter(c) ? spelledAt(prose, p) : undefined;
}

/** "4:1" */
const isBeforeColon = (prose: Prose, { end, spelled }: NumberToken): boolean =>
  !spelled && prose.code(end) === COLON && isDigit(prose.code(end + 1));

/** A figure whose currency stands before it: "$5M a month", "$0.50 cents". */
function sumOfMoney(prose: Prose, figure: Figure, currency: string): Measure | NotANumber {
  const { end } = figure;
  // "$3D" and "USD 12x" are not sums.
  if (!figure.scaled && isLetter(prose.code(end))) return pastToken(prose, end);
  const named = currencyNamedAgain(prose, end, currency);
  return withPeriod(
    prose,
    measureOfFigure(
      figure,
      { end: named?.end ?? end, kind: 'money', unit: named?.unit ?? currency, factor: 1 },
      true,
      false,
    ),
  );
}

/** "$5 USD", "$5 Canadian dollars": a name after the figure says more of the currency before it. */
function currencyNamedAgain(prose: Prose, end: number, currency: string): UnitToken | undefined {
  const next = gap(prose, end);
  const named = next > end ? currencyAfter(prose, next) : undefined;
  if (named?.factor !== 1) return undefined;
  return currency === 'USD' || named.unit === currency ? named : undefined;
}

/** The figure with the unit written on to it or after it, and its period. */
function withUnit(prose: Prose, figure: Figure): Measure | NotANumber {
  const attached = attachedUnit(prose, figure);
  if (attached && 'skipTo' in attached) return attached;
  const unit = attached ?? unitAfter(prose, figure);
  if (unit === NAME) return pastToken(prose, figure.end);
  if (unit && isConviction(prose, figure, unit)) return { skipTo: unit.end };
  if (isTalk(prose, figure, unit)) return measureOfFigure(figure, undefined, false, true);
  const { number } = figure;
  const marked = number.grouped || (figure.scaled && !number.spelled) || (figure.sign < 0 && number.mantissa > 0);
  const whole = measureOfFigure(figure, unit, marked, isDoubtful(prose, figure, unit));
  return withPeriod(prose, unit?.kind === 'duration' ? withFurtherParts(prose, whole) : whole);
}

const measureOfFigure = (figure: Figure, unit: UnitToken | undefined, marked: boolean, suspect: boolean): Measure =>
  measureOf({
    start: figure.start,
    end: unit?.end ?? figure.end,
    mantissa: figure.sign * figure.number.mantissa,
    scale: figure.scale,
    factor: unit?.factor ?? 1,
    kind: unit?.kind,
    unit: unit?.unit ?? null,
    marked,
    suspect,
    spelled: figure.number.spelled,
  });

/** "1h 20m": the duration with all its parts. */
function withFurtherParts(prose: Prose, m: Measure): Measure {
  const long = longDuration(prose, m.end, figureOf(m) * m.factor, m.factor);
  return long.end > m.end ? changed(m, { end: long.end, mantissa: long.value, scale: 1, factor: 1 }) : m;
}

const convictions = wordSet(`
  honest sure certain right wrong clear true committed confident convinced transparent behind focused dedicated serious
  agree agreed positive responsible
`);

/** "100% honest" is a manner of speaking. */
function isConviction(prose: Prose, figure: Figure, unit: UnitToken): boolean {
  const value = sizeOf(figure);
  return (
    unit.kind === 'percent' && (value === 100 || value === 110) && convictions.has(prose.wordAt(gap(prose, unit.end)))
  );
}

/** "The two teams" names them, it does not count them. */
const pointing = wordSet('the these those other');

/** A year, or a number of the word before it ("Route 53"): nothing by itself. */
function isDoubtful(prose: Prose, figure: Figure, unit: UnitToken | undefined): boolean {
  const { number, scale, start } = figure;
  if (scale > 1 || number.grouped || (unit && unit.kind !== 'count')) return false;
  const word = wordBefore(prose, start);
  if (!number.spelled && isYear(word, number.mantissa, unit !== undefined)) return true;
  if (!word) return false;
  if (number.spelled && unit && number.mantissa <= 10 && pointing.has(word.id)) return true;
  return number.mantissa < 10_000 && isNamePart(prose, word);
}

const dayLeads = wordSet('in within under than to from by about over take takes took after per every');
const pointLeads = wordSet('by up down gained gain lost added rose fell climbed dropped jumped improved of grew moved');

const leadId = (prose: Prose, start: number): WordId => leadWord(prose, start)?.id ?? 0;

/** Spelled numbers that are words of talk: "one engineer", "one day", "made two points". */
function isTalk(prose: Prose, { number }: Figure, unit: UnitToken | undefined): boolean {
  if (!number.spelled) return false;
  if (unit?.kind === 'points') return !isOfPoints(prose, number);
  if (unit?.kind === 'count' && number.mantissa <= 10 && talkNouns.has(idBefore(prose, unit.end))) return true;
  if (prose.wordIn(number.start, number.end) !== ONE) return false;
  return !unit || unit.kind === 'count' || isOneDay(prose, number, unit);
}

/** "up two points", "by about ten points" */
const isOfPoints = (prose: Prose, { start }: NumberToken): boolean =>
  pointLeads.has(idBefore(prose, start)) || pointLeads.has(leadId(prose, start));

/** "One day I asked", not "in one day", "one-day". */
const isOneDay = (prose: Prose, { start, end }: NumberToken, unit: UnitToken): boolean =>
  unit.kind === 'duration' && unit.factor === DAY && !isHyphen(prose.code(end)) && !dayLeads.has(leadId(prose, start));
