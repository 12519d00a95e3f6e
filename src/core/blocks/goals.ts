/** What one assumption would have to be for an estimate to reach its goal. */
import type { Amount } from './amounts';
import type { Assumption } from './estimateTypes';
import type { Model } from './models';

export interface Give {
  readonly key: string;
  /** In the terms of the assumption's amount. */
  readonly value: number;
  readonly amount: Amount;
  readonly isWithin: boolean;
}

/** The least effort comes first: within a range, then beyond it, then what has no range. */
interface Candidate extends Give {
  readonly rank: number;
  readonly effort: number;
}

/** How many assumptions are tried at most, those that move the result most first. */
const MOST_TRIED = 16;
const DOUBLINGS = 40;
const HALVINGS = 60;

/**
 * The assumption that reaches a goal with the least strain, the others as they are: as a share of the way to the end of
 * its range, or else of itself. Undefined where none can.
 * @param keys of the assumptions, the one that moves the result most first.
 */
export function findGive(model: Model, wanted: number, keys: readonly string[]): Give | undefined {
  const { assumptions } = model;
  const first = keys.flatMap((key) => assumptions.findIndex((one) => one.key === key));
  const others = assumptions.map((_, index) => index).filter((index) => !first.includes(index));
  let best: Candidate | undefined;
  for (const index of [...first, ...others].slice(0, MOST_TRIED)) {
    const assumption = assumptions[index] as Assumption;
    const value = solve((x) => model.lastWith(index, x), assumption.amount.value, wanted);
    if (value === undefined || !isPossible(assumption, value)) continue;
    const candidate = candidateOf(assumption, value);
    if (!best || candidate.rank < best.rank || (candidate.rank === best.rank && candidate.effort < best.effort))
      best = candidate;
  }
  return best;
}

/** It keeps its sign, and a share stays below the whole. */
function isPossible({ amount }: Assumption, value: number): boolean {
  if (!Number.isFinite(value) || value === 0 || Math.sign(value) !== Math.sign(amount.value)) return false;
  return !amount.isPercent || amount.value > 1 || value <= 1;
}

function candidateOf({ key, amount, low, high }: Assumption, value: number): Candidate {
  const end = value > amount.value ? high : low;
  const isWithin = value >= low && value <= high;
  const hasWay = end !== amount.value;
  const effort = Math.abs((value - amount.value) / (hasWay ? end - amount.value : amount.value));
  return { key, value, amount, isWithin, rank: isWithin ? 0 : hasWay ? 1 : 2, effort };
}

/** Where a function of one number has a value, seen from where it is now; undefined where that is not found. */
function solve(of: (x: number) => number, now: number, wanted: number): number | undefined {
  if (now === 0) return undefined;
  const close = (x: number): boolean => Math.abs(of(x) - wanted) <= 1e-9 * Math.max(Math.abs(wanted), 1e-300);
  const valueNow = of(now);
  // Most formulas are straight in each assumption, or in its reciprocal.
  const slope = (of(now * 1.5) - valueNow) / (now * 0.5);
  const straight = now + (wanted - valueNow) / slope;
  if (close(straight)) return straight;
  const bent = (of(now / 1.5) - valueNow) / (0.5 / now);
  const reciprocal = 1 / (1 / now + (wanted - valueNow) / bent);
  if (close(reciprocal)) return reciprocal;
  return search(of, now, wanted, 2) ?? search(of, now, wanted, 0.5);
}

function search(of: (x: number) => number, now: number, wanted: number, step: number): number | undefined {
  const isBelow = of(now) < wanted;
  let near = now;
  for (let count = 0; count < DOUBLINGS; count += 1) {
    let far = near * step;
    const value = of(far);
    if (!Number.isFinite(value)) return undefined;
    if (value < wanted === isBelow) {
      near = far;
      continue;
    }
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (near + far) / 2;
      if (of(middle) < wanted === isBelow) near = middle;
      else far = middle;
    }
    // Across a division by 0, the sign changes and no value in between is met.
    return Math.abs(of(far) - wanted) <= 1e-6 * Math.max(Math.abs(wanted), 1e-300) ? far : undefined;
  }
  return undefined;
}
