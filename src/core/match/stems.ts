/** Words in their stems, so that “mentored” finds “mentor”. */
import { stemmer } from 'stemmer';

const WORD = /[\p{L}\p{N}]+/gu;
/** What is longer is no word; the stemmer takes more than linear time for it. */
const LONGEST_WORD = 40;

/** The words of a text in lower case, each in its stem (Porter’s algorithm, by `stemmer`). */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().replace(/[’']/gu, '').match(WORD) ?? []).map((word) =>
    word.length > LONGEST_WORD ? word : stemmer(word),
  );
}
