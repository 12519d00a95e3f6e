/** What core needs from outside. Adapters live in the layers above; tests pass their own. */

/** Milliseconds since the Unix epoch. The one source of "now". */
export interface Clock {
  now(): number;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
}

/** A piece of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something wrong in a text, and where. */
export interface TextProblem extends Span {
  /** One sentence: what is wrong and what to do about it. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Something wrong with a file of the user's, with the place to click. */
export interface Problem extends TextProblem {
  /** Where: a path relative to what was being read, with `/` between its parts. */
  readonly path: string;
}
