import {
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  FULL_STOP,
  isApostrophe,
  isDigit,
  isEastAsian,
  isHyphen,
  isLetter,
  isUpper,
  OPEN_PARENTHESIS,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { abbreviationBefore, isDayOfMonth, isNamePart, isNumbered, isYear, isYearFigure, leadWord } from './context';
import { currencyAfter, currencyBefore, hundredthsEnd } from './currency';
import { digitsAt } from './digits';
import { machinesAt } from './machine';
import { longDuration } from './duration';
import { sizeOf, type Figure } from './figure';
import { groups, months, talkNouns } from './lexicon';
import { isNumber, pastToken, type NotANumber, type NumberToken } from './number';
import { withPeriod } from './period';
import { gap, idBefore, startsSentence, wordBefore, type Word } from './phrase';
import { proportion } from './proportion';
import { pastPlus, scaleAt, type Scaled } from './scale';
import { minusAt, signAt } from './sign';
import { spelledAt } from './spelledNumber';
import { changed, figureOf, type Measure } from './types';
import { attachedUnit, unitAfter } from './unit';
import { DAY, isMeasureName, MINUTE } from './units';
import { NAME, unitTokenOf, type UnitToken } from './unitToken';

const [ONE, I, LIKE, AND, WHOLE, OF, TO] = wordIds('one i like and whole of to');

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
  const number = currency ? amountAt(prose, p) : numberAt(prose, p);
  if (!isNumber(number)) return number;
  const joined = currency ? undefined : joinedFigures(prose, p, number);
  if (joined) return joined;
  const scaled = scaleAt(prose, number, currency !== undefined);
  if (scaled && 'skipTo' in scaled) return scaled;
  const figure = figureFrom(start, minus?.sign === -1 ? (sign === 1 ? -1 : 1) : sign, number, scaled, currency?.scale);
  const code = currency?.code ?? scaled?.currency;
  return code === undefined ? withUnit(prose, figure) : sumOfMoney(prose, figure, code);
}

/** "€(4.2) million": a loss, as accounts write it. */
function amountAt(prose: Prose, p: number): NumberToken | NotANumber | undefined {
  if (prose.code(p) !== OPEN_PARENTHESIS || !isDigit(prose.code(p + 1))) return numberAt(prose, p);
  const number = digitsAt(prose, p + 1);
  if (!isNumber(number) || prose.code(number.end) !== CLOSE_PARENTHESIS) return undefined;
  return { ...number, mantissa: -number.mantissa, end: number.end + 1 };
}

/** `millions` is the scale that the currency says with it. */
const figureFrom = (
  start: number,
  sign: 1 | -1,
  number: NumberToken,
  scaled: Scaled | undefined,
  millions = 1,
): Figure =>
  scaled
    ? { start, end: scaled.end, sign, number, scale: number.scale * scaled.scale * millions, scaled: true }
    : { start, end: number.end, sign, number, scale: number.scale * millions, scaled: false };

/** "4:1", "8xA100": a number joined to another. */
function joinedFigures(prose: Prose, p: number, number: NumberToken): Measure | NotANumber | undefined {
  return isBeforeColon(prose, number)
    ? (proportion(prose, p, number.mantissa, number.end) ?? pastToken(prose, number.end))
    : machinesAt(prose, number);
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
  const end = pastPlus(prose, figure.end);
  // "$3D" and "USD 12x" are not sums.
  if (!figure.scaled && isLetter(prose.code(end)) && currencyAfter(prose, end) === undefined)
    return pastToken(prose, end);
  if (isGame(prose, end)) return { skipTo: end };
  const unit = currencyNamedAgain(prose, end, currency) ?? unitTokenOf(end, 'money', currency);
  return withPeriod(prose, withCents(prose, measureOfFigure(prose, figure, unit, true, false)));
}

const quizWords = wordSet('question questions');

/** "The $64,000 question" is not a sum. */
const isGame = (prose: Prose, end: number): boolean => quizWords.has(prose.wordAt(gap(prose, end)));

/** "$5 USD", "$5 Canadian dollars": a name after the figure says more of the currency before it. */
function currencyNamedAgain(prose: Prose, end: number, currency: string): UnitToken | undefined {
  const named = currencyAfter(prose, gap(prose, end));
  // The second sign of "$20 $30" is of the next figure.
  if (named?.factor !== 1 || isDigit(prose.code(gap(prose, named.end)))) return undefined;
  return currency === 'USD' || named.unit === currency ? named : undefined;
}

