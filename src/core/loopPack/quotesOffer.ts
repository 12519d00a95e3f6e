/** Whether a text says a figure of the offer: scripts are composed from it, and it is private. */
import type { Offer, StatedFigure } from '../offer/offerModel';
import { RUNGS } from '../offer/offerModel';
import { extractQuantities } from '../story/quantities';

/** Smaller amounts of money say nothing of an offer. */
const LEAST = 100;

/** The amounts of an offer, without what was stated. */
export function offerAmounts({ base, signOn, equity, refreshers, asks }: Offer): number[] {
  return [
    base,
    ...signOn.map(({ amount }) => amount),
    ...refreshers.map(({ value }) => value),
    ...[equity?.value, equity?.shares, equity?.price, equity?.strike],
    ...RUNGS.flatMap((rung) => {
      const ask = asks[rung];
      return [ask?.base, ask?.grant, ask?.signOn, ask?.total];
    }),
  ].filter((amount) => amount !== undefined);
}

export const statedAmounts = (stated: readonly StatedFigure[]): number[] =>
  stated.flatMap(({ base, total }) => [base, total]).filter((amount) => amount !== undefined);

export function quotesAmounts(text: string, amounts: readonly number[]): boolean {
  const known = new Set(amounts.filter((amount) => amount >= LEAST));
  if (known.size === 0) return false;
  const numbers = [...text.matchAll(/\d[\d,.\u00a0 ']*/gu)].map(([digits]) =>
    Number(digits.replace(/[^\d.]|\.$/gu, '')),
  );
  return (
    numbers.some((number) => known.has(number)) ||
    extractQuantities(text).some(({ value, high, from }) => [value, high, from].some((each) => known.has(each ?? NaN)))
  );
}
