import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cueOf } from '../../../src/core/timer/cues';
import { beginThinking, observeThinking } from '../../../src/core/timer/think';
import { MAX_GAP_MS } from '../../../src/core/timer/timer';

const T0 = Date.UTC(2030, 0, 8, 9);
const MINUTE = 60_000;

describe('The time to think', () => {
  it('is what passed while somebody was there, whatever the clock is set to (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -MAX_GAP_MS, max: MAX_GAP_MS })), (gaps) => {
        let state = beginThinking(MINUTE, T0);
        let passed = 0;
        for (const gap of gaps) {
          const seen = observeThinking(state, state.seenAt + gap);
          assert.ok(seen);
          passed += Math.max(0, gap);
          assert.equal(seen.leftMs, Math.max(0, MINUTE - passed));
          state = seen;
        }
      }),
    );
  });

  it('is dropped where nobody was there: a machine that wakes does not start a round', () => {
    const state = beginThinking(MINUTE, T0);
    assert.equal(observeThinking(state, T0 + MINUTE + MAX_GAP_MS)?.leftMs, 0);
    assert.equal(observeThinking(state, T0 + MINUTE + MAX_GAP_MS + 1), undefined);
  });
});

describe('The cue of a phase', () => {
  it('is calm, then the last minute, then overtime', () => {
    assert.deepEqual(
      [61_000, 60_001, 60_000, 0, -999, -1000].map((left) => cueOf(left, 5 * MINUTE)),
      ['calm', 'calm', 'lastMinute', 'lastMinute', 'lastMinute', 'over'],
    );
  });

  it('has no last minute in a phase that is hardly longer', () => {
    assert.deepEqual(
      [cueOf(30_000, 2 * MINUTE - 1), cueOf(-1000, MINUTE), cueOf(60_000, 2 * MINUTE)],
      ['calm', 'over', 'lastMinute'],
    );
  });
});
