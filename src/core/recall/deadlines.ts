/**
 * When cards are wanted: each has to be known on the days of the rounds that it serves, so it is never put off past the
 * next of them, and more of it is wanted the nearer that is. Pure: time is an argument.
 */
import { instantAt } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import { expectedAfter, retrievability, type Memory } from './memory';
import type { RecallCard } from './recallCards';
import { DEFAULT_RETENTION, type Retention } from './retention';

/** A round that is still to come, as far as drill cards are concerned. */
export interface RoundToCome {
  readonly id: string;
  readonly title: string;
  /** When it begins, in milliseconds since the epoch. */
  readonly at: number;
  /** The ids of the competencies that it judges. */
  readonly competencies: readonly string[];
}

export interface Deadlines {
  /** In the order of time. */
  readonly rounds: readonly RoundToCome[];
  readonly retention: Retention;
}

/** No round is to come. */
export const NO_DEADLINES: Deadlines = { rounds: [], retention: DEFAULT_RETENTION };

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A hundred years: the scheduler puts nothing off for longer. */
const FAR = 36_500 * DAY;
/** Over how many days before a round the desired retention rises. */
const RAMP_DAYS = 7;
/**
 * How fast a round that is further off counts for less, in days: what is learnt for it can still be learnt later. Of
 * 0.7 to 15 days, about two had the most cards known (`npm run bench drills`).
 */
const NEARNESS_DAYS = 2;
/** So short a time is kept as it is: the card was not known a moment ago. */
const STEP = DAY / 2;

/** A round without a time is taken to begin when work does. */
const USUAL_TIME = '09:00';

/**
 * The rounds of a loop that are to come; of a closed loop there are none.
 * @param judged the playbook's rounds: a round that it does not know serves no card but those without competencies.
 * @param timeZone of the loop, an IANA name that is known.
 */
export function deadlinesOf(
  { rounds, closed }: Pick<Loop, 'rounds' | 'closed'>,
  judged: readonly { readonly id: string; readonly competencies: readonly string[] }[],
  timeZone: string,
  retention: Retention = DEFAULT_RETENTION,
): Deadlines {
  const competencies = new Map(judged.map((round) => [round.id, round.competencies]));
  const toCome = rounds.flatMap(({ id, title, date, time, status }): RoundToCome[] =>
    date === undefined || status !== 'planned'
      ? []
      : [{ id, title, at: instantAt(date, time ?? USUAL_TIME, timeZone), competencies: competencies.get(id) ?? [] }],
  );
  return { rounds: closed ? [] : toCome.sort((a, b) => a.at - b.at), retention };
}

/**
 * Whether a card is for a round, or the round judges what it teaches; a card that names neither serves every round.
 */
export function serves(
  { competencies, rounds = [] }: Pick<RecallCard, 'competencies' | 'rounds'>,
  round: Pick<RoundToCome, 'id' | 'competencies'>,
): boolean {
  if (rounds.includes(round.id)) return true;
  if (competencies.length === 0) return rounds.length === 0;
  return competencies.some((each) => round.competencies.includes(each));
}

/** When the rounds are that a card serves, from `now` on, in the order of time. */
export function momentsOf(
  card: Pick<RecallCard, 'competencies' | 'rounds'>,
  { rounds }: Deadlines,
  now: number,
): number[] {
  return rounds.filter((round) => round.at > now && serves(card, round)).map(({ at }) => at);
}

/** The chance of recall below which a card is due, `days` (0 or more) before the next round that it serves. */
export function desiredRetention(days: number, { usual, onTheDay }: Retention): number {
  const nearness = Math.max(0, 1 - days / RAMP_DAYS);
  return usual + nearness * Math.max(0, onTheDay - usual);
}

/**
 * When a card is due, in milliseconds since the epoch: when the chance to recall it falls below what is desired, and at
 * the latest when the next round begins that it serves.
 * @param moments of the rounds that it serves, from now on: see `momentsOf`.
 */
export function dueBefore(memory: Memory, [next]: readonly number[], retention: Retention): number {
  const isStep = memory.due - memory.last.at < STEP;
  if (next === undefined && retention.usual === DEFAULT_RETENTION.usual) return memory.due;
  if (isStep) return Math.min(memory.due, next ?? memory.due);
  const desiredAt = (at: number): number =>
    next === undefined ? retention.usual : desiredRetention(Math.max(0, next - at) / DAY, retention);
  const isBelow = (at: number): boolean => retrievability(memory, at) < desiredAt(at);
  // The one falls and the other does not: they cross once.
  let [above, below] = [memory.last.at, next ?? memory.last.at + FAR];
  while (below - above > MINUTE) {
    const middle = (above + below) / 2;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
  return Math.round(below);
}

/**
 * What a review now is worth: by how much it raises the chance to recall the card on the days of its rounds, those that
 * are near counting more.
 * @param moments of the rounds that it serves, from now on: see `momentsOf`.
 */
export function worthOf(memory: Memory | undefined, moments: readonly number[], now: number): number {
  if (moments.length === 0) return 0;
  const after = expectedAfter(memory, now);
  return moments.reduce(
    (sum, at) => sum + (after(at) - retrievability(memory, at)) * Math.exp((now - at) / DAY / NEARNESS_DAYS),
    0,
  );
}
