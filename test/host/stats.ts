/** How many tests passed and failed, carried from whichever host mocha ran in as one line of its output. */
export interface Stats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** The title of each failed test with the first line of its error. */
  readonly failed?: readonly string[];
}

const MARK = '[prep-loop-stats]';

export const statsLine = ({ passes, failures, pending, failed = [] }: Stats): string =>
  `${MARK}${JSON.stringify({ passes, failures, pending, failed })}`;

/** What a failed test is called where failures are listed again. */
export const failureLine = (title: string, error: unknown): string =>
  `${title}: ${String(error instanceof Error ? error.message : error).split('\n', 1)[0]}`;

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
  failed: [...(a.failed ?? []), ...(b.failed ?? [])],
});

export const NO_STATS: Stats = { passes: 0, failures: 0, pending: 0 };
