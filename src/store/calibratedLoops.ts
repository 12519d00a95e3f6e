/** All loops of the workspace with their practice runs, closed loops too: what own scores are compared over. */
import type { CalibratedLoop } from '../core/sessions/calibration';
import type { PrepStore, SessionStore } from './api';

export async function calibratedLoops(sources: {
  readonly store: PrepStore;
  readonly sessions: SessionStore;
}): Promise<CalibratedLoop[]> {
  const loops = await sources.store.loops();
  return Promise.all(
    loops.map(async (located) => ({
      sessions: await sources.sessions.sessions(located),
      rounds: located.loop.rounds,
      competencies: located.loop.competencies,
    })),
  );
}
