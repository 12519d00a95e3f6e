/** A run as the candidate and the peer scored it, side by side. */
import { scoreOf, type CompetencyScore, type Session } from './sessionModel';

export interface ComparedScore {
  readonly id: string;
  readonly title: string;
  readonly self: CompetencyScore | undefined;
  readonly peer: CompetencyScore | undefined;
  /**
   * The candidate's own score minus the peer's: above 0 where the candidate saw more than the peer. Undefined unless
   * both scored it.
   */
  readonly difference: number | undefined;
}

export interface Comparison {
  /** In the order of the competencies given, then what else was scored. */
  readonly rows: readonly ComparedScore[];
  /** The means over what both scored, from 1 to 4; undefined where there is no such competency. */
  readonly means: { readonly self: number; readonly peer: number } | undefined;
}

/** @param competencies those that the round judges; one that nobody scored is a row too. */
export function compareScores(
  { scores, peerScores }: Pick<Session, 'scores' | 'peerScores'>,
  competencies: readonly { readonly id: string; readonly title: string }[] = [],
): Comparison {
  const titles = new Map(competencies.map(({ id, title }) => [id, title]));
  const ids = new Set([...titles.keys(), ...Object.keys(scores), ...Object.keys(peerScores)]);
  const rows = [...ids].map((id): ComparedScore => {
    const [self, peer] = [scoreOf(scores, id), scoreOf(peerScores, id)];
    const difference = self === undefined || peer === undefined ? undefined : self - peer;
    return { id, title: titles.get(id) ?? id.replace(/-/gu, ' '), self, peer, difference };
  });
  const both = rows.filter(({ difference }) => difference !== undefined);
  return { rows, means: both.length === 0 ? undefined : { self: mean(both, 'self'), peer: mean(both, 'peer') } };
}

/**
 * One line per competency, as plain text: “streaming scale: you 3, peer 2 (you saw 1 more)”. Those that nobody scored
 * are left out.
 */
export function comparisonLines({ rows }: Comparison): string[] {
  return rows.flatMap(({ title, self, peer, difference }) => {
    const said = [
      self === undefined ? undefined : `you ${self}`,
      peer === undefined ? undefined : `peer ${peer}`,
    ].filter((part) => part !== undefined);
    if (said.length === 0) return [];
    const gap =
      difference === undefined || difference === 0
        ? ''
        : ` (${difference > 0 ? 'you' : 'your peer'} saw ${Math.abs(difference)} more)`;
    return [`${title}: ${said.join(', ')}${gap}`];
  });
}

function mean(rows: readonly ComparedScore[], of: 'self' | 'peer'): number {
  return rows.reduce((sum, row) => sum + (row[of] ?? 0), 0) / rows.length;
}