/** The figure with the unit written on to it or after it, and its period. */
function withUnit(prose: Prose, figure: Figure): Measure | NotANumber {
  const attached = attachedUnit(prose, figure);
  if (attached && 'skipTo' in attached) return attached;
  const unit = attached ?? unitAfter(prose, figure);
  if (unit === NAME || (unit && isTitle(prose, figure, unit))) return pastToken(prose, figure.end);
  if (unit && isConviction(prose, figure, unit)) return { skipTo: unit.end };
  if (isTalk(prose, figure, unit)) return measureOfFigure(prose, figure, undefined, false, true);
  const { number } = figure;
  const isWritten = number.grouped || (figure.scaled && !number.spelled) || (figure.sign < 0 && number.mantissa > 0);
  // "1,200万" is more than its digits say.
  const marked = isWritten && !isEastAsian(prose.code(figure.end));
  const whole = measureOfFigure(prose, figure, unit, marked, isDoubtful(prose, figure, unit));
  return withPeriod(prose, withMore(prose, whole));
}

/** With what a further figure adds to it: minutes to hours, cents to dollars. */
function withMore(prose: Prose, m: Measure): Measure {
  if (m.kind === 'duration') return withFurtherParts(prose, m);
  if (m.kind === 'money') return withCents(prose, m);
  return m.kind === 'count' ? withInches(prose, m) : m;
}

/** "Three Mile Island", "Nine Inch Nails": each word of it has a capital. */
function isTitle(prose: Prose, { number, end }: Figure, unit: UnitToken): boolean {
  if (isAddress(prose, number, end)) return true;
  // "The Thirty Years' War", "a nine days' wonder"
  const after = prose.code(unit.end);
  if (isApostrophe(after) && number.spelled && unit.kind === 'duration')
    return isUpper(prose.code(number.start)) && isUpper(prose.code(gap(prose, unit.end + 1)));
  if (!number.spelled || !isUpper(prose.code(number.start)) || !isUpper(prose.code(gap(prose, end)))) return false;
  return unit.end > end && isUpper(prose.code(gap(prose, unit.end)));
}

const streets = wordSet(`
  street st road rd avenue ave lane drive boulevard blvd crescent terrace close court place square way row parade quay
  highway
`);

/** "27 Byres Road", "1420 Elm Street": a number, a name with a capital and a kind of street. */
function isAddress(prose: Prose, number: NumberToken, end: number): boolean {
  if (number.spelled || number.decimal || number.grouped) return false;
  const name = gap(prose, end);
  if (name === end || !isUpper(prose.code(name))) return false;
  const street = gap(prose, prose.lettersEnd(name));
  return isUpper(prose.code(street)) && streets.has(prose.wordAt(street));
}

/** Written out, not made by `measureOf`: nearly every measure comes from here. */
const measureOfFigure = (
  prose: Prose,
  figure: Figure,
  unit: UnitToken | undefined,
  marked: boolean,
  suspect: boolean,
): Measure => ({
  start: figure.start,
  end: pastPlus(prose, unit === undefined ? figure.end : unit.end),
  mantissa: figure.sign * figure.number.mantissa,
  scale: unit === undefined ? figure.scale : figure.scale * unit.scale,
  factor: unit === undefined ? 1 : unit.factor,
  whole: 1,
  kind: unit?.kind,
  unit: unit === undefined ? null : unit.unit,
  per: unit?.per,
  marked,
  suspect,
  spelled: figure.number.spelled,
  high: undefined,
});

/** "1h 20m": the duration with all its parts. */
function withFurtherParts(prose: Prose, m: Measure): Measure {
  const long = longDuration(prose, m.end, figureOf(m) * m.factor, m.factor);
  return long.end > m.end ? changed(m, { end: long.end, mantissa: long.value, scale: 1, factor: 1 }) : m;
}

/** "3 dollars 50 cents", "thirteen dollars and forty-five cents": one sum. */
function withCents(prose: Prose, m: Measure): Measure {
  if (m.factor !== 1 || m.scale !== 1 || m.mantissa % 1 !== 0) return m;
  let start = gap(prose, m.end);
  if (start > m.end && prose.wordAt(start) === AND) start = gap(prose, prose.lettersEnd(start));
  const number = start > m.end ? numberAt(prose, start) : undefined;
  if (!isNumber(number) || number.mantissa >= 100) return m;
  const end = hundredthsEnd(prose, number.end);
  return end < 0 ? m : changed(m, { end, mantissa: m.mantissa + number.mantissa / 100 });
}

