/** Gathers what Today of a loop is worked out from. */
import * as vscode from 'vscode';
import type { CalendarDate } from '../core/loop/model';
import type { Clock } from '../core/ports';
import { elapsedOf, type PracticeRun } from '../core/practice/runs';
import { dateAt } from '../core/schedule/dates';
import type { TodayFacts, UnsavedRun } from '../core/today/model';
import { Owner } from '../lifecycle';
import type { LocatedLoop, SessionStore } from './api';
import { timeZoneOf, todayOf } from './today';

export interface TodaySource {
  /** Fires with the folders of the loops whose facts changed, their own files apart; undefined means: any may have. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[] | undefined>;
  /** The calendar day it is for a loop. */
  todayOf(located: LocatedLoop): CalendarDate;
  factsOf(located: LocatedLoop): Promise<TodayFacts>;
}

export interface TodayParts {
  readonly clock: Clock;
  readonly sessions?: SessionStore | undefined;
  readonly runs?: UnsavedRuns | undefined;
}

/** The runs that were timed and are not saved. */
export interface UnsavedRuns {
  readonly onDidChange: vscode.Event<void>;
  unsaved(): readonly PracticeRun[];
}

export class TodayReader extends Owner implements TodaySource {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;

  constructor(private readonly parts: TodayParts) {
    super();
    if (parts.sessions) this._register(parts.sessions.onDidChange((loops) => this.didChange.fire(loops)));
    if (parts.runs) this._register(parts.runs.onDidChange(() => this.didChange.fire(undefined)));
  }

  todayOf({ loop }: LocatedLoop): CalendarDate {
    return todayOf(loop, this.parts.clock);
  }

  async factsOf(located: LocatedLoop): Promise<TodayFacts> {
    const sessions = (await this.parts.sessions?.sessions(located)) ?? [];
    return { loop: located.loop, today: this.todayOf(located), sessions, unsaved: this.unsavedOf(located) };
  }

  private unsavedOf({ uri, loop }: LocatedLoop): UnsavedRun[] {
    const runs = this.parts.runs?.unsaved().filter((run) => run.loop === uri.toString()) ?? [];
    return runs.map((run) => ({ round: run.round, title: run.title, date: dateAt(run.startedAt, timeZoneOf(loop)), minutes: Math.round(elapsedOf(run) / 60_000) }));
  }
}
