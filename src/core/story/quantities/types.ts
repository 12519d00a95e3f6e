export type QuantityKind =
  'money' | 'percent' | 'duration' | 'rate' | 'size' | 'count' | 'multiplier' | 'points' | 'ratio';

/** A metric found in prose. Offsets are UTF-16 units into the text; `text` is exactly what stands between them. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: QuantityKind;
  /**
   * Normalised: money in currency units, percent as percent, duration in milliseconds, size in bytes, rate per second,
   * ratio as a
   * fraction. The low end of a range; the new figure of a change.
   */
  readonly value: number;
  /** The high end of a range. */
  readonly high?: number;
  /** ISO currency code, `%` or `pp`, `ms`, `bytes`, or what is counted, as written. Null where nothing is named. */
  readonly unit: string | null;
  /** The old figure of a change, in the same unit as `value`. */
  readonly from?: number;
  /**
   * What the figure is spread over, where the text says so: a stretch of time by its name ("month" for "$30 a month"),
   * anything else as written ("seat", "1,000 calls", "user per month"). A rate's `value` is per second all the same.
   */
  readonly per?: Period;
}

/** A stretch of time, or a unit of account as written. */
export type Period = PeriodName | (string & {});
export type PeriodName = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** One figure with its unit, before ranges and changes are put together. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  /** The figure as written, without its scale word: 2 in "2 million". */
  readonly mantissa: number;
  /** What the scale word multiplies by: 1e6 in "2 million", 1 where there is none. */
  readonly scale: number;
  /** From figure × scale to the normalised value: 86_400_000 for days. */
  readonly factor: number;
  /** What a share is of, by which its figure is divided: 100 in "22 in a hundred"; 1 for all else. */
  readonly whole: number;
  /** Undefined for a bare number: what it measures is for its neighbours to say. */
  readonly kind: QuantityKind | undefined;
  readonly unit: string | null;
  /** What it is spread over. */
  readonly per: Period | undefined;
  /** Written as 4,500 or 1.2M or $5: a figure even where no noun follows. */
  readonly marked: boolean;
  /** A year, a date, a name's number ("Route 53"): no figure by itself, though it may be part of a larger thing. */
  readonly suspect: boolean;
  /** Spelled in letters. */
  readonly spelled: boolean;
  /** The high end of a range. */
  readonly high: Measure | undefined;
}

/** What a measure must say; all else is as in a plain figure without a unit. */
export interface MeasureParts {
  readonly start: number;
  readonly end: number;
  readonly mantissa: number;
  readonly scale?: number;
  readonly factor?: number;
  readonly kind?: QuantityKind | undefined;
  readonly unit?: string | null;
  readonly per?: Period | undefined;
  readonly marked?: boolean;
  readonly suspect?: boolean;
  readonly spelled?: boolean;
}

/** A measure, with defaults for what is not given: no scale, no unit, no range. */
export const measureOf = ({
  start,
  end,
  mantissa,
  scale = 1,
  factor = 1,
  kind,
  unit = null,
  per,
  marked = false,
  suspect = false,
  spelled = false,
}: MeasureParts): Measure => ({
  start,
  end,
  mantissa,
  scale,
  factor,
  whole: 1,
  kind,
  unit,
  per,
  marked,
  suspect,
  spelled,
  high: undefined,
});

/**
 * The measure with some of its parts changed. Written out, though a spread would do: every spread makes objects of a
 * hidden shape of its own, and engines are slow at reading objects of many shapes.
 */
export const changed = (
  m: Measure,
  {
    start = m.start,
    end = m.end,
    mantissa = m.mantissa,
    scale = m.scale,
    factor = m.factor,
    whole = m.whole,
    kind = m.kind,
    unit = m.unit,
    per = m.per,
    suspect = m.suspect,
    high = m.high,
  }: Partial<Measure>,
): Measure => ({
  start,
  end,
  mantissa,
  scale,
  factor,
  whole,
  kind,
  unit,
  per,
  marked: m.marked,
  suspect,
  spelled: m.spelled,
  high,
});

/** A measure in words that stands by itself: "doubled", "a third", "half". */
export const wordMeasureOf = (start: number, end: number, value: number, kind: QuantityKind): Measure =>
  measureOf({ start, end, mantissa: value, kind, marked: true, spelled: true });

/** A stretch of time in words, in units of so many milliseconds: "an hour", "half a day". */
export const wordDurationOf = (start: number, end: number, value: number, factor: number): Measure =>
  measureOf({ start, end, mantissa: value, factor, kind: 'duration', unit: 'ms', marked: true, spelled: true });

/** What was measured, normalised: 2 million days in milliseconds. */
export const measured = (m: Measure): number => (m.mantissa * m.scale * m.factor) / m.whole;

/** What is counted, without its unit: 2,000,000 in "2 million days". */
export const figureOf = (m: Measure): number => m.mantissa * m.scale;

/** Measures put together, or one alone: `from` is the old figure of a change. */
export interface Composed {
  readonly start: number;
  readonly end: number;
  readonly main: Measure;
  readonly from?: Measure;
}
