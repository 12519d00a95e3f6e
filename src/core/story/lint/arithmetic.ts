import { wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import type { NumberTold } from './numbersOf';

/** What the checks of arithmetic have in common. */

/** What may stand between a figure and what is worked out from it. */
export const SAME_AGAIN = wordSet(`
  so or which that is was are makes making means meaning i.e equals equal thus therefore hence about around roughly nearly
  almost some a an the of amounts comes came to in other words saving saved up it namely
`);

/** Percentage points, or points of a score. */
export const isInPoints = ({
  kind,
  unit,
}: Pick<Quantity, 'unit'> & { readonly kind?: Quantity['kind'] | undefined }): boolean =>
  kind === 'points' || unit === 'pp';

/** A figure for a message, to one decimal: “1,234.5”. */
export const inWords = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en-US');

/** A number that does not follow from the others, and what they come to. */
export interface Wrong {
  readonly told: NumberTold;
  readonly is: string;
}

/** How far off a rounded figure may be, as a share of itself. */
const SLACK = 0.06;

/** Two figures are the same but for rounding. */
export const isClose = (told: number, actual: number): boolean => Math.abs(told - actual) <= SLACK * Math.abs(actual);
