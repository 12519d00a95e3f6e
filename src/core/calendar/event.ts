import type { CalendarDate } from '../days/dates';

export type CalendarKind = 'round' | 'feedback' | 'mock' | 'task';

/** An entry of an exported calendar: part of a day, or the whole of it. */
export interface CalendarEvent {
  /**
   * The same at every export, so that a calendar changes its entry instead of making a second one. ASCII, without
   * spaces.
   */
  readonly uid: string;
  readonly kind: CalendarKind;
  readonly title: string;
  /** Plain text; empty for none. */
  readonly description: string;
  readonly date: CalendarDate;
  /** `HH:MM` in the calendar's time zone; undefined for the whole day. */
  readonly time: string | undefined;
  /** Means nothing for a whole day. */
  readonly minutes: number;
  /** How many minutes before its start to remind; a whole day starts at midnight. */
  readonly reminders: readonly number[];
}
