/** Areas, weights and temperatures, whose units are of more than one word or have another sense. */
import { FULL_STOP, isHyphen, isLetter, SMALL_M } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId, type WordSet } from '../prose/vocabulary';
import { leadWord } from './context';
import { sizeOf, type Figure } from './figure';
import { stops } from './lexicon';
import { gap, wordBefore } from './phrase';
import { isMeasureOf, powerEnd } from './units';
import { NAME, unitTokenOf, type UnitReading, type UnitToken } from './unitToken';

const [CUP, IN, OF, FOOT, POUND, POUNDS, DEGREE, DEGREES] = wordIds('cup in of foot pound pounds degree degrees');

/** Words after a figure that `physicalUnit` knows. */
export const physicalWords = ['square', 'cubic', 'sq', 'cu', 'degree', 'degrees', 'pound', 'pounds', 'cup'];

const squares = wordSet('square cubic sq cu');
const temperatures = wordSet('celsius fahrenheit centigrade');
const weighing = wordSet('weigh weighs weighed weighing weight');
/** "Lost 20 pounds", "gained 5 pounds": who loses money loses larger sums. */
const weightLeads = wordSet('lose loses lost losing gain gains gained gaining shed sheds shedding drop');
const afterWeight = wordSet('of heavier lighter overweight underweight');
/** Beside these, pounds weigh. */
const weights = wordSet(
  'ton tons tonne tonnes kilogram kilograms kg kilos ounce ounces lb lbs weighs weighed baby babies newborn luggage',
);
/** Two units in one: "262 pound-feet of torque". */
const torques = wordSet('foot feet pound pounds');
/** "A 300-pound fine" is of money. */
const financialNouns = wordSet(`
  loan loans fine fines deal deals bill bills debt budget contract contracts fund funds plan project programme investment
  bid takeover grant grants note notes payment payments donation bonus penalty fee prize salary pension
`);

/** A figure with no scale: so many pounds are more often weighed than paid. */
const isPlain = ({ scaled, number }: Figure): boolean => !scaled && number.scale === 1;

/** "18 °C", at the sign. */
export function degreeSign(prose: Prose, sign: number): UnitToken | undefined {
  const start = gap(prose, sign + 1);
  const end = prose.lettersEnd(start);
  const scale = prose.text.slice(start, end);
  return scale === 'C' || scale === 'F' ? unitTokenOf(end, 'count', `°${scale}`) : undefined;
}

/** "degrees Celsius", from `start` on; degrees alone are of an angle, or of how much, unless warmth is spoken of. */
function degrees(prose: Prose, start: number, end: number, figure: Figure): UnitReading {
  const next = gap(prose, end);
  const nextEnd = prose.lettersEnd(next);
  if (isWarmth(prose, figure.start, next)) return asWritten(prose, start, end);
  const isScale = temperatures.has(prose.wordAt(next)) || /^[CF]$/.test(prose.text.slice(next, nextEnd));
  return isScale ? unitTokenOf(nextEnd, 'count', prose.text.slice(start, nextEnd)) : NAME;
}

const warmer = wordSet('warmer cooler colder hotter outside');
const atLevels = wordSet('zero freezing normal average');
const aboveBelow = wordSet('above below');
const warmth = wordSet(`
  temperature temperatures thermometer thermometers thermostat heat warmth cold highs lows oven fever freezer fridge
  greenhouse weather
`);
/** Words of a clause that are looked at, backwards from the figure. */
const MOST_WORDS_BEFORE = 8;

/** "Temperatures hit 104 degrees", "2 degrees below zero", "3 degrees warmer". The following word starts at `next`. */
function isWarmth(prose: Prose, start: number, next: number): boolean {
  const word = prose.wordAt(next);
  if (warmer.has(word)) return true;
  if (aboveBelow.has(word) && atLevels.has(prose.wordAt(gap(prose, prose.lettersEnd(next))))) return true;
  return isAfter(prose, start, warmth);
}

/** One of the words stands before `start`, not far off in its clause. */
function isAfter(prose: Prose, start: number, words: WordSet): boolean {
  let before = wordBefore(prose, start);
  for (let i = 0; i < MOST_WORDS_BEFORE && before; i++) {
    if (words.has(before.id)) return true;
    before = wordBefore(prose, before.start);
  }
  return false;
}

/** "square feet", "sq. ft", "square-foot". */
function squareMeasure(prose: Prose, start: number, end: number): UnitToken | undefined {
  const isJoined = isHyphen(prose.code(end));
  const next = isJoined ? end + 1 : gap(prose, prose.code(end) === FULL_STOP ? end + 1 : end);
  if (next === end || !isMeasureOf(prose.wordAt(next))) return undefined;
  const measureEnd = prose.lettersEnd(next);
  return unitTokenOf(measureEnd, 'count', prose.text.slice(start, measureEnd));
}

