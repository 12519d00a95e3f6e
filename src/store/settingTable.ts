/**
 * The settings that package.json contributes: the default of each, and what is made of a value. A settings file may
 * have been written by anybody, so a value that cannot be used counts as not set. Nothing here needs the editor, so
 * that a test can compare the table with package.json.
 */
import { DEFAULT_MINUTES_PER_DAY, WEEKDAY_KEYS, type MinutesPerDay } from '../core/days/calendar';
import { parseTime } from '../core/days/dates';
import { DEFAULT_PREP_FOLDER, prepFolderParts } from '../core/loop/prepFolder';
import { DEFAULT_RETENTION, type Retention } from '../core/recall/retention';
import { shown } from '../core/shown';
import type { LintOptions } from '../core/story/lint';
import { DEFAULT_WORDS_PER_MINUTE } from '../core/story/spoken';

export interface Setting<T> {
  /** What package.json declares as the default. */
  readonly default: unknown;
  /** The least and the greatest number that package.json declares: of the value, or of each item of a list. */
  readonly range?: readonly [minimum: number, maximum: number];
  /** What is made of a value, whatever it is. */
  read(value: unknown): T;
}

const DEFAULT_PREPARATION_TIME = '18:00';
const DEFAULT_THINK_SECONDS = 60;
const MINUTES_PER_DAY = [15, 960] as const;
const MINUTES_OF_WEEKDAY = [0, 960] as const;
const WORDS_PER_MINUTE = [60, 260] as const;
const REMINDER_MINUTES = [0, 40_320] as const;
const THINK_SECONDS = [0, 3600] as const;
const RETENTION = [0.7, 0.99] as const;
const DRILL_MINUTES = [1, 240] as const;
const NEW_CARDS = [0, 1000] as const;
const DEFAULT_DAY_START = '04:00';
const DEFAULT_DRILL_MINUTES = 10;
const DEFAULT_NEW_CARDS = 20;
const MAX_REMINDERS = 5;

/** Of which files the Problems panel shows findings: of those that are open, or of all in the prep folder. */
export type LintScope = 'openFiles' | 'folder';

export const SETTINGS = {
  folder: { default: DEFAULT_PREP_FOLDER, read: prepFolderParts },
  // These two make one calendar, which core reads from both: see `readCalendar`.
  weekend: { default: ['Saturday', 'Sunday'], read: (value: unknown) => value },
  holidays: { default: [], read: (value: unknown) => value },
  minutesPerDay: { default: DEFAULT_MINUTES_PER_DAY, range: MINUTES_PER_DAY, read: readMinutesPerDay },
  wordsPerMinute: numberWithin(WORDS_PER_MINUTE, DEFAULT_WORDS_PER_MINUTE),
  'calendar.preparationTime': {
    default: DEFAULT_PREPARATION_TIME,
    read: (value: unknown) => parseTime(String(value)) ?? DEFAULT_PREPARATION_TIME,
  },
  'calendar.reminders': { default: [1440, 60], range: REMINDER_MINUTES, read: readReminders },
  'lint.rules': { default: {}, read: readRules },
  'lint.scope': {
    default: 'openFiles',
    read: (value: unknown): LintScope => (value === 'folder' ? 'folder' : 'openFiles'),
  },
  'drills.retention': { default: DEFAULT_RETENTION, read: readRetention },
  'drills.minutesPerDay': numberWithin(DRILL_MINUTES, DEFAULT_DRILL_MINUTES),
  'drills.newPerDay': numberWithin(NEW_CARDS, DEFAULT_NEW_CARDS),
  dayStart: { default: DEFAULT_DAY_START, read: readDayStart },
  statusBar: onOrOff(true),
  highlightMetrics: onOrOff(true),
  thinkSeconds: { default: DEFAULT_THINK_SECONDS, range: THINK_SECONDS, read: readThinkSeconds },
  'cues.sound': onOrOff(false),
  'cues.notification': onOrOff(false),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = ReturnType<(typeof SETTINGS)[N]['read']>;

function onOrOff(fallback: boolean): Setting<boolean> {
  return { default: fallback, read: (value) => (typeof value === 'boolean' ? value : fallback) };
}

function numberWithin(range: readonly [number, number], fallback: number): Setting<number> {
  const read = (value: unknown): number => (isWithin(range, value) ? value : fallback);
  return { default: fallback, range, read };
}

function isWithin([minimum, maximum]: readonly [number, number], value: unknown): value is number {
  return typeof value === 'number' && value >= minimum && value <= maximum;
}

/** A number, or a map of weekdays, of which those that are none count as days off; anything else counts as not set. */
function readMinutesPerDay(value: unknown): MinutesPerDay {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return isWithin(MINUTES_PER_DAY, value) ? value : DEFAULT_MINUTES_PER_DAY;
  const given = value as Readonly<Record<string, unknown>>;
  const named = WEEKDAY_KEYS.flatMap((key) => {
    const minutes = given[key];
    return isWithin(MINUTES_OF_WEEKDAY, minutes) ? [[key, minutes] as const] : [];
  });
  return named.length === 0 ? DEFAULT_MINUTES_PER_DAY : Object.fromEntries(named);
}

/** What is wrong with the value of the setting `minutesPerDay`, in a sentence; undefined where nothing is. */
export function wrongMinutesPerDay(value: unknown): string | undefined {
  const [least, most] = MINUTES_PER_DAY;
  if (isWithin(MINUTES_PER_DAY, value) || value === undefined) return undefined;
  const meant = `write a number from ${least} to ${most}, or minutes by day of the week, such as { "mon": 60, "sat": 240 }`;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `“prepLoop.minutesPerDay” is ${shown(value)}: ${meant}; ${DEFAULT_MINUTES_PER_DAY} is assumed.`;
  const wrong = Object.entries(value).find(
    ([key, minutes]) => !(WEEKDAY_KEYS as readonly string[]).includes(key) || !isWithin(MINUTES_OF_WEEKDAY, minutes),
  );
  return wrong && `“prepLoop.minutesPerDay” has ${shown(wrong[0])}: ${shown(wrong[1])}: ${meant}; it is left out.`;
}

/** In the first half of the day: nobody's day begins in the evening. */
function readDayStart(value: unknown): string {
  const time = typeof value === 'string' ? parseTime(value) : undefined;
  return time !== undefined && time < '12:00' ? time : DEFAULT_DAY_START;
}

/** Each of the two by itself: one that cannot be used keeps its default. */
function readRetention(value: unknown): Retention {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const share = (key: keyof Retention): number =>
    isWithin(RETENTION, given[key]) ? given[key] : DEFAULT_RETENTION[key];
  return { usual: share('usual'), onTheDay: share('onTheDay') };
}

function readReminders(value: unknown): number[] {
  return (Array.isArray(value) ? value : [])
    .filter((minutes): minutes is number => Number.isInteger(minutes) && isWithin(REMINDER_MINUTES, minutes))
    .slice(0, MAX_REMINDERS);
}

const LEVELS: ReadonlySet<unknown> = new Set(['off', 'hint', 'info', 'warning', 'error']);

/** A rule whose level is not one keeps its own. */
function readRules(value: unknown): NonNullable<LintOptions['rules']> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, level]) => LEVELS.has(level)));
}

/** Out of range, the nearest number within it: someone who wants no time to think may well write −1. */
function readThinkSeconds(value: unknown): number {
  const [minimum, maximum] = THINK_SECONDS;
  if (typeof value !== 'number' || Number.isNaN(value)) return DEFAULT_THINK_SECONDS;
  return Math.min(maximum, Math.max(minimum, value));
}
