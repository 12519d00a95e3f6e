import { wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';

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
