/** How the drills are going, in figures: what was reviewed, how much of it was known, what is to come, what is hard. */
import { addDays, dateAt, formatShortDate } from '../days/dates';
import { dueBefore, momentsOf } from './deadlines';
import type { DrillPlan } from './drillPlan';
import { replay, type Memories } from './memory';
import type { RecallCard } from './recallCards';
import type { Review } from './reviewLog';

export interface DrillNumbers {
  /** The days of the last two weeks on which something was reviewed, today first. */
  readonly history: readonly {
    /** “Tue 24 Nov”. */
    readonly day: string;
    readonly reviews: number;
    readonly known: number;
    /** How long it took, as far as that was kept; rounded. */
    readonly minutes: number;
  }[];
  /** Of the cards that came back after half a day or more: how many there were, and how many were known. */
  readonly retention: { readonly asked: number; readonly known: number };
  /**
   * How many cards fall due on each day that has any, or a round: two weeks ahead or up to the next round. Today has
   * what is overdue.
   */
  readonly ahead: readonly {
    /** “Tue 24 Nov”. */
    readonly day: string;
    readonly due: number;
    /** The titles of the rounds on that day; '' where there are none. */
    readonly rounds: string;
  }[];
  /** Whether there are enough reviews to fit the scheduler's parameters to them, which we cannot do. */
  readonly couldBeFitted: boolean;
  /** The cards that were forgotten most often, at most five. */
  readonly hardest: readonly { readonly question: string; readonly lapses: number }[];
}

const DAY = 86_400_000;
const DAYS = 14;
const MOST_HARD = 5;
/** FSRS's own optimiser asks for as many. */
const ENOUGH_TO_FIT = 400;

/** @param reviews in the order of time. @param now milliseconds since the epoch. */
export function drillNumbers(
  cards: readonly RecallCard[],
  reviews: readonly Review[],
  plan: DrillPlan,
  now: number,
): DrillNumbers {
  const memories = replay(reviews);
  return {
    history: historyOf(reviews, plan),
    retention: retentionOf(reviews),
    ahead: aheadOf(cards, memories, plan, now),
    couldBeFitted: reviews.length >= ENOUGH_TO_FIT,
    hardest: cards
      .map(({ id, question }) => ({ question, lapses: memories.get(id)?.lapses ?? 0 }))
      .filter(({ lapses }) => lapses > 0)
      .sort((a, b) => b.lapses - a.lapses)
      .slice(0, MOST_HARD),
  };
}

/** Days from today; negative before it. */
const dayIndex = (at: number, { dayBegan }: DrillPlan): number => Math.floor((at - dayBegan) / DAY);

function dayInWords(index: number, { dayBegan, timeZone }: DrillPlan): string {
  return formatShortDate(addDays(dateAt(dayBegan, timeZone), index));
}

function historyOf(reviews: readonly Review[], plan: DrillPlan): DrillNumbers['history'] {
  const days = new Map<number, { reviews: number; known: number; ms: number }>();
  for (const { at, rating, ms = 0 } of reviews) {
    const index = dayIndex(at, plan);
    if (index <= -DAYS || index > 0) continue;
    const day = days.get(index) ?? { reviews: 0, known: 0, ms: 0 };
    days.set(index, {
      reviews: day.reviews + 1,
      known: day.known + (rating === 'again' ? 0 : 1),
      ms: day.ms + ms,
    });
  }
  return [...days]
    .sort(([a], [b]) => b - a)
    .map(([index, { reviews: count, known, ms }]) => ({
      day: dayInWords(index, plan),
      reviews: count,
      known,
      minutes: Math.round(ms / 60_000),
    }));
}

function retentionOf(reviews: readonly Review[]): DrillNumbers['retention'] {
  const last = new Map<string, number>();
  let [asked, known] = [0, 0];
  for (const { card, at, rating } of reviews) {
    const before = last.get(card);
    if (before !== undefined && at - before >= DAY / 2) {
      asked += 1;
      if (rating !== 'again') known += 1;
    }
    last.set(card, at);
  }
  return { asked, known };
}

function aheadOf(
  cards: readonly RecallCard[],
  memories: Memories,
  plan: DrillPlan,
  now: number,
): DrillNumbers['ahead'] {
  const rounds = plan.deadlines.rounds.filter(({ at }) => at > now);
  const until = Math.max(DAYS, ...rounds.slice(0, 1).map(({ at }) => dayIndex(at, plan) + 1));
  const days = new Map<number, { due: number; rounds: string[] }>();
  const dayAt = (moment: number): { due: number; rounds: string[] } | undefined => {
    const index = Math.max(0, dayIndex(moment, plan));
    if (index >= until) return undefined;
    const day = days.get(index) ?? { due: 0, rounds: [] };
    days.set(index, day);
    return day;
  };
  for (const { at, title } of rounds) dayAt(at)?.rounds.push(title);
  for (const card of cards) {
    const memory = memories.get(card.id);
    if (!memory) continue;
    const wanted = dueBefore(memory, momentsOf(card, plan.deadlines, now), plan.deadlines.retention);
    const day = dayAt(Math.max(wanted, card.buriedUntil ?? wanted));
    if (day) day.due += 1;
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([index, day]) => ({ day: dayInWords(index, plan), due: day.due, rounds: day.rounds.join(', ') }));
}
