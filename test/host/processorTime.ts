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
