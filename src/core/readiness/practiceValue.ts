/** What practice runs have shown of a round. */
import { completenessOf } from '../sessions/completeness';
import { isPractice, scoreOf, type Scores, type Session } from '../sessions/sessionModel';
import { instantOf } from '../sessions/sessionName';

const DAY = 86_400_000;

/**
 * A run counts in full for a week, and then half as much every two weeks: what was practised fades unless it is used.
 */
export const FRESH_DAYS = 7;
export const HALF_LIFE_DAYS = 14;

/** One good run may be luck, so the second best counts too. Another run can only add: a bad one shows nothing new. */
export const BEST_SHARE = 0.7;

/**
 * What a score of 1 to 4 is worth: 3 meets the bar. A run that was not scored shows as much as a 1: that it was done.
 * So scoring a run, however strictly, never costs anything.
 */
const WORTH = [0.4, 0.4, 0.7, 0.9, 1] as const;

/** A run of a round, as far as readiness goes. All shares are 0 to 1. */
export interface Run {
  readonly at: number;
  /** Whole days ago. */
  readonly age: number;
  readonly freshness: number;
  /** How much of its planned time was run. */
  readonly completeness: number;
  /** The worth of its scores. */
  readonly quality: number;
  readonly value: number;
  /** The competency with the lowest score below 3. */
  readonly weakest: string | undefined;
}

/** The scores that say where one stands: the peer's where there is one, else one's own. */
export function countedScores({ scores, peerScores }: Session): Scores {
  return { ...scores, ...peerScores };
}

/**
 * The runs of a round that were begun by now, the most valuable first.
 * @param competencies ids of what the round judges.
 * @param now milliseconds since the epoch.
 */
export function runsOf(sessions: readonly Session[], competencies: readonly string[], now: number): Run[] {
  const runs = sessions.flatMap((session) => {
    const at = instantOf(session);
    return at !== undefined && at <= now && isPractice(session) ? [runOf(session, at, competencies, now)] : [];
  });
  return runs.sort((a, b) => b.value - a.value || b.at - a.at);
}

/** What the runs are worth together, 0 to 1. @param runs the most valuable first. */
export function practiceValue([best, second]: readonly Run[]): number {
  return BEST_SHARE * (best?.value ?? 0) + (1 - BEST_SHARE) * (second?.value ?? 0);
}

/**
 * What a competency's scores are worth: the better of one's own and the peer's, so that asking a strict peer for a
 * score never costs anything either. What to practise for and the trend go by the peer's word.
 */
const worthOf = ({ scores, peerScores }: Session, id: string): number =>
  WORTH[Math.max(scoreOf(scores, id) ?? 0, scoreOf(peerScores, id) ?? 0)] as number;

function runOf(session: Session, at: number, competencies: readonly string[], now: number): Run {
  const scores = countedScores(session);
  const judged = competencies.length > 0 ? competencies : Object.keys(scores);
  const worth = judged.map((id) => worthOf(session, id));
  // Where the round does not say what it judges, the best counts: a mean would fall when another is scored.
  const quality =
    competencies.length > 0 ? worth.reduce((sum, each) => sum + each, 0) / worth.length : Math.max(WORTH[0], ...worth);
  const days = (now - at) / DAY;
  const freshness = days <= FRESH_DAYS ? 1 : 0.5 ** ((days - FRESH_DAYS) / HALF_LIFE_DAYS);
  const completeness = completenessOf(session);
  const below = judged
    .filter((id) => (scoreOf(scores, id) ?? 3) < 3)
    .sort((a, b) => (scoreOf(scores, a) ?? 0) - (scoreOf(scores, b) ?? 0));
  return {
    at,
    age: Math.floor(days),
    freshness,
    completeness,
    quality,
    value: quality * freshness * completeness,
    weakest: below[0],
  };
}
