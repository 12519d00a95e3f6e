/**
 * How one's own scores compare with the peers', and with what became of the rounds: by competency, over all loops. It
 * always says how few cases it rests on, and claims nothing of fewer than `FEWEST_CASES`.
 */
import type { Round } from '../loop/loopModel';
import { sum } from '../numbers';
import { plural } from '../words';
import { scoreOf, type CompetencyScore, type Scores, type Session } from './sessionModel';
import { dayOfSession } from './sessionName';

/** Nothing is claimed of fewer mocks or rounds: of two, a single harsh peer or unlucky day would be half. */
export const FEWEST_CASES = 3;
/** Scores are whole numbers: a smaller difference from the peers’ is no habit. */
const NOTICEABLE_DIFFERENCE = 0.3;

/** A loop, as far as its scores are compared. */
export interface CalibratedLoop {
  readonly sessions: readonly Pick<Session, 'round' | 'kind' | 'scores' | 'peerScores' | 'started' | 'scheduled'>[];
  readonly rounds: readonly Pick<Round, 'id' | 'status' | 'date'>[];
  /** What its playbook calls them. */
  readonly competencies?: readonly { readonly id: string; readonly title: string }[] | undefined;
}

export interface AverageScore {
  readonly mean: number;
  /** How many mocks or rounds it rests on; at least one. */
  readonly cases: number;
}

export interface CompetencyCalibration {
  readonly id: string;
  readonly title: string;
  /** Own score minus the peer’s, over the mocks in which both are given; above 0 where one sees more than peers do. */
  readonly againstPeers: AverageScore | undefined;
  /** Own scores in practice, over the rounds that were passed, each with the mean of its runs. */
  readonly passed: AverageScore | undefined;
  /** The same over those that were failed. */
  readonly failed: AverageScore | undefined;
}

/**
 * One row for each competency that there is a case of, those with the most mocks first. The order of loops and sessions
 * does not matter, and a score that is missing counts for nothing.
 */
export function calibrationOf(loops: readonly CalibratedLoop[]): CompetencyCalibration[] {
  const titles = new Map<string, string>();
  for (const { competencies = [] } of loops)
    for (const { id, title } of competencies) {
      const known = titles.get(id);
      if (known === undefined || title < known) titles.set(id, title);
    }
  const ids = new Set(
    loops.flatMap(({ sessions }) =>
      sessions.flatMap(({ scores, peerScores }) => Object.keys({ ...scores, ...peerScores })),
    ),
  );
  const rows = [...ids].map((id) => ({
    id,
    title: titles.get(id) ?? id.replace(/-/gu, ' '),
    againstPeers: averageOf(loops.flatMap(({ sessions }) => sessions.flatMap((each) => differenceOf(each, id) ?? []))),
    passed: averageOf(loops.flatMap((loop) => roundMeans(loop, 'passed', id))),
    failed: averageOf(loops.flatMap((loop) => roundMeans(loop, 'failed', id))),
  }));
  const cases = (row: CompetencyCalibration): number => row.againstPeers?.cases ?? 0;
  return rows
    .filter(({ againstPeers, passed, failed }) => againstPeers ?? passed ?? failed)
    .sort(
      (a, b) => cases(b) - cases(a) || (a.title < b.title ? -1 : Number(a.title > b.title)) || (a.id < b.id ? -1 : 1),
    );
}

function differenceOf(
  { kind, scores, peerScores }: { kind: Session['kind']; scores: Scores; peerScores: Scores },
  id: string,
): number | undefined {
  const [own, peer] = [scoreOf(scores, id), scoreOf(peerScores, id)];
  return kind !== 'mock' || own === undefined || peer === undefined ? undefined : own - peer;
}

/** For each round of the loop that ended so, the mean of the own scores before it. */
function roundMeans({ sessions, rounds }: CalibratedLoop, status: Round['status'], id: string): number[] {
  return rounds.flatMap((round) => {
    if (round.status !== status) return [];
    const scores = sessions.flatMap((session): CompetencyScore[] => {
      const score = session.round === round.id ? scoreOf(session.scores, id) : undefined;
      const day = dayOfSession(session)?.date;
      const isAfter = day !== undefined && round.date !== undefined && day > round.date;
      return score === undefined || isAfter ? [] : [score];
    });
    return averageOf(scores)?.mean ?? [];
  });
}

