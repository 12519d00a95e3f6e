/** A loop's own row, and the one that the closed loops are folded away under. */
import type { CalendarDate } from '../days/dates';
import { formatShortDate } from '../days/dates';
import { loopDay } from '../loop/loopDay';
import { loopTitle, type Loop } from '../loop/loopModel';
import { plural } from '../words';
import { facts, row, type Row } from './row';

/** @param description how far the loop is. @param open whether its rows are shown until the user says otherwise. */
export function loopRow(loop: Loop, description: string, open: boolean): Row {
  const { company, role, id, closed } = loop;
  const title = loopTitle(loop);
  return row({
    id,
    kind: closed ? 'loopClosed' : 'loop',
    label: company === '' ? id : `${company}: ${role}`,
    description,
    icon: closed ? 'closed' : 'loop',
    tooltip: title === id ? id : `${title}\n${id}`,
    spoken: `${closed ? 'Closed loop' : 'Loop'} ${title}, ${description}`,
    open,
    lazy: true,
  });
}

/** How far a loop is. */
export function loopDescription(loop: Loop, today: CalendarDate): string {
  if (loop.closed) {
    const { outcome, date } = loop.closed;
    return facts([outcome, date === undefined ? 'closed' : `closed ${formatShortDate(date)}`]);
  }
  const at = loopDay(loop, today);
  if (at === undefined) return '';
  if (at.kind === 'running') return `day ${at.day} of ${loop.days}`;
  return at.kind === 'over' ? `over after ${plural(loop.days, 'day')}` : `starts in ${plural(at.days, 'day')}`;
}

/** @param count how many loops are closed. */
export function closedRow(count: number): Row {
  const spoken = plural(count, 'closed loop');
  return row({
    id: 'closed',
    kind: 'closed',
    label: 'Closed',
    description: String(count),
    icon: 'closed',
    tooltip: spoken,
    spoken,
    lazy: true,
  });
}
