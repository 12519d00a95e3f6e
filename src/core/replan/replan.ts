/**
 * Fixes a loop's dates after something moved or was missed: as few things as possible are moved, by as few days as
 * possible.
 */
import { dayToBegin } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { Days, type WorkTime } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { formatShortDate } from '../days/dates';
import type { Loop, PreparationItem, Round } from '../loop/loopModel';
import { placeRounds } from '../schedule/placeRounds';
import { planSchedule, type Plan, type Plannable, type PlanProblem } from '../schedule/plan';
import { leastThatGives, type RoundToPlace } from '../schedule/planRounds';
import { workPlan } from './workload';

/** Something that gets another day. */
export interface PlanChange {
  readonly kind: 'round' | 'feedback' | 'task';
  readonly title: string;
  /** Undefined where it had none; `to` where it is written on a task's line, so that it does not follow the rounds. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate;
  /** A few words. */
  readonly why: string;
  /** Whether no line is written for it: the plan has it there by itself, now that the rounds have moved. */
  readonly follows?: boolean;
  /**
   * A round's id: for a round, its own; for a task, that of the round it serves; for feedback, that of the round it is
   * on.
   */
  readonly round: string | undefined;
  /** For a task: its line in preparation.md, 0-based. */
  readonly line: number | undefined;
}

export interface Replan {
  /**
   * Rounds in their order, the feedback day, then tasks in the order of the file: everything that gets another day,
   * including what follows the rounds without a line being written.
   */
  readonly changes: readonly PlanChange[];
  /** What does not fit, and the smallest change that would make it fit. */
  readonly problems: readonly PlanProblem[];
}

export interface ReplanInput {
  readonly loop: Loop;
  /** The loop's playbook; undefined where there is none that can be used: then rounds without a date get none. */
  readonly playbook: Plannable | undefined;
  readonly today: CalendarDate;
  readonly time: WorkTime;
  /** A round that gets this day whatever happens to the others. */
  readonly moved?: { readonly round: string; readonly date: CalendarDate } | undefined;
  /** The ids of rounds that keep their day whatever happens to the others. */
  readonly kept?: ReadonlySet<string> | undefined;
}

/**
 * What has to change so that the rounds still to come stand in order on working days of the loop, and open preparation
 * is due from today on, on a day that has time for it, and before its round. What is done, pinned or past keeps its
 * day, and so does a task whose own date the user put on a day off. Replanning what was replanned changes nothing.
 * Never throws.
 */
export function replan(input: ReplanInput): Replan {
  const { firstContact } = input.loop;
  if (firstContact === undefined)
    return {
      changes: [],
      problems: [{ code: 'bad-date', message: 'loop.md has no “firstContact”: add it as YYYY-MM-DD.' }],
    };
  return new Replanner(input, new Days(firstContact, input.time.calendar)).replan();
}

/** Whether a round keeps its day whatever happens: it is over, or the user pinned it. */
function isFixed(round: Round, today: CalendarDate): boolean {
  return round.date !== undefined && (round.status !== 'planned' || round.pinned || round.date < today);
}

/** Days are indices: 0 is the day of first contact. */
class Replanner {
  private readonly changes: PlanChange[] = [];
  private readonly problems: PlanProblem[] = [];
  private readonly today: number;
  private readonly last: number;

  constructor(
    private readonly input: ReplanInput,
    private readonly days: Days,
  ) {
    this.today = days.index(input.today);
    this.last = input.loop.days - 1;
  }

  replan(): Replan {
    this.tasks(this.rounds());
    return { changes: this.changes, problems: this.problems };
  }

  /** Gives the rounds' new days by their ids. */
  private rounds(): ReadonlyMap<string, number> {
    const { loop, today, moved, kept } = this.input;
    const rounds = loop.rounds.filter((round) => this.wanted(round) !== undefined);
    const toPlace = rounds.map((round, index): RoundToPlace => {
      const feedbackBefore = loop.feedback !== undefined && rounds[index - 1]?.id === loop.feedback.after;
      const fixed = round.id === moved?.round || isFixed(round, today) || (kept?.has(round.id) ?? false);
      return {
        id: round.id,
        title: round.title,
        day: this.wanted(round) as number,
        fixed,
        feedbackBefore,
        prepared: false,
      };
    });
    const start = Math.max(0, this.today);
    let fixedBefore = -1;
    const slots = toPlace.map(({ day, fixed, feedbackBefore }, index) => {
      const earliest = Math.max(start, fixedBefore + 1);
      if (fixed) fixedBefore = Math.max(fixedBefore, day);
      return { day, fixed, feedbackBefore, earliest, settled: rounds[index]?.date !== undefined };
    });
    const placed = placeRounds(slots, this.days, this.last);
    if (!placed)
      this.problem(
        'outside-window',
        `The rounds do not fit, so the others stay where they are. ${leastThatGives(toPlace, this.days, start, this.last)}`,
      );
    const days = placed ?? toPlace.map(({ day }) => day);
    rounds.forEach((round, index) => {
      if (placed || round.id === moved?.round) this.round(round, days[index] as number);
      this.remind(round);
    });
    return new Map(rounds.map(({ id }, index) => [id, days[index] as number]));
  }

