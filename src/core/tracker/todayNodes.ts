/** Today as lines of the tracker. */
import { formatDate, formatShortDate } from '../days/dates';
import { byDay, byUrgency } from '../today/compose';
import type { DueEntry, Today, TodayEntry, TodayStep } from '../today/model';
import { facts, minutesText, node, type NodeInput, type TrackerNode } from './trackerNode';

/** @param label what the line says before how much there is to do. */
export function todayNode(label: string, today: Today): TrackerNode {
  return todayLine(
    label,
    today,
    todayLines([{ today }]).map(({ line }) => line),
  );
}

function todayLine(label: string, today: Today, children: readonly TrackerNode[]): TrackerNode {
  // Another id with children than without: the editor keeps a node's expansion, and one that had none stays closed.
  const id = children.length > 0 ? 'today/due' : 'today';
  return node({
    id,
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

/** A line, and the index of the loop that it is of. */
export interface LineOf {
  readonly line: TrackerNode;
  readonly of: number;
}

/** Tomorrow's appointments, what is due, what is next: of all loops together, each line saying of which it is. */
export function todayLines(days: readonly NamedToday[]): LineOf[] {
  const tell = <E extends TodayEntry>(
    pick: (today: Today) => readonly E[],
    order: (a: E, b: E) => number,
    draw: (entry: E, today: string, name?: string) => TrackerNode,
  ): LineOf[] => {
    const all = days.flatMap(({ today, name }, of) =>
      pick(today).map((entry) => ({ entry, name, of, date: today.date })),
    );
    return all
      .sort((a, b) => order(a.entry, b.entry))
      .map(({ entry, name, of, date }) => ({ line: draw(entry, date, name), of }));
  };
  return [
    ...tell(({ tomorrow }) => tomorrow, byDay, tomorrowNode),
    ...tell(({ due }) => due, byUrgency, dueNode),
    ...tell(({ next }) => (next ? [next] : []), byDay, nextNode).slice(0, 1),
  ];
}

/** The line of several loops' days; what stands under it is told by {@link todayLines}. */
export function mergedToday(label: string, days: readonly Today[]): TrackerNode {
  const today = merged(days);
  return todayLine(
    label,
    today,
    todayLines(days.map((each) => ({ today: each }))).map(({ line }) => line),
  );
}

/** The days of several loops as one; the minutes at hand are the user's, who has them once. */
function merged(days: readonly Today[]): Today {
  const [first] = days;
  const sum = (of: (today: Today) => number): number => days.reduce((total, today) => total + of(today), 0);
  return {
    date: first?.date ?? '',
    tomorrow: days.flatMap(({ tomorrow }) => tomorrow),
    due: days.flatMap(({ due }) => due),
    next: days.flatMap(({ next }) => (next ? [next] : [])).sort(byDay)[0],
    slipped: sum(({ slipped }) => slipped),
    minutes: sum(({ minutes }) => minutes),
    minutesAtHand: days.map(({ minutesAtHand }) => minutesAtHand).find((minutes) => minutes !== undefined),
  };
}

/** How much there is to do, in a few words: “3 due · 1 late · 95 of 120 min”. */
export function todayDescription({
  due,
  slipped,
  minutes,
  minutesAtHand,
}: Pick<Today, 'due' | 'slipped' | 'minutes' | 'minutesAtHand'>): string {
  if (due.length === 0) return 'nothing due';
  const time = minutesAtHand === undefined ? minutesText(minutes) : `${minutes} of ${minutesAtHand} min`;
  return facts([`${due.length} due`, slipped === 0 ? undefined : `${slipped} late`, minutes === 0 ? undefined : time]);
}

function tomorrowNode(entry: TodayEntry, _today: string, name?: string): TrackerNode {
  const time = entry.time === undefined ? '' : `, ${entry.time}`;
  const description = facts([minutesText(entry.minutes), stepsLeft(entry), name]);
  return told({
    ...drawn(entry, 'tomorrow'),
    kind: 'due',
    label: `Tomorrow: ${entry.label}${time}`,
    description,
    icon: 'tomorrow',
    open: true,
  });
}

function dueNode(entry: DueEntry, today: string, name?: string): TrackerNode {
  const { slippedFrom, by, time } = entry;
  const deadline = by !== undefined && by > today ? `by ${formatShortDate(by)}` : time;
  const when = slippedFrom === undefined ? deadline : `since ${formatShortDate(slippedFrom)}`;
  const description = facts([when, minutesText(entry.minutes), stepsLeft(entry), name]);
  return told({
    ...drawn(entry, 'due'),
    kind: 'due',
    label: entry.label,
    description,
    ...(slippedFrom === undefined ? {} : { icon: 'overdue' }),
  });
}

function nextNode(entry: TodayEntry, _today: string, name?: string): TrackerNode {
  const description = facts([formatShortDate(entry.date), entry.time, minutesText(entry.minutes), name]);
  const { item: _tickedWhereItIsDue, children: _shownTheDayBefore, ...rest } = drawn(entry, 'next');
  return told({ icon: 'next', ...rest, kind: 'next', label: `Next: ${entry.label}`, description });
}

/** A line whose tooltip says all of it, since a narrow side bar cuts it off. */
function told({ tooltip, ...line }: NodeInput): TrackerNode {
  const { label, description } = line;
  return node({
    ...line,
    tooltip: [tooltip ?? label, description].filter((part) => part !== undefined && part !== '').join('\n'),
  });
}

/** What every line of an entry has. */
function drawn(
  { id, label, icon, tooltip, place, item, round, command, menu, steps = [] }: TodayEntry,
  section: string,
): Omit<NodeInput, 'kind'> {
  const children = steps.map((step, index) =>
    node({
      id: `${section}/${id}/${stepId(steps, index)}`,
      kind: 'item',
      label: step.label,
      place: step.place,
      item: step.item,
    }),
  );
  return {
    id: `${section}/${id}`,
    label,
    children,
    ...(icon === undefined ? {} : { icon }),
    ...(tooltip === undefined ? {} : { tooltip }),
    ...(place === undefined ? {} : { place }),
    ...(item === undefined ? {} : { item }),
    ...(round === undefined ? {} : { round }),
    ...(command === undefined ? {} : { command }),
    ...(menu === undefined ? {} : { menu }),
  };
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
