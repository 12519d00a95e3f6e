/** Loaded before the tests by `npm run fuzz`: many inputs, different ones each time. */
process.env['FUZZ_RUNS'] ??= '100000';
process.env['FUZZ_SEED'] ??= String(Date.now() % 2 ** 31);
console.log(`FUZZ_SEED=${process.env['FUZZ_SEED']} FUZZ_RUNS=${process.env['FUZZ_RUNS']}`);
