/** Lays a playbook's rounds, feedback day and preparation on calendar days. */
import type { CalendarDate } from '../loop/model';
import { addDays, dateOfDay, daysBetween, isWorkingDay, parseDate } from './dates';

/** As much of a playbook as a plan needs. Days count from 1, the day of first contact. */
export interface Plannable {
  readonly days: number;
  readonly rounds: readonly { readonly id: string; readonly title?: string; readonly day: number }[];
  readonly feedback?: { readonly day: number; readonly after: string } | undefined;
  readonly preparation?: readonly { readonly title: string; readonly day: number; readonly before?: string | undefined }[] | undefined;
}

/** What is fixed of a round already: a date stays, pinned or not; only rounds without one are planned. */
export interface GivenRound {
  readonly id: string;
  readonly date?: CalendarDate | undefined;
  readonly time?: string | undefined;
  readonly pinned?: boolean | undefined;
}

export interface PlannedRound {
  readonly id: string;
  readonly date: CalendarDate;
  readonly time?: string;
  readonly pinned: boolean;
}

export interface PlannedTask {
  readonly title: string;
  readonly date: CalendarDate;
  /** The round that it serves. */
  readonly round?: string;
}

export interface PlanProblem {
  readonly code: 'bad-date' | 'unknown-round' | 'out-of-order' | 'outside-window' | 'weekend' | 'no-feedback-day';
  readonly message: string;
  /** The round it is about. */
  readonly round?: string;
}

export interface Plan {
  readonly rounds: readonly PlannedRound[];
  /** Undefined where the playbook has none or no day is left for it. */
  readonly feedbackDay: CalendarDate | undefined;
  readonly tasks: readonly PlannedTask[];
  readonly problems: readonly PlanProblem[];
}

export interface PlanInput {
  readonly playbook: Plannable;
  readonly firstContact: CalendarDate;
  readonly rounds?: readonly GivenRound[] | undefined;
  /** Nothing that has no date yet is planned before this day. */
  readonly today?: CalendarDate | undefined;
}

/**
 * Plans a loop. A round without a date gets its playbook day; one that falls on a weekend moves to the next working
 * day while the order of the rounds and the loop's length allow, else to the one before. Never throws: what does not
 * fit is told in `problems`.
 */
export function planSchedule(input: PlanInput): Plan {
  const firstContact = parseDate(input.firstContact);
  if (firstContact === undefined) {
    const message = `“${input.firstContact}” is not a calendar day: write the first contact as YYYY-MM-DD.`;
    return { rounds: [], feedbackDay: undefined, tasks: [], problems: [{ code: 'bad-date', message }] };
  }
  return new Planner(input.playbook, firstContact, input.rounds ?? [], parseDate(input.today ?? '')).plan();
}

class Planner {
  private readonly problems: PlanProblem[] = [];
  private readonly lastDay: CalendarDate;

  constructor(
    private readonly playbook: Plannable,
    private readonly firstContact: CalendarDate,
    private readonly given: readonly GivenRound[],
    private readonly today: CalendarDate | undefined,
  ) {
    this.lastDay = dateOfDay(firstContact, Math.max(1, playbook.days));
  }

  plan(): Plan {
    const rounds = this.rounds();
    return { rounds, feedbackDay: this.feedbackDay(rounds), tasks: this.tasks(rounds), problems: this.problems };
  }

  private rounds(): PlannedRound[] {
    const known = new Set(this.playbook.rounds.map(({ id }) => id));
    for (const { id } of this.given) {
      if (!known.has(id)) this.problem('unknown-round', `The playbook has no round “${id}”.`, id);
    }
    const fixed = this.playbook.rounds.map(({ id }) => this.givenDate(id));
    const planned: PlannedRound[] = [];
    this.playbook.rounds.forEach(({ id, day }, index) => {
      const given = this.given.find((round) => round.id === id);
      const previous = planned[index - 1]?.date;
      const date = fixed[index] ?? this.place(id, day, previous, this.latest(fixed, index), this.gapBefore(index));
      if (fixed[index] !== undefined) this.checkFixed(id, date, previous);
      planned.push({ id, date, pinned: given?.pinned ?? false, ...(given?.time === undefined ? {} : { time: given.time }) });
    });
    return planned;
  }

