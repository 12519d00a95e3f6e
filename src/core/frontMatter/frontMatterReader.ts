/**
 * Reads the keys of front matter by a table that says how each is read: every kind of file has its table, and what is
 * wrong is reported at its place.
 */
import type { TextProblem } from '../ports';
import type { FrontMatter } from './parseFrontMatter';

/** What a key has, as its reader gets it. */
export interface Given {
  readonly key: string;
  /** Undefined where the key is missing, or has nothing after its colon. */
  readonly value: unknown;
  /** Whether the front matter could be read: a key that is missing in a broken one may well be there. */
  readonly isReadable: boolean;
  /**
   * Reports what is wrong with the value, and gives undefined in its place.
   * @param within leads to the part of the value that is wrong: keys of maps, indexes of lists.
   */
  wrong(message: Message, ...within: readonly (string | number)[]): undefined;
}

/** One sentence: what is wrong and what to do about it. */
export type Message = string | ((key: string, value: unknown) => string);

/** Turns what a key has into a value. It reports what is wrong, leaves that out, and never throws. */
export type KeyReader<T> = (given: Given) => T;

/** The keys of a kind of file, in the order in which what is wrong with them is reported. */
type KeyTable = Readonly<Record<string, KeyReader<unknown>>>;

export type ValuesOf<Keys extends KeyTable> = { readonly [Key in keyof Keys]: ReturnType<Keys[Key]> };

export class FrontMatterReader {
  /** What was wrong with the keys that were read so far. Why the block itself is broken is in the front matter. */
  readonly problems: TextProblem[] = [];

  /** @param isBlank whether a value still waits to be filled in: then its key counts as missing. */
  constructor(
    private readonly front: FrontMatter,
    private readonly isBlank: (value: unknown) => boolean = () => false,
  ) {}

  /** The values of all the keys in a table. */
  readAll<Keys extends KeyTable>(keys: Keys): ValuesOf<Keys> {
    return Object.fromEntries(
      Object.entries(keys).map(([key, reader]) => [key, this.read(key, reader)]),
    ) as ValuesOf<Keys>;
  }

  /** The value of one key. */
  read<T>(key: string, reader: KeyReader<T>): T {
    const written = this.front.data[key];
    const value = written === null || this.isBlank(written) ? undefined : written;
    return reader({
      key,
      value,
      isReadable: this.front.errors.length === 0,
      wrong: (message, ...within) =>
        this.report(typeof message === 'string' ? message : message(key, value), key, ...within),
    });
  }

  /** Reports what is wrong with the value of a key, or with the part of it that `within` leads to. */
  report(message: string, key: string, ...within: readonly (string | number)[]): undefined {
    const { start, end } = this.front.place(key, ...within);
    this.problems.push({ start, end, message, severity: 'warning' });
    return undefined;
  }
}
