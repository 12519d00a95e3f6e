/** The shares of a grant, and what one of them brings. */
import { atLeastZero, exactly, minus, ONE, over, roundDown, times, whole, type Exact } from './exactMath';
import type { Equity } from './offerModel';

/** The whole shares of a grant; a fraction of a share is not granted. Undefined where their number is unknown. */
export function sharesOf({ shares, percent, outstanding }: Equity): bigint | undefined {
  return shares === undefined ? sharesOfPercent({ percent, outstanding }) : BigInt(shares);
}

/** What a percentage of the company is in whole shares. */
export function sharesOfPercent({ percent, outstanding }: Pick<Equity, 'percent' | 'outstanding'>): bigint | undefined {
  if (percent === undefined || outstanding === undefined) return undefined;
  return roundDown(over(times(exactly(percent), exactly(outstanding)), whole(100n)));
}

/** Restricted stock has no strike, whatever its file says. */
export const hasStrike = ({ kind, strike }: Equity): boolean => kind !== 'rsu' && strike !== undefined;

/**
 * What one share brings; undefined where the grant is in money.
 * @param factor what its price is multiplied by.
 */
export function worthOfShare(equity: Equity, factor: Exact = ONE): Exact | undefined {
  const { price, strike = 0 } = equity;
  if (price === undefined) return undefined;
  const worth = times(exactly(price), factor);
  return hasStrike(equity) ? atLeastZero(minus(worth, exactly(strike))) : worth;
}
