import type { NumberToken } from './number';

/** A number with its sign and its scale, whose unit is still to be read: "-2.5 million". */
export interface Figure {
  readonly start: number;
  /** After the scale. */
  readonly end: number;
  readonly sign: 1 | -1;
  readonly number: NumberToken;
  /** What the number is multiplied by: 1e6 in "2 million", 1 where there is no scale. */
  readonly scale: number;
  /** A scale was written after the number. */
  readonly scaled: boolean;
}

/** How much it is, whatever its sign. */
export const sizeOf = ({ number, scale }: Figure): number => number.mantissa * scale;
