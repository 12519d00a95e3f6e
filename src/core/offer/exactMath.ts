/** Fractions of whole numbers: sums of money and numbers of shares without the drift of binary fractions. */

/** `top / bottom`; `bottom` is above 0. */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/u;

export const ZERO: Exact = { top: 0n, bottom: 1n };
export const ONE: Exact = { top: 1n, bottom: 1n };

/** The decimal that a number is written as: 0.1 is a tenth. @throws RangeError where it is not finite. */
export function exactly(value: number): Exact {
  const [, sign, whole, fraction = '', exponent = '0'] = DECIMAL.exec(String(value)) ?? [];
  if (whole === undefined) throw new RangeError('only a finite number is exact');
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return shift >= 0
    ? { top: digits * 10n ** BigInt(shift), bottom: 1n }
    : { top: digits, bottom: 10n ** BigInt(-shift) };
}

export function times(a: Exact, b: Exact): Exact {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** @throws RangeError where `b` is 0. */
export function over(a: Exact, b: Exact): Exact {
  if (b.top === 0n) throw new RangeError('a division by nothing');
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

export function minus(a: Exact, b: Exact): Exact {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function whole(value: bigint): Exact {
  return { top: value, bottom: 1n };
}

/** A value, or nothing where it is below nothing. */
export function atLeastZero(value: Exact): Exact {
  return value.top < 0n ? ZERO : value;
}

/** The next whole number at or below. */
export function roundDown({ top, bottom }: Exact): bigint {
  const quotient = top / bottom;
  return top < 0n && quotient * bottom !== top ? quotient - 1n : quotient;
}

/** The nearest whole number; a half goes up, as in the standard tables of share allocations. */
export function roundHalfUp({ top, bottom }: Exact): bigint {
  return roundDown({ top: 2n * top + bottom, bottom: 2n * bottom });
}

/** Money in whole cents (hundredths of the currency’s unit); half a cent goes up. */
export type Cents = bigint;

export function centsOf(units: Exact): Cents {
  return roundHalfUp(times(units, whole(100n)));
}

/** Cents as a number of the currency’s units: the closest there is. */
export function unitsOf(cents: Cents): number {
  return Number(cents) / 100;
}

export function sumOfCents(parts: readonly Cents[]): Cents {
  return parts.reduce((sum, part) => sum + part, 0n);
}
