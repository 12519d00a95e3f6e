/** Today as lines of the tracker. */
import { facts, minutesText, node, type NodeInput, type TrackerNode } from '../loop/trackerNode';
import { formatDate, formatShortDate } from '../schedule/dates';
import type { Today, TodayEntry, TodayStep } from './model';

/** @param label what the line says before how much there is to do: the day of the loop, for example. */
export function todayNode(label: string, today: Today): TrackerNode {
  const children = todayChildren(today);
  // Another id with children than without: the editor keeps a node's expansion, and one that had none stays closed.
  const id = children.length > 0 ? 'today/due' : 'today';
  return node({ id, kind: 'today', label, description: todayDescription(today), icon: 'today', tooltip: formatDate(today.date), children, open: true });
}

/** Tomorrow's appointments, what is due, what is next. */
function todayChildren({ date, tomorrow, due, next }: Today): TrackerNode[] {
  return [...tomorrow.map(tomorrowNode), ...due.map((entry) => dueNode(entry, date)), ...(next ? [nextNode(next)] : [])];
}

/** How much there is to do, in a few words. */
export function todayDescription({ due, slipped, minutes }: Today): string {
  if (due.length === 0) return 'nothing due';
  return facts([`${due.length} due`, slipped === 0 ? undefined : `${slipped} late`, minutes === 0 ? undefined : minutesText(minutes)]);
}

function tomorrowNode(entry: TodayEntry): TrackerNode {
  const time = entry.time === undefined ? '' : `, ${entry.time}`;
  return node({ ...drawn(entry, 'tomorrow'), kind: 'due', label: `Tomorrow: ${entry.label}${time}`, description: facts([minutesText(entry.minutes), stepsLeft(entry)]), icon: 'tomorrow', open: true });
}

function dueNode(entry: TodayEntry, today: string): TrackerNode {
  const slipped = entry.date < today;
  const description = facts([slipped ? `since ${formatShortDate(entry.date)}` : entry.time, minutesText(entry.minutes), stepsLeft(entry)]);
  return node({ ...drawn(entry, 'due'), kind: 'due', label: entry.label, description, ...(slipped ? { icon: 'overdue' } : {}) });
}

function nextNode(entry: TodayEntry): TrackerNode {
  const description = facts([formatShortDate(entry.date), entry.time, minutesText(entry.minutes)]);
  const { item: _tickedWhereItIsDue, children: _shownTheDayBefore, ...rest } = drawn(entry, 'next');
  return node({ ...rest, kind: 'next', label: `Next: ${entry.label}`, description });
}

/** What every line of an entry has. */
function drawn({ id, label, icon, tooltip, place, item, round, command, menu, steps = [] }: TodayEntry, section: string): Omit<NodeInput, 'kind'> {
  const children = steps.map((step, index) => node({ id: `${section}/${id}/${stepId(steps, index)}`, kind: 'item', label: step.label, place: step.place, item: step.item }));
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
