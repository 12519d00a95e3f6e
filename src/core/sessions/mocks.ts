/** Mock interviews among the sessions: what state each is in, and which ask for something. */
import { addDays, type CalendarDate } from '../days/dates';
import type { Session } from './sessionModel';

/** `unscored`: it was run, and the peer's scores are not in yet. */
export type MockState = 'planned' | 'overdue' | 'unscored' | 'done';

export interface Mock {
  readonly session: Session;
  readonly state: MockState;
  /** The day it was run, else the day it is planned for. */
  readonly date: CalendarDate | undefined;
  /** `HH:MM`. */
  readonly time: string | undefined;
}

/** The mocks, those without a day first, then by day and time. */
export function mocksOf(sessions: readonly Session[], today: CalendarDate): Mock[] {
  const mocks = sessions
    .filter(({ kind }) => kind === 'mock')
    .map((session): Mock => ({ session, state: stateOf(session, today), ...dayOf(session) }));
  const key = ({ date, time }: Mock): string => `${date ?? ''} ${time ?? ''}`;
  return mocks.sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** The mocks that are still to come, were missed, or wait for the peer's scores: those without a day are left out. */
export function mocksDue(
  sessions: readonly Session[],
  today: CalendarDate,
): (Mock & { readonly date: CalendarDate })[] {
  return mocksOf(sessions, today).filter(
    (mock): mock is Mock & { readonly date: CalendarDate } => mock.state !== 'done' && mock.date !== undefined,
  );
}

/** How the mock is called: “System Design with Sam Park”. */
export function mockTitle({ peer }: Session, round: string): string {
  return peer === undefined ? round : `${round} with ${peer.name}`;
}

function stateOf({ started, scheduled, peerScores, peerHire }: Session, today: CalendarDate): MockState {
  // One that was held without the clock has scores and no beginning.
  if (Object.keys(peerScores).length > 0 || peerHire !== undefined) return 'done';
  if (started !== undefined) return 'unscored';
  return scheduled !== undefined && scheduled.date < today ? 'overdue' : 'planned';
}

function dayOf({ started, scheduled }: Session): { date: CalendarDate | undefined; time: string | undefined } {
  if (started !== undefined) return { date: started.slice(0, 10), time: started.slice(11, 16) };
  return { date: scheduled?.date, time: scheduled?.time };
}

/** How the tracker's menus recognise a mock. */
export function mockMenu({ state }: Mock): string {
  return `mock-${state}`;
}

/** The day to propose for a mock: in two days, but before the round's own day where that is still to come. */
export function proposedDay(round: CalendarDate | undefined, today: CalendarDate): CalendarDate {
  const soon = addDays(today, 2);
  if (round === undefined || round <= today) return soon;
  const before = addDays(round, -1);
  return before < soon ? before : soon;
}
