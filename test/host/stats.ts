/** How many tests passed and failed, carried from whichever host mocha ran in as one line of its output. */
export interface Stats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** The title of each failed test with its error, on one line. */
  readonly failed?: readonly string[];
}

const MARK = '[prep-loop-stats]';

export const statsLine = ({ passes, failures, pending, failed = [] }: Stats): string =>
  `${MARK}${JSON.stringify({ passes, failures, pending, failed })}`;

const LONGEST = 400;

/** A test that failed, or that had to be tried again, on one line: what was compared is mostly below the first. */
export const failureLine = (title: string, error: unknown): string =>
  `${title}: ${String(error instanceof Error ? error.message : error)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)}`;

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
