import type { WordId } from '../../prose/vocabulary';
import type { StoryContext } from '../context';

/** The speaker: I, my, me. */
export const isSpeaker = (story: StoryContext, k: number): boolean => story.is(k).first || story.is(k).mine;

/** The speaker stands at most `reach` tokens before `k`, in the same part of the sentence. */
export function hasSpeakerBefore(story: StoryContext, k: number, first: number, reach: number): boolean {
  for (let back = k - 1; back >= first && back >= k - reach; back -= 1) {
    if (isSpeaker(story, back)) return true;
    if (story.tokens.afterBreak(back)) return false;
  }
  return false;
}

/** The words stand one after the other from token `k` on. */
export const isPhrase = (story: StoryContext, k: number, ...words: readonly WordId[]): boolean =>
  words.every((word, i) => story.id(k + i) === word);

/** How many tokens from `from` to `to` (exclusive) pass. */
export function countIn(from: number, to: number, test: (token: number) => boolean): number {
  let count = 0;
  for (let k = from; k < to; k += 1) if (test(k)) count += 1;
  return count;
}

/** The token begins its part of the sentence. */
export const beginsClause = (story: StoryContext, k: number, first: number): boolean =>
  k === first || story.tokens.afterBreak(k);
