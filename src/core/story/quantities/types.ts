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
}

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
  /** Undefined for a bare number: what it measures is for its neighbours to say. */
  readonly kind: QuantityKind | undefined;
  readonly unit: string | null;
  /** Written as 4,500 or 1.2M or $5: a figure even where no noun follows. */
  readonly marked: boolean;
  /** A year, a date, a name's number ("Route 53"): no figure by itself, though it may be part of a larger thing. */
  readonly suspect: boolean;
  /** Spelled in letters. */
  readonly spelled: boolean;
  /** The high end of a range. */
  readonly high: Measure | undefined;
}

export const measured = (m: Measure): number => m.mantissa * m.scale * m.factor;

type Draft = { -readonly [Part in keyof Measure]: Measure[Part] };

/**
 * A copy of the measure, to change some parts of. Written out, part by part: measures keep one shape, and copying one
 * costs what making
 * it costs (a spread costs ten times that).
 */
export const copyOf = (m: Measure): Draft => ({
  start: m.start,
  end: m.end,
  mantissa: m.mantissa,
  scale: m.scale,
  factor: m.factor,
  kind: m.kind,
  unit: m.unit,
  marked: m.marked,
  suspect: m.suspect,
  spelled: m.spelled,
  high: m.high,
});

/** A copy that starts or ends elsewhere. */
export function stretched(m: Measure, start: number, end: number): Measure {
  const made = copyOf(m);
  made.start = start;
  made.end = end;
  return made;
}

/** A copy that is of another kind. */
export function turned(m: Measure, end: number, kind: QuantityKind, unit: string | null): Draft {
  const made = copyOf(m);
  made.end = end;
  made.kind = kind;
  made.unit = unit;
  made.suspect = false;
  return made;
}

/** A measure in words that stands by itself: "doubled", "a third", "an hour". */
export const wordMeasureOf = (
  start: number,
  end: number,
  value: number,
  kind: QuantityKind,
  unit: string | null,
  factor: number,
): Measure => ({
  start,
  end,
  mantissa: value,
  scale: 1,
  factor,
  kind,
  unit,
  marked: true,
  suspect: false,
  spelled: true,
  high: undefined,
});
