/** Makes what a round panel shows of how practice goes. Pure. */
import { formatShortDate } from '../../core/days/dates';
import { compareScores } from '../../core/sessions/compare';
import { hireText } from '../../core/sessions/hire';
import { trendOf, trendSummary } from '../../core/sessions/roundTrend';
import { scoreOf, type Session } from '../../core/sessions/sessionModel';
import { clip } from '../protocol/common';
import type { ComparisonView, RoundTrendView } from '../protocol/round';

/** The chart has room for no more runs than this: the latest are shown. */
const MOST_RUNS = 24;

/** @param competencies ids of what the round judges. */
export function makeTrendView(
  sessions: readonly Session[],
  round: string,
  competencies: readonly string[],
): RoundTrendView {
  const trend = trendOf(sessions, round);
  const latest = trend.runs.slice(-MOST_RUNS);
  const runs = latest.map(({ date, kind, scores, peerScores, overtime, brokenOff, self, peer }) => ({
    date: formatShortDate(date),
    kind,
    ...defined({ self, peer }),
    scores: competencies.map((id) => defined({ self: scoreOf(scores, id), peer: scoreOf(peerScores, id) })),
    overtime,
    ...(brokenOff ? { brokenOff } : {}),
  }));
  return {
    summary: trendSummary(trend),
    runs,
    phases: trend.phases.map(({ title, mean }) => ({ title: clip(title), mean })),
  };
}

/** The round's latest run that a peer scored; undefined where there is none. */
export function makeComparison(
  sessions: readonly Session[],
  round: string,
  competencies: readonly { readonly id: string; readonly title: string }[],
  toHtml: (markdown: string) => string,
): ComparisonView | undefined {
  const run = trendOf(sessions, round)
    .runs.filter(({ peerScores, peerHire }) => Object.keys(peerScores).length > 0 || peerHire !== undefined)
    .at(-1);
  const session = run && sessions.find(({ path }) => path === run.path);
  if (!session) return undefined;
  const { rows, means } = compareScores(session, competencies);
  return {
    date: formatShortDate(run.date),
    peer: clip(session.peer?.name ?? ''),
    rows: rows.map(({ title, self, peer, difference }) => ({
      title: clip(title),
      ...defined({ self, peer }),
      ...(difference === undefined ? {} : { difference }),
    })),
    ...(means ? { means } : {}),
    ...(session.peerHire === undefined ? {} : { hire: hireText(session.peerHire) }),
    comments: toHtml(session.peerComments),
  };
}

function defined<T>({ self, peer }: { readonly self: T | undefined; readonly peer: T | undefined }): {
  self?: T;
  peer?: T;
} {
  return { ...(self === undefined ? {} : { self }), ...(peer === undefined ? {} : { peer }) };
}
