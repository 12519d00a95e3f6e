/** A theme of questions as it is written down: see `concepts.ts`. */
export interface WrittenTheme {
  readonly id: string;
  /** Named in the reason for a match: “it tells of …”. */
  readonly title: string;
  /** Phrases between commas, each word for all of its forms; the same for the next. */
  readonly asks: string;
  readonly tells: string;
}
