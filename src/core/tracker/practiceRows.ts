/** The practice of a round as rows: its runs, the latest first. */
import type { CalendarDate } from '../days/dates';
import { formatShortDate } from '../days/dates';
import type { Loop, Round } from '../loop/loopModel';
import { arithmeticWords, type ArithmeticRun, type RoundTrend, type TrendRun } from '../sessions/roundTrend';
import { trendLines, timeOf } from '../sessions/trendWords';
import { plural } from '../words';
import { facts, row, type Row } from './row';

/** “Practice” under a round, also where there is none yet: it leads to the round's panel. */
export function practiceRow(
  round: Round,
  trend: RoundTrend,
  today: CalendarDate,
  competencies?: Loop['competencies'],
): Row {
  const { runs, arithmetic } = trend;
  const isNew = runs.length + arithmetic.length === 0;
  const description = isNew
    ? 'none yet'
    : facts([
        runs.length === 0 ? undefined : plural(runs.length, 'run'),
        score(latestMean(runs)),
        arithmetic.length === 0 ? undefined : plural(arithmetic.length, 'drill'),
      ]);
  const paths = new Set(runs.map(({ path }) => path));
  const drills = arithmetic.filter(({ path }) => !paths.has(path));
  const rows = [
    ...runs.map((run) => ({ at: run.at, row: runRow(run, today) })),
    ...drills.map((drill) => ({ at: drill.at, row: drillRow(drill, today) })),
  ]
    .reverse()
    .sort((a, b) => b.at - a.at);
  return row({
    // Another id with children than without: the editor keeps a row's expansion, and one that had none stays closed.
    id: isNew ? `practice/${round.path}` : `practice/some/${round.path}`,
    kind: 'practice',
    label: 'Practice',
    description,
    icon: 'practice',
    tooltip: isNew
      ? 'Not practised yet: open the round and start the clock.'
      : trendLines(trend, today, competencies).join('\n'),
    spoken: facts([`Practice of ${round.title}`, description]),
    round: round.id,
    children: rows.map((each) => each.row),
  });
}

function drillRow(drill: ArithmeticRun, today: CalendarDate): Row {
  const { path, date } = drill;
  const label = facts([date === today ? 'Today' : formatShortDate(date), 'arithmetic']);
  const description = arithmeticWords(drill);
  return row({
    id: `session/${path}`,
    kind: 'session',
    label,
    description,
    icon: 'session',
    tooltip: `Arithmetic, ${label}\n${description}`,
    spoken: facts(['Arithmetic', label, description]),
    place: { path },
  });
}

function runRow(run: TrendRun, today: CalendarDate): Row {
  const { path, date, kind, prompt, self, peer } = run;
  const day = date === today ? 'Today' : formatShortDate(date);
  const label = facts([day, prompt ?? 'without a prompt']);
  const peerScore = peer === undefined ? undefined : `peer ${peer.toFixed(1)}`;
  const description = facts([timeOf(run), score(self) ?? 'not scored', peerScore]);
  const name = facts([kind === 'mock' ? 'Mock interview' : 'Practice run', label]);
  return row({
    id: `session/${path}`,
    kind: 'session',
    label,
    description,
    icon: kind === 'mock' ? 'mock' : 'session',
    tooltip: `${name}\n${description}`,
    spoken: facts([name, description]),
    place: { path },
  });
}

/** The mean of the latest run that was scored. */
function latestMean(runs: readonly TrendRun[]): number | undefined {
  return runs.filter(({ self }) => self !== undefined).at(-1)?.self;
}

function score(mean: number | undefined): string | undefined {
  return mean === undefined ? undefined : `${mean.toFixed(1)} of 4`;
}
