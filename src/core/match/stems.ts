/** Words in their stems, so that “mentored” finds “mentor”. */
import { stemmer } from 'stemmer';

const WORD = /[\p{L}\p{N}]+/gu;
/** What is longer is no word; the stemmer takes more than linear time for it. */
const LONGEST_WORD = 40;

/** The words of a text in lower case, each in its stem (Porter’s algorithm, by `stemmer`). */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().replace(/[’']/gu, '').match(WORD) ?? []).map(stemOf);
}

/** Stems that were worked out before: talk says the same few thousand words again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

function stemOf(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  let stem = known.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, stem);
  }
  return stem;
}
