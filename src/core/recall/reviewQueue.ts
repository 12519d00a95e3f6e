/** What there is to review, and a sitting of it. */
import type { Memories } from './memory';
import type { RecallCard } from './recallCards';
import type { Review } from './reviewLog';

/** How many cards one sitting has: about ten minutes. More would be put off, or only half read. */
export const SITTING = 20;

/**
 * A card that was not known comes back within the sitting, though it is not due for some minutes. Anki's learn-ahead
 * limit.
 */
const AHEAD = 20 * 60_000;

export interface Queue {
  /** Seen before and due by now, the longest overdue first. */
  readonly due: readonly RecallCard[];
  /** Never seen, in the order of the playbook. */
  readonly fresh: readonly RecallCard[];
  /** Due in some minutes: not known a moment ago. */
  readonly soon: readonly RecallCard[];
  /** When the next card is due, where none is now; in milliseconds since the epoch. */
  readonly next: number | undefined;
}

/** @param now milliseconds since the epoch. */
export function reviewQueue(cards: readonly RecallCard[], memories: Memories, now: number): Queue {
  const seen = cards.flatMap((card) => {
    const memory = memories.get(card.id);
    return memory ? [{ card, due: memory.due }] : [];
  });
  seen.sort((a, b) => a.due - b.due);
  const dueIn = (from: number, to: number): RecallCard[] =>
    seen.filter(({ due }) => due > from && due <= to).map(({ card }) => card);
  return {
    due: dueIn(-Infinity, now),
    fresh: cards.filter(({ id }) => !memories.has(id)),
    soon: dueIn(now, now + AHEAD),
    next: seen.find(({ due }) => due > now)?.due,
  };
}

/** A sitting: what is next in it, and how far it is. */
export interface Sitting {
  /** Undefined when it is over. */
  readonly card: RecallCard | undefined;
  readonly done: number;
  /** How many cards it has, the done ones included; a card that was not known counts again. */
  readonly all: number;
}

/** @param reviews those given in this sitting. */
export function sitting({ due, fresh, soon }: Queue, reviews: readonly Review[]): Sitting {
  const seen = new Set(reviews.map(({ card }) => card));
  // What came up in this sitting comes back in it, whatever its size; the room that is left is for the others.
  const again = [...due, ...soon].filter(({ id }) => seen.has(id));
  const others = [...due.filter(({ id }) => !seen.has(id)), ...fresh].slice(0, Math.max(0, SITTING - seen.size));
  const last = reviews.at(-1)?.card;
  const rest = [...others, ...again];
  // The card that was just seen would be recalled from the screen: another goes first, where there is one.
  const card = rest.find(({ id }) => id !== last) ?? rest[0];
  return { card, done: reviews.length, all: reviews.length + rest.length };
}
