/**
 * Amounts with their dimensions: what can be added, and what comes out of a product. Money is in its currency, time in
 * milliseconds, data in bytes, a share as a fraction of 1.
 */
import { unitsOfAccount } from './blockFields';
import type { BlockFigure } from './blockFigures';
import { bytesIn, PERIODS, periodNamed, singular, stemOf } from './blockUnits';
import { exact } from './blockWords';

/** A dimension's exponent, and its name as it was written. */
interface Dimension {
  readonly exponent: number;
  readonly label: string;
}

export interface Amount {
  readonly value: number;
  /** By currency code, `ms`, `bytes`, or the stem of what is counted. */
  readonly dimensions: ReadonlyMap<string, Dimension>;
  /** A share: shown in percent. */
  readonly isPercent: boolean;
  /** The stretch of time that the user spreads things over. */
  readonly per: string | undefined;
}

const TIME = 'ms';
const BYTES = 'bytes';
/** Begins the stem of a bare number's own name: it cancels with "per customer", and says nothing by itself. */
const OWN = '~';
/** Counted things beyond this number are not told apart. */
const MOST_DIMENSIONS = 8;
const isMoney = (key: string): boolean => /^[A-Z]{3}$/u.test(key);
const isThing = (key: string): boolean => !isMoney(key) && key !== TIME && key !== BYTES;

class Dimensions {
  readonly map = new Map<string, Dimension>();

  add(key: string, exponent: number, label = key): this {
    // What a bare number's own name stands for cancels with the same thing when it is counted, and the other way round.
    const twin = this.twinOf(key, exponent);
    const opposite = twin === undefined ? undefined : this.map.get(twin);
    if (twin !== undefined && opposite) {
      const left = opposite.exponent + exponent;
      this.map.delete(twin);
      if (left !== 0) this.add(Math.sign(left) === Math.sign(exponent) ? key : twin, left, label);
      return this;
    }
    const known = this.map.get(key);
    const sum = (known?.exponent ?? 0) + exponent;
    if (sum === 0) this.map.delete(key);
    else if (known || this.map.size < MOST_DIMENSIONS || !isThing(key))
      this.map.set(key, { exponent: sum, label: known?.label ?? label });
    return this;
  }

  /** “customers in EMEA” cancels with “a customer”. */
  private twinOf(key: string, exponent: number): string | undefined {
    if (!isThing(key)) return undefined;
    const isOwn = key.startsWith(OWN);
    for (const [other, { exponent: its }] of this.map) {
      if (!isThing(other) || other.startsWith(OWN) === isOwn || Math.sign(its) === Math.sign(exponent)) continue;
      const [own, thing] = isOwn ? [key, other] : [other, key];
      if (own.slice(OWN.length).split(' ').includes(thing)) return other;
    }
    return undefined;
  }

  /**
   * Adds what a word or a compound stands for: “customer”, “GB”, “GB-month”, “GPU-hours”.
   * @returns what the value is multiplied by to be in the units of the dimensions, and the stretch of time.
   */
  addThing(text: string, exponent: 1 | -1): { readonly by: number; readonly period: string | undefined } {
    const words = text.trim().split(/[\s-]+/u);
    const period = periodNamed(words.at(-1) ?? '');
    const time = period === undefined ? undefined : PERIODS.get(period);
    let by = 1;
    if (time !== undefined) {
      words.pop();
      this.add(TIME, exponent);
      by *= time;
    }
    const bytes = bytesIn(words[0] ?? '');
    if (bytes !== undefined) {
      this.add(BYTES, exponent, words[0]);
      by *= bytes;
    } else if (words.length > 0) this.add(stemOf(words.at(-1) ?? ''), exponent, words.join(' '));
    return { by: exponent < 0 ? 1 / by : by, period };
  }
}

/** What a figure is of, while its parts are put together. */
class FigureDimensions {
  readonly found = new Dimensions();
  /** What the figure's value is multiplied by. */
  factor = 1;
  period: string | undefined;

  addThing(thing: string, exponent: 1 | -1): void {
    const { by, period } = this.found.addThing(thing, exponent);
    this.factor *= by;
    if (exponent < 0) this.period = period ?? this.period;
  }

