import { withThousands } from '../../thousands';
import type { Quantity } from './types';
import { DAY, HOUR, MINUTE } from './units';

/** 1234567.5 → "1,234,567.5"; at most `decimals` decimals, without trailing zeros. */
function grouped(value: number, decimals = 2): string {
  const size = Math.abs(value);
  const text = size > 0 && size < 0.01 ? String(Number(size.toPrecision(2))) : String(Number(size.toFixed(decimals)));
  if (text.includes('e')) return `${value < 0 ? '−' : ''}${text}`;
  const [whole = '0', fraction] = text.split('.');
  return `${value < 0 ? '−' : ''}${withThousands(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

interface Step {
  readonly factor: number;
  readonly name: string;
}

const durations: readonly Step[] = [
  { factor: 365.2425 * DAY, name: 'years' },
  { factor: (365.2425 / 12) * DAY, name: 'months' },
  { factor: 7 * DAY, name: 'weeks' },
  { factor: DAY, name: 'days' },
  { factor: HOUR, name: 'h' },
  { factor: MINUTE, name: 'min' },
  { factor: 1000, name: 's' },
  { factor: 1, name: 'ms' },
  { factor: 1e-3, name: 'µs' },
  { factor: 1e-6, name: 'ns' },
];
const sizes: readonly Step[] = ['EB', 'PB', 'TB', 'GB', 'MB', 'KB', 'bytes'].map((name, i) => ({
  factor: 1000 ** (6 - i),
  name,
}));
const rates: readonly Step[] = [
  { factor: 1, name: 's' },
  { factor: 1 / 60, name: 'min' },
  { factor: 1 / 3600, name: 'h' },
  { factor: 1000 / DAY, name: 'day' },
  { factor: 1000 / (7 * DAY), name: 'week' },
  { factor: 12_000 / (365.2425 * DAY), name: 'month' },
  { factor: 1000 / (365.2425 * DAY), name: 'year' },
];

/** The largest unit in which the value reads as a short number of at least 1. */
function stepFor(value: number, steps: readonly Step[]): Step {
  const size = Math.abs(value) * (1 + 1e-9);
  const fits = steps.filter((step) => size >= step.factor);
  const whole = fits.find((step) => Math.abs((size / step.factor) * 10 - Math.round((size / step.factor) * 10)) < 1e-6);
  return whole ?? fits[0] ?? steps[steps.length - 1] ?? { factor: 1, name: '' };
}

const singular = (name: string, value: number): string =>
  value === 1 && /^(?:years|months|weeks|days)$/.test(name) ? name.slice(0, -1) : name;

function scaledBy(value: number, steps: readonly Step[]): string {
  const step = value === 0 ? (steps.find((s) => s.factor === 1) ?? { factor: 1, name: '' }) : stepFor(value, steps);
  const number = value / step.factor;
  return `${grouped(number)} ${singular(step.name, Number(number.toFixed(2)))}`;
}

/**
 * The shortest stretch that holds a whole number of what is counted, or else at least one of it: "20 deploys/week", not
 * 2.86 a day.
 */
function rateStep(value: number): Step {
  const fits = rates.filter((step) => Math.abs(value) >= step.factor * (1 - 1e-5));
  const isWhole = (n: number): boolean => Math.abs(n - Math.round(n)) < 1e-4 * Math.max(1, Math.abs(n)) && n < 1e5;
  return (
    (Math.abs(value) >= 1 ? undefined : fits.find((step) => isWhole(value / step.factor))) ??
    fits[0] ?? { factor: 1000 / (365.2425 * DAY), name: 'year' }
  );
}

function one(quantity: Quantity, value: number): string {
  switch (quantity.kind) {
    case 'duration':
      return scaledBy(value, durations);
    case 'size':
      return scaledBy(value, sizes);
    case 'rate': {
      const step = rateStep(value);
      if (quantity.unit === 'bytes') return `${scaledBy(value / step.factor, sizes)}/${step.name}`;
      return `${grouped(value / step.factor)}${quantity.unit === null ? '' : ` ${quantity.unit}`}/${step.name}`;
    }
    case 'multiplier':
      return `${grouped(value)}×`;
    case 'ratio':
      if (value > 1) return `${grouped(value)}:1`;
      return `${grouped(value * 100, 1)} %`;
    case 'percent':
      return `${grouped(value, 4)} ${quantity.unit ?? '%'}`;
    case 'money':
      return `${grouped(value)} ${quantity.unit ?? ''}`.trim();
    case 'count':
    case 'points':
      return quantity.unit === null ? grouped(value, 4) : `${grouped(value, 4)} ${quantity.unit}`;
  }
}

/**
 * The quantity as it was understood, for a person: "2,000,000 USD", "35 ms (from 120 ms)", "3–5 days", "1,200,000
 * events/s", "30 USD per month".
 */
export function formatQuantity(quantity: Quantity): string {
  const { kind, per, from } = quantity;
  const figure = rangeOf(quantity) + (per === undefined || kind === 'rate' ? '' : ` per ${per}`);
  return from === undefined ? figure : `${figure} (from ${one(quantity, from)})`;
}

/** Its figure, or both ends of its range. */
function rangeOf(quantity: Quantity): string {
  const low = one(quantity, quantity.value);
  const high = quantity.high === undefined ? undefined : one(quantity, quantity.high);
  const space = low.indexOf(' ');
  const unit = space >= 0 ? low.slice(space) : low.endsWith('×') ? '×' : '';
  return high === undefined
    ? low
    : unit !== '' && high.endsWith(unit)
      ? `${low.slice(0, low.length - unit.length)}–${high}`
      : `${low} – ${high}`;
}
