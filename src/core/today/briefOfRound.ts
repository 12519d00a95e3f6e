/** The page of a round that is about to begin, or goes on: it stands on top of Today. */
import type { Loop, Round } from '../loop/loopModel';
import { BEFORE_ROUND_MS, spanOfRound, type RoundSpan } from '../loop/roundSpan';
import type { TodayEntry, TodayFacts, TodayProvider } from './todayModel';

/** From when until when the pages of a loop's rounds stand on top. */
function spansOf({ loop, timeZone }: Pick<TodayFacts, 'loop' | 'timeZone'>): { round: Round; span: RoundSpan }[] {
  if (timeZone === undefined || loop.closed) return [];
  return loop.rounds.flatMap((round) => {
    const span = round.status === 'planned' ? spanOfRound(round, timeZone) : undefined;
    return span ? [{ round, span: { start: span.start - BEFORE_ROUND_MS, end: span.end } }] : [];
  });
}

export const briefOfRound: TodayProvider = (facts) => {
  const { now, today, loop } = facts;
  if (now === undefined) return [];
  return spansOf(facts)
    .filter(({ span }) => span.start <= now && now < span.end)
    .map(({ round }) => entryOf(round, loop, today));
};

function entryOf({ id, path, title, time }: Round, loop: Loop, today: string): TodayEntry {
  return {
    id: `brief/${path}`,
    label: `Your page for ${title}`,
    detail: time === undefined ? undefined : `at ${time}`,
    tooltip: `All you need for ${title} on one page.`,
    date: today,
    icon: 'next',
    isNotice: true,
    command: {
      id: 'prepLoop.openBrief',
      title: 'Open the Fifteen-Minute Page',
      argument: { loop: loop.id, round: id },
    },
  };
}

/** When a page next comes or goes, in milliseconds since the epoch; undefined where none will. */
export function nextBriefMoment(facts: Pick<TodayFacts, 'loop' | 'timeZone'>, now: number): number | undefined {
  const moments = spansOf(facts).flatMap(({ span }) => [span.start, span.end]);
  const next = Math.min(...moments.filter((moment) => moment > now));
  return Number.isFinite(next) ? next : undefined;
}
