/** How practice goes, round by round. */
import type { CalendarDate } from '../days/dates';
import { daysBetween, formatShortDate } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import { meanOf } from '../numbers';
import { countedScores } from '../readiness/practiceValue';
import { isPractice, type Session } from '../sessions/sessionModel';
import { dayOfSession, instantOf } from '../sessions/sessionName';
import { plural } from '../words';
import type { Actions } from './actions';
import type { TrendPoint, CompetencyTrendView } from './dashboardModel';

/** The mean moves by less than this from one run to the next without meaning anything. */
const NOTICEABLE = 0.2;

/**
 * One trend for each round of the loop, with or without runs. Runs of days to come, and of rounds that the loop does
 * not have, are left out.
 */
export function trendsOf(
  { rounds }: Loop,
  sessions: readonly Session[],
  today: CalendarDate,
  { keyOf }: Actions,
): CompetencyTrendView[] {
  const byRound = new Map<string, TrendPoint[]>(rounds.map(({ id }) => [id, []]));
  let first = today;
  for (const session of sessions) {
    const point = pointOf(session);
    if (!point || point.date > today) continue;
    byRound.get(session.round)?.push(point);
    if (point.date < first) first = point.date;
  }
  const span = Math.max(1, daysBetween(first, today));
  const places = new Map<CalendarDate, number>();
  const placeOf = (date: CalendarDate): number => {
    const place = places.get(date) ?? daysBetween(first, date) / span;
    places.set(date, place);
    return place;
  };
  return rounds.map(({ id, title }) => {
    const points = (byRound.get(id) ?? []).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return {
      title,
      points,
      at: points.map(({ date }) => placeOf(date)),
      summary: summaryOf(points),
      action: keyOf({ kind: 'practise', round: id }),
    };
  });
}

/** A session as a point: its day where it took place, and the mean of its scores. */
function pointOf(session: Session): TrendPoint | undefined {
  // Reading a calendar day costs more than all the rest: since the text is an instant, it is sure to begin with one.
  const date = !isPractice(session) || instantOf(session) === undefined ? undefined : dayOfSession(session)?.date;
  if (date === undefined) return undefined;
  const mean = meanOf(Object.values(countedScores(session)));
  return { date, mock: session.kind === 'mock', ...(mean === undefined ? {} : { score: Math.round(mean * 10) / 10 }) };
}

function summaryOf(points: readonly TrendPoint[]): string {
  const last = points.at(-1);
  if (!last) return 'Not practised yet.';
  const scores = points.flatMap(({ score }) => score ?? []);
  const runs = `${plural(points.length, 'run')}, the last on ${formatShortDate(last.date)}`;
  const latest = scores.at(-1);
  if (latest === undefined) return `${runs}; not scored yet.`;
  return `${runs}. Scored ${latest} of 4 lately, ${Math.max(...scores)} at best${direction(scores, NOTICEABLE)}.`;
}

/**
 * The later half of some values beside the earlier one: “, rising”; '' where there is one at most.
 * @param noticeable the mean moves by less than this without meaning anything.
 */
export function direction(values: readonly number[], noticeable: number): string {
  const half = Math.floor(values.length / 2);
  const [earlier, later] = [meanOf(values.slice(0, half)), meanOf(values.slice(values.length - half))];
  if (earlier === undefined || later === undefined) return '';
  const change = later - earlier;
  return Math.abs(change) < noticeable ? ', steady' : change > 0 ? ', rising' : ', falling';
}