  private wanted({ id, date }: Round): number | undefined {
    const { moved, loop, playbook } = this.input;
    if (moved?.round === id) return this.days.index(moved.date);
    if (date !== undefined) return this.days.index(date);
    const planned = loop.plan?.rounds.find((round) => round.id === id)?.date;
    if (planned === undefined || !playbook?.rounds.some((round) => round.id === id)) return undefined;
    return this.days.next(Math.max(this.days.index(planned), this.today, 0));
  }

  private round({ id, title, date }: Round, day: number): void {
    const to = this.days.date(day);
    if (to === date || this.input.kept?.has(id)) return;
    const why =
      date === undefined ? 'had no date' : id === this.input.moved?.round ? 'rescheduled' : this.whyRound(date, day);
    this.changes.push({ kind: 'round', title, from: date, to, why, round: id, line: undefined });
  }

  private whyRound(date: CalendarDate, day: number): string {
    const old = this.days.index(date);
    if (this.days.isOff(old)) return `${formatShortDate(date)} is a day off`;
    if (old > this.last) return 'the loop is over by then';
    return day > old ? 'to stay after the round before it' : 'to stay before the round after it';
  }

  private remind({ id, title, date, status, pinned }: Round): void {
    if (
      status !== 'planned' ||
      pinned ||
      date === undefined ||
      date >= this.input.today ||
      id === this.input.moved?.round
    )
      return;
    this.problem(
      'outside-window',
      `“${title}” was on ${formatShortDate(date)} and is still planned: mark it as done, or reschedule it.`,
      id,
    );
  }

  private tasks(rounds: ReadonlyMap<string, number>): void {
    const { loop, today, time } = this.input;
    const next = this.planAfter();
    const planned = new Map(next?.work.map((work) => [work.title.toLowerCase(), work]));
    this.feedback(next);
    const items = (loop.preparation?.items ?? []).map((item) => {
      const work = planned.get(taskTitle(item.text).toLowerCase());
      const due = item.own?.due ?? work?.date ?? item.due;
      return { ...item, due, from: work ? dayToBegin(due, work.from, item.own) : item.from };
    });
    const preparation = loop.preparation && { ...loop.preparation, items };
    const dates = new Map([...rounds].map(([id, day]) => [id, this.days.date(day)]));
    const feedback = next ? next.feedbackDay : loop.feedback?.date;
    const plan = workPlan({ ...loop, preparation }, today, time, { rounds: dates, feedback });
    this.problems.push(...plan.problems.filter(({ code }) => code === 'overload'));
    items.forEach((item, index) => {
      const before = loop.preparation?.items[index]?.due;
      if (item.checked || item.due === undefined || before === undefined) return;
      const until = this.deadline(item, rounds);
      if (until !== undefined) this.task(item, before, until, plan.sharesOf(item.line).at(-1)?.date);
      else if (item.due !== before && this.isMoved(item.before))
        this.taskChange(item, before, item.due, 'follows the rounds', true);
    });
  }

  /** @param before the day that it is due now. @param done the day on which the plan has it done. */
  private task(item: PreparationItem, before: CalendarDate, until: number, done: CalendarDate | undefined): void {
    const { today } = this.input;
    const due = item.due as CalendarDate;
    const isTooLate = this.days.index(due) > until;
    const last = this.lastWorkDay(until);
    const isStuck = (isTooLate || due < today) && last === undefined;
    if (isStuck) this.noDay(item);
    const isShort = done !== undefined && done > due;
    const to = isStuck ? due : isTooLate ? last : due < today || isShort ? (done ?? last) : due;
    if (to === undefined || (to === before && due === before)) return;
    // A task that would be too late as it is gets its day in writing, so that it comes before the round whatever else
    // moves.
    const wasTooLate = this.days.index(before) > until;
    const follows = to === due && (!wasTooLate || isStuck);
    const served = isTooLate || wasTooLate ? (this.titleOf(item.before) ?? 'its round') : undefined;
    this.taskChange(
      item,
      before,
      to,
      follows ? 'follows the rounds' : this.reason(due, to === before, served),
      follows,
    );
  }

