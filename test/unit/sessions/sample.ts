import { EMPTY_SESSION, type Session } from '../../../src/core/sessions/sessionModel';

/** A session of System Design in the loop `a`, with what a test changes of it. */
export function sessionWith(changes: Partial<Session> = {}): Session {
  return {
    ...EMPTY_SESSION,
    path: 'a/sessions/2026-11-26T1430-system-design.md',
    round: 'system-design',
    kind: 'mock',
    peer: { name: 'Sam Park', shipped: 'a ranking model at 2M events/s' },
    scheduled: { date: '2026-11-26', time: '14:30' },
    ...changes,
  };
}
