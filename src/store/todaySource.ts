/** What the views ask of a day. */
import type * as vscode from 'vscode';
import type { CalendarDate } from '../core/days/dates';
import type { TodayFacts } from '../core/today/todayModel';
import type { LocatedLoop } from './api';

export interface TodaySource {
  /** Fires with the folders of the loops whose facts changed, their own files apart; undefined means: any may have. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[] | undefined>;
  /** The calendar day it is for a loop. */
  todayOf(located: LocatedLoop): CalendarDate;
  factsOf(located: LocatedLoop): Promise<TodayFacts>;
  /** Tells how many minutes a loop asks for on a day. */
  loadOf(located: LocatedLoop): (date: CalendarDate) => number;
  /**
   * Tells how many minutes the user has on a day, by the settings of the loop's workspace folder; undefined on a day
   * off.
   */
  minutesFor(located: LocatedLoop): (date: CalendarDate) => number | undefined;
}