/** "Weighs 20 pounds", "20 pounds of flour", "the baby is over 7 pounds": no money. */
function isWeight(prose: Prose, figure: Figure, end: number): boolean {
  const lead = leadWord(prose, figure.start)?.id ?? 0;
  if (weighing.has(lead)) return true;
  if (!isPlain(figure)) return false;
  return (
    weightLeads.has(lead) || afterWeight.has(prose.wordAt(gap(prose, end))) || isAfter(prose, figure.start, weights)
  );
}

const dimensions = wordSet('wide long tall high deep thick apart away across of');

/** "14 m wide", "2 in thick"; not "5 in deep trouble". The letters are apart from the figure. */
export function isMetres(prose: Prose, end: number): boolean {
  const next = prose.wordAt(gap(prose, end));
  return next !== OF && dimensions.has(next);
}

/** "14 m wide", "2 in thick"; not "5 in deep trouble". The letters stand apart from their figure. */
function lengthLetters(prose: Prose, start: number, end: number, word: WordId): UnitToken | undefined {
  if (word !== IN && !(end === start + 1 && prose.code(start) === SMALL_M)) return undefined;
  const next = gap(prose, end);
  const dimension = prose.wordAt(next);
  if (!dimensions.has(dimension)) return undefined;
  if (word !== IN) return asWritten(prose, start, end);
  const after = prose.lettersEnd(next);
  const following = gap(prose, after);
  const isNoun =
    isHyphen(prose.code(after)) || (isLetter(prose.code(following)) && !stops.has(prose.wordAt(following)));
  return dimension === OF || !isNoun ? asWritten(prose, start, end) : undefined;
}

/** "km2", "m²", "cm^3", whose letters stand from `start` to `end`. */
export function powered(prose: Prose, start: number, end: number): UnitToken | undefined {
  const power = powerEnd(prose, start, end);
  return power < 0 ? undefined : asWritten(prose, start, power);
}

/** The unit that the word from `start` to `end` is, or begins; undefined where it is read otherwise. */
export const physicalWord = (prose: Prose, start: number, end: number, word: WordId, figure: Figure): UnitReading =>
  powered(prose, start, end) ??
  (start > figure.end
    ? (lengthLetters(prose, start, end, word) ?? physicalUnit(prose, start, end, word, figure))
    : undefined);

const raised = wordSet('squared cubed');

/** "12 km squared", "3 metres cubed" */
function raisedMeasure(prose: Prose, start: number, end: number): UnitToken | undefined {
  const next = gap(prose, end);
  return raised.has(prose.wordAt(next)) ? asWritten(prose, start, prose.lettersEnd(next)) : undefined;
}

function physicalUnit(prose: Prose, start: number, end: number, word: WordId, figure: Figure): UnitReading {
  if (word === DEGREE || word === DEGREES) return degrees(prose, start, end, figure);
  if (squares.has(word)) return squareMeasure(prose, start, end);
  if (isMeasureOf(word) && word !== FOOT) return raisedMeasure(prose, start, end);
  // "0.75 cup of rice"; whole ones are "2 cups", and "2 cup finals" are something else.
  if (word === CUP) return figure.number.decimal ? asWritten(prose, start, end) : undefined;
  const isPounds = word === POUND || word === POUNDS;
  if ((isPounds || word === FOOT) && isHyphen(prose.code(end)) && torques.has(prose.wordAt(end + 1)))
    return asWritten(prose, start, prose.lettersEnd(end + 1));
  return isPounds && isWeight(prose, figure, end) ? asWritten(prose, start, end) : undefined;
}

/** As above, where a hyphen joins it to the figure: "six-mile", "5,000-square-foot", "400-pound". */
export function hyphenedPhysical(prose: Prose, start: number, end: number, word: WordId, figure: Figure): UnitReading {
  if (squares.has(word)) return squareMeasure(prose, start, end);
  if (word === POUND) {
    const isMoney = !isPlain(figure) || financialNouns.has(prose.wordAt(gap(prose, end)));
    return isMoney ? undefined : asWritten(prose, start, end);
  }
  if (!isMeasureOf(word)) return undefined;
  return word === FOOT && isView(figure) ? NAME : asWritten(prose, start, end);
}

const asWritten = (prose: Prose, start: number, end: number): UnitToken =>
  unitTokenOf(end, 'count', prose.text.slice(start, end));

/** "The 30,000-foot view" */
const isView = (figure: Figure): boolean => sizeOf(figure) >= 10_000 && sizeOf(figure) % 5000 === 0;
