/**
 * Amounts with their dimensions: what can be added, and what comes out of a product. Money is in its currency, time in
 * milliseconds, data in bytes, a share as a fraction of 1.
 */
import type { FieldFigure } from '../story/quantities';
import { unitsOfAccount } from './blockFields';
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
const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', DAY],
  ['week', 7 * DAY],
  ['month', YEAR / 12],
  ['quarter', YEAR / 4],
  ['year', YEAR],
]);

/** "customers" and "Customer" are the same. */
const stemOf = (noun: string): string => {
  const word = (noun.trim().split(/\s+/u).at(-1) ?? noun).toLowerCase();
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/u, '');
};

const isMoney = (key: string): boolean => /^[A-Z]{3}$/u.test(key);
const isThing = (key: string): boolean => !isMoney(key) && key !== TIME && key !== BYTES;

class Dimensions {
  readonly map = new Map<string, Dimension>();

  add(key: string, exponent: number, label = key): this {
    // What a bare number's own name stands for cancels with the same thing when it is counted, and the other way round.
    const twin = key.startsWith(OWN) ? key.slice(OWN.length) : OWN + key;
    const opposite = this.map.get(twin);
    if (opposite && Math.sign(opposite.exponent) !== Math.sign(exponent)) {
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
}

/** The amount of a figure; `value` in place of the figure's own. */
export function amountOf(figure: FieldFigure, value: number = figure.value): Amount {
  const { kind, unit, per } = figure;
  const found = new Dimensions();
  let factor = 1;
  let period: string | undefined;
  let parts = per === undefined ? [] : per.split(' per ');
  if (kind === 'money') found.add(unit ?? 'USD', 1);
  else if (kind === 'percent') factor = 0.01;
  else if (kind === 'duration') found.add(TIME, 1);
  else if (kind === 'size') found.add(BYTES, 1);
  else if (kind === 'count' && unit !== null) found.add(stemOf(unit), 1, unit);
  else if (kind === 'rate') {
    addRate(found, unit);
    factor = (unit === 'bits' ? 1 / 8 : 1) / 1000;
    period = parts[0] ?? 'second';
    parts = parts.slice(1);
  }
  for (const part of parts.slice(0, MOST_DIMENSIONS)) {
    const time = PERIODS.get(part);
    const account = time === undefined ? unitsOfAccount(part) : undefined;
    if (time !== undefined) {
      found.add(TIME, -1);
      factor /= time;
      period = part;
    } else if (account) {
      factor /= account.count;
      if (account.noun !== '') found.add(stemOf(account.noun), -1, account.noun);
    } else found.add(stemOf(part), -1, part);
  }
  return { value: value * factor, dimensions: found.map, isPercent: kind === 'percent', per: period };
}

function addRate(found: Dimensions, unit: string | null): void {
  if (unit === 'bytes' || unit === 'bits') found.add(BYTES, 1);
  else if (unit !== null) found.add(stemOf(unit), 1, unit);
  found.add(TIME, -1);
}

/** A bare number counts what its name says: "customers: 40,000" are customers, "requests: 2M/day" requests a day. */
export function namedAmount(amount: Amount, name: string): Amount {
  const isRate = amount.dimensions.size === 1 && exponentOf(amount, TIME) === -1;
  if ((amount.dimensions.size > 0 && !isRate) || amount.isPercent) return amount;
  const found = new Dimensions().add(OWN + stemOf(name), 1, name);
  if (isRate) found.add(TIME, -1);
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
  a: Amount,
  b: Amount,
  isQuotient: boolean,
): { readonly amount: Amount; readonly scale: number } {
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
  const under = rest.filter(([, { exponent }]) => exponent < 0).map(([key, { exponent }]) => power(key, -exponent));
  const measures = rest.filter(([key, { exponent }]) => exponent > 0 && !isThing(key));
  // What is counted goes without saying beside money and data: customers × dollars are dollars.
  const things = isMoneySum || isData ? [] : rest.filter(([key, { exponent }]) => exponent > 0 && isThing(key));
  const over = [...measures, ...things].map(([, { exponent, label }]) => power(label, exponent));
  if (period) under.push(period.name === 'second' ? 's' : period.name);
  if (over.length + under.length === 0) return plain;
  const isShare = over.length === 0 && isPercent;
  return { unit: [isShare ? '%' : over.join('·'), ...under].join('/'), by: (period?.ms ?? 1) * (isShare ? 100 : 1) };
}

const power = (name: string, exponent: number): string =>
  exponent === 1 ? name : exponent === 2 ? `${name}²` : exponent === 3 ? `${name}³` : `${name}^${exponent}`;

function periodFor(per: string | undefined, isOfMoney: boolean, isData: boolean): { name: string; ms: number } {
  const name = isData ? 'second' : per !== undefined && PERIODS.has(per) ? per : isOfMoney ? 'year' : 'second';
  return { name, ms: PERIODS.get(name) ?? 1000 };
}

/** A value of an amount's kind, in a unit. */
export const shownIn = ({ by }: UnitOut, value: number): number => exact(value * by);
