/** Finding the words of a requirement in a text. */
import type { Span } from '../ports';

const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;

/**
 * A pattern for words and phrases, whatever their case: the plural counts too, and a hyphen is as good as a space.
 * Undefined where there is nothing to look for.
 */
export function phrasePattern(phrases: readonly string[]): RegExp | undefined {
  const parts = phrases
    .map((phrase) => phrase.trim().replace(SPECIAL, '\\$&'))
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.replace(/[\s-]+/gu, '[ \\t-]'));
  if (parts.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
}

/** Where a pattern's words stand between two offsets of a text. */
export function placesOf(pattern: RegExp, text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: start + index,
    end: start + index + length,
  }));
}
