/** Gives the rounds of a plan their days, or says what does not fit and the smallest change that would make it fit. */
import type { Days } from '../days/calendar';
import { formatShortDate } from '../days/dates';
import { placeRounds, type Slot } from './placeRounds';
import type { PlanProblem } from './planModel';

export interface RoundToPlace {
  readonly id: string;
  readonly title: string;
  /** The day it should have, or has where it is fixed. Days are indices of {@link Days}. */
  readonly day: number;
  readonly fixed: boolean;
  /** Whether a day for feedback is to lie before it. */
  readonly feedbackBefore: boolean;
  /** Whether there is something to prepare for it, so that a working day should come first. */
  readonly prepared: boolean;
}

export interface Placement {
  readonly days: readonly number[];
  readonly problems: readonly PlanProblem[];
}

/** How far beyond the loop's end to look for days. */
const BEYOND = 366;
const MOST_EXTRA_DAYS = 60;
const DAYS_OFF_NAMED = 2;

/** @param start the first day on which a round without a date may be. @param last the loop's last day. */
export function planRounds(rounds: readonly RoundToPlace[], days: Days, start: number, last: number): Placement {
  const lead = placeRounds(slots(rounds, days, start, true), days, last);
  const placed = lead ?? placeRounds(slots(rounds, days, start), days, last);
  if (placed) return { days: placed, problems: [] };
  const chosen = placeRounds(slots(rounds, days, start), days, last + BEYOND) ?? greedy(rounds, days, start);
  return { days: chosen, problems: misfits(rounds, chosen, days, start, last) };
}

function slots(rounds: readonly RoundToPlace[], days: Days, start: number, lead = false): Slot[] {
  let fixedBefore = -Infinity;
  return rounds.map(({ day, fixed, feedbackBefore, prepared }) => {
    const afterWork = lead && prepared ? (days.next(start) ?? start) + 1 : start;
    const earliest = Math.max(afterWork, fixedBefore + 1);
    if (fixed) fixedBefore = Math.max(fixedBefore, day);
    return { day: fixed ? day : (days.next(Math.max(day, start)) ?? day), fixed, feedbackBefore, earliest };
  });
}

/** Where fixed dates do not fit: each round as early as those before it allow, in order. */
function greedy(rounds: readonly RoundToPlace[], days: Days, start: number): number[] {
  let latest = start - 1;
  return rounds.map(({ day, fixed, feedbackBefore }) => {
    const free = days.next(latest + 1) ?? latest + 1;
    const found = fixed ? day : feedbackBefore && latest >= start ? (days.next(free + 1) ?? free + 1) : free;
    latest = Math.max(latest, found);
    return found;
  });
}

function misfits(
  rounds: readonly RoundToPlace[],
  chosen: readonly number[],
  days: Days,
  start: number,
  last: number,
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  rounds.forEach((round, index) => {
    const day = chosen[index] as number;
    const next = rounds.findIndex((other, at) => at > index && other.fixed);
    const bound = next < 0 ? last : Math.min(last, (chosen[next] as number) - 1);
    if (round.fixed || (day <= bound && !days.isOff(day))) return;
    const code = days.isOff(day) ? 'day-off' : 'outside-window';
    const until = formatShortDate(days.date(bound));
    const what = days.isOff(day)
      ? `“${round.title}” does not get a working day.`
      : `No day is left for “${round.title}” up to ${until}.`;
    problems.push({
      code,
      round: round.id,
      message: problems.length === 0 ? `${what} ${leastThatGives(rounds, days, start, last)}` : what,
    });
  });
  return problems;
}

/** The single things that would each make the plan possible, none larger than it has to be. */
export function leastThatGives(rounds: readonly RoundToPlace[], days: Days, start: number, last: number): string {
  const fits = (changed: readonly RoundToPlace[], with_: Days, until: number): boolean =>
    placeRounds(slots(changed, with_, start), with_, until) !== undefined;
  const ways: string[] = [];
  const extra = range(1, MOST_EXTRA_DAYS).find((more) => fits(rounds, days, last + more));
  if (extra !== undefined) ways.push(extra === 1 ? 'one day more' : `${extra} days more`);
  rounds.forEach((round, index) => {
    const freed = rounds.map((other, at) => (at === index ? { ...other, fixed: false } : other));
    if (round.fixed && fits(freed, days, last)) ways.push(`another date for “${round.title}”`);
  });
  const off = range(start, last).filter((day) => days.isOff(day) && fits(rounds, days.workingOn(day), last));
  ways.push(...off.slice(0, DAYS_OFF_NAMED).map((day) => `${formatShortDate(days.date(day))} as a working day`));
  const without = rounds.map((round) => ({ ...round, feedbackBefore: false }));
  if (rounds.some(({ feedbackBefore }) => feedbackBefore) && fits(without, days, last))
    ways.push('no day for feedback');
  if (ways.length === 0) return 'No single change is enough: give the loop more days and free one of the fixed dates.';
  return `It would take ${ways.join(', or ')}.`;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
