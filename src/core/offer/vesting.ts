/**
 * How a grant is split into the parts that vest, by the allocation types of the Open Cap Table Coalition’s format (its
 * schema `AllocationType`): of 18 shares in 4 parts, cumulative rounding pays 5-4-5-4, cumulative rounding down
 * 4-5-4-5, front-loaded 5-5-4-4 and back-loaded 4-4-5-5. However it is split, the parts add up to the grant.
 */
import { exactly, roundDown, roundHalfUp } from './exactMath';
import type { Cadence, ShareRounding, Vesting } from './offerModel';

/** Something that vests. */
export interface Payment {
  /** Months after the grant. */
  readonly month: number;
  /** Shares, or cents. */
  readonly amount: bigint;
}

const PER_YEAR: Readonly<Record<Cadence, number>> = { monthly: 12, quarterly: 4, yearly: 1 };

/** What vests of a grant and when. What would vest before the cliff is paid at the cliff, all at once. */
export function payments(grant: bigint, vesting: Vesting): Payment[] {
  const perYear = PER_YEAR[vesting.cadence];
  const weights = wholeWeights(vesting.split).flatMap((weight) => Array<bigint>(perYear).fill(weight));
  const parts = allocate(grant, weights, vesting.rounding);
  const dated = parts.map((amount, index) => ({ month: ((index + 1) * 12) / perYear, amount }));
  const before = dated.filter(({ month }) => month <= vesting.cliffMonths);
  const atCliff = { month: vesting.cliffMonths, amount: before.reduce((sum, { amount }) => sum + amount, 0n) };
  return before.length > 0 ? [atCliff, ...dated.slice(before.length)] : dated;
}

/**
 * Splits a grant into whole parts by weights, of which at least one is above 0. The sum is always the grant.
 */
export function allocate(grant: bigint, weights: readonly bigint[], rounding: ShareRounding): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (rounding === 'cumulative' || rounding === 'down') {
    const round = rounding === 'down' ? roundDown : roundHalfUp;
    let weight = 0n;
    let paid = 0n;
    return weights.map((own) => {
      weight += own;
      const due = round({ top: grant * weight, bottom: all });
      const part = due - paid;
      paid = due;
      return part;
    });
  }
  const parts = weights.map((weight) => (grant * weight) / all);
  let left = grant - parts.reduce((sum, part) => sum + part, 0n);
  const order = weights.map((_, index) => (rounding === 'frontLoaded' ? index : weights.length - 1 - index));
  for (const index of order) {
    // A year in which nothing vests gets no share of what is left over.
    if (left === 0n) break;
    if (weights[index] === 0n) continue;
    parts[index] = (parts[index] as bigint) + 1n;
    left -= 1n;
  }
  return parts;
}

/** Percentages as whole numbers in the same proportions. */
function wholeWeights(split: readonly number[]): bigint[] {
  // Written decimals: each denominator is a power of ten, so the largest is one of all.
  const parts = split.map(exactly);
  const common = parts.reduce((most, { bottom }) => (bottom > most ? bottom : most), 1n);
  return parts.map(({ top, bottom }) => top * (common / bottom));
}

/** What has vested by the end of each year, from the grant on. */
export function vestedByYear(paid: readonly Payment[], years: number): bigint[] {
  return Array.from({ length: years }, (_, index) =>
    paid.filter(({ month }) => month <= (index + 1) * 12).reduce((sum, { amount }) => sum + amount, 0n),
  );
}
