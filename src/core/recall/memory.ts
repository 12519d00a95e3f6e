/**
 * What is remembered of the cards: the reviews played again in order, by the FSRS-6 model with its published default
 * parameters (`ts-fsrs`; https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm). Pure: the same
 * reviews give the same memory, and time is an argument.
 */
import { createEmptyCard, default_w, forgetting_curve, fsrs, Rating as Grade, type Card } from 'ts-fsrs';
import type { Rating, Review } from './reviewLog';

/** A card that was reviewed at least once. */
export interface Memory {
  /** When it should be seen again, in milliseconds since the epoch. */
  readonly due: number;
  readonly last: Review;
  /** Days until the chance to recall it has fallen to 90 %. */
  readonly stability: number;
  readonly reviews: number;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
}

export type Memories = ReadonlyMap<string, Memory>;

const DAY = 86_400_000;

// No fuzz: the same log has to mean the same days. One step: a card that was known at once comes back in days, one that
// was not in the same sitting.
const scheduler = fsrs({ enable_fuzz: false, learning_steps: ['10m'], relearning_steps: ['10m'] });
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

const replayed = new WeakMap<readonly Review[], Memories>();

/** @param reviews in the order of time; a list that was played before is not played again. */
export function replay(reviews: readonly Review[]): Memories {
  const memories = replayed.get(reviews) ?? play(reviews);
  replayed.set(reviews, memories);
  return memories;
}

function play(reviews: readonly Review[]): Memories {
  const memories = new Map<string, { card: Card; last: Review }>();
  for (const review of reviews) {
    const before = memories.get(review.card);
    // Setting the clock back does not undo what was learnt.
    const at = Math.max(review.at, before?.last.at ?? review.at);
    const { card } = scheduler.next(before?.card ?? createEmptyCard<Card>(at), at, GRADES[review.rating]);
    memories.set(review.card, { card, last: { ...review, at } });
  }
  return new Map(
    [...memories].map(([id, { card, last }]) => [
      id,
      { due: card.due.getTime(), last, stability: card.stability, reviews: card.reps, lapses: card.lapses },
    ]),
  );
}

/** The chance, 0 to 1, that the card is recalled at `now` (milliseconds); 0 for one that was never reviewed. */
export function retrievability(memory: Memory | undefined, now: number): number {
  if (!memory) return 0;
  return forgetting_curve(default_w, Math.max(0, now - memory.last.at) / DAY, memory.stability);
}

/**
 * How much of the cards is retained: the share that is expected to be recalled at `now`, 0 to 1; 1 where there are
 * none.
 */
export function retained(ids: readonly string[], memories: Memories, now: number): number {
  if (ids.length === 0) return 1;
  return ids.reduce((sum, id) => sum + retrievability(memories.get(id), now), 0) / ids.length;
}

/** The days until the card would be due again after each rating, as fractions. */
export function outlook(reviews: readonly Review[], card: string, now: number): Readonly<Record<Rating, number>> {
  const days = (rating: Rating): number => {
    const next = replay([...reviews.filter((review) => review.card === card), { card, at: now, rating }]).get(card);
    return ((next?.due ?? now) - now) / DAY;
  };
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}
