/** How often a property is tried: `usual` times as a part of the unit tests, or as often as `PROPERTY_RUNS` says. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['PROPERTY_RUNS'] ?? usual) };
}

/** The time a property may take, in milliseconds: as long as it wants where it is tried more often than usual. */
export function patience(usual: number): number {
  return process.env['PROPERTY_RUNS'] === undefined ? usual : 0;
}
