/** Days by which offers have to be answered, and where they collide with other offers and loops. */
import { addDays, daysBetween, type CalendarDate } from '../days/dates';
import { plural } from '../words';

export interface OfferDeadline {
  /** The offer’s file: two offers may have one name. */
  readonly id: string;
  /** What the offer is called. */
  readonly name: string;
  /** The loop’s id; undefined for an offer without a loop. */
  readonly loop: string | undefined;
  readonly date: CalendarDate;
}

/** A loop that still goes on, and its last round. */
export interface OpenLoop {
  readonly id: string;
  readonly name: string;
  readonly last: CalendarDate;
}

export interface Collision {
  /** In a few words. */
  readonly label: string;
  /** What to do about it. */
  readonly advice: string;
}

/** Two answers within this many days of each other have to be weighed together. */
const CLOSE_DAYS = 7;

/** What an offer’s deadline collides with: the deadline of another offer, and the last round of another loop. */
export function collisionsOf(
  own: OfferDeadline,
  deadlines: readonly OfferDeadline[],
  loops: readonly OpenLoop[],
): Collision[] {
  const others = deadlines.filter(({ id }) => id !== own.id);
  const close = others
    .filter(({ date }) => Math.abs(daysBetween(own.date, date)) <= CLOSE_DAYS)
    .map((other): Collision => {
      const days = daysBetween(own.date, other.date);
      const when = days === 0 ? 'the same day' : `${plural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
      return {
        label: `${other.name} wants an answer ${when} (${other.date})`,
        advice:
          days < 0 ? `Ask ${other.name} for time until ${own.date}.` : 'Compare the two before you answer either.',
      };
    });
  const hasOffer = new Set(deadlines.map(({ loop }) => loop));
  const before = loops
    .filter(({ id, last }) => id !== own.loop && !hasOffer.has(id) && last >= own.date)
    .map(({ name, last }): Collision => ({
      label: `${name} has its last round on ${last}, ${last === own.date ? 'the same day' : 'after this deadline'}`,
      advice: `Ask for time until ${addDays(last, 1)}, or ask ${name} to decide sooner.`,
    }));
  return [...close, ...before];
}

/**
 * The deadlines of offers without a loop, the earliest first, each with what it collides with. A collision of two
 * stands at the earlier one, and one with a loop’s offer stands in that loop’s day.
 * @param deadlines those that are not over.
 */
export function deadlinesWithoutLoop(
  deadlines: readonly OfferDeadline[],
  loops: readonly OpenLoop[],
): { readonly deadline: OfferDeadline; readonly collisions: readonly Collision[] }[] {
  const own = deadlines
    .filter(({ loop }) => loop === undefined)
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const withOffer = new Set(deadlines.map(({ loop }) => loop));
  const without = loops.filter(({ id }) => !withOffer.has(id));
  return own.map((deadline, index) => ({
    deadline,
    collisions: collisionsOf(deadline, own.slice(index + 1), without),
  }));
}
