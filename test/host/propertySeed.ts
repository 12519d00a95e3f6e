/**
 * Loaded before the unit tests: their properties are tried with the same values each time, so that a change is judged
 * by itself. With `PROPERTY_RUNS` they are other values each time; the seed is printed, and `PROPERTY_SEED` repeats it.
 */
import fc from 'fast-check';

const { PROPERTY_RUNS: wanted, PROPERTY_SEED: given } = process.env;
const seed = Number(given ?? (wanted === undefined ? 1 : Date.now() % 2 ** 31));
if (wanted !== undefined) console.log(`PROPERTY_SEED=${seed} PROPERTY_RUNS=${wanted}`);
fc.configureGlobal({ seed });
