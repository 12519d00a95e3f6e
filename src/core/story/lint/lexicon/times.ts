/** Names of times, for the lists of words that hold them. */
import * as names from '../../../days/names';

export const MONTH_NAMES = names.MONTH_NAMES.join(' ').toLowerCase();
export const WEEKDAY_NAMES = names.WEEKDAY_NAMES.join(' ').toLowerCase();
