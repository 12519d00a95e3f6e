/** What there is to review, and a sitting of it. */
import { dueBefore, momentsOf, worthOf } from './deadlines';
import { cardsPerDay, minutesOf, reviewedToday, UNPLANNED, type DrillPlan } from './drillPlan';
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
  /**
   * Seen before and due by now: first what a minute helps most on the days of the rounds, then the longest overdue.
   */
  readonly due: readonly RecallCard[];
  /** Never seen: first what a minute helps most on the days of the rounds, then in the order of the playbook. */
  readonly fresh: readonly RecallCard[];
  /** What is asked, in this order: all that are due, and as many new ones as the day has room for. */
  readonly wanted: readonly RecallCard[];
  /** Seen before and not due yet, the next due first. */
  readonly later: readonly RecallCard[];
  /** Those of them that are due in some minutes: not known a moment ago. */
  readonly soon: readonly RecallCard[];
  /** When the next card is due, where none is now; in milliseconds since the epoch. */
  readonly next: number | undefined;
}

/** @param now milliseconds since the epoch. */
export function reviewQueue(
  cards: readonly RecallCard[],
  memories: Memories,
  now: number,
  { deadlines, newPerDay, dayBegan }: DrillPlan = UNPLANNED,
): Queue {
  const buried = cards.flatMap(({ buriedUntil = 0 }) => (buriedUntil > now ? [buriedUntil] : []));
  const judged = cards
    .filter(({ buriedUntil = 0 }) => buriedUntil <= now)
    .map((card) => {
      const memory = memories.get(card.id);
      const moments = momentsOf(card, deadlines, now);
      const due = memory && dueBefore(memory, moments, deadlines.retention);
      // What is not due is not asked for, so what it would be worth need not be known.
      const worth = due !== undefined && due > now ? 0 : worthOf(memory, moments, now) / minutesOf(memory);
      return { card, due, worth };
    });
  const open = judged
    .filter(({ due }) => due === undefined || due <= now)
    .sort((a, b) => b.worth - a.worth || orderOf(a.due) - orderOf(b.due));
  const later = judged.flatMap(({ card, due }) => (due !== undefined && due > now ? [{ card, due }] : []));
  later.sort((a, b) => a.due - b.due);
  const cardsOf = (list: readonly { readonly card: RecallCard }[]): RecallCard[] => list.map(({ card }) => card);
  const due = cardsOf(open.filter(({ due: at }) => at !== undefined));
  const fresh = cardsOf(open.filter(({ due: at }) => at === undefined));
  const begun = [...memories.values()].filter(({ first }) => first >= dayBegan).length;
  const admitted = new Set([...due, ...fresh.slice(0, Math.max(0, newPerDay - begun))]);
  return {
    due,
    fresh,
    wanted: apart(
      cardsOf(open).filter((card) => admitted.has(card)),
      cards,
      memories,
      dayBegan,
    ),
    later: cardsOf(later),
    soon: cardsOf(later.filter(({ due }) => due <= now + AHEAD)),
    next: [...later.slice(0, 1).map(({ due }) => due), ...buried].reduce<number | undefined>(
      (first, at) => Math.min(first ?? at, at),
      undefined,
    ),
  };
}

/**
 * The cards without those that another would give away: of siblings, one is asked on a day, and one that was not known
 * comes back.
 */
function apart(
  wanted: readonly RecallCard[],
  cards: readonly RecallCard[],
  memories: Memories,
  dayBegan: number,
): RecallCard[] {
  const asked = new Map<string, string>();
  for (const { id, sibling } of cards) {
    const last = memories.get(id)?.last.at;
    if (sibling !== undefined && last !== undefined && last >= dayBegan) asked.set(sibling, id);
  }
  return wanted.filter(({ id, sibling }) => {
    if (sibling === undefined) return true;
    if (!asked.has(sibling)) asked.set(sibling, id);
    return asked.get(sibling) === id;
  });
}

/**
 * What the day still asks for, in the order in which it is asked: all that are about to be forgotten, and of those that
 * were never seen, what a round to come asks for and there is time for.
 * @param reviews in the order of time.
 */
export function askedToday(
  { due, wanted }: Queue,
  reviews: readonly Review[],
  plan: DrillPlan,
  now: number,
): RecallCard[] {
  const seen = new Set(due);
  let left = cardsPerDay(plan) - reviewedToday(reviews, plan) - due.length;
  return wanted.filter((card) => seen.has(card) || (momentsOf(card, plan.deadlines, now).length > 0 && left-- > 0));
}

/** A sitting: what is next in it, and how far it is. */
export interface Sitting {
  /** Undefined when it is over. */
  readonly card: RecallCard | undefined;
  readonly done: number;
  /** How many cards it has, the done ones included; a card that was not known counts again. */
  readonly all: number;
}

/**
 * @param reviews those given in this sitting.
 * @param limit how many cards it has at most.
 */
export function sitting({ due, wanted, soon }: Queue, reviews: readonly Review[], limit = SITTING): Sitting {
  const seen = new Set(reviews.map(({ card }) => card));
  // What came up in this sitting comes back in it, whatever its size; the room that is left is for the others.
  const again = [...due, ...soon].filter(({ id }) => seen.has(id));
  const others = wanted.filter(({ id }) => !seen.has(id)).slice(0, Math.max(0, limit - seen.size));
  const last = reviews.at(-1)?.card;
  const rest = [...others, ...again];
  // The card that was just seen would be recalled from the screen: another goes first, where there is one.
  const card = rest.find(({ id }) => id !== last) ?? rest[0];
  return { card, done: reviews.length, all: reviews.length + rest.length };
}

/**
 * The queue of somebody who has chosen the cards: all of them are asked, first those that are due or new, and no matter
 * how many new ones the day has had.
 */
export function chosenQueue(queue: Queue): Queue {
  const soon = new Set(queue.soon);
  return { ...queue, wanted: [...queue.wanted, ...queue.later.filter((card) => !soon.has(card))] };
}

/** Cards that were seen come before those that were not. */
function orderOf(due: number | undefined): number {
  return due ?? Number.MAX_SAFE_INTEGER;
}
