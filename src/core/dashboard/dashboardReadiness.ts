/** Readiness as the dashboard shows it. */
import type { CalendarDate } from '../days/dates';
import { daysBetween, formatShortDate } from '../days/dates';
import type { PartId, RoundReadiness } from '../readiness/readinessModel';
import { away } from '../words';
import type { Actions } from './actions';
import type { GainView, ReadinessView } from './dashboardModel';
import { roundedTo } from './rounded';

const TITLES: Readonly<Record<PartId, string>> = {
  practice: 'Practice',
  stories: 'Stories',
  drills: 'Drills',
  checklist: 'Checklist',
};

/** @param next the id of the round that comes next. */
export function readinessView(
  readiness: RoundReadiness,
  next: string | undefined,
  today: CalendarDate,
  { keyOf }: Actions,
): ReadinessView {
  const { round, title, date, status, score, parts } = readiness;
  const points = roundedTo(
    parts.map((part) => part.points),
    score,
  );
  const weights = roundedTo(
    parts.map(({ weight }) => weight),
    100,
  );
  const gains = parts.flatMap((part) => part.gains).sort((a, b) => b.points - a.points);
  const day = date === undefined ? 'no date yet' : `${formatShortDate(date)}, ${away(daysBetween(today, date))}`;
  return {
    round,
    title,
    when: status === 'planned' ? day : status,
    next: round === next,
    done: status !== 'planned',
    score,
    parts: parts.map(({ id, summary }, index) => ({
      title: TITLES[id],
      points: points[index] ?? 0,
      weight: weights[index] ?? 0,
      summary,
    })),
    gains: gains.map(({ points: each, text, action }): GainView => ({
      points: each < 0.5 ? '<1' : `+${Math.round(each)}`,
      text,
      action: keyOf(action),
    })),
    action: keyOf({ kind: 'round', round }),
  };
}
