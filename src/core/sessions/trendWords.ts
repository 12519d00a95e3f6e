/** The trend of a round in a few lines of plain text, for a tooltip. */
import type { CalendarDate } from '../days/dates';
import { daysBetween } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import { ago, joined } from '../words';
import { hireText } from './hire';
import { arithmeticWords, differenceOf, type RoundTrend, type TrendRun } from './roundTrend';
import { scoreOf } from './sessionModel';

/** How many of the latest scores are shown. */
const LATEST = 5;

/** Overtime below this does not count, in seconds. */
const NOTICEABLE_SECONDS = 15;

/**
 * Lines on a round's practice; one that says so where there is none. @param competencies what they are called.
 */
export function trendLines(trend: RoundTrend, today: CalendarDate, competencies: Loop['competencies'] = []): string[] {
  const last = trend.runs.at(-1);
  if (!last) return ['Not practised yet', ...arithmeticLines(trend), ...spokenLines(trend)];
  const means = trend.runs.flatMap(({ self }) => (self === undefined ? [] : [self.toFixed(1)]));
  const difference = differenceOf(trend);
  const hires = trend.runs.flatMap(({ peerHire }) => (peerHire === undefined ? [] : [hireText(peerHire)]));
  const titles = new Map(competencies.map(({ id, title }) => [id, title]));
  const over = trend.phases.filter(({ median }) => median >= NOTICEABLE_SECONDS).sort((a, b) => b.median - a.median)[0];
  return [
    `Practised ${trend.runs.length === 1 ? 'once' : `${trend.runs.length} times`}, last ${ago(daysBetween(last.date, today))}: ${timeOf(last)}`,
    ...(means.length === 0 ? ['Not scored yet'] : [`Scores: ${means.slice(-LATEST).join(' → ')} of 4`]),
    ...competenciesOf(trend).map((id) => competencyLine(trend, id, titles.get(id))),
    ...(hires.length === 0 ? [] : [`Your peers: ${hires.slice(-LATEST).join(' → ')}`]),
    ...(over
      ? [
          `Most overtime: ${over.title}, usually ${duration(over.median)}, ${(over.overtime.at(-1) ?? 0) > 0 ? `${duration(over.overtime.at(-1) ?? 0)} lately` : 'on time lately'}`,
        ]
      : []),
    ...(difference === undefined ? [] : [differenceLine(difference)]),
    ...arithmeticLines(trend),
    ...spokenLines(trend),
  ];
}

/** “Spoken: 150 → 140 words a minute, 4.1 → 2.5 fillers in a hundred words”, the latest last. */
export function spokenLines({ spoken }: Pick<RoundTrend, 'spoken'>): string[] {
  const paces = spoken.flatMap(({ wordsPerMinute }) => wordsPerMinute ?? []).slice(-LATEST);
  const fillers = spoken.flatMap((each) => each.fillers ?? []).slice(-LATEST);
  const parts = [
    paces.length === 0 ? '' : `${paces.join(' → ')} words a minute`,
    fillers.length === 0 ? '' : `${fillers.join(' → ')} fillers in a hundred words`,
  ];
  const said = joined(parts, ', ');
  return said === '' ? [] : [`Spoken: ${said}`];
}

/** “Arithmetic: 3 of 5 → 5 of 5 right in 2:10”, the latest last. */
function arithmeticLines({ arithmetic }: RoundTrend): string[] {
  const last = arithmetic.at(-1);
  if (!last) return [];
  const before = arithmetic.slice(-LATEST, -1).map(({ right, of }) => `${right} of ${of}`);
  return [`Arithmetic: ${[...before, arithmeticWords(last)].join(' → ')}`];
}

/** A run's time beside its plan: “42 of 45 min”, “2 of 46 min, cut short”. */
export function timeOf({
  planned,
  actual,
  brokenOff = false,
}: Pick<TrendRun, 'planned' | 'actual'> & Partial<Pick<TrendRun, 'brokenOff'>>): string {
  if (planned === 0 && actual === 0) return 'no time taken';
  const plan = `${Math.round(planned / 60)} min`;
  const taken = actual < 60 ? `under a minute of ${plan}` : `${Math.floor(actual / 60)} of ${plan}`;
  return `${taken}${brokenOff ? ', cut short' : ''}`;
}

/** In the order in which they were first scored. */
function competenciesOf({ runs }: RoundTrend): string[] {
  return [...new Set(runs.flatMap(({ scores, peerScores }) => [...Object.keys(scores), ...Object.keys(peerScores)]))];
}

function competencyLine({ runs }: RoundTrend, id: string, title = id.replace(/-/gu, ' ')): string {
  const said = runs.flatMap(({ scores, peerScores }) => {
    const [self, peer] = [scoreOf(scores, id), scoreOf(peerScores, id)];
    if (self === undefined) return peer === undefined ? [] : [`peer ${peer}`];
    return [peer === undefined ? String(self) : `${self} (peer ${peer})`];
  });
  return `${title}: ${said.slice(-LATEST).join(' → ')}`;
}

function differenceLine(difference: number): string {
  const size = Math.abs(difference).toFixed(1);
  if (size === '0.0') return 'You and your peers score alike';
  return difference > 0
    ? `You score yourself ${size} higher than your peers do`
    : `Your peers score you ${size} higher than you do`;
}

const duration = (seconds: number): string =>
  seconds < 60
    ? `${Math.round(seconds)} s`
    : `${(seconds / 60).toFixed(seconds < 600 ? 1 : 0).replace(/\.0$/u, '')} min`;
