/**
 * Mends a loop's dates after something moved or was missed: as few things as can be get another day, by as few days as
 * can be.
 */
import { taskTitle } from '../checklist/taskTitle';
import { Days, type WorkTime } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { formatShortDate } from '../days/dates';
import type { Loop, PreparationItem, Round } from '../loop/loopModel';
import { placeRounds } from '../schedule/placeRounds';
import { FEEDBACK_MINUTES, type Plannable, type PlanProblem } from '../schedule/plan';
import { leastThatGives, type RoundToPlace } from '../schedule/planRounds';
import { DEFAULT_TASK_MINUTES } from '../schedule/planTasks';
import { spread, type Job } from '../schedule/spread';
import { dayLoad, loopLoad } from './workload';

/** Something that gets another day. */
export interface PlanChange {
  readonly kind: 'round' | 'task';
  readonly title: string;
  /** Undefined where it had none. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate;
  /** A few words. */
  readonly why: string;
  /** Of a round its id; of a task the id of the round that it serves. */
  readonly round: string | undefined;
  /** Of a task: its line in preparation.md, 0-based. */
  readonly line: number | undefined;
}

export interface Replan {
  /** Rounds in their order, then tasks in the order of the file. */
  readonly changes: readonly PlanChange[];
  /** What does not fit, and the least that must give. */
  readonly problems: readonly PlanProblem[];
}

export interface ReplanInput {
  readonly loop: Loop;
  /** The loop's playbook; undefined where there is none that can be used: then rounds without a date get none. */
  readonly playbook: Plannable | undefined;
  readonly today: CalendarDate;
  readonly time: WorkTime;
  /** A round that gets this day whatever becomes of the others. */
  readonly moved?: { readonly round: string; readonly date: CalendarDate } | undefined;
}

