import fc from 'fast-check';

/**
 * How many inputs each fuzzer reads: 2,000 as a part of the unit tests, more by `npm run fuzz` or with `FUZZ_RUNS`.
 */
export const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);
/** The same inputs each time, so that a change is to blame for a failure; `npm run fuzz` takes new ones each time. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** A machine that is busy with something else takes its time. */
const TIMEOUT_MS = Math.max(600_000, FUZZ_RUNS * 120);

/**
 * A test that a fact holds for whatever an arbitrary makes. A failure says its seed: `FUZZ_SEED` repeats it.
 * @param times as many inputs, for one that has many kinds.
 */
export function fuzz<T>(fact: string, inputs: fc.Arbitrary<T>, check: (input: T) => void, times = 1): void {
  it(fact, function () {
    this.timeout(TIMEOUT_MS);
    fc.assert(fc.property(inputs, check), { numRuns: FUZZ_RUNS * times, seed: SEED });
  });
}
