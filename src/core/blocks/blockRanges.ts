/** The range that stands in brackets after a figure: “8 % (4-12 %)”, “$40 a month (30-50)”. */
import type { QuantityKind } from '../story/quantities';
import { readBlockFigure, type BlockFigure } from './blockFigures';

export interface RangeInBrackets {
  /** In the terms of the figure before them, where the range names no unit of its own. */
  readonly low: number;
  readonly high: number;
  /** It names no unit: the figure's holds for it. */
  readonly isBare: boolean;
  /** As it is written. */
  readonly figure: BlockFigure;
  readonly end: number;
  /** Where its brackets stand, in the text. */
  readonly start: number;
}

const BRACKETS = /^\s*\(([^()]*)\)/u;

/** The brackets with a figure after the figure that ends at `at`; a range has two ends, else both are the same. */
export function rangeInBrackets(
  text: string,
  at: number,
  figure: BlockFigure,
  wanted?: QuantityKind,
): RangeInBrackets | undefined {
  const [whole, inside = ''] = BRACKETS.exec(text.slice(at)) ?? [];
  if (whole === undefined || !/^\D{0,4}\d/u.test(inside)) return undefined;
  const range = readBlockFigure(inside, wanted);
  if (!range || range.high === undefined) return undefined;
  const isBare = range.kind === undefined && range.per === undefined;
  // “$1.5M (1-2)”: the range takes over what it does not say itself.
  const by =
    isBare && range.factor > 0 && !(range.value <= figure.value && figure.value <= range.high)
      ? figure.factor / range.factor
      : 1;
  return {
    low: range.value * by,
    high: range.high * by,
    isBare,
    figure: range,
    start: at + whole.indexOf('('),
    end: at + whole.length,
  };
}
