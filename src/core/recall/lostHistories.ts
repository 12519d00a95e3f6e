/** What the log has of cards that are gone, so that it can be given to those that took their place. */
import type { RecallCard } from './recallCards';
import type { Review } from './reviewLog';

/** Reviews of a question that no card asks any more. */
export interface LostHistory {
  /** The id of the card that is gone. */
  readonly id: string;
  /** The words that its question began with, as far as its id has them. */
  readonly words: string;
  readonly reviews: number;
  /** When the last one was, in milliseconds since the epoch. */
  readonly last: number;
}

/** The last reviewed first. @param reviews in the order of time. */
export function lostHistories(reviews: readonly Review[], cards: readonly RecallCard[]): LostHistory[] {
  const there = new Set(cards.map(({ id }) => id));
  const lost = new Map<string, LostHistory>();
  for (const { card: id, at } of reviews)
    if (!there.has(id)) lost.set(id, { id, words: wordsOf(id), reviews: (lost.get(id)?.reviews ?? 0) + 1, last: at });
  return [...lost.values()].sort((a, b) => b.last - a.last);
}

/** The cards, first those whose question has most words in common with one that is gone. */
export function likeliestFirst(cards: readonly RecallCard[], { words }: LostHistory): RecallCard[] {
  const gone = new Set(words.split(' '));
  const common = new Map(
    cards.map(({ id }) => [
      id,
      wordsOf(id)
        .split(' ')
        .filter((word) => gone.has(word)).length,
    ]),
  );
  return [...cards].sort((a, b) => (common.get(b.id) ?? 0) - (common.get(a.id) ?? 0));
}

function wordsOf(id: string): string {
  return id.replace(/-[\da-f]{8}$/u, '').replaceAll('-', ' ');
}
