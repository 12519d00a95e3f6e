import ICAL from 'ical.js';
import type { CalendarEvent } from '../../../src/core/calendar/event';
import type { CalendarSources } from '../../../src/core/calendar/events';
import { writeCalendar, type CalendarExport } from '../../../src/core/calendar/ics';
import type { Loop, PreparationItem, Round } from '../../../src/core/loop/loopModel';
import { workPlan } from '../../../src/core/replan/workload';
import { EMPTY_SESSION, type Session } from '../../../src/core/sessions/sessionModel';

const TODAY = '2026-11-22';
export const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);

export function round(change: Partial<Round> & Pick<Round, 'id'>): Round {
  return {
    number: 1,
    title: 'System Design',
    path: `acme/rounds/01-${change.id}.md`,
    items: [],
    date: '2026-11-30',
    time: undefined,
    pinned: false,
    status: 'planned',
    interviewers: [],
    minutes: 45,
    ...change,
  };
}

export function task(text: string, due: string | undefined, checked = false, minutes?: number): PreparationItem {
  return { line: 0, markOffset: 0, text, checked, indent: 0, heading: '', due, minutes } as PreparationItem;
}

export function mock(change: Partial<Session>): Session {
  return {
    ...EMPTY_SESSION,
    path: 'acme/sessions/2026-11-26T1800-system-design.md',
    round: 'system-design',
    kind: 'mock',
    peer: { name: 'Ada', shipped: 'a fraud model' },
    scheduled: { date: '2026-11-26', time: '18:00' },
    ...change,
  };
}

export function sources(change: Partial<Loop>, sessions: readonly Session[] = [], mark = ''): CalendarSources {
  const loop: Loop = {
    id: 'acme',
    company: 'Acme',
    role: 'PM',
    playbook: 'general-pm',
    firstContact: '2026-11-23',
    days: 22,
    timeZone: 'Europe/Berlin',
    preparation: undefined,
    rounds: [round({ id: 'system-design', time: '10:00' })],
    feedback: undefined,
    plan: undefined,
    documents: [],
    problems: [],
    ...change,
  };
  // As in a file: every item has a line of its own.
  const items = loop.preparation?.items.map((item, line) => ({ ...item, line }));
  const own = items === undefined ? loop : { ...loop, preparation: { path: '', items } };
  return {
    loop: own,
    sessions,
    roundNotes: new Map([['system-design', 'Frame, 6 min\nSize, 7 min']]),
    work: workPlan(own, TODAY),
    mark,
  };
}

export function event(change: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'round.system-design.acme.2026@prep-loop',
    kind: 'round',
    title: 'Acme: System Design',
    description: '',
    date: '2026-11-30',
    time: '10:00',
    minutes: 45,
    reminders: [60],
    ...change,
  };
}

export function write(
  events: readonly CalendarEvent[],
  change: { timeZone?: string; now?: number; previous?: string; settled?: ReadonlySet<string>; name?: string } = {},
): CalendarExport {
  return writeCalendar(ICAL, {
    name: 'Acme PM',
    events,
    settled: new Set(),
    timeZone: 'Europe/Berlin',
    now: NOON,
    previous: undefined,
    ...change,
  });
}
