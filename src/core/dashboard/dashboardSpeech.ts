/** How somebody’s speaking goes, by the transcripts that were read into the loop’s sessions. */
import { daysBetween, formatShortDate, type CalendarDate } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import type { Session, Speech } from '../sessions/sessionModel';
import { dayOfSession } from '../sessions/sessionName';
import { plural } from '../words';
import type { SpeechMeasureView, SpeechTrendView } from './dashboardModel';
import { direction } from './dashboardTrends';

interface Spoken {
  readonly date: CalendarDate;
  readonly round: string;
  readonly speech: Speech;
}

interface Measure {
  readonly title: string;
  readonly of: (speech: Speech) => number | undefined;
  /** The mean moves by less than this without meaning anything. */
  readonly noticeable: number;
}

const MEASURES: readonly Measure[] = [
  { title: 'Words a minute', of: ({ wordsPerMinute }) => wordsPerMinute, noticeable: 5 },
  { title: 'Fillers in 100 words', of: ({ fillers }) => fillers, noticeable: 0.3 },
];

/**
 * The pace and the fillers of each transcript; undefined where none says either. Sessions of days to come, and of
 * rounds that the loop does not have, are left out.
 */
export function speechTrend(
  { rounds }: Loop,
  sessions: readonly Session[],
  today: CalendarDate,
): SpeechTrendView | undefined {
  const titles = new Map(rounds.map(({ id, title }) => [id, title]));
  const spoken = sessions
    .flatMap((session): Spoken[] => {
      const { speech } = session;
      const round = titles.get(session.round);
      const date = speech && dayOfSession(session)?.date;
      return speech && round !== undefined && date !== undefined && date <= today ? [{ date, round, speech }] : [];
    })
    .filter(({ speech }) => MEASURES.some(({ of }) => of(speech) !== undefined))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const first = spoken[0];
  if (!first) return undefined;
  return {
    measures: MEASURES.flatMap((measure) => measureView(measure, spoken, first.date) ?? []),
    rows: spoken.map(({ date, round, speech }) => ({
      date,
      round,
      values: MEASURES.map(({ of }) => String(of(speech) ?? 'not known')),
    })),
  };
}

function measureView(
  { title, of, noticeable }: Measure,
  spoken: readonly Spoken[],
  first: CalendarDate,
): SpeechMeasureView | undefined {
  const known = spoken.flatMap(({ date, speech }) => {
    const value = of(speech);
    return value === undefined ? [] : [{ date, value }];
  });
  const last = known.at(-1);
  if (!last) return undefined;
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(1, daysBetween(first, spoken.at(-1)?.date ?? first));
  const all = plural(known.length, 'transcript');
  const range =
    low === high ? `the same in ${all}` : `from ${low} to ${high} in ${all}${direction(values, noticeable)}`;
  return {
    title,
    points: known.map(({ date, value }) => ({
      at: daysBetween(first, date) / span,
      level: high === low ? 0.5 : (value - low) / (high - low),
    })),
    summary: `${last.value} on ${formatShortDate(last.date)}: ${known.length === 1 ? 'the only transcript so far' : range}.`,
  };
}