  /** What the figure is of by itself, without what it is for. */
  addOwn({ kind, unit }: BlockFigure): void {
    if (kind === 'money') this.found.add(unit ?? 'USD', 1);
    else if (kind === 'percent') this.factor = 0.01;
    else if (kind === 'duration') this.found.add(TIME, 1);
    else if (kind === 'size') this.found.add(BYTES, 1);
    else if (kind === 'count' && unit !== null) this.addThing(unit, 1);
  }

  /** A rate has its value for a second, whatever stretch of time it is written with. */
  addRate(unit: string | null, period: string): void {
    if (unit === 'bytes' || unit === 'bits') this.found.add(BYTES, 1);
    else if (unit !== null) this.addThing(unit, 1);
    this.found.add(TIME, -1);
    this.factor *= (unit === 'bits' ? 1 / 8 : 1) / 1000;
    this.period = period;
  }

  /** “customer”, “million requests”, “month”: what the figure is for. */
  divideBy(part: string): void {
    const account = periodNamed(part) === undefined ? unitsOfAccount(part) : undefined;
    if (!account) {
      this.addThing(part, -1);
      return;
    }
    this.factor /= account.count;
    if (account.noun === BYTES) this.found.add(BYTES, -1, 'GB');
    else if (account.noun === TIME) this.found.add(TIME, -1);
    else if (account.noun !== '') this.addThing(account.noun, -1);
  }
}

/** The amount of a figure; `value` in place of the figure's own. */
export function amountOf(figure: BlockFigure, value: number = figure.value): Amount {
  const { kind, unit, per, times } = figure;
  const isRate = kind === 'rate';
  const parts = per === undefined ? [] : per.split(' per ');
  const dimensions = new FigureDimensions();
  if (isRate) dimensions.addRate(unit, parts[0] ?? 'second');
  else dimensions.addOwn(figure);
  if (times !== undefined) dimensions.addThing(times, 1);
  const others = isRate ? parts.slice(1) : parts;
  for (const part of others.slice(0, MOST_DIMENSIONS)) dimensions.divideBy(part);
  const { found, factor, period } = dimensions;
  return { value: value * factor, dimensions: found.map, isPercent: kind === 'percent', per: period };
}

/** Words of a name that say nothing of what is counted. */
const NO_THING = new Set(
  'a all an and at by each every for from in no number of on or our per the to total with'.split(' '),
);
const WORD = /[\p{L}\p{N}]+/gu;

/** A bare number counts what its name says: "customers: 40,000" are customers, "requests: 2M/day" requests a day. */
export function namedAmount(amount: Amount, name: string): Amount {
  // “12 per user per month” counts as well.
  const isOver = [...amount.dimensions.values()].every(({ exponent }) => exponent < 0);
  if (!isOver || amount.isPercent) return amount;
  const words = (name.match(WORD) ?? []).slice(0, MOST_DIMENSIONS).filter((word) => !NO_THING.has(word.toLowerCase()));
  const found = new Dimensions().add(OWN + words.map(stemOf).join(' '), 1, name);
  for (const [key, { exponent, label }] of amount.dimensions) found.add(key, exponent, label);
  return { ...amount, dimensions: found.map };
}

export const negated = (amount: Amount): Amount => ({ ...amount, value: -amount.value });

/** The name of the stretch of time that is exactly so long. */
function periodOfLength(ms: number): string | undefined {
  for (const [name, length] of PERIODS) if (Math.abs(ms / length - 1) < 1e-9) return name;
  return undefined;
}

const exponentOf = ({ dimensions }: Amount, key: string): number => dimensions.get(key)?.exponent ?? 0;
const hasMoney = ({ dimensions }: Amount): boolean => [...dimensions.keys()].some(isMoney);
const isTimeOnly = (amount: Amount): boolean => amount.dimensions.size === 1 && exponentOf(amount, TIME) === 1;

/**
 * A product or a quotient, and what else its value was multiplied by. Money over time, times exactly a year, stays
 * money a year: $40 a month × 12 months are $480 a year.
 */
export function multiplied(
  left: Amount,
  right: Amount,
  isQuotient: boolean,
): { readonly amount: Amount; readonly scale: number } {
  const [first, second] = isQuotient ? [asIs(left), asIs(right)] : [measuredFor(left, right), measuredFor(right, left)];
  const [a, b] = [first.amount, second.amount];
  const { amount, scale } = product(a, b, isQuotient);
  return { amount, scale: scale * first.scale * second.scale };
}

