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

/** What a file or folder looks like from outside. */
export interface FileLook {
  /** When it was last written, in milliseconds since the epoch. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
  readonly isFolder: boolean;
}

/**
 * The files of this machine's disk, by their paths. However often other programs write at the same time, and whenever
 * this one is killed: a file is wholly as before or wholly as after, and nobody's writing is lost. Less is promised for
 * a file that has other names too, or is in a folder where no other file can be made, and against a program that
 * replaces it within the same microseconds.
 */
export interface Disk {
  /**
   * Edits a file by what `change` makes of its bytes; it is called again where another program was faster, and what it
   * throws is thrown. Undefined leaves the file as it is.
   * @returns 'overtaken' where other programs were faster each time.
   * @throws an error with a `code` of Node's where there is no such file, or it cannot be written to.
   */
  edit(path: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Promise<'done' | 'overtaken'>;
  /** A file's time and size, links followed; undefined where that cannot be found out, for whatever reason. */
  lookAt(path: string): Promise<FileLook | undefined>;
  /** The bytes of a file; undefined where it cannot be read, for whatever reason. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Whether a file is marked as read-only: then it is not written to, even where that could be done. */
  isReadonly(path: string): boolean;
  /** Creates a file in a folder that is there; never replaces one. */
  create(path: string, bytes: Uint8Array): Promise<'created' | 'exists'>;
  /**
   * Registers whom to tell of what another program wrote into a file that was replaced at that moment, where both
   * changed the same lines: it is kept in the file `copy`.
   */
  onDidKeep(listener: (path: string, copy: string) => void): void;
  /** Registers whom to tell of what another program wrote into such a file, where there was nowhere to keep it. */
  onDidMiss(listener: (path: string, bytes: Uint8Array, cause: unknown) => void): void;
  dispose(): void;
}
