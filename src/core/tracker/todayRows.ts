/** Today as rows: of one loop, or of several together. */
import { formatDate, formatShortDate } from '../days/dates';
import type { CalendarDate } from '../days/dates';
import { byDay, byUrgency } from '../today/composeToday';
import type { DueEntry, Today, TodayEntry, TodayStep } from '../today/todayModel';
import { joined } from '../words';
import { facts, minutesText, row, type EntryRow, type ItemRow, type Row, type RowIcon } from './row';

/** @param label what the row says before how much there is to do. */
export function todayRow(label: string, today: Today): Row {
  return dayRow(label, today, [{ today }]);
}

/** The day of several loops. What is under it, with the loop of each row, is what {@link entryRows} gives. */
export function mergedTodayRow(label: string, days: readonly Today[]): Row {
  return dayRow(
    label,
    merged(days),
    days.map((today) => ({ today })),
  );
}

function dayRow(label: string, today: Today, days: readonly NamedToday[]): Row {
  const children = entryRows(days).map(({ row: entry }) => entry);
  return row({
    // Another id with children than without: the editor keeps a row's expansion, and one that had none stays closed.
    id: children.length > 0 ? 'today/due' : 'today',
    kind: 'today',
    label,
    description: todayDescription(today),
    icon: 'today',
    tooltip: formatDate(today.date),
    children,
    open: true,
  });
}

/** One of several loops' days. */
export interface NamedToday {
  readonly today: Today;
  /** What to call the loop; left out where there is only one. */
  readonly name?: string;
}

/** A row, and the index of the loop that it belongs to. */
export interface RowOfLoop {
  readonly row: Row;
  readonly loop: number;
}

/** An entry with the day and the name of its loop. */
interface Placed<E extends TodayEntry> {
  readonly entry: E;
  readonly today: CalendarDate;
  readonly name: string | undefined;
  readonly loop: number;
}

/** What there is to know, tomorrow's appointments, what is due, what is next: of all loops. */
export function entryRows(days: readonly NamedToday[]): RowOfLoop[] {
  const placed = <E extends TodayEntry>(pick: (today: Today) => readonly E[]): Placed<E>[] =>
    days.flatMap(({ today, name }, loop) => pick(today).map((entry) => ({ entry, today: today.date, name, loop })));
  const tomorrow = placed((today) => today.tomorrow).sort((a, b) => byDay(a.entry, b.entry));
  const due = placed((today) => today.due).sort((a, b) => byUrgency(a.entry, b.entry));
  const next = placed(({ next: first }) => (first ? [first] : [])).sort((a, b) => byDay(a.entry, b.entry));
  return [
    ...placed((today) => today.notices).map((each) => ({ row: noticeRow(each), loop: each.loop })),
    ...tomorrow.map((each) => ({ row: tomorrowRow(each), loop: each.loop })),
    ...due.map((each) => ({ row: dueRow(each), loop: each.loop })),
    ...next.slice(0, 1).map((each) => ({ row: nextRow(each), loop: each.loop })),
  ];
}

/** The days of several loops as one; the minutes at hand are the user's, who has them once. */
function merged(days: readonly Today[]): Today {
  const [first] = days;
  const sum = (of: (today: Today) => number): number => days.reduce((total, today) => total + of(today), 0);
  return {
    date: first?.date ?? '',
    notices: days.flatMap(({ notices }) => notices),
    tomorrow: days.flatMap(({ tomorrow }) => tomorrow),
    due: days.flatMap(({ due }) => due),
    next: days.flatMap(({ next }) => (next ? [next] : [])).sort(byDay)[0],
    slipped: sum(({ slipped }) => slipped),
    minutes: sum(({ minutes }) => minutes),
    minutesAtHand: days.map(({ minutesAtHand }) => minutesAtHand).find((minutes) => minutes !== undefined),
  };
}

/** How much there is to do, in a few words: “3 due · 1 late · 95 of 120 min”. */
function todayDescription({ due, slipped, minutes, minutesAtHand }: Today): string {
  if (due.length === 0) return 'nothing due';
  const time = minutesAtHand === undefined ? minutesText(minutes) : `${minutes} of ${minutesAtHand} min`;
  return facts([`${due.length} due`, slipped === 0 ? undefined : `${slipped} late`, minutes === 0 ? undefined : time]);
}

function noticeRow({ entry, name }: Placed<TodayEntry>): Row {
  return entryRow(entry, 'notice', {
    label: entry.label,
    description: facts([entry.detail, minutesText(entry.minutes), name]),
    icon: entry.icon,
  });
}

function tomorrowRow({ entry, name }: Placed<TodayEntry>): Row {
  const time = entry.time === undefined ? '' : `, ${entry.time}`;
  return entryRow(entry, 'tomorrow', {
    label: `Tomorrow: ${entry.label}${time}`,
    description: facts([minutesText(entry.minutes), stepsLeft(entry), name]),
    icon: 'tomorrow',
    open: true,
  });
}

function dueRow({ entry, today, name }: Placed<DueEntry>): Row {
  const { slippedFrom, by, time } = entry;
  const deadline = by !== undefined && by > today ? `by ${formatShortDate(by)}` : time;
  const when = slippedFrom === undefined ? deadline : `since ${formatShortDate(slippedFrom)}`;
  return entryRow(entry, 'due', {
    label: entry.label,
    description: facts([when, minutesText(entry.minutes), stepsLeft(entry), name]),
    icon: slippedFrom === undefined ? entry.icon : 'overdue',
  });
}

/** It is ticked where it is due, and its steps are shown the day before: here it only says what comes next. */
function nextRow({ entry, name }: Placed<TodayEntry>): Row {
  const description = facts([formatShortDate(entry.date), entry.time, minutesText(entry.minutes), name]);
  const { item: _item, steps: _steps, ...rest } = entry;
  return entryRow(rest, 'next', { label: `Next: ${entry.label}`, description, icon: entry.icon ?? 'next' });
}

/** What the row of an entry says in its part of Today. */
interface Shown {
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon | undefined;
  readonly open?: boolean;
}

/** The row's tooltip says all of it, since a narrow side bar cuts it off. */
function entryRow(entry: TodayEntry, part: 'notice' | 'tomorrow' | 'due' | 'next', shown: Shown): EntryRow {
  const { place, item, round, command, menu, run, steps = [] } = entry;
  const id = `${part}/${entry.id}`;
  return row({
    id,
    kind: part === 'next' ? 'next' : 'due',
    ...shown,
    tooltip: joined([entry.tooltip ?? shown.label, shown.description], '\n'),
    place,
    item,
    round,
    command,
    menu,
    run,
    children: steps.map((step, index) => stepRow(`${id}/${stepId(steps, index)}`, step)),
  });
}

function stepRow(id: string, { label, place, item, menu }: TodayStep): ItemRow {
  return row({ id, kind: 'item', label, place, item, menu });
}

/** The same while the step says the same, also where several do. */
function stepId(steps: readonly TodayStep[], index: number): string {
  const said = (step: TodayStep | undefined): string => `${step?.place.path}/${step?.item.text}`;
  const own = said(steps[index]);
  return `${steps.slice(0, index).filter((step) => said(step) === own).length}/${own}`;
}

function stepsLeft({ steps, allSteps }: TodayEntry): string | undefined {
  if (steps === undefined || allSteps === undefined || allSteps === 0) return undefined;
  return steps.length === 0 ? 'all prepared' : `${steps.length} of ${allSteps} to do`;
}
