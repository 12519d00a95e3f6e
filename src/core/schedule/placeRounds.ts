/** Finds days for rounds: every round on a working day, in order, as few of them moved as can be. */
import type { Days } from '../days/calendar';

/** A round that is to have a day. Days are indices of {@link Days}. */
export interface Slot {
  /** The day it has where it is fixed; otherwise the day that would suit it best. */
  readonly day: number;
  /** Stays on its day, whatever that is. */
  readonly fixed: boolean;
  /** Whether a working day is to lie between the round before and this one: there feedback comes and is used. */
  readonly feedbackBefore: boolean;
  /** The first day it may have. */
  readonly earliest: number;
  /** Whether it has `day` already, so that another day is a move; left out, it does. */
  readonly settled?: boolean;
}

/** More than any shift in days. */
const MOVE = 1_000_000;

interface Choice {
  readonly day: number;
  readonly cost: number;
  readonly previous: Choice | undefined;
}

/**
 * The days of the rounds, each later than the one before: fixed ones stay, the others get working days up to `last`. Of
 * all such plans, it takes one with the fewest rounds off their wished days; of these, one with the fewest days of
 * shift; of these, the latest. So the same input gives the same plan. Two fixed rounds in the wrong order stay as they
 * are.
 * @returns undefined when there is no such plan.
 */
export function placeRounds(slots: readonly Slot[], days: Days, last: number): number[] | undefined {
  let choices: readonly Choice[] = [];
  for (const [index, slot] of slots.entries()) {
    const candidates = slot.fixed ? [slot.day] : days.working(slot.earliest, last);
    const next: Choice[] = [];
    let reached = 0;
    let best: Choice | undefined;
    for (const day of candidates) {
      const limit = before(day, slot.feedbackBefore, days);
      for (; reached < choices.length; reached += 1) {
        const choice = choices[reached] as Choice;
        if (choice.day > limit && !(slot.fixed && slots[index - 1]?.fixed)) break;
        if (!best || choice.cost <= best.cost) best = choice;
      }
      if (index > 0 && !best) continue;
      const shift = Math.abs(day - slot.day);
      next.push({
        day,
        cost: (best?.cost ?? 0) + shift + (shift > 0 && slot.settled !== false ? MOVE : 0),
        previous: best,
      });
    }
    if (next.length === 0) return undefined;
    choices = next;
  }
  return chosen(choices);
}

/** The last day that a round may have where the next one is on `day`. */
function before(day: number, feedback: boolean, days: Days): number {
  if (!feedback) return day - 1;
  const between = days.previous(day - 1);
  return between === undefined ? -Infinity : between - 1;
}

function chosen(choices: readonly Choice[]): number[] {
  let best: Choice | undefined;
  for (const choice of choices) if (!best || choice.cost <= best.cost) best = choice;
  const result: number[] = [];
  for (let at = best; at; at = at.previous) result.unshift(at.day);
  return result;
}
