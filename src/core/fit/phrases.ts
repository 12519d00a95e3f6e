/** Finding the words of a requirement in a text. */
import type { Span } from '../ports';

/** Words and phrases in lower case, with single spaces. */
export type Phrases = readonly string[];

const WORD = /[\p{L}\p{N}]/u;

/** Undefined where there is nothing to look for. */
export function phrasesOf(phrases: readonly string[]): Phrases | undefined {
  const list = phrases.map((phrase) => folded(phrase.trim()).replace(/ {2,}/gu, ' ')).filter((phrase) => phrase !== '');
  return list.length === 0 ? undefined : list;
}

/**
 * Where one of the phrases stands between two offsets of a text, whatever its case; the plural counts too, and a hyphen
 * is as good as a space. In the order of the text.
 * @param most how many places are enough.
 */
export function placesOf(phrases: Phrases, text: string, start: number, end: number, most = Infinity): Span[] {
  const part = folded(text.slice(start, end));
  const places: Span[] = [];
  for (const phrase of phrases) {
    for (let at = part.indexOf(phrase), found = 0; at >= 0 && found < most; at = part.indexOf(phrase, at + 1)) {
      const stop = endOfWord(part, at + phrase.length);
      if (stop === undefined || WORD.test(part[at - 1] ?? ' ')) continue;
      places.push({ start: start + at, end: start + stop });
      found += 1;
    }
  }
  return places.sort((a, b) => a.start - b.start).slice(0, most);
}

/** Where the word ends, its plural included; undefined where it goes on. */
function endOfWord(part: string, at: number): number | undefined {
  return [at, at + 1, at + 2].find(
    (end) => ['', 's', 'es'].includes(part.slice(at, end)) && !WORD.test(part[end] ?? ' '),
  );
}

/** In lower case, each character in its place. */
function folded(text: string): string {
  const low = text.toLowerCase();
  return (low.length === text.length ? low : text).replace(/[\s-]/gu, ' ');
}