const INCHES_IN_FOOT = 12;
const inches = wordSet('in inch');

/**
 * "5 ft 10 in", "a 6-foot-2 guard", "a 6-foot-2-inch man": the inches are a part of the feet, since they could not be
 * read by themselves. "6 feet 2 inches" are two figures.
 */
function withInches(prose: Prose, m: Measure): Measure {
  const isJoined = isHyphen(prose.code(m.end));
  const start = isJoined ? m.end + 1 : gap(prose, m.end);
  if (start === m.end || !isDigit(prose.code(start)) || m.unit === null || !FEET.has(m.unit)) return m;
  const number = digitsAt(prose, start);
  if (!isNumber(number) || number.mantissa >= INCHES_IN_FOOT || m.scale !== 1 || m.mantissa % 1 !== 0) return m;
  const unit = isJoined && isHyphen(prose.code(number.end)) ? number.end + 1 : gap(prose, number.end);
  const end = inches.has(prose.wordAt(unit)) ? prose.lettersEnd(unit) : isJoined ? number.end : -1;
  return end < 0 ? m : changed(m, { end, mantissa: m.mantissa + number.mantissa / INCHES_IN_FOOT });
}

const convictions = wordSet(`
  honest sure certain right wrong clear true committed confident convinced transparent behind focused dedicated serious
  agree agreed positive responsible
`);

const agreement = wordSet("agree agreed agrees am i'm i");

const givers = wordSet('give gives gave giving given');

/** "100% honest", "100%, I agree", "give 110 percent": a manner of speaking. */
function isConviction(prose: Prose, figure: Figure, unit: UnitToken): boolean {
  const value = sizeOf(figure);
  if (unit.kind !== 'percent' || (value !== 100 && value !== 110)) return false;
  const next = gap(prose, unit.end);
  const before = idBefore(prose, figure.start);
  if (convictions.has(prose.wordAt(next)) || agreement.has(before) || givers.has(before)) return true;
  return prose.code(next) === COMMA && prose.wordAt(gap(prose, next + 1)) === I;
}

/** "The two teams" names the teams rather than counting them. */
const pointing = wordSet('the these those other big');

/** A year, or a number of the word before it ("Route 53"): nothing by itself. */
function isDoubtful(prose: Prose, figure: Figure, unit: UnitToken | undefined): boolean {
  const { number, scale, start } = figure;
  if (scale > 1 || number.grouped) return false;
  if (unit && unit.kind !== 'count') return isNamedPeriod(figure, unit);
  const word = wordBefore(prose, start);
  if (!number.spelled && isYear(word, number.mantissa, unit !== undefined)) return true;
  if (unit && !number.spelled && number.mantissa <= 31 && isDayOfMonth(prose, start)) return true;
  if (!word) {
    const short = abbreviationBefore(prose, start);
    return short !== undefined && isNumbered(short);
  }
  // What is measured is no name: "the six-mile road", "a Ryzen 9 3.8 GHz".
  if (unit && isMeasured(unit)) return false;
  if (number.spelled && unit && number.mantissa <= 10 && pointing.has(word.id)) return true;
  return isNumberOf(prose, number, unit, word);
}

/** A number of the word before it: "The Group of 20", "Route 53". */
function isNumberOf(prose: Prose, number: NumberToken, unit: UnitToken | undefined, word: Word): boolean {
  if (word.id === OF && isNamedGroup(prose, word.start)) return true;
  return number.mantissa < 10_000 && !isAfterMonth(number, unit, word) && isNamePart(prose, word);
}

/** "The Group of 20 meets": a group with a capital is a name. */
function isNamedGroup(prose: Prose, of: number): boolean {
  const word = wordBefore(prose, of);
  return (
    word !== undefined && groups.has(word.id) && isUpper(prose.code(word.start)) && !startsSentence(prose, word.start)
  );
}

/** "At the end of May 430 members had renewed": no month has so many days. */
const isAfterMonth = ({ mantissa }: NumberToken, unit: UnitToken | undefined, { id }: Word): boolean =>
  unit !== undefined && mantissa > 31 && months.has(id);

