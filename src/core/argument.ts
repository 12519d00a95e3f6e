/** Reads what another extension hands to the API: nothing in it is taken for granted, and what is wrong gets words. */
import * as z from 'zod/mini';

/** What is wrong with an argument. */
export interface ArgumentProblem {
  readonly code: 'bad-argument';
  /** One sentence: what is wrong and what to give instead. */
  readonly message: string;
}

/** The longest text that is read, in UTF-16 units. */
export const MOST_TEXT = 1_000_000;

export function badArgument(message: string): ArgumentProblem {
  return { code: 'bad-argument', message };
}

/** A text to read, or what is wrong with it. */
export function readText(
  name: string,
  value: unknown,
): { readonly text: string } | { readonly problem: ArgumentProblem } {
  if (typeof value !== 'string') return { problem: badArgument(`“${name}” has to be a string, not ${kindOf(value)}.`) };
  if (value.length > MOST_TEXT)
    return { problem: badArgument(`“${name}” is longer than ${MOST_TEXT} characters: give it in parts.`) };
  return { text: value };
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A list of at most `most` items. One that is longer is refused before its items are looked at. */
export function listOf<T extends z.ZodMiniType>(item: T, most: number): z.ZodMiniType<z.output<T>[]> {
  const isShort = (value: unknown): boolean => Array.isArray(value) && value.length <= most;
  return z.pipe(
    z.custom<unknown[]>(isShort, `has to be a list of at most ${most}`),
    z.array(item),
  ) as unknown as z.ZodMiniType<z.output<T>[]>;
}

/** Runs what reads an argument: one that cannot be read gives undefined, whatever it does while it is read. */
export function unlessItThrows<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
