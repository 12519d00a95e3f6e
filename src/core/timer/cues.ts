/** What a phase's clock has to say besides the time: at first nothing, then that it ends soon, then that it is over. */
import { isOver } from './formatClock';
import { MINUTE_MS } from './timer';

export type Cue = 'calm' | 'lastMinute' | 'over';

/** Phases shorter than this have no last minute: most of such a phase would be one. */
const SHORTEST_MS = 2 * MINUTE_MS;

/** @param remainingMs what is left of the phase; negative is overtime. @param allottedMs planned and added. */
export function cueOf(remainingMs: number, allottedMs: number): Cue {
  if (isOver(remainingMs)) return 'over';
  return remainingMs <= MINUTE_MS && allottedMs >= SHORTEST_MS ? 'lastMinute' : 'calm';
}
