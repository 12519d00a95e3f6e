/** Names of times, for the lists of words that hold them. */
export const MONTH_NAMES = 'january february march april may june july august september october november december';
export const WEEKDAY_NAMES = 'monday tuesday wednesday thursday friday saturday sunday';