  private givenDate(id: string): CalendarDate | undefined {
    const date = this.given.find((round) => round.id === id)?.date;
    if (date === undefined) return undefined;
    const parsed = parseDate(date);
    if (parsed === undefined) this.problem('bad-date', `“${date}” is not a calendar day: write it as YYYY-MM-DD.`, id);
    return parsed;
  }

  /** Days a round keeps from the one before it: 1, or 2 where the feedback day lies between them. */
  private gapBefore(index: number): number {
    const after = this.playbook.feedback?.after;
    return after !== undefined && this.playbook.rounds[index - 1]?.id === after ? 2 : 1;
  }

  /** The last day round `index` may have so that every later one still finds a day. */
  private latest(fixed: readonly (CalendarDate | undefined)[], index: number): CalendarDate {
    let gap = 0;
    for (let later = index + 1; later < fixed.length; later += 1) {
      gap += this.gapBefore(later);
      const date = fixed[later];
      if (date !== undefined) return earlier(addDays(date, -gap), addDays(this.lastDay, -gap));
    }
    return addDays(this.lastDay, -gap);
  }

  private place(id: string, day: number, previous: CalendarDate | undefined, latest: CalendarDate, gap: number): CalendarDate {
    const earliest = [previous && addDays(previous, gap), this.today].reduce<CalendarDate>((a, b) => (b && b > a ? b : a), this.firstContact);
    const wanted = dateOfDay(this.firstContact, day);
    if (earliest > latest) {
      this.problem('outside-window', `No day is left for “${this.title(id)}” between ${earliest} and ${latest}.`, id);
      return earliest;
    }
    const date = later(earliest, earlier(wanted, latest));
    const working = seek(date, latest, 1) ?? seek(date, earliest, -1);
    if (working === undefined) this.problem('weekend', `“${this.title(id)}” falls on a weekend, and no working day is free around it.`, id);
    return working ?? date;
  }

  private checkFixed(id: string, date: CalendarDate, previous: CalendarDate | undefined): void {
    if (previous !== undefined && date < previous) {
      this.problem('out-of-order', `“${this.title(id)}” on ${date} is before the round it follows, on ${previous}.`, id);
    }
    if (date < this.firstContact || date > this.lastDay) {
      this.problem('outside-window', `“${this.title(id)}” on ${date} is outside the loop, ${this.firstContact} to ${this.lastDay}.`, id);
    }
  }

  private feedbackDay(rounds: readonly PlannedRound[]): CalendarDate | undefined {
    const { feedback } = this.playbook;
    if (!feedback) return undefined;
    const index = rounds.findIndex(({ id }) => id === feedback.after);
    const after = rounds[index]?.date;
    const next = rounds[index + 1]?.date;
    const earliest = after === undefined ? this.firstContact : addDays(after, 1);
    const latest = index >= 0 && next !== undefined ? addDays(next, -1) : this.lastDay;
    if (earliest > latest) {
      this.problem('no-feedback-day', `No day is left for feedback after “${this.title(feedback.after)}”: move the next round.`, feedback.after);
      return undefined;
    }
    const date = later(earliest, earlier(dateOfDay(this.firstContact, feedback.day), latest));
    return seek(date, latest, 1) ?? seek(date, earliest, -1) ?? date;
  }

  /** A task is planned on its day, not before today, and never after the round that it serves. */
  private tasks(rounds: readonly PlannedRound[]): PlannedTask[] {
    return (this.playbook.preparation ?? []).map(({ title, day, before }) => {
      const round = rounds.find(({ id }) => id === before);
      const wanted = later(dateOfDay(this.firstContact, day), this.today ?? this.firstContact);
      const end = round?.date ?? this.lastDay;
      const date = wanted <= end ? wanted : later(this.firstContact, earlier(addDays(end, -1), wanted));
      return { title, date: earlier(date, end), ...(before === undefined ? {} : { round: before }) };
    });
  }

  private title(id: string): string {
    return this.playbook.rounds.find((round) => round.id === id)?.title ?? id;
  }

  private problem(code: PlanProblem['code'], message: string, round: string): void {
    this.problems.push({ code, message, round });
  }
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** The first working day from `from` towards `to`, both included; undefined when there is none. */
function seek(from: CalendarDate, to: CalendarDate, step: 1 | -1): CalendarDate | undefined {
  const distance = daysBetween(from, to) * step;
  for (let offset = 0; offset <= Math.min(distance, 7); offset += 1) {
    const date = addDays(from, offset * step);
    if (isWorkingDay(date)) return date;
  }
  return undefined;
}
