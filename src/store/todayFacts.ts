/** Gathers what Today of a loop is worked out from. */
import * as vscode from 'vscode';
import type { CalendarDate } from '../core/loop/model';
import type { Clock } from '../core/ports';
import type { TodayFacts } from '../core/today/model';
import { Owner } from '../lifecycle';
import type { LocatedLoop, SessionStore } from './api';
import { todayOf } from './today';

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
}

export class TodayReader extends Owner implements TodaySource {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;

  constructor(private readonly parts: TodayParts) {
    super();
    if (parts.sessions) this._register(parts.sessions.onDidChange((loops) => this.didChange.fire(loops)));
  }

  todayOf({ loop }: LocatedLoop): CalendarDate {
    return todayOf(loop, this.parts.clock);
  }

  async factsOf(located: LocatedLoop): Promise<TodayFacts> {
    const sessions = (await this.parts.sessions?.sessions(located)) ?? [];
    return { loop: located.loop, today: this.todayOf(located), sessions };
  }
}
