/** Gathers what Today of a loop is worked out from. */
import * as vscode from 'vscode';
import type { WorkTime } from '../core/days/calendar';
import { minutesOn } from '../core/days/calendar';
import type { CalendarDate } from '../core/days/dates';
import type { Clock } from '../core/ports';
import { elapsedOf, type PracticeRun } from '../core/practice/runs';
import { chosenForManager } from '../core/questions/questionModel';
import { workPlan } from '../core/replan/workload';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isActive } from '../core/timer/timer';
import type { TimedNow, TodayFacts, UnsavedRun } from '../core/today/todayModel';
import { Owner } from '../lifecycle';
import type { LocatedLoop, SessionStore } from './api';
import type { DueCards } from './dueCards';
import type { QuestionStore } from './questionStore';
import type { OfferStore } from './offerStore';
import { workTimeAt, wrongMinutesAt } from './settings';
import { dayAt, timeZoneOf, todayOf } from './today';
import type { TodaySource } from './todaySource';

/** The runs that were timed and are not saved. */
export interface UnsavedRuns {
  readonly onDidChange: vscode.Event<void>;
  unsaved(): readonly PracticeRun[];
}

/** The window's one timer. */
export interface TimerSource {
  readonly onDidChange: vscode.Event<TimerSnapshot | undefined>;
  snapshot(): TimerSnapshot | undefined;
}

export interface TodayParts {
  readonly clock: Clock;
  readonly sessions?: SessionStore | undefined;
  readonly runs?: UnsavedRuns | undefined;
  readonly timer?: TimerSource | undefined;
  readonly cards?: DueCards | undefined;
  readonly questions?: QuestionStore | undefined;
  readonly offers?: OfferStore | undefined;
}

export class TodayReader extends Owner implements TodaySource {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;

  private timed: (TimedNow & { readonly loop: string }) | undefined;

  constructor(private readonly parts: TodayParts) {
    super();
    if (parts.sessions) this._register(parts.sessions.onDidChange((loops) => this.didChange.fire(loops)));
    if (parts.cards) this._register(parts.cards.onDidChange((loop) => this.didChange.fire([loop])));
    if (parts.offers) this._register(parts.offers.onDidChange(() => this.didChange.fire(undefined)));
    if (parts.runs) this._register(parts.runs.onDidChange(() => this.didChange.fire(undefined)));
    this.timed = timedNow(parts.timer?.snapshot());
    if (parts.timer) this._register(parts.timer.onDidChange((shot) => this.seeTimer(shot)));
  }

  /** The rows are drawn again where another round is timed, or the clock is paused or goes on: not as phases pass. */
  private seeTimer(shot: TimerSnapshot | undefined): void {
    const before = this.timed;
    this.timed = timedNow(shot);
    if (JSON.stringify(before) === JSON.stringify(this.timed)) return;
    const loops = [before, this.timed].flatMap((timed) => (timed ? [timed.loop] : []));
    this.didChange.fire([...new Set(loops)].map((loop) => vscode.Uri.parse(loop)));
  }

  todayOf({ loop }: LocatedLoop): CalendarDate {
    return todayOf(loop, this.parts.clock);
  }

  async factsOf(located: LocatedLoop): Promise<TodayFacts> {
    const { clock, sessions } = this.parts;
    const today = this.todayOf(located);
    const time = workTimeOf(located);
    const minutes = minutesOn(today, time);
    const cards = await this.parts.cards?.count(located, clock.now());
    const questions = await this.parts.questions?.read(located);
    return {
      loop: located.loop,
      today,
      now: clock.now(),
      timeZone: timeZoneOf(located.loop),
      sessions: (await sessions?.sessions(located)) ?? [],
      unsaved: this.unsavedOf(located),
      timed: this.timed?.loop === located.uri.toString() ? this.timed : undefined,
      dueCards: cards?.due ?? 0,
      nextCard: cards?.next,
      managerQuestions: questions && chosenForManager(questions),
      answer: await this.parts.offers?.dueAnswer(located, today),
      otherAnswers: await this.parts.offers?.otherAnswers(located, today),
      work: workPlan(located.loop, today, time),
      wrongMinutes: wrongMinutesAt(located.root.folder.uri),
      minutesAtHand: minutes === 0 ? undefined : minutes,
    };
  }

  private unsavedOf({ uri, loop }: LocatedLoop): UnsavedRun[] {
    const runs = this.parts.runs?.unsaved().filter((run) => run.loop === uri.toString()) ?? [];
    return runs.map((run) => ({
      round: run.round,
      title: run.title,
      date: dayAt(run.startedAt, loop),
      minutes: Math.floor(elapsedOf(run) / 60_000),
      startedAt: run.startedAt,
    }));
  }

  loadOf(located: LocatedLoop): (date: CalendarDate) => number {
    const work = workPlan(located.loop, this.todayOf(located), workTimeOf(located));
    return (date) => work.minutesOn(date);
  }

  minutesFor(located: LocatedLoop): (date: CalendarDate) => number | undefined {
    const time = workTimeOf(located);
    return (date) => minutesOn(date, time) || undefined;
  }
}

function timedNow(shot: TimerSnapshot | undefined): (TimedNow & { readonly loop: string }) | undefined {
  if (!shot || !isActive(shot) || shot.subject.kind !== 'round') return undefined;
  const { loop, round } = shot.subject;
  return { loop, round, isPaused: shot.status === 'paused' };
}

const workTimeOf = ({ root }: LocatedLoop): WorkTime => workTimeAt(root.folder.uri);
