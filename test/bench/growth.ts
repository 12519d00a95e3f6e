/** How the time of each reader of core grows with a hostile text, from 64 KB to 1 MB. */
import { hostileTexts, numberedTexts } from '../fuzz/support/hostile.js';
import { READERS } from '../fuzz/support/readers.js';
import { processorTime } from '../host/processorTime.js';

const KB = 1024;
const SMALL = 64 * KB;
const LARGE = 1024 * KB;
const TIMES = LARGE / SMALL;
/** Collecting the garbage of a large text makes it up to three times as costly as its pieces. */
const MOST = 3 * TIMES;
/** Below this, a ratio says more about the machine than about the reader. */
const QUICK_MS = 400;

/** Prints each reader with the text that makes it grow most, and sets the exit code where that is too much. */
export function printGrowth(): void {
  const small = new Map([...hostileTexts(SMALL), ...numberedTexts(SMALL)]);
  const large = new Map([...hostileTexts(LARGE), ...numberedTexts(LARGE)]);
  console.log(`\nTime for 1 MB of the worst hostile text, beside 64 KB (${TIMES} = linear, at most ${MOST})`);
  for (const [reader, read] of Object.entries(READERS)) {
    let worst = { name: '', ms: 0, growth: 0 };
    for (const [name, text] of large) {
      const ms = processorTime(() => read(text));
      if (ms < Math.max(QUICK_MS, worst.ms / 2)) {
        if (worst.growth === 0 && ms > worst.ms) worst = { name, ms, growth: 0 };
        continue;
      }
      const all = processorTime(() => {
        for (let i = 0; i < TIMES; i += 1) read(small.get(name) ?? '');
      });
      const growth =
        (Math.min(
          ms,
          processorTime(() => read(text)),
        ) /
          all) *
        TIMES;
      if (growth > worst.growth) worst = { name, ms, growth };
    }
    const { name, ms, growth } = worst;
    const shown = growth === 0 ? 'quick' : growth.toFixed(0);
    console.log(`${reader.padEnd(40)}${name.padEnd(28)}${ms.toFixed(0).padStart(7)} ms${shown.padStart(7)}`);
    if (growth > MOST) process.exitCode = 1;
  }
}
