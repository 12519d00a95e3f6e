/** Money and shares as the views and the files show them: the same on every machine. */
import { withThousands } from '../thousands';
import type { Cents } from './exactMath';

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' };

/** “$230,000”, “€1,050.50”, “CHF 90,000”. Cents are shown where there are any. */
export function money(cents: Cents, currency: string): string {
  const isNegative = cents < 0n;
  const digits = String(isNegative ? -cents : cents).padStart(3, '0');
  const [units, rest] = [withThousands(digits.slice(0, -2)), digits.slice(-2)];
  const amount = rest === '00' ? units : `${units}.${rest}`;
  return `${isNegative ? '−' : ''}${SIGNS[currency] ?? `${currency} `}${amount}`;
}

/** “319,500”. */
export function wholeNumberText(value: bigint): string {
  return withThousands(String(value));
}
