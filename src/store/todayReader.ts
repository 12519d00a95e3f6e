/** Gathers what Today of a loop is worked out from. */
import * as vscode from 'vscode';
import type { WorkTime } from '../core/days/calendar';
import { isWorkingDay } from '../core/days/calendar';
import type { CalendarDate } from '../core/days/dates';
import { dateAt } from '../core/days/dates';
import type { Clock } from '../core/ports';
import { elapsedOf, type PracticeRun } from '../core/practice/runs';
import { dayLoad, loopLoad } from '../core/replan/workload';
import type { TodayFacts, UnsavedRun } from '../core/today/todayModel';
import { Owner } from '../lifecycle';
import type { LocatedLoop, SessionStore } from './api';
import type { DueCards } from './dueCards';
import { workTimeAt } from './settings';
import { timeZoneOf, todayOf } from './today';
import type { TodaySource } from './todaySource';

/** The runs that were timed and are not saved. */
export interface UnsavedRuns {
  readonly onDidChange: vscode.Event<void>;
  unsaved(): readonly PracticeRun[];
}

export interface TodayParts {
  readonly clock: Clock;
  readonly sessions?: SessionStore | undefined;
  readonly runs?: UnsavedRuns | undefined;
  readonly cards?: DueCards | undefined;
}

export class TodayReader extends Owner implements TodaySource {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;

  constructor(private readonly parts: TodayParts) {
    super();
    if (parts.sessions) this._register(parts.sessions.onDidChange((loops) => this.didChange.fire(loops)));
    if (parts.cards) this._register(parts.cards.onDidChange((loop) => this.didChange.fire([loop])));
    if (parts.runs) this._register(parts.runs.onDidChange(() => this.didChange.fire(undefined)));
  }

  todayOf({ loop }: LocatedLoop): CalendarDate {
    return todayOf(loop, this.parts.clock);
  }

  async factsOf(located: LocatedLoop): Promise<TodayFacts> {
    const { clock, sessions } = this.parts;
    const today = this.todayOf(located);
    return {
      loop: located.loop,
      today,
      sessions: (await sessions?.sessions(located)) ?? [],
      unsaved: this.unsavedOf(located),
      dueCards: (await this.parts.cards?.count(located, clock.now())) ?? 0,
      calendar: workTimeOf(located).calendar,
      minutesAtHand: this.minutesFor(located)(today),
    };
  }

  private unsavedOf({ uri, loop }: LocatedLoop): UnsavedRun[] {
    const runs = this.parts.runs?.unsaved().filter((run) => run.loop === uri.toString()) ?? [];
    return runs.map((run) => ({
      round: run.round,
      title: run.title,
      date: dateAt(run.startedAt, timeZoneOf(loop)),
      minutes: Math.round(elapsedOf(run) / 60_000),
    }));
  }

  loadOf(located: LocatedLoop): (date: CalendarDate) => number {
    const { calendar } = workTimeOf(located);
    const load = loopLoad(located.loop);
    return (date) => dayLoad(load, date, calendar);
  }

  minutesFor(located: LocatedLoop): (date: CalendarDate) => number | undefined {
    const { calendar, minutesPerDay } = workTimeOf(located);
    return (date) => (isWorkingDay(date, calendar) ? minutesPerDay : undefined);
  }
}

const workTimeOf = ({ root }: LocatedLoop): WorkTime => workTimeAt(root.folder.uri);
