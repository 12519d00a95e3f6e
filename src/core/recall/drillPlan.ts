/** How somebody drills: when cards are wanted, and how much of a day is for them. */
import { NO_DEADLINES, type Deadlines } from './deadlines';
import type { Memory } from './memory';
import type { Review } from './reviewLog';

export interface DrillPlan {
  readonly deadlines: Deadlines;
  /** How many minutes of a day are for cards. */
  readonly minutesPerDay: number;
  /** The most cards of a day that were never seen before. */
  readonly newPerDay: number;
  /** When the day began, in milliseconds since the epoch. */
  readonly dayBegan: number;
  /** Where the rounds take place, an IANA name that is known. */
  readonly timeZone: string;
}

/** No round is to come, and nothing is limited. */
export const UNPLANNED: DrillPlan = {
  deadlines: NO_DEADLINES,
  minutesPerDay: 10,
  newPerDay: Infinity,
  dayBegan: 0,
  timeZone: 'UTC',
};

/** A sitting of 20 cards takes about ten minutes. */
export const CARD_MINUTES = 0.5;

/** How many reviews of the usual length a card's own are weighed against: one that was interrupted says little. */
const USUAL_REVIEWS = 2;

/** How many minutes a review of a card takes, by those that it had. */
export function minutesOf(memory: Memory | undefined): number {
  const { ms, reviews } = memory?.time ?? { ms: 0, reviews: 0 };
  return (ms / 60_000 + USUAL_REVIEWS * CARD_MINUTES) / (reviews + USUAL_REVIEWS);
}

/** How many cards there is time for on a day. */
export function cardsPerDay({ minutesPerDay }: Pick<DrillPlan, 'minutesPerDay'>): number {
  return Math.max(1, Math.round(minutesPerDay / CARD_MINUTES));
}

/** How many of the reviews, which are in the order of time, were given on this day. */
export function reviewedToday(reviews: readonly Review[], { dayBegan }: Pick<DrillPlan, 'dayBegan'>): number {
  let before = reviews.length;
  while (before > 0 && (reviews[before - 1] as Review).at >= dayBegan) before -= 1;
  return reviews.length - before;
}
