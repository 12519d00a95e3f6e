/**
 * A place in one of the user's files: `path` is relative to the prep folder, lines are 0-based, offsets as in the
 * editor.
 */
export interface FilePlace {
  readonly path: string;
  readonly line?: number;
  readonly start?: number;
  readonly end?: number;
}

/** A line of a task list: its text as the file has it, and whether it is done. */
export interface Tick {
  readonly text: string;
  readonly checked: boolean;
  /** Its place among the items of the same text, from 0; left out where no other says the same. */
  readonly nth?: number;
}
