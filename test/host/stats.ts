/** How many tests passed and failed, carried from whichever host mocha ran in as one line of its output. */
export interface Stats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

const MARK = '[prep-loop-stats]';

export const statsLine = (stats: Stats): string =>
  `${MARK}${JSON.stringify({ passes: stats.passes, failures: stats.failures, pending: stats.pending })}`;

/** The stats if this is such a line. */
export function readStats(line: string): Stats | undefined {
  const at = line.indexOf(MARK);
  if (at < 0) return undefined;
  try {
    return JSON.parse(line.slice(at + MARK.length).trim()) as Stats;
  } catch {
    return undefined;
  }
}

export const addStats = (a: Stats, b: Stats): Stats => ({
  passes: a.passes + b.passes,
  failures: a.failures + b.failures,
  pending: a.pending + b.pending,
});

export const NO_STATS: Stats = { passes: 0, failures: 0, pending: 0 };
