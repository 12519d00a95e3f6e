/**
 * Milliseconds that a run keeps the processor busy: the least of a few, after one that warms up. A clock would count
 * what else the machine does.
 */
export function leastProcessorTime(run: () => unknown, times = 3): number {
  run();
  return Math.min(...Array.from({ length: times }, () => processorTime(run)));
}

/** Milliseconds that one run keeps the processor busy. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How much longer a run takes at once than in pieces of the same size together: about 1 where time grows with the
 * length, and the number of pieces where it grows with its square. Collecting garbage alone can make it 5 or 6.
 */
export function costAtOnce(run: (size: number) => unknown, size: number, pieces: number): number {
  const inPieces = leastProcessorTime(() => {
    for (let i = 0; i < pieces; i += 1) run(size / pieces);
  });
  return leastProcessorTime(() => run(size)) / inPieces;
}
