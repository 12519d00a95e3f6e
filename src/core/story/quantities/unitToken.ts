import type { Period, QuantityKind } from './types';

/** What a figure is measured in, and where its text ends. */
export interface UnitToken {
  readonly end: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly factor: number;
  /** A scale that the unit says with it: lakhs in "LPA". */
  readonly scale: number;
  /** A period that the unit says with it: a year in "LPA". */
  readonly per: Period | undefined;
}

export const unitTokenOf = (
  end: number,
  kind: QuantityKind,
  unit: string | null,
  factor = 1,
  scale = 1,
  per?: Period,
): UnitToken => ({ end, kind, unit, factor, scale, per });

/** What comes after a number is not a unit and makes a name of it: "64-bit", "two-way", "22 November". */
export const NAME = 'name';

/** A unit; that the number is a part of a name; or that nothing says what it measures. */
export type UnitReading = UnitToken | typeof NAME | undefined;
