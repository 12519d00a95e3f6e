import { CARET, CharSet, isAsciiSmall, isWord, lower } from '../prose/chars';
import { FOREIGN, type Prose } from '../prose/prose';
import { WordMap, wordSet, WordSet, type WordId } from '../prose/vocabulary';
import type { Period, PeriodName, QuantityKind } from './types';

export interface Unit {
  readonly kind: QuantityKind;
  /** From the figure to the normalised value. */
  readonly factor: number;
  /** Null: as written. */
  readonly unit: string | null;
  /** Only directly after the figure ("20m", "30d"): apart from it the letter means something else. */
  readonly attached?: boolean;
}

const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The mean Gregorian year, 365.2425 days; a month is its twelfth. */
const YEAR = 365.2425 * DAY;

const words = (list: string): string[] => list.split(' ');
const table = new Map<string, Unit>();
const add = (names: string, unit: Unit): void => {
  for (const name of words(names)) table.set(name, unit);
};

/** A stretch of time over which something is spread. */
export interface TimeSpan {
  readonly seconds: number;
  readonly name: Period;
}

const TIME: readonly [string, number, PeriodName?][] = [
  ['ns nanosecond nanoseconds', 1e-6],
  ['µs μs microsecond microseconds usec usecs', 1e-3],
  ['ms msec msecs millis millisecond milliseconds', 1],
  ['s sec secs second seconds', SECOND, 'second'],
  ['min mins minute minutes', MINUTE, 'minute'],
  ['h hr hrs hour hours', HOUR, 'hour'],
  ['day days', DAY, 'day'],
  ['week weeks wk wks', 7 * DAY, 'week'],
  ['fortnight fortnights', 14 * DAY],
  ['month months', YEAR / 12, 'month'],
  ['quarter quarters', YEAR / 4, 'quarter'],
  ['year years yr yrs', YEAR, 'year'],
  ['decade decades', 10 * YEAR],
];
const periods = new Map<string, TimeSpan>();
for (const [names, ms, period] of TIME) {
  add(names, { kind: 'duration', factor: ms, unit: 'ms' });
  for (const name of words(names)) periods.set(name, { seconds: ms / SECOND, name: period ?? name });
}
for (const [name, ms, period] of [
  ['us', 1e-3, 'us'],
  ['m', MINUTE, 'minute'],
  ['d', DAY, 'day'],
  ['w', 7 * DAY, 'week'],
  ['mo', YEAR / 12, 'month'],
  ['mos', YEAR / 12, 'month'],
  ['y', YEAR, 'year'],
  ['ys', YEAR, 'year'],
] as const) {
  add(name, { kind: 'duration', factor: ms, unit: 'ms', attached: true });
  periods.set(name, { seconds: ms / SECOND, name: period });
}
add('weekend weekends', { kind: 'duration', factor: 2 * DAY, unit: 'ms' });
export const YEARLY: TimeSpan = { seconds: YEAR / SECOND, name: 'year' };
periods.set('annum', YEARLY);

/** "weekly" after what it spreads: "12 releases weekly". */
const adverbs = new WordMap<TimeSpan>(
  (
    [
      ['hourly', HOUR, 'hour'],
      ['daily', DAY, 'day'],
      ['nightly', DAY, 'day'],
      ['weekly', 7 * DAY, 'week'],
      ['monthly', YEAR / 12, 'month'],
      ['quarterly', YEAR / 4, 'quarter'],
      ['yearly', YEAR, 'year'],
      ['annually', YEAR, 'year'],
    ] as const
  ).map(([word, ms, name]) => [word, { seconds: ms / SECOND, name }]),
);
/** The stretch of time that an adverb names. */
export const periodOfAdverb = (word: WordId): TimeSpan | undefined => adverbs.get(word);

/** Sizes are in bytes, but a rate of bits is one of bits. */
export const BITS = 'bits';

['kilo', 'mega', 'giga', 'tera', 'peta', 'exa'].forEach((prefix, i) => {
  const letter = 'KMGTPE'[i] ?? '';
  const size = (factor: number): Unit => ({ kind: 'size', factor, unit: 'bytes' });
  const bits = (factor: number): Unit => ({ kind: 'size', factor, unit: BITS });
  const thousand = 1000 ** (i + 1);
  add(
    `${letter}B ${letter.toLowerCase()}B ${letter.toLowerCase()}b ${letter}Bs ${prefix}byte ${prefix}bytes`,
    size(thousand),
  );
  add(`${letter}iB ${letter.toLowerCase()}ib`, size(1024 ** (i + 1)));
  add(`${letter}b ${letter}bit ${prefix}bit ${prefix}bits`, bits(thousand / 8));
  add(`${letter}bps ${letter.toLowerCase()}bps ${letter}bit/s`, { kind: 'rate', factor: thousand, unit: 'bits' });
  add(`${letter}Bps ${letter}B/s`, { kind: 'rate', factor: thousand, unit: 'bytes' });
});
add('byte bytes', { kind: 'size', factor: 1, unit: 'bytes' });

for (const [name, unit, factor] of [
  ['qps', 'queries', 1],
  ['rps', 'requests', 1],
  ['tps', 'transactions', 1],
  ['eps', 'events', 1],
  ['fps', 'frames', 1],
  ['iops', 'operations', 1],
  ['rpm', 'requests', 1 / 60],
  ['qpm', 'queries', 1 / 60],
  ['tpm', 'tokens', 1 / 60],
  ['bpd', 'barrels', 1 / 86_400],
  ['tpd', 'tonnes', 1 / 86_400],
] as const) {
  add(name, { kind: 'rate', factor, unit });
}

