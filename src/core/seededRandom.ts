/** Random numbers that depend on a seed alone, so that a draw can be kept and repeated. */

/** Mulberry32 by Tommy Ettinger, in the public domain: a number from 0 to below 1, and the seed of the next. */
export function seededRandom(seed: number): { readonly value: number; readonly seed: number } {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, seed: next };
}
