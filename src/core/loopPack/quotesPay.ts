/** Whether a text says a figure of the offer, or one that was stated: both are private. */
import { unitsOf } from '../offer/exactMath';
import { RUNGS, type Offer, type StatedFigure } from '../offer/offerModel';
import { PARTS, worthOf } from '../offer/valueOffer';
import { extractQuantities, type Quantity } from '../story/quantities';

/** Figures of pay. */
export interface Pay {
  /** Of money, and numbers of shares. */
  readonly amounts: readonly number[];
  readonly percents: readonly number[];
}

export const NO_PAY: Pay = { amounts: [], percents: [] };

/** Smaller amounts say nothing of an offer, unless the text speaks of pay. */
const LEAST = 100;
const PAY_WORDS =
  /\b(?:pay|paid|salar(?:y|ies)|comp(?:ensation)?|base|bonus(?:es)?|equity|stocks?|shares?|options?|rsus?|grants?|sign(?:ing)?[- ]?on|offer(?:s|ed)?|package|vest(?:s|ed|ing)?|strike|refreshers?|ote|tc|raise|negotiat\w{0,6}|dilution|stake)\b/iu;

/** What an offer says and comes to, without what was stated. */
export function payOfOffer(offer: Offer): Pay {
  const { base, signOn, equity, refreshers, asks, bonusPercent } = offer;
  const rungs = RUNGS.flatMap((rung) => asks[rung] ?? []);
  return {
    amounts: known([
      base,
      ...signOn.map(({ amount }) => amount),
      ...refreshers.map(({ value }) => value),
      ...[equity?.value, equity?.shares, equity?.price, equity?.strike, equity?.outstanding],
      ...rungs.flatMap((ask) => [ask.base, ask.grant, ask.signOn, ask.total]),
      ...workedOut(offer),
    ]),
    percents: known([
      bonusPercent,
      equity?.percent,
      equity?.dilutionPercent,
      ...rungs.map(({ equityPercent }) => equityPercent),
    ]),
  };
}

export const payStated = (stated: readonly StatedFigure[]): Pay => ({
  amounts: known(stated.flatMap(({ base, total }) => [base, total])),
  percents: [],
});

/** @param above what the text stands below: it may say that it speaks of pay. */
export function quotesPay(text: string, { amounts, percents }: Pay, above = ''): boolean {
  if ((amounts.length === 0 && percents.length === 0) || !/\d/u.test(text)) return false;
  const isOfPay = PAY_WORDS.test(text) || PAY_WORDS.test(above);
  const quantities = extractQuantities(text);
  const telling = amounts.filter((amount) => isOfPay || amount >= LEAST);
  return (
    quantities.some((quantity) => saysPercent(quantity, percents, isOfPay)) ||
    quantities.some((quantity) => saysAmount(quantity, telling, isOfPay)) ||
    numbersIn(text, quantities, isOfPay).some((number) => telling.includes(toCents(number)))
  );
}

/** Without what is lost in working with fractions: 0.217431 million. */
const toCents = (number: number): number => Math.round(number * 100) / 100;

/** A whole percentage is a bonus only where a text speaks of pay; 0.09 % says it all. */
function saysPercent({ kind, value, high, from }: Quantity, percents: readonly number[], isOfPay: boolean): boolean {
  return (
    kind === 'percent' &&
    known([value, high, from]).some((each) => percents.includes(each) && (isOfPay || !Number.isInteger(each)))
  );
}

function saysAmount(quantity: Quantity, amounts: readonly number[], isOfPay: boolean): boolean {
  if (isOtherFigure(quantity, isOfPay)) return false;
  const { value, high, from } = quantity;
  return known([value, high, from]).some((each) =>
    amounts.some((amount) => amount === each || isRounded(each, amount)),
  );
}

/** “217k” and “217.4k” for 217,431: three figures say it. */
function isRounded(value: number, amount: number): boolean {
  const step = stepOf(value);
  const isOf = Math.floor(amount / step) * step === value || Math.round(amount / step) * step === value;
  return step > 1 && value >= LEAST_ROUNDED && value / step >= 100 && isOf;
}

const LEAST_ROUNDED = 100_000;

/** The greatest power of ten in a whole number: 1,000 for 217,000. */
function stepOf(value: number): number {
  let step = 1;
  while (Number.isInteger(value) && value > 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/** A figure of something else: 150 ms, and where the text does not speak of pay, 50,000 users. */
function isOtherFigure({ kind, value, unit, per }: Quantity, isOfPay: boolean): boolean {
  if (kind === 'money') return false;
  if (kind === 'rate') return per !== 'year' && per !== 'month';
  if (kind === 'count') return unit !== null && !isOfPay && value / stepOf(value) < 100;
  return true;
}

/** Every number of a text that is no other figure, however its thousands are put. */
function numbersIn(text: string, quantities: readonly Quantity[], isOfPay: boolean): number[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of quantities.filter((each) => isOtherFigure(each, isOfPay))) {
    pieces.push(text.slice(at, start));
    at = end;
  }
  const rest = [...pieces, text.slice(at)].join(' x ');
  return [...rest.matchAll(NUMBERS)].flatMap(([, run = '', scale = '']) => {
    const by = scale === '' ? 1 : /k/iu.test(scale) ? 1000 : 1_000_000;
    return readings(run).map((number) => number * by);
  });
}

/** Numbers with nothing but separators between them, and what scales the last. */
const NUMBERS = /(\d+(?:[.,'’_\p{Zs}]\d+)*)(\p{Zs}?[km](?![\p{L}\p{N}]))?/giu;

/** Numbers that stand side by side may be one, or several: each way to read them. */
function readings(run: string): number[] {
  const parts = run.split(/[_\p{Zs}]/u);
  return parts.flatMap((first, index) => {
    const read = readingsOf(first);
    if (!/^\d{1,3}$/u.test(first)) return read;
    let whole = first;
    for (const next of parts.slice(index + 1, index + 4)) {
      if (!/^\d{3}(?!\d)/u.test(next)) break;
      whole += next;
      read.push(...readingsOf(whole));
    }
    return read;
  });
}

/** “217.431” is 217,431 or a little more than 217. */
function readingsOf(digits: string): number[] {
  const whole = Number(digits.replace(/\D/gu, ''));
  const decimal = /^(.*)[.,](\d+)$/u.exec(digits);
  return decimal ? [whole, Number(`${(decimal[1] ?? '').replace(/\D/gu, '')}.${decimal[2] ?? ''}`)] : [whole];
}

const workedOut = (offer: Offer): (number | undefined)[] => {
  const { years, total, fourYears, average, recurring, grant } = worthOf(offer);
  const ofYears = years.flatMap((year) => [...PARTS.map((part) => year[part]), year.total]);
  return [...ofYears, total, fourYears, average, recurring, grant?.value].map((each) =>
    each?.cents === undefined ? undefined : unitsOf(each.cents),
  );
};

const known = (values: readonly (number | undefined)[]): number[] =>
  values.filter((value) => value !== undefined && value > 0) as number[];