/**
 * What has to change so that the rounds still to come stand in order on working days of the loop, and open preparation
 * is due from today on and before its round. What is done, pinned or past keeps its day, and so does a task whose own
 * date the user put on a day off. Replanning what was replanned changes nothing. Never throws.
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
    const { loop, today, moved } = this.input;
    const rounds = loop.rounds.filter((round) => this.wanted(round) !== undefined);
    const toPlace = rounds.map((round, index): RoundToPlace => {
      const feedbackBefore = loop.feedback !== undefined && rounds[index - 1]?.id === loop.feedback.after;
      const fixed = round.id === moved?.round || isFixed(round, today);
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
      return {
        day,
        fixed,
        feedbackBefore,
        earliest,
        settled: rounds[index]?.date !== undefined && !this.days.isOff(day) && day >= earliest && day <= this.last,
      };
    });
    const placed = placeRounds(slots, this.days, this.last);
    if (!placed)
      this.problem(
        'outside-window',
        `The rounds do not fit, so the others stay where they are. ${leastThatGives(toPlace, this.days, start, this.last)}`,
      );
    rounds.forEach((round, index) => {
      const day = placed?.[index] ?? (round.id === moved?.round ? (toPlace[index] as RoundToPlace).day : undefined);
      if (day !== undefined) this.round(round, day, slots[index]?.settled ?? false);
      this.remind(round);
    });
    return new Map(
      rounds.map(({ id, date }, index) => [
        id,
        placed?.[index] ??
          (moved?.round === id || date === undefined ? (toPlace[index] as RoundToPlace).day : this.days.index(date)),
      ]),
    );
  }

  private wanted({ id, date }: Round): number | undefined {
    const { moved, loop, playbook } = this.input;
    if (moved?.round === id) return this.days.index(moved.date);
    if (date !== undefined) return this.days.index(date);
    const planned = loop.plan?.rounds.find((round) => round.id === id)?.date;
    if (planned === undefined || !playbook?.rounds.some((round) => round.id === id)) return undefined;
    return this.days.next(Math.max(this.days.index(planned), this.today, 0));
  }

  private round({ id, title, date }: Round, day: number, settled: boolean): void {
    const to = this.days.date(day);
    if (to === date) return;
    const why =
      date === undefined
        ? 'had no date'
        : id === this.input.moved?.round
          ? 'rescheduled'
          : this.whyRound(date, day, settled);
    this.changes.push({ kind: 'round', title, from: date, to, why, round: id, line: undefined });
  }

  private whyRound(date: CalendarDate, day: number, settled: boolean): string {
    const old = this.days.index(date);
    if (this.days.isOff(old)) return `${formatShortDate(date)} is a day off`;
    if (!settled && old > this.last) return 'the loop is over by then';
    return day > old ? 'to stay behind the round before' : 'to stay ahead of the round after';
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
    const { loop, today } = this.input;
    const open = (loop.preparation?.items ?? []).filter((item) => !item.checked && item.due !== undefined);
    const late: { item: PreparationItem; until: number }[] = [];
    const moved = new Map<number, CalendarDate>();
    for (const item of open) {
      const until = this.deadline(item, rounds);
      const due = this.days.index(item.due as CalendarDate);
      if (until === undefined || (due >= this.today && due <= until)) continue;
      if (this.days.working(this.today, until).length === 0) this.noDay(item);
      else if ((item.due as CalendarDate) < today) late.push({ item, until });
      else moved.set(item.line, this.days.date(this.days.previous(until) as number));
    }
    const carried = this.carryOver(late, moved);
    for (const item of open) {
      const to = moved.get(item.line) ?? carried.get(item.line);
      if (to === undefined || to === item.due) continue;
      const round = loop.rounds.find(({ id }) => id === item.before);
      const why = moved.has(item.line)
        ? `to come before ${round?.title ?? 'its round'}`
        : `not done by ${formatShortDate(item.due as CalendarDate)}`;
      this.changes.push({
        kind: 'task',
        title: taskTitle(item.text),
        from: item.due,
        to,
        why,
        round: item.before,
        line: item.line,
      });
    }
  }

  /** The last day for a task; undefined where nothing is to be planned for it: the round that it served is over. */
  private deadline(item: PreparationItem, days: ReadonlyMap<string, number>): number | undefined {
    const round = this.input.loop.rounds.find(({ id }) => id === item.before);
    if (!round) return Math.max(this.last, this.days.index(item.due as CalendarDate), this.today);
    const day = days.get(round.id);
    if (round.status !== 'planned' || (day !== undefined && day < this.today)) return undefined;
    return day === undefined ? this.last : day - 1;
  }

  /** What slipped gets the first days from today on that have time left, the most urgent first. */
  private carryOver(
    late: readonly { item: PreparationItem; until: number }[],
    moved: ReadonlyMap<number, CalendarDate>,
  ): Map<number, CalendarDate> {
    const { loop, time } = this.input;
    if (late.length === 0) return new Map();
    const workload = loopLoad(loop);
    const slipped = new Set(late.map(({ item }) => item.line));
    const staying = workload.tasks
      .filter(({ line }) => line === undefined || !slipped.has(line))
      .map((task) => ({
        ...task,
        from: later(task.from, this.input.today),
        date: later((task.line === undefined ? undefined : moved.get(task.line)) ?? task.date, this.input.today),
      }));
    const rounds = workload.rounds.map((round) => ({
      ...round,
      date: this.changes.find(({ kind, round: id }) => kind === 'round' && id === round.id)?.to ?? round.date,
    }));
    const taken = (day: number): number => {
      const date = this.days.date(day + this.today);
      return (
        dayLoad({ ...workload, rounds, tasks: staying }, date, time.calendar) +
        (loop.feedback?.date === date ? FEEDBACK_MINUTES : 0)
      );
    };
    const jobs = late.map(({ item, until }): Job => ({
      minutes: item.minutes ?? DEFAULT_TASK_MINUTES,
      from: 0,
      until: until - this.today,
    }));
    const count = Math.max(...jobs.map(({ until }) => until + 1));
    const { stints, minutesPerDay } = spread(
      jobs,
      { count, isOff: (day) => this.days.isOff(day + this.today), taken: memo(taken) },
      time.minutesPerDay,
    );
    if (minutesPerDay > time.minutesPerDay) {
      this.problem(
        'overload',
        `What slipped does not fit into ${time.minutesPerDay} minutes a day. Enough would be ${minutesPerDay} minutes a day, a later round, or a task less.`,
      );
    }
    return new Map(
      late.flatMap(({ item }, index) =>
        stints[index] ? [[item.line, this.days.date(stints[index].last + this.today)] as const] : [],
      ),
    );
  }

  private noDay({ text, before }: PreparationItem): void {
    const round = this.input.loop.rounds.find(({ id }) => id === before);
    this.problem(
      'no-day',
      `No working day is left for “${taskTitle(text)}” before “${round?.title ?? 'its round'}”: move the round, or leave the task out.`,
      round?.id,
    );
  }

  private problem(code: PlanProblem['code'], message: string, round?: string): void {
    this.problems.push({ code, message, ...(round === undefined ? {} : { round }) });
  }
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

function memo(of: (day: number) => number): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const value = known.get(day) ?? of(day);
    known.set(day, value);
    return value;
  };
}
