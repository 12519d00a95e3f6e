/**
 * How long a property is tried: `usual` times as a part of the unit tests, or as often as `PROPERTY_RUNS` says, with
 * other values each time unless `PROPERTY_SEED` repeats a failure's.
 */
export function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const { PROPERTY_RUNS: wanted, PROPERTY_SEED: seed } = process.env;
  return {
    numRuns: wanted === undefined ? usual : Number(wanted),
    ...(seed !== undefined && { seed: Number(seed) }),
  };
}

/** The time a property may take, in milliseconds: as long as it wants where it is tried more often than usual. */
export function patience(usual: number): number {
  return process.env['PROPERTY_RUNS'] === undefined ? usual : 0;
}
