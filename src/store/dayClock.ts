import * as vscode from 'vscode';
import { dateAt, MIDNIGHT, untilNextDay, type CalendarDate } from '../core/days/dates';
import type { Clock } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';

/** A timer stands still while the machine sleeps, so a new day is looked for at least this often, in milliseconds. */
const LONGEST_WAIT = 30 * 60_000;
/** How long after midnight it is surely another day, in milliseconds. */
const SURELY = 50;

/** Says when a day's work changes: one clock for everything that shows days. */
export class DayClock extends Owner {
  private readonly didTurn = this._register(new vscode.EventEmitter<void>());
  /** Fires when a calendar day begins in a time zone that is followed, and at the moment that is waited for. */
  readonly onDidTurn = this.didTurn.event;

  /** The day it is in each time zone, as it was last looked at. */
  private days: ReadonlyMap<string, CalendarDate>;
  private moment = Infinity;
  private readonly looking = this._register(new Debouncer(() => this.look(), LONGEST_WAIT));

  /**
   * @param timeZone the machine's, an IANA name: it is always followed.
   * @param dayStart when a day begins, as `HH:MM`.
   */
  constructor(
    private readonly clock: Clock,
    private readonly timeZone: string,
    private readonly dayStart: () => string = () => MIDNIGHT,
  ) {
    super();
    this.days = this.daysIn([timeZone]);
    // The machine may have slept while the window was in the background.
    this._register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.look()));
    this.look();
  }

  /**
   * Changes the time zones that it follows.
   * @param moment when something falls due between two days, in milliseconds since the epoch; once.
   */
  follow(zones: readonly string[], moment = Infinity): void {
    this.days = new Map(
      [...this.daysIn([this.timeZone, ...zones])].map(([zone, day]) => [zone, this.days.get(zone) ?? day]),
    );
    this.moment = moment;
    this.look();
  }

  /** Looks whether it is another day. */
  look(): void {
    const now = this.clock.now();
    const before = this.days;
    this.days = this.daysIn([...before.keys()]);
    const hasTurned = [...this.days].some(([zone, day]) => day !== before.get(zone)) || this.moment <= now;
    if (this.moment <= now) this.moment = Infinity;
    const waits = [...[...this.days.keys()].map((zone) => untilNextDay(now, zone, this.dayStart())), this.moment - now];
    this.looking.schedule(Math.min(LONGEST_WAIT, ...waits.map((wait) => wait + SURELY)));
    if (hasTurned) this.didTurn.fire();
  }

  private daysIn(zones: readonly string[]): ReadonlyMap<string, CalendarDate> {
    const now = this.clock.now();
    return new Map(zones.map((zone) => [zone, dateAt(now, zone, this.dayStart())]));
  }
}
