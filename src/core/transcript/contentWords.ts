import { wordsOf } from '../match/stems';
import { searchWords } from '../match/storyIndex';

/** The words of a text that say something, in their stems. */
export function contentWords(text: string): string[] {
  return searchWords(wordsOf(text));
}
