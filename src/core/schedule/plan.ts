/** Lays a playbook's rounds, feedback day, preparation, mocks and drills on calendar days. */
import { Days, DEFAULT_CALENDAR, DEFAULT_MINUTES_PER_DAY } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { formatShortDate, parseDate } from '../days/dates';
import { farDate } from './farDate';
import {
  MOST_DAYS,
  type DayMinutes,
  type GivenRound,
  type Plan,
  type PlanInput,
  type PlannedRound,
  type PlanProblem,
} from './planModel';
import { planRounds } from './planRounds';
import { DEFAULT_TASK_MINUTES, planTasks, type TaskPlan } from './planTasks';

export type {
  DayMinutes,
  GivenRound,
  Plan,
  PlanInput,
  Plannable,
  PlannedRound,
  PlannedTask,
  PlannedWork,
  PlanProblem,
} from './planModel';

/** What using the feedback takes on its day, in minutes. */
export const FEEDBACK_MINUTES = 60;

/**
 * Plans a loop. A round without a date gets its playbook day; one that falls on a day off moves to the next working day
 * while the order of the rounds and the loop's length allow, else to one before. Preparation comes before the round
 * that it serves, laid on days by the time that there is. Dates that are given stay. Never throws: what does not fit is
 * reported in `problems`, with the smallest change that would help.
 */
export function planSchedule(input: PlanInput): Plan {
  const firstContact = parseDate(input.firstContact);
  if (firstContact === undefined) {
    const message = `“${input.firstContact}” is not a calendar day: write the first contact as YYYY-MM-DD.`;
    return noPlan({ code: 'bad-date', message });
  }
  return new Planner(input, new Days(firstContact, input.calendar ?? DEFAULT_CALENDAR)).plan();
}

/** An empty plan, for the reason given. */
export function noPlan(problem: PlanProblem): Plan {
  return {
    rounds: [],
    feedbackDay: undefined,
    tasks: [],
    work: [],
    load: [],
    mocks: [],
    drills: [],
    problems: [problem],
  };
}

/** Days are indices: 0 is the day of first contact. */
class Planner {
  private readonly problems: PlanProblem[] = [];
  private readonly given: readonly GivenRound[];
  /** The first day on which a round without a date may be. */
  private readonly start: number;
  /** The first day on which there can be work. */
  private readonly today: number;
  /** The day on which preparation begins, whatever day it is today. */
  private readonly prepareFrom: number;
  private readonly last: number;

  constructor(
    private readonly input: PlanInput,
    private readonly days: Days,
  ) {
    const today = parseDate(input.today ?? '');
    this.given = input.rounds ?? [];
    this.start = Math.max(0, today === undefined ? 0 : days.index(today));
    this.last = Math.max(1, input.playbook.days) - 1;
    const from = parseDate(input.prepareFrom ?? '');
    const index = from === undefined ? Math.min(0, today === undefined ? 0 : days.index(today)) : days.index(from);
    // Preparation cannot begin after the loop, or years before it.
    this.prepareFrom = index > this.last || index < -MOST_DAYS ? 0 : index;
    this.today = today === undefined ? this.prepareFrom : Math.max(this.prepareFrom, days.index(today));
  }

  plan(): Plan {
    const { playbook } = this.input;
    const at = this.rounds();
    const feedback = this.feedbackDay(at);
    const drills = this.days
      .working(this.start, Math.min(this.last, Math.max(-1, ...at)))
      .filter((day) => !at.includes(day));
    const taken = this.appointments(at, feedback);
    const tasks = this.tasks(at, taken);
    const preparation = playbook.preparation ?? [];
    const date = (day: number): CalendarDate => this.days.date(day);
    return {
      rounds: playbook.rounds.map(({ id }, index): PlannedRound => {
        const { pinned, time } = this.givenOf(id) ?? {};
        return {
          id,
          date: date(at[index] as number),
          pinned: pinned ?? false,
          ...(time === undefined ? {} : { time }),
        };
      }),
      feedbackDay: feedback === undefined ? undefined : date(feedback),
      tasks: preparation.map(({ title, before }, index) => ({
        title,
        date: date(tasks.due[index] as number),
        ...(before === undefined ? {} : { round: before }),
      })),
      work: preparation.map(({ title, minutes }, index) => {
        const due = tasks.due[index] as number;
        const from = Math.min(due, tasks.shares[index]?.[0]?.day ?? due);
        return { title, from: date(from), date: date(due), minutes: minutes ?? DEFAULT_TASK_MINUTES };
      }),
      load: this.load(taken, tasks),
      mocks: this.mocks(at, feedback),
      drills: drills.map(date),
      problems: this.problems,
    };
  }

  private givenOf(id: string): GivenRound | undefined {
    return this.given.find((round) => round.id === id);
  }

  private rounds(): readonly number[] {
    const { rounds, feedback, preparation } = this.input.playbook;
    const known = new Set(rounds.map(({ id }) => id));
    for (const { id } of this.given) {
      if (!known.has(id)) this.problem('unknown-round', `The playbook has no round “${id}”.`, id);
    }
    const toPlace = rounds.map((round, index) => {
      const fixed = this.givenDay(round.id);
      return {
        id: round.id,
        title: this.title(round.id),
        day: fixed ?? round.day - 1,
        fixed: fixed !== undefined,
        feedbackBefore: feedback !== undefined && rounds[index - 1]?.id === feedback.after,
        prepared: preparation?.some(({ before }) => before === round.id) ?? false,
      };
    });
    const { days, problems } = planRounds(toPlace, this.days, this.start, this.last);
    this.problems.push(...problems);
    toPlace.forEach(({ id, fixed }, index) => fixed && this.checkFixed(id, days[index] as number, days[index - 1]));
    return days;
  }