  /** Why a task gets another day in writing. @param served the round that it would come after. */
  private reason(due: CalendarDate, keepsDay: boolean, served: string | undefined): string {
    if (keepsDay) return 'to keep its day';
    if (served !== undefined) return `to come before ${served}`;
    const day = formatShortDate(due);
    return due < this.input.today ? `not done by ${day}` : `no time is left by ${day}`;
  }

  private titleOf(round: string | undefined): string | undefined {
    return this.input.loop.rounds.find(({ id }) => id === round)?.title;
  }

  private taskChange(
    { text, before: round, line }: PreparationItem,
    from: CalendarDate,
    to: CalendarDate,
    why: string,
    follows: boolean,
  ): void {
    const title = taskTitle(text);
    this.changes.push({ kind: 'task', title, from, to, why, round, line, ...(follows ? { follows } : {}) });
  }

  private isMoved(round: string | undefined): boolean {
    return this.changes.some((change) => change.kind === 'round' && change.round === round);
  }

  /** The plan with the rounds on their new days: a task whose line gives no date of its own follows the plan. */
  private planAfter(): Plan | undefined {
    const { loop, playbook, time } = this.input;
    const dates = this.changes.flatMap(({ round, to }) => (round === undefined ? [] : [[round, to] as const]));
    return dates.length === 0 ? undefined : planOf(loop, playbook, time, new Map(dates));
  }

  /** The feedback day follows its round; where no day is left for it, that is a problem. */
  private feedback(next: Plan | undefined): void {
    const { feedback, plan } = this.input.loop;
    this.problems.push(...((next ?? plan)?.problems ?? []).filter(({ code }) => code === 'no-feedback-day'));
    const to = next?.feedbackDay;
    if (!feedback || to === undefined || to === feedback.date) return;
    const { title, date, after } = feedback;
    const shared = { kind: 'feedback', title, from: date, to, round: after, line: undefined } as const;
    this.changes.push({ ...shared, why: 'follows the rounds', follows: true });
  }

  /** The last day for work from today up to one; undefined where there is none. */
  private lastWorkDay(until: number): CalendarDate | undefined {
    for (let day = until; day >= this.today; day -= 1)
      if (this.days.minutes(day, this.input.time.minutesPerDay) > 0) return this.days.date(day);
    return undefined;
  }

  /** The last day for a task; undefined where nothing is to be planned for it: the round that it served is over. */
  private deadline(item: PreparationItem, days: ReadonlyMap<string, number>): number | undefined {
    const round = this.input.loop.rounds.find(({ id }) => id === item.before);
    if (!round) return Math.max(this.last, this.days.index(item.due as CalendarDate), this.today);
    const day = days.get(round.id);
    if (round.status !== 'planned' || (day !== undefined && day < this.today)) return undefined;
    return day === undefined ? this.last : day - 1;
  }

  private noDay({ text, before }: PreparationItem): void {
    const title = this.titleOf(before);
    this.problem(
      'no-day',
      title === undefined
        ? `No working day of the loop is left for “${taskTitle(text)}”: give the loop more days, or leave the task out.`
        : `No working day is left for “${taskTitle(text)}” before “${title}”: move the round, or leave the task out.`,
      title === undefined ? undefined : before,
    );
  }

  private problem(code: PlanProblem['code'], message: string, round?: string): void {
    this.problems.push({ code, message, ...(round === undefined ? {} : { round }) });
  }
}

/** The plan of a loop with its rounds on other days; undefined where nothing plans it. */
export function planOf(
  loop: Loop,
  playbook: Plannable | undefined,
  time: WorkTime,
  dates: ReadonlyMap<string, CalendarDate>,
): Plan | undefined {
  const { firstContact, prepareFrom, days } = loop;
  if (!playbook || firstContact === undefined) return undefined;
  const rounds = loop.rounds.map((round) => ({ ...round, date: dates.get(round.id) ?? round.date }));
  return planSchedule({ playbook: { ...playbook, days }, firstContact, prepareFrom, rounds, ...time });
}
