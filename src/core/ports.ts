/** What core needs from outside. Adapters live in the layers above; tests pass their own. */

/** Milliseconds since the Unix epoch. The one source of "now". */
export interface Clock {
  now(): number;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
}

/**
 * Something wrong with a file of the user's, with the place to click. Offsets are UTF-16 units into the file's text.
 */
export interface Problem {
  /** Where: a path relative to what was being read, with `/` between its parts. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** One sentence: what is wrong and what to do about it. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}
