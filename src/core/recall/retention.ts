/** The chance of recall below which a card is due, 0 to 1. */
export interface Retention {
  readonly usual: number;
  /** On the day of a round; over the week before, it rises to this. */
  readonly onTheDay: number;
}

export const DEFAULT_RETENTION: Retention = { usual: 0.9, onTheDay: 0.97 };