interface Scaled {
  readonly amount: Amount;
  readonly scale: number;
}

const asIs = (amount: Amount): Scaled => ({ amount, scale: 1 });

/** The word of a name that says what a number is measured in, and how many milliseconds or bytes one of it is. */
interface NamedMeasure {
  readonly key: typeof TIME | typeof BYTES;
  readonly word: string;
  readonly by: number;
}

/** What a name says its number to be, where the other amount is for an hour or a gigabyte, and this one is not yet. */
function measureInName(words: readonly string[], amount: Amount, other: Amount): NamedMeasure | undefined {
  const isWanted = (key: string): boolean => exponentOf(other, key) === -1 && exponentOf(amount, key) === 0;
  const last = words.at(-1) ?? '';
  const period = last.length > 2 && /s$/iu.test(last) ? periodNamed(last) : undefined;
  if (period !== undefined && isWanted(TIME)) return { key: TIME, word: last, by: PERIODS.get(period) ?? 1 };
  const unit = words.find((word) => bytesIn(word) !== undefined);
  return unit !== undefined && isWanted(BYTES) ? { key: BYTES, word: unit, by: bytesIn(unit) ?? 1 } : undefined;
}

/** A bare number that its name says to be hours, or gigabytes, is that beside a price for an hour or a gigabyte. */
function measuredFor(amount: Amount, other: Amount): Scaled {
  let { value, dimensions } = amount;
  let scale = 1;
  for (const [key, { exponent, label }] of amount.dimensions) {
    if (!key.startsWith(OWN) || exponent !== 1) continue;
    const words = label.match(WORD) ?? [];
    const measure = measureInName(words, amount, other);
    if (!measure) continue;
    const found = new Dimensions();
    for (const [its, dimension] of dimensions) if (its !== key) found.add(its, dimension.exponent, dimension.label);
    const rest = words.filter((word) => word !== measure.word);
    if (rest.length > 0) found.add(OWN + rest.map(stemOf).join(' '), 1, rest.join(' '));
    found.add(measure.key, 1);
    dimensions = found.map;
    value *= measure.by;
    scale *= measure.by;
  }
  return { amount: { ...amount, value, dimensions }, scale };
}

function product(a: Amount, b: Amount, isQuotient: boolean): Scaled {
  const value = isQuotient ? a.value / b.value : a.value * b.value;
  const isPercent = isQuotient ? a.isPercent && !b.isPercent : a.isPercent && b.isPercent;
  if (!isQuotient) {
    const [rate, time] = isTimeOnly(b) ? [a, b] : [b, a];
    if (isTimeOnly(time) && hasMoney(rate) && exponentOf(rate, TIME) === -1) {
      const period = periodOfLength(time.value);
      if (period !== undefined) return { amount: { ...rate, per: period }, scale: 1 / time.value };
    }
  }
  const found = new Dimensions();
  for (const [key, { exponent, label }] of a.dimensions) found.add(key, exponent, label);
  for (const [key, { exponent, label }] of b.dimensions) found.add(key, isQuotient ? -exponent : exponent, label);
  return {
    amount: { value, dimensions: found.map, isPercent: isPercent && found.map.size === 0, per: a.per ?? b.per },
    scale: 1,
  };
}

/** A sum or a difference; undefined where the two are not of one kind. */
export function added(a: Amount, b: Amount, isDifference: boolean): Amount | undefined {
  const isAlike = sameKind(a, b);
  if (!isAlike) return undefined;
  const dimensions = thingsOf(a).length >= thingsOf(b).length ? a.dimensions : b.dimensions;
  return {
    value: isDifference ? a.value - b.value : a.value + b.value,
    dimensions,
    isPercent: a.isPercent && b.isPercent,
    per: a.per ?? b.per,
  };
}

const thingsOf = ({ dimensions }: Amount): string[] =>
  [...dimensions]
    .filter(([key]) => isThing(key) && !key.startsWith(OWN))
    .map(([key, { exponent }]) => `${key} ${exponent}`);

const MEASURED = (amount: Amount): string =>
  [...amount.dimensions]
    .filter(([key]) => !isThing(key))
    .map(([key, { exponent }]) => `${key} ${exponent}`)
    .sort()
    .join(', ');

