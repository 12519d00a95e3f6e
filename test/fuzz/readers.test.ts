import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leastProcessorTime, processorTime } from '../host/processorTime';
import { fuzz, FUZZ_RUNS } from './support/fuzz';
import { hostileTexts, numberedTexts } from './support/hostile';
import { READERS } from './support/readers';
import { anyText } from './support/texts';

const texts = fc.oneof(
  { weight: 4, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...hostileTexts(40).values()), { maxLength: 6 }).map((parts) => parts.join('')),
  },
);

const KB = 1024;
/** What a reader may take for a hostile text of 8 KB on a busy machine; a longer one is looked at more closely. */
const QUICK_MS = 120;
const PIECES = 16;
/** Time in proportion to the length would be 1, the square of the length 16; garbage makes it up to 6. */
const MOST = 10;

describe('Whatever is written', () => {
  // Mocha keeps whole stacks. An extension does not: with them, a thousand errors of the YAML library, each thrown a
  // thousand calls deep, take seconds.
  const { stackTraceLimit } = Error;
  before(() => void (Error.stackTraceLimit = 10));
  after(() => void (Error.stackTraceLimit = stackTraceLimit));

  fuzz(
    'makes no reader throw',
    fc.tuple(fc.constantFrom(...Object.keys(READERS)), texts),
    ([name, text]) => void READERS[name]?.(text),
    2,
  );

  it('changes nothing that all objects have, whatever the keys are', () => {
    const key = ['__proto__', 'constructor', 'prototype'];
    const map = key.map((each) => `${each}: { polluted: yes, toString: no }`).join('\n');
    const json = key.map((each) => `"${each}": { "polluted": true }`).join(', ');
    const texts = [`---\n${map}\ntitle: x\n---\n\n# x\n`, map, `{ ${json} }`, `\`\`\`estimate\n${map}\n\`\`\`\n`];
    const before = [Object, Array, String, Map].map(({ prototype }) => Reflect.ownKeys(prototype).length);
    for (const read of Object.values(READERS)) for (const text of texts) read(text);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.deepEqual(
      [Object, Array, String, Map].map(({ prototype }) => Reflect.ownKeys(prototype).length),
      before,
    );
  });

  it('takes each reader time in proportion to its length', function () {
    this.timeout(600_000);
    const long = new Map([...hostileTexts(8 * KB), ...numberedTexts(16 * KB)]);
    // All pairs by `npm run fuzz`; the unit tests take every eighth.
    const step = FUZZ_RUNS > 2000 ? 1 : 8;
    for (const [index, [reader, read]] of Object.entries(READERS).entries()) {
      for (const [name, text] of [...long].filter((_, at) => (at + index) % step === 0)) {
        if (processorTime(() => read(text)) < QUICK_MS) continue;
        const piece = text.slice(0, text.length / PIECES);
        const apart = leastProcessorTime(() => {
          for (let i = 0; i < PIECES; i += 1) read(piece);
        }, 2);
        const atOnce = leastProcessorTime(() => read(text), 2);
        assert.ok(
          atOnce < apart * MOST || atOnce < QUICK_MS,
          `${reader}, ${name}: ${atOnce.toFixed(0)} ms at once, ${apart.toFixed(0)} ms in ${PIECES} pieces`,
        );
      }
    }
  });
});