/** In the order of size, so that rounding is the same whatever order they came in. */
function averageOf(values: readonly number[]): AverageScore | undefined {
  if (values.length === 0) return undefined;
  return { mean: sum([...values].sort((a, b) => a - b)) / values.length, cases: values.length };
}

const isEnough = (average: AverageScore | undefined): average is AverageScore =>
  average !== undefined && average.cases >= FEWEST_CASES;

/** What can be claimed, each in a sentence with the cases that it rests on. */
export function calibrationClaims(rows: readonly CompetencyCalibration[]): string[] {
  return rows.flatMap(({ title, againstPeers, passed, failed }) => [
    ...(isEnough(againstPeers) ? [`You rate ${title} ${differenceText(againstPeers)}.`] : []),
    ...resultClaims(title, passed, failed),
  ]);
}

function resultClaims(title: string, passed?: AverageScore, failed?: AverageScore): string[] {
  const of = (average: AverageScore): string => `${average.mean.toFixed(1)} (${plural(average.cases, 'round')})`;
  const won = isEnough(passed) ? of(passed) : undefined;
  const lost = isEnough(failed) ? of(failed) : undefined;
  if (won !== undefined && lost !== undefined)
    return [`Before rounds that you passed, you gave yourself ${won} for ${title}; before those you failed, ${lost}.`];
  if (won !== undefined) return [`Before rounds that you passed, you gave yourself ${won} for ${title}.`];
  return lost === undefined ? [] : [`Before rounds that you failed, you gave yourself ${lost} for ${title}.`];
}

/** “0.8 higher than peers do (6 mocks)”. */
function differenceText({ mean, cases }: AverageScore): string {
  const size = Math.abs(mean).toFixed(1);
  const how =
    Math.abs(mean) < NOTICEABLE_DIFFERENCE
      ? 'much as peers do'
      : `${size} ${mean > 0 ? 'higher' : 'lower'} than peers do`;
  return `${how} (${plural(cases, 'mock')})`;
}

/** A row of the table, in words; it says of too few cases how many there are, and no figure. */
export interface CalibrationCells {
  readonly title: string;
  readonly againstPeers: string;
  readonly passed: string;
  readonly failed: string;
}

export function calibrationCells({ title, againstPeers, passed, failed }: CompetencyCalibration): CalibrationCells {
  const cell = (average: AverageScore | undefined, of: string, text: (enough: AverageScore) => string): string => {
    if (!average) return `no ${of}s`;
    const cases = plural(average.cases, of);
    return isEnough(average) ? `${text(average)} (${cases})` : `${cases}: too few to say`;
  };
  const score = ({ mean }: AverageScore): string => mean.toFixed(1);
  return {
    title,
    againstPeers: cell(againstPeers, 'mock', ({ mean }) => (mean > 0 ? '+' : '') + mean.toFixed(1).replace('-', '−')),
    passed: cell(passed, 'round', score),
    failed: cell(failed, 'round', score),
  };
}

/** What the dashboard and the retrospective show. */
export interface CalibrationReport {
  /** At least one sentence, which may say that nothing can be said yet. */
  readonly claims: readonly string[];
  /** Of the table’s columns. */
  readonly heads: readonly string[];
  readonly rows: readonly CalibrationCells[];
}

/** Undefined where there is nothing to compare. */
export function calibrationReport(loops: readonly CalibratedLoop[]): CalibrationReport | undefined {
  const rows = calibrationOf(loops);
  if (rows.length === 0) return undefined;
  const claims = calibrationClaims(rows);
  return {
    claims: claims.length === 0 ? [NO_CLAIM] : claims,
    heads: ['Competency', 'You minus peers', 'You, before passed', 'You, before failed'],
    rows: rows.map(calibrationCells),
  };
}

const NO_CLAIM = `Too few cases to say: it takes ${FEWEST_CASES} mocks that you and your peer both scored, or ${FEWEST_CASES} rounds passed or failed after practice.`;