/**
 * Whether two amounts can be added: money, time and data occur as often in one as in the other, and where there is none
 * of these, the same things are counted, if both say what.
 */
export function sameKind(a: Amount, b: Amount): boolean {
  const measured = MEASURED(a);
  if (measured !== MEASURED(b)) return false;
  if (measured !== '') return true;
  const [things, others] = [thingsOf(a), thingsOf(b)];
  return things.length === 0 || others.length === 0 || things.sort().join() === others.sort().join();
}

/** The dimensions of money, time and data alone, to compare a goal with a result. */
export function withoutPeriod(amount: Amount): Amount {
  const dimensions = new Map([...amount.dimensions].filter(([key]) => key !== TIME));
  return { ...amount, dimensions };
}

/** Whether an amount is money per stretch of time. */
export const isMoneyOverTime = (amount: Amount): boolean => hasMoney(amount) && exponentOf(amount, TIME) === -1;

/** What an amount is of, in words: “dollars a year”, “users”. */
export function kindInWords(amount: Amount): string {
  const { unit } = inUnit(amount);
  if (unit === null) return 'a plain number';
  if (unit === '%') return 'a share';
  if (unit === TIME) return 'a time';
  if (unit === BYTES) return 'data';
  const [over = '', ...under] = unit.split('/');
  return [CURRENCIES.get(over) ?? over, ...under].join(' a ');
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['USD', 'dollars'],
  ['EUR', 'euros'],
  ['GBP', 'pounds'],
]);

/** What to multiply amounts of this kind by, to have them in `unit`. */
export interface UnitOut {
  readonly unit: string | null;
  readonly by: number;
}

/** The unit that an amount is shown in. */
export function inUnit(amount: Amount): UnitOut {
  const { dimensions, isPercent, per } = amount;
  const said = [...dimensions].filter(([key]) => !key.startsWith(OWN));
  const plain: UnitOut = isPercent ? { unit: '%', by: 100 } : { unit: null, by: 1 };
  if (said.length === 0) return plain;
  const isMoneySum = hasMoney(amount);
  const isData = !isMoneySum && exponentOf(amount, BYTES) === 1;
  const isSpread = exponentOf(amount, TIME) === -1;
  const period = isSpread ? periodFor(per, isMoneySum, isData) : undefined;
  const rest = said.filter(([key]) => !(key === TIME && isSpread));
  const under = rest
    .filter(([, { exponent }]) => exponent < 0)
    .map(([key, { exponent, label }]) => power(key === BYTES ? labelOfBytes(label) : singular(label), -exponent));
  const ofData = exponentOf(amount, BYTES);
  const byData = ofData < 0 ? (bytesIn(labelOfBytes(dimensions.get(BYTES)?.label ?? '')) ?? 1) : 1;
  const measures = rest.filter(([key, { exponent }]) => exponent > 0 && !isThing(key));
  // What is counted goes without saying beside money and data: customers × dollars are dollars.
  const things = isMoneySum || isData ? [] : rest.filter(([key, { exponent }]) => exponent > 0 && isThing(key));
  const over = [...measures, ...things].map(([, { exponent, label }]) => power(label, exponent));
  if (period) under.push(period.name === 'second' && !isMoneySum ? 's' : period.name);
  if (over.length + under.length === 0) return plain;
  const isShare = over.length === 0 && isPercent;
  return {
    unit: [isShare ? '%' : over.join('·'), ...under].join('/'),
    by: (period?.ms ?? 1) * (isShare ? 100 : 1) * byData ** -Math.min(0, ofData),
  };
}

const labelOfBytes = (label: string): string => (bytesIn(label) === undefined || label === BYTES ? 'GB' : label);

const power = (name: string, exponent: number): string =>
  exponent === 1 ? name : exponent === 2 ? `${name}²` : exponent === 3 ? `${name}³` : `${name}^${exponent}`;

function periodFor(per: string | undefined, isOfMoney: boolean, isData: boolean): { name: string; ms: number } {
  const name = isData ? 'second' : per !== undefined && PERIODS.has(per) ? per : isOfMoney ? 'year' : 'second';
  return { name, ms: PERIODS.get(name) ?? 1000 };
}

/** A value of an amount's kind, in a unit. */
export const shownIn = ({ by }: UnitOut, value: number): number => exact(value * by);
