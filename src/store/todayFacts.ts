/** Gathers what Today of a loop is worked out from. */
import * as vscode from 'vscode';
import type { WorkTime } from '../core/days/calendar';
import { isWorkingDay } from '../core/days/calendar';
import type { CalendarDate } from '../core/days/dates';
import { dateAt } from '../core/days/dates';
import type { Clock } from '../core/ports';
import { elapsedOf, type PracticeRun } from '../core/practice/runs';
import { recallCards } from '../core/recall/cards';
import type { ReviewLog } from '../core/recall/log';
import { replay, type Memories } from '../core/recall/memory';
import { reviewQueue } from '../core/recall/queue';
import { dayLoad, loopLoad } from '../core/replan/load';
import type { TodayFacts, UnsavedRun } from '../core/today/model';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore, SessionStore } from './api';
import type { ReviewStore } from './reviewStore';
import { timeZoneOf, todayOf } from './today';
import { workTimeAt } from './settings';

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

export interface TodayParts {
  readonly clock: Clock;
  readonly sessions?: SessionStore | undefined;
  readonly runs?: UnsavedRuns | undefined;
  readonly cards?: { readonly store: PrepStore; readonly reviews: ReviewStore } | undefined;
}

/** The runs that were timed and are not saved. */
export interface UnsavedRuns {
  readonly onDidChange: vscode.Event<void>;
  unsaved(): readonly PracticeRun[];
}

export class TodayReader extends Owner implements TodaySource {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;
  private readonly memories = new WeakMap<ReviewLog, Memories>();

  constructor(private readonly parts: TodayParts) {
    super();
    if (parts.sessions) this._register(parts.sessions.onDidChange((loops) => this.didChange.fire(loops)));
    if (parts.cards) this._register(parts.cards.reviews.onDidChange((loop) => this.didChange.fire([loop])));
    if (parts.runs) this._register(parts.runs.onDidChange(() => this.didChange.fire(undefined)));
  }

  todayOf({ loop }: LocatedLoop): CalendarDate {
    return todayOf(loop, this.parts.clock);
  }

  async factsOf(located: LocatedLoop): Promise<TodayFacts> {
    const sessions = (await this.parts.sessions?.sessions(located)) ?? [];
    const today = this.todayOf(located);
    return {
      loop: located.loop,
      today,
      sessions,
      unsaved: this.unsavedOf(located),
      dueCards: await this.dueCardsOf(located),
      calendar: workTimeOf(located).calendar,
      minutesAtHand: this.minutesFor(located)(today),
    };
  }

  private async dueCardsOf(located: LocatedLoop): Promise<number> {
    const { cards, clock } = this.parts;
    const log = await cards?.reviews.log(located);
    if (!cards || !log || log.reviews.length === 0) return 0;
    const drills = (await cards.store.playbookOf(located))?.playbook?.drills ?? [];
    return reviewQueue(recallCards(drills), this.memoriesOf(log), clock.now()).due.length;
  }

  /** A log stays the same object while it says the same, and Today is drawn far more often than a card is reviewed. */
  private memoriesOf(log: ReviewLog): Memories {
    const memories = this.memories.get(log) ?? replay(log.reviews);
    this.memories.set(log, memories);
    return memories;
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
