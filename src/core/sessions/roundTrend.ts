/**
 * How practice of a round goes from run to run: scores by competency, one's own beside the peer's, and overtime by
 * phase.
 */
import type { CalendarDate } from '../days/dates';
import { meanOf, sum } from '../numbers';
import { plural, secondsInClock } from '../words';
import { isBrokenOff } from './completeness';
import type { Hire } from './hire';
import {
  isPractice,
  scoreOf,
  type ArithmeticScore,
  type Scores,
  type Session,
  type SessionKind,
  type SessionPhase,
  type Speech,
} from './sessionModel';
import { dayOfSession, instantOf } from './sessionName';

/** One run, as far as the trend goes. */
export interface TrendRun {
  /** The session's file, relative to the prep folder. */
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly date: CalendarDate;
  readonly kind: SessionKind;
  /** What was practised, in words; undefined where that is not known. */
  readonly prompt: string | undefined;
  /** Whole seconds, all phases together. */
  readonly planned: number;
  readonly actual: number;
  /** Means over the competencies that were scored; undefined where none was. */
  readonly self: number | undefined;
  readonly peer: number | undefined;
  readonly scores: Scores;
  readonly peerScores: Scores;
  readonly peerHire: Hire | undefined;
  /**
   * Whole seconds beyond the plan of the run's phases, each by itself: a short phase does not make up for another's
   * overtime.
   */
  readonly overtime: number;
  /** Whether it ended long before its plan: then it says nothing about keeping to the time. */
  readonly brokenOff: boolean;
}

/** A drill in arithmetic. */
export interface ArithmeticRun extends ArithmeticScore {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly date: CalendarDate;
}

/** How the candidate spoke in a run, a mock or a round of which a transcript was read. */
export interface SpokenRun extends Speech {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly date: CalendarDate;
}

export interface PhaseTrend {
  readonly title: string;
  /** Seconds beyond the plan in each run that had the phase, in the order of the runs; see `timedPhases`. */
  readonly overtime: readonly number[];
  /** Their mean. */
  readonly mean: number;
  /** As a rule: their median, which one bad run does not move. */
  readonly median: number;
}

export interface RoundTrend {
  /** In the order of time. */
  readonly runs: readonly TrendRun[];
  /** In the order of the latest run, then those that only earlier runs have. */
  readonly phases: readonly PhaseTrend[];
  /** Drills in arithmetic in the order of time; they are no runs. */
  readonly arithmetic: readonly ArithmeticRun[];
  /** What transcripts say, in the order of time; those alone are no runs, either. */
  readonly spoken: readonly SpokenRun[];
}

/** The trend of a round. Sessions that were not run yet, and those of other rounds, are left out. */
export function trendOf(sessions: readonly Session[], round: string): RoundTrend {
  const all = sessions.flatMap((session) => {
    const at = instantOf(session);
    const date = dayOfSession(session)?.date;
    return session.round === round && at !== undefined && date !== undefined ? [{ session, at, date }] : [];
  });
  all.sort((a, b) => a.at - b.at);
  const run = all.filter(({ session }) => isPractice(session));
  return {
    runs: run.map(({ session, at, date }) => {
      const { path, kind, scores, peerScores, peerHire, phases } = session;
      const [planned, actual] = [sum(phases.map((phase) => phase.planned)), sum(phases.map((phase) => phase.actual))];
      return {
        path,
        at,
        date,
        kind,
        prompt: promptsText(session),
        planned,
        actual,
        self: meanOf(Object.values(scores)),
        peer: meanOf(Object.values(peerScores)),
        scores,
        peerScores,
        peerHire,
        overtime: sum(phases.map(overtimeOf)),
        brokenOff: isBrokenOff(session),
      };
    }),
    phases: phaseTrends(run.map(({ session }) => timedPhases(session))),
    arithmetic: all.flatMap(({ session: { path, arithmetic }, at, date }) =>
      arithmetic ? [{ path, at, date, ...arithmetic }] : [],
    ),
    spoken: all.flatMap(({ session: { path, speech }, at, date }) => (speech ? [{ path, at, date, ...speech }] : [])),
  };
}

/** What was practised in a run: “Size it”, or “Size it and 2 more”; undefined where that is not known. */
export function promptsText({ prompt, prompts }: Pick<Session, 'prompt' | 'prompts'>): string | undefined {
  const [first, ...more] = prompts;
  if (prompt !== undefined || first === undefined) return prompt;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}

/** Whole seconds that a phase took beyond its plan. */
export function overtimeOf({ planned, actual }: SessionPhase): number {
  return Math.max(0, actual - planned);
}

/**
 * The candidate's own scores minus the peers', the mean over what both scored; above 0 where the candidate saw more.
 */
export function differenceOf({ runs }: RoundTrend): number | undefined {
  return meanOf(
    runs.flatMap(({ scores, peerScores }) =>
      Object.entries(scores).flatMap(([id, score]) => {
        const peer = scoreOf(peerScores, id);
        return peer === undefined ? [] : [score - peer];
      }),
    ),
  );
}

/**
 * What the last runs say of a round in a line, such as “3 runs · self 2.7, peer 3 · 1:20 over”; '' where there is none.
 */
export function trendSummary({ runs }: RoundTrend): string {
  const last = runs.at(-1);
  if (!last) return '';
  const scores = [
    ...(last.self === undefined ? [] : [`self ${shortMean(last.self)}`]),
    ...(last.peer === undefined ? [] : [`peer ${shortMean(last.peer)}`]),
  ];
  return [plural(runs.length, 'run'), ...(scores.length > 0 ? [scores.join(', ')] : []), keptTime(last)].join(' · ');
}

/** “4 of 5 right in 3:00” */
export function arithmeticWords({ right, of, seconds }: ArithmeticScore): string {
  return `${right} of ${of} right in ${secondsInClock(seconds)}`;
}

/** Whether a run kept to its time: “on time”, “1:30 over”, “cut short after 2:20”. */
function keptTime({ brokenOff, actual, overtime }: TrendRun): string {
  if (brokenOff) return `cut short after ${secondsInClock(actual)}`;
  return overtime === 0 ? 'on time' : `${secondsInClock(overtime)} over`;
}

/** A mean with one digit where it needs it. */
export function shortMean(mean: number): string {
  return String(Math.round(mean * 10) / 10);
}

/** The phases of a run that say how well it kept to the time: of one that was cut short, only those that ran over. */
function timedPhases({ phases }: Session): readonly SessionPhase[] {
  return isBrokenOff({ phases }) ? phases.filter((phase) => overtimeOf(phase) > 0) : phases;
}

function phaseTrends(runs: readonly (readonly SessionPhase[])[]): PhaseTrend[] {
  const byTitle = new Map<string, number[]>();
  for (const phases of [...runs].reverse())
    for (const { title } of phases) if (!byTitle.has(title)) byTitle.set(title, []);
  for (const phases of runs) for (const phase of phases) byTitle.get(phase.title)?.push(overtimeOf(phase));
  return [...byTitle].map(([title, overtime]) => ({
    title,
    overtime,
    mean: meanOf(overtime) ?? 0,
    median: medianOf(overtime),
  }));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower = 0, upper = lower] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (lower + upper) / 2;
}