  private givenDay(id: string): number | undefined {
    const date = this.givenOf(id)?.date;
    if (date === undefined) return undefined;
    const parsed = parseDate(date);
    if (parsed === undefined) this.problem('bad-date', `“${date}” is not a calendar day: write it as YYYY-MM-DD.`, id);
    if (parsed === undefined) return undefined;
    const far = farDate(parsed, this.days.first);
    if (far !== undefined) this.problem('bad-date', far, id);
    return far === undefined ? this.days.index(parsed) : undefined;
  }

  private checkFixed(id: string, day: number, previous: number | undefined): void {
    const on = `“${this.title(id)}” on ${this.shown(day)}`;
    if (previous !== undefined && day < previous)
      this.problem('out-of-order', `${on} is before the round it follows, on ${this.shown(previous)}.`, id);
    if (day < 0 || day > this.last)
      this.problem('outside-window', `${on} is outside the loop, ${this.shown(0)} to ${this.shown(this.last)}.`, id);
  }

  private feedbackDay(rounds: readonly number[]): number | undefined {
    const { feedback, rounds: known } = this.input.playbook;
    if (!feedback) return undefined;
    const index = known.findIndex(({ id }) => id === feedback.after);
    const from = index < 0 ? 0 : (rounds[index] as number) + 1;
    const until = index < 0 ? this.last : (rounds[index + 1] ?? this.last + 1) - 1;
    const possible = this.days.working(from, until);
    const wanted = feedback.day - 1;
    const found = possible.find((day) => day >= wanted) ?? possible[possible.length - 1];
    if (found === undefined)
      this.problem(
        'no-feedback-day',
        `No working day is left for feedback after “${this.title(feedback.after)}”: move the next round.`,
        feedback.after,
      );
    return found;
  }

  /** How much time of their days the rounds and the feedback take. */
  private appointments(rounds: readonly number[], feedback: number | undefined): ReadonlyMap<number, number> {
    const taken = new Map<number, number>();
    const take = (day: number, minutes: number): void => void taken.set(day, (taken.get(day) ?? 0) + minutes);
    this.input.playbook.rounds.forEach(({ minutes }, index) => take(rounds[index] as number, minutes ?? 0));
    if (feedback !== undefined) take(feedback, FEEDBACK_MINUTES);
    return taken;
  }

  private tasks(rounds: readonly number[], taken: ReadonlyMap<number, number>): TaskPlan {
    const { rounds: known, preparation } = this.input.playbook;
    const done = new Set(this.input.done?.map(fold));
    // A task's day counts from the day on which preparation begins, where that is before the first contact.
    const first = Math.min(0, this.prepareFrom);
    const tasks = (preparation ?? []).map(({ title, day, before, minutes }) => {
      const index = known.findIndex(({ id }) => id === before);
      const round =
        index < 0
          ? undefined
          : { id: before as string, title: this.title(before as string), day: rounds[index] as number };
      const isDone = done.has(fold(title));
      return { title, minutes: minutes ?? DEFAULT_TASK_MINUTES, from: first + day - 1, round, isDone };
    });
    const plan = planTasks(tasks, this.days, {
      start: this.today,
      last: this.last,
      minutesPerDay: this.input.minutesPerDay ?? DEFAULT_MINUTES_PER_DAY,
      isSet: this.input.minutesPerDay !== undefined,
      taken: (day) => taken.get(day) ?? 0,
    });
    this.problems.push(...plan.problems);
    return plan;
  }

  private load(taken: ReadonlyMap<number, number>, { shares }: TaskPlan): DayMinutes[] {
    const load = new Map(taken);
    for (const { day, minutes } of shares.flat()) load.set(day, (load.get(day) ?? 0) + minutes);
    return [...load]
      .filter(([day, minutes]) => day >= this.today && minutes > 0)
      .sort(([a], [b]) => a - b)
      .map(([day, minutes]) => ({ date: this.days.date(day), minutes }));
  }

  /** Two days before a round there is time to use what the mock showed; else the nearest working day before it. */
  private mocks(rounds: readonly number[], feedback: number | undefined): Plan['mocks'] {
    return this.input.playbook.rounds.flatMap(({ id }, index) => {
      const round = rounds[index] as number;
      const possible = this.days
        .working(Math.max(this.start, (rounds[index - 1] ?? -1) + 1), round - 1)
        .filter((day) => day !== feedback);
      const day = possible.filter((candidate) => candidate <= round - 2).pop() ?? possible.pop();
      return day === undefined ? [] : [{ round: id, date: this.days.date(day) }];
    });
  }

  private title(id: string): string {
    return this.input.playbook.rounds.find((round) => round.id === id)?.title ?? id;
  }

  private shown(day: number): string {
    return formatShortDate(this.days.date(day));
  }

  private problem(code: PlanProblem['code'], message: string, round: string): void {
    this.problems.push({ code, message, round });
  }
}

const fold = (title: string): string => title.trim().toLowerCase();
