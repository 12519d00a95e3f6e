import type { MinutesPerDay, WorkCalendar } from '../days/calendar';
import type { CalendarDate } from '../days/dates';

/** No loop is longer, and no date of one is further from its first contact: ten years, in days. */
export const MOST_DAYS = 3660;

/** As much of a playbook as a plan needs. Days count from 1, the day of first contact. */
export interface Plannable {
  readonly days: number;
  readonly rounds: readonly {
    readonly id: string;
    readonly title?: string;
    readonly day: number;
    readonly minutes?: number;
  }[];
  readonly feedback?: { readonly day: number; readonly after: string } | undefined;
  readonly preparation?:
    | readonly {
        readonly title: string;
        readonly day: number;
        readonly before?: string | undefined;
        readonly minutes?: number | undefined;
      }[]
    | undefined;
}

/** What is already fixed about a round: a date stays, pinned or not; only rounds without one are planned. */
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
  /** The day by which it is to be done. */
  readonly date: CalendarDate;
  /** The round that it serves. */
  readonly round?: string;
}

/** When a task is worked on: from `from` to `date`, on each day as much as there is time for. */
export interface PlannedWork {
  readonly title: string;
  readonly from: CalendarDate;
  readonly date: CalendarDate;
  readonly minutes: number;
}

/** How much there is to do on a day. */
export interface DayMinutes {
  readonly date: CalendarDate;
  readonly minutes: number;
}

export interface PlanProblem {
  readonly code:
    | 'bad-argument'
    | 'bad-date'
    | 'unknown-round'
    | 'out-of-order'
    | 'outside-window'
    | 'day-off'
    | 'no-feedback-day'
    | 'no-day'
    | 'overload';
  /** What does not fit, and the smallest change that would make it fit. */
  readonly message: string;
  /** The first of the things that would be enough, in a few words. */
  readonly enough?: string;
  /** The round it is about. */
  readonly round?: string;
}

export interface Plan {
  readonly rounds: readonly PlannedRound[];
  /** Undefined where the playbook has none or no working day is left for it. */
  readonly feedbackDay: CalendarDate | undefined;
  readonly tasks: readonly PlannedTask[];
  /** The tasks again, in the same order. */
  readonly work: readonly PlannedWork[];
  /**
   * The work of each day that has any, from `today` on: what is open of the tasks, the rounds and the feedback. No day
   * has more than `minutesPerDay` while an earlier day that may have work has room.
   */
  readonly load: readonly DayMinutes[];
  /** A good day for a mock interview before each round that leaves one. */
  readonly mocks: readonly { readonly round: string; readonly date: CalendarDate }[];
  /** Days for a short drill: working days up to the last round that have no round. */
  readonly drills: readonly CalendarDate[];
  readonly problems: readonly PlanProblem[];
}

export interface PlanInput {
  readonly playbook: Plannable;
  readonly firstContact: CalendarDate;
  readonly rounds?: readonly GivenRound[] | undefined;
  /** Nothing without a date is planned before this day. */
  readonly today?: CalendarDate | undefined;
  /** The day on which preparation begins; left out, the first contact, or today where that is before it. */
  readonly prepareFrom?: CalendarDate | undefined;
  /** Days off; left out, Saturdays and Sundays. */
  readonly calendar?: WorkCalendar | undefined;
  /**
   * Time for work on a working day, or on each weekday: `{ mon: 60, sat: 240 }`, where a day that is left out is off.
   * Where it is given, what does not fit into it is a problem.
   */
  readonly minutesPerDay?: MinutesPerDay | undefined;
  /** The titles of the tasks that are done: they take no more time. */
  readonly done?: readonly string[] | undefined;
}