add('percent pct percents', { kind: 'percent', factor: 1, unit: '%' });
add('pp ppt ppts pps', { kind: 'percent', factor: 1, unit: 'pp' });
add('bps bp', { kind: 'percent', factor: 0.01, unit: 'pp' });
add('x X', { kind: 'multiplier', factor: 1, unit: null, attached: true });
add('fold', { kind: 'multiplier', factor: 1, unit: null });
add('point points pts', { kind: 'points', factor: 1, unit: null });
add('star stars', { kind: 'points', factor: 1, unit: null });
add('nps csat enps esat', { kind: 'points', factor: 1, unit: null });
add('DAU MAU WAU DAUs MAUs WAUs FTE GPU CPU vCPU', { kind: 'count', factor: 1, unit: null });
// What is weighed and measured is named as written, and is not part of a longer name.
const SYMBOLS =
  `g mcg mmol ha cl kJ kPa hPa dB bbl bbls boe sqm sqft V t kN MN mV mA kA kVA MVA Ah Nm MJ GJ kcal kWp MWp mAh
  Wh kWh MWh GWh TWh kW MW GW kV Hz kHz MHz GHz TFLOPS PFLOPS eV keV MeV GeV TeV mmHg nA nV L l
  µg µm µA µV µW μg μm μA μV μW`.split(/\s+/);
for (const name of SYMBOLS) add(name, { kind: 'count', factor: 1, unit: name });
const MEASURES = `
  mm cm dm km kms mg kg kgs hp mi ft yd yds lb lbs oz ml mls gal gals tbsp tsp mph kph kmph mpg ppm ppb psi knot knots
  metre metres meter meters kilometre kilometres kilometer kilometers decimetre decimetres centimetre centimetres
  centimeter centimeters millimetre millimetres millimeter millimeters micrometre micrometres micrometer micrometers
  micron microns nanometre nanometres nanometer nanometers mile miles yard yards foot feet inch inches hectare hectares
  acre acres litre litres liter liters hectolitre hectolitres hectoliter hectoliters centilitre centilitres centiliter
  centiliters millilitre millilitres milliliter milliliters gallon gallons barrel barrels bushel bushels cups tablespoon
  tablespoons teaspoon teaspoons gram grams gramme grammes kilogram kilograms kilogramme kilogrammes kilo kilos
  milligram milligrams milligramme milligrammes microgram micrograms microgramme microgrammes tonne tonnes ton tons
  ounce ounces watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts horsepower decibel decibels calorie
  calories celsius fahrenheit`
  .trim()
  .split(/\s+/);
for (const name of MEASURES) add(name, { kind: 'count', factor: 1, unit: name });
add('in', { kind: 'count', factor: 1, unit: 'in', attached: true });

const measures = new WordSet(MEASURES);
/** Length, weight, volume and the like, which stand in the singular before a noun: "a six-mile trip". */
export const isMeasureOf = (word: WordId): boolean => measures.has(word);

const lengths = wordSet('mm cm dm m km ft mi yd');
const powers = new CharSet('23²³');

/** The end of "km2", "m²" and "cm^3", whose letters stand from `start` to `end`; -1 where it is no such unit. */
export function powerEnd(prose: Prose, start: number, end: number): number {
  const p = prose.code(end) === CARET ? end + 1 : end;
  if (!powers.has(prose.code(p)) || isWord(prose.code(p + 1)) || !isAsciiSmall(prose.code(start))) return -1;
  return lengths.has(prose.wordIn(start, end)) ? p + 1 : -1;
}

const measureNames = new Set([...MEASURES, ...SYMBOLS]);
/** What is weighed or measured, as written: "miles", "kWh". */
export const isMeasureName = (unit: string): boolean => measureNames.has(unit);

/** The unit a word names: as written first (Mb is not MB), then whatever its case. */
export const unitNamed = (raw: string): Unit | undefined =>
  table.get(raw) ?? (raw.length > 1 ? table.get(lower(raw)) : undefined);

const unitNames = new WordSet([...table.keys()].map((name) => name.toLowerCase()));
/** For names that are written in small letters. */
const smallUnits = new WordMap([...table].filter(([name]) => name === name.toLowerCase()));

/** As `unitNamed`, for the letters of the text from `start` to `end`: slices only what is written with capitals. */
export function unitAt(prose: Prose, start: number, end: number): Unit | undefined {
  const id = prose.wordIn(start, end);
  if (!unitNames.has(id) && id !== FOREIGN) return undefined;
  for (let i = start; i < end; i++) if (!isAsciiSmall(prose.code(i))) return unitNamed(prose.text.slice(start, end));
  return smallUnits.get(id);
}

const periodNames = new WordMap(periods);

/** What follows "per", the letters from `start` to `end`: undefined where that is not a stretch of time. */
export function periodIn(prose: Prose, start: number, end: number): TimeSpan | undefined {
  const id = prose.wordIn(start, end);
  return id === FOREIGN ? periods.get(lower(prose.text.slice(start, end))) : periodNames.get(id);
}

/** Every unit's name in lower case. */
export const unitWords: Iterable<string> = unitNames.words;