/** "The 1988 quarter" */
const isNamedPeriod = ({ number, end }: Figure, unit: UnitToken): boolean =>
  unit.kind === 'duration' &&
  unit.factor >= DAY &&
  unit.end > end + 1 &&
  !number.spelled &&
  isYearFigure(number.mantissa);

const dayLeads = wordSet('in within under than to from by about over take takes took after per every');
const pointLeads = wordSet('by up down gained gain lost added rose fell climbed dropped jumped improved of grew moved');

const leadId = (prose: Prose, start: number): WordId => leadWord(prose, start)?.id ?? 0;

/** Spelled numbers that are words of talk: "one engineer", "one day", "made two points", "my two cents". */
function isTalk(prose: Prose, figure: Figure, unit: UnitToken | undefined): boolean {
  const { number } = figure;
  if (unit?.kind === 'money' && isGame(prose, unit.end)) return true;
  if (!number.spelled) return isAltitude(prose, figure, unit);
  if (unit?.kind === 'money') return isManner(prose, number);
  // "The whole nine yards"
  if (number.mantissa === 9 && idBefore(prose, number.start) === WHOLE) return true;
  if (unit?.kind === 'points')
    return !isOfPoints(prose, number) && !besidePoints.has(prose.wordAt(gap(prose, unit.end)));
  const isFew = sizeOf(figure) <= 10 || number.mantissa === 1;
  if (unit?.kind === 'count' && isFew && talkNouns.has(idBefore(prose, unit.end))) return true;
  return prose.wordIn(number.start, number.end) === ONE && isOneOf(prose, number, unit);
}

/** "One engineer", "one day", "one" */
const isOneOf = (prose: Prose, number: NumberToken, unit: UnitToken | undefined): boolean =>
  !unit || (unit.kind === 'count' && !isMeasured(unit)) || isOneDay(prose, number, unit);

/** Measured in a unit that does not also say something else: "one mile", not "one foot in the door". */
const isMeasured = ({ unit }: UnitToken): boolean =>
  unit !== null && unit.length > 1 && !FEET.has(unit) && isMeasureName(unit);

/** "Eight points above last spring" */
const besidePoints = wordSet('above below higher lower better worse ahead behind up down more fewer');

/** "up two points", "by about ten points" */
const isOfPoints = (prose: Prose, { start }: NumberToken): boolean =>
  pointLeads.has(idBefore(prose, start)) || pointLeads.has(leadId(prose, start));

/** "One day I asked", "one minute it was up", "give me one second"; not "in one day", "one-day". */
function isOneDay(prose: Prose, { start, end }: NumberToken, unit: UnitToken): boolean {
  if (unit.kind !== 'duration' || isHyphen(prose.code(end)) || hasFurtherParts(prose, unit)) return false;
  if (unit.factor === DAY) return !dayLeads.has(leadId(prose, start));
  if (unit.factor > MINUTE) return false;
  const before = wordBefore(prose, start);
  return before === undefined || pauseLeads.has(before.id);
}

/** "One minute and 30 seconds" is meant, whatever stands before it. */
const hasFurtherParts = (prose: Prose, { end, factor }: UnitToken): boolean =>
  longDuration(prose, end, factor, factor).end > end;

const pauseLeads = wordSet('me us wait just on hold');

const owners = wordSet('my our your his her their');

/** "My two cents", "like a million bucks". */
function isManner(prose: Prose, { start, mantissa }: NumberToken): boolean {
  const before = idBefore(prose, start);
  return before === LIKE || (mantissa === 2 && owners.has(before));
}

const FEET = new Set(['feet', 'foot', 'ft']);

const flights = wordSet('fly flies flew flying cruise cruises cruised cruising altitude');

/** "Climbed to 30,000 feet", "flew at 35,000 feet": high up. */
function isFlown(prose: Prose, start: number): boolean {
  const lead = leadWord(prose, start);
  return lead !== undefined && (lead.id === TO || flights.has(lead.id));
}

/** "From 30,000 feet": far off, not high up. */
const isAltitude = (prose: Prose, figure: Figure, unit: UnitToken | undefined): boolean =>
  unit?.kind === 'count' &&
  unit.unit !== null &&
  FEET.has(unit.unit) &&
  sizeOf(figure) >= 10_000 &&
  sizeOf(figure) % 5000 === 0 &&
  !isHyphen(prose.code(figure.end)) &&
  !isFlown(prose, figure.start);
