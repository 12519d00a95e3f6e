/**
 * What is remembered of the cards: the reviews played again in order, by the FSRS-6 model with its published default
 * parameters (`ts-fsrs`; https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm). Pure: the same
 * reviews give the same memory, and time is an argument.
 */
import { createEmptyCard, default_w, forgetting_curve, fsrs, Rating as Grade, State, type Card } from 'ts-fsrs';
import type { Rating, Review } from './reviewLog';

/** How long the reviews of a card took, as far as that was kept. */
export interface TimeSpent {
  /** Milliseconds, of all of them. */
  readonly ms: number;
  /** Of how many reviews it was kept. */
  readonly reviews: number;
}

const NO_TIME: TimeSpent = { ms: 0, reviews: 0 };

function timeAfter(before: TimeSpent, { ms }: Review): TimeSpent {
  return ms === undefined ? before : { ms: before.ms + ms, reviews: before.reviews + 1 };
}

/** A card that was reviewed at least once. */
export interface Memory {
  /** When it should be seen again, in milliseconds since the epoch. */
  readonly due: number;
  readonly last: Review;
  /** When it was reviewed for the first time, in milliseconds since the epoch. */
  readonly first: number;
  /** Days until the chance to recall it has fallen to 90 %. */
  readonly stability: number;
  /** How hard the card is, 1 to 10. */
  readonly difficulty: number;
  readonly reviews: number;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
  readonly time: TimeSpent;
  /** What the scheduler goes on from. */
  readonly state: Card;
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

/** What the next review of a card depends on: the scheduler works out much more, of which only the last counts. */
interface Trace {
  stability: number;
  difficulty: number;
  readonly first: number;
  at: number;
  reviews: number;
  lapses: number;
  time: TimeSpent;
  state: State;
}

function play(reviews: readonly Review[]): Memories {
  const traces = new Map<string, { trace: Trace | undefined; last: Review }>();
  for (const review of reviews) {
    const present = traces.get(review.card);
    if (!present) traces.set(review.card, { trace: undefined, last: review });
    else {
      present.trace = follow(present.trace, present.last);
      present.last = review;
    }
  }
  const memories = new Map<string, Memory>();
  for (const [card, { trace, last }] of traces) memories.set(card, rememberAfter(trace && beginningOf(trace), last));
  return memories;
}

/** As the scheduler goes on with one learning step: a property test compares the two. */
function follow(before: Trace | undefined, review: Review): Trace {
  const { rating } = review;
  const grade = GRADES[rating];
  const at = Math.max(review.at, before?.at ?? review.at);
  // The scheduler counts the midnights in between, in UTC.
  const days = before ? Math.floor(at / DAY) - Math.floor(before.at / DAY) : 0;
  const { stability, difficulty } = scheduler.next_state(before ?? null, days, grade);
  const had = before ?? { first: at, reviews: 0, lapses: 0, time: NO_TIME, state: State.Learning };
  const wasLearnt = had.state === State.Review;
  const stays = wasLearnt ? rating === 'again' : rating === 'again' || rating === 'hard';
  const learning = wasLearnt ? State.Relearning : had.state;
  return {
    stability,
    difficulty,
    first: had.first,
    at,
    reviews: had.reviews + 1,
    lapses: had.lapses + (wasLearnt && rating === 'again' ? 1 : 0),
    time: timeAfter(had.time, review),
    state: stays ? learning : State.Review,
  };
}

function beginningOf({ stability, difficulty, first, at, reviews, lapses, time, state }: Trace): Beginning {
  const empty = createEmptyCard<Card>(at);
  return {
    first,
    at,
    time,
    state: { ...empty, stability, difficulty, reps: reviews, lapses, state, last_review: new Date(at) },
  };
}

/** What a card was before a review. */
interface Beginning {
  readonly first: number;
  /** When it was last reviewed. */
  readonly at: number;
  readonly time: TimeSpent;
  readonly state: Card;
}

/** The memory of a card after a review of it. @param before undefined for a card that is new. */
export function remember(before: Memory | undefined, review: Review): Memory {
  return rememberAfter(
    before && { first: before.first, at: before.last.at, time: before.time, state: before.state },
    review,
  );
}

function rememberAfter(before: Beginning | undefined, review: Review): Memory {
  // Setting the clock back does not undo what was learnt.
  const at = Math.max(review.at, before?.at ?? review.at);
  const state = scheduler.next(before?.state ?? createEmptyCard<Card>(at), at, GRADES[review.rating]).card;
  const { stability, difficulty, reps: reviews, lapses } = state;
  const first = before?.first ?? at;
  const time = timeAfter(before?.time ?? NO_TIME, review);
  return {
    due: state.due.getTime(),
    last: { ...review, at },
    first,
    stability,
    difficulty,
    reviews,
    lapses,
    time,
    state,
  };
}

/** The chance, 0 to 1, that the card is recalled at `now` (milliseconds); 0 for one that was never reviewed. */
export function retrievability(memory: Memory | undefined, now: number): number {
  if (!memory) return 0;
  return forgetting_curve(default_w, Math.max(0, now - memory.last.at) / DAY, memory.stability);
}

/** The chance that a card which was never seen is known, for want of anything better. */
export const UNSEEN = 0.5;

/**
 * What is to be expected of a card that is reviewed at `now`, whether it is recalled then or not: the chance, 0 to 1,
 * to recall it at a moment from then on.
 */
export function expectedAfter(memory: Memory | undefined, now: number): (at: number) => number {
  const chance = memory ? retrievability(memory, now) : UNSEEN;
  const known = stabilityAfter(memory, now, Grade.Good);
  const forgotten = stabilityAfter(memory, now, Grade.Again);
  return (at) => {
    const days = Math.max(0, at - now) / DAY;
    return (
      chance * forgetting_curve(default_w, days, known) + (1 - chance) * forgetting_curve(default_w, days, forgotten)
    );
  };
}

function stabilityAfter(memory: Memory | undefined, now: number, grade: Grade.Good | Grade.Again): number {
  const state = memory ? { stability: memory.stability, difficulty: memory.difficulty } : null;
  const days = memory ? Math.max(0, now - memory.last.at) / DAY : 0;
  return scheduler.next_state(state, days, grade).stability;
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
export function outlook(
  memory: Memory | undefined,
  card: string,
  now: number,
  dueOf: (memory: Memory) => number = ({ due }) => due,
): Readonly<Record<Rating, number>> {
  const days = (rating: Rating): number => (dueOf(remember(memory, { card, at: now, rating })) - now) / DAY;
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}
