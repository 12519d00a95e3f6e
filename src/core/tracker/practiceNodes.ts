/** The practice of a round as lines of the tracker: its runs, the latest first. */
import type { CalendarDate } from '../days/dates';
import { formatShortDate } from '../days/dates';
import type { Round } from '../loop/model';
import type { RoundTrend, TrendRun } from '../sessions/trend';
import { trendLines, timeOf } from '../sessions/trendWords';
import { facts, node, type TrackerNode } from './trackerNode';

/** “Practice” under a round, also where there is none yet: it leads to the round's panel. */
export function practiceNode(round: Round, trend: RoundTrend, today: CalendarDate): TrackerNode {
  const { runs } = trend;
  const lines = trendLines(trend, today);
  const children = [...runs].reverse().map((run) => runNode(run, today));
  const last = runs.at(-1);
  const description =
    last === undefined
      ? 'none yet'
      : facts([runs.length === 1 ? '1 run' : `${runs.length} runs`, score(latestMean(runs))]);
  // Another id with children than without: the editor keeps a node's expansion, and one that had none stays closed.
  const id = `practice/${children.length > 0 ? 'some/' : ''}${round.path}`;
  const tooltip = last === undefined ? 'Not practised yet: open the round and start the clock.' : lines.join('\n');
  return node({
    id,
    kind: 'practice',
    label: 'Practice',
    description,
    icon: 'practice',
    tooltip,
    spoken: facts([`Practice of ${round.title}`, description]),
    round: round.id,
    children,
  });
}

function runNode(
  { path, date, kind, prompt, self, peer, planned, actual }: TrendRun,
  today: CalendarDate,
): TrackerNode {
  const day = date === today ? 'Today' : formatShortDate(date);
  const label = facts([day, prompt ?? 'without a prompt']);
  const time = timeOf({ planned, actual });
  const description = facts([
    time,
    score(self) ?? 'not scored',
    peer === undefined ? undefined : `peer ${peer.toFixed(1)}`,
  ]);
  const tooltip = facts([kind === 'mock' ? 'Mock interview' : 'Practice run', label]);
  return node({
    id: `session/${path}`,
    kind: 'session',
    label,
    description,
    icon: kind === 'mock' ? 'mock' : 'session',
    tooltip: `${tooltip}\n${description}`,
    spoken: facts([tooltip, description]),
    place: { path },
  });
}

/** The mean of the latest run that was scored. */
function latestMean(runs: readonly TrendRun[]): number | undefined {
  return runs
    .map(({ self }) => self)
    .filter((self) => self !== undefined)
    .at(-1);
}

function score(mean: number | undefined): string | undefined {
  return mean === undefined ? undefined : `${mean.toFixed(1)} of 4`;
}
