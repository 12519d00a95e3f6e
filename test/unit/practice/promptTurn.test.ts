import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RunPrompt } from '../../../src/core/practice/promptRun';
import {
  countedOf,
  decodeTurn,
  newTurn,
  nextPushTurn,
  nextTurn,
  promptNow,
  pushesOf,
} from '../../../src/core/practice/promptTurn';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound } from '../../../src/core/timer/subject';
import { createTimer, observe, start } from '../../../src/core/timer/timer';

const MINUTE = 60_000;
const RUN: readonly RunPrompt[] = [
  { title: 'Ten nodes', minutes: 7 },
  { title: 'Lag', minutes: 8 },
  { title: 'Price', minutes: 5 },
];

describe('The turn of a prompt in a run', () => {
  it('begins with the first, comes by itself when a prompt’s minutes are over, and ends with the last', () => {
    const at = (minutes: number) => promptNow(RUN, newTurn(), minutes * MINUTE);
    assert.deepEqual(at(0), { index: 0, sinceMs: 0, leftMs: 7 * MINUTE });
    assert.deepEqual(at(6.5), { index: 0, sinceMs: 0, leftMs: MINUTE / 2 });
    assert.deepEqual(at(7), { index: 1, sinceMs: 7 * MINUTE, leftMs: 8 * MINUTE });
    assert.deepEqual(at(16), { index: 2, sinceMs: 15 * MINUTE, leftMs: 4 * MINUTE });
    assert.deepEqual(at(21), { index: 2, sinceMs: 15 * MINUTE, leftMs: -MINUTE }, 'nothing comes after the last');
  });

  it('comes earlier where somebody goes on, and gives the next its whole time', () => {
    const turn = nextTurn(RUN, newTurn(5), 3 * MINUTE);
    assert.deepEqual(turn, { startedAt: 5, index: 1, sinceMs: 3 * MINUTE, pushes: {} });
    assert.equal(promptNow(RUN, turn, 4 * MINUTE).leftMs, 7 * MINUTE);
    const last = nextTurn(RUN, turn, 11 * MINUTE);
    assert.deepEqual(last, undefined, 'the last has come by itself meanwhile');
    assert.equal(promptNow(RUN, turn, 11 * MINUTE).index, 2);
  });

  it('stays where a prompt has no minutes, and is nothing where there is no prompt', () => {
    const open = [{ title: 'Name the fallback' }, ...RUN];
    assert.deepEqual(promptNow(open, newTurn(), 99 * MINUTE), { index: 0, sinceMs: 0, leftMs: undefined });
    assert.deepEqual(promptNow([], newTurn(), MINUTE), { index: 0, sinceMs: 0, leftMs: undefined });
    assert.equal(nextTurn([], newTurn(), 0), undefined);
  });

  it('never goes back as time passes, and is always one of the run (property)', () => {
    const runs = fc.array(fc.record({ title: fc.string(), minutes: fc.option(fc.nat(60), { nil: undefined }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        runs,
        fc.nat(9),
        fc.nat(9_000_000),
        fc.nat(9_000_000),
        fc.nat(9_000_000),
        (run, index, since, a, b) => {
          const turn = { index, sinceMs: since };
          const [early, late] = [Math.min(a, b), Math.max(a, b)].map((ms) => promptNow(run, turn, since + ms));
          assert.ok(early && late && early.index <= late.index);
          assert.ok(late.index < Math.max(1, run.length));
        },
      ),
    );
  });

  it('is counted by the timer of its own round, pauses left out', () => {
    const place = { loop: 'file:///ws/prep/acme', round: 'design' };
    const plan = { subject: timedRound(place), title: 'Design', phases: [{ title: 'Frame', plannedMs: MINUTE }] };
    const shot = snapshot(observe(start(createTimer(plan), 1000), 31_500), 31_500);
    assert.deepEqual(countedOf(shot, place), { startedAt: 1000, elapsedMs: 30_000 });
    assert.deepEqual(countedOf(shot, { ...place, round: 'other' }), { startedAt: undefined, elapsedMs: 0 });
  });
});

describe('The follow-ups of a prompt', () => {
  it('are shown one after the other until all are', () => {
    const one = nextPushTurn(newTurn(5), 'Lag', 2);
    assert.ok(one);
    assert.deepEqual([pushesOf(one, 'Lag'), pushesOf(one, 'Price'), pushesOf(one, 'constructor')], [1, 0, 0]);
    const two = nextPushTurn(one, 'Lag', 2);
    assert.ok(two);
    assert.equal(nextPushTurn(two, 'Lag', 2), undefined);
    assert.equal(nextPushTurn(newTurn(), 'Nothing to push', 0), undefined);
  });

  it('are kept with the turn over a reload, and start again with another run', () => {
    const turn = nextPushTurn({ startedAt: 5, index: 1, sinceMs: 400, pushes: {} }, 'Lag', 2);
    const kept: unknown = JSON.parse(JSON.stringify(turn));
    assert.deepEqual(decodeTurn(kept, 5), turn);
    assert.deepEqual(decodeTurn(kept, 6), newTurn(6));
    fc.assert(fc.property(fc.anything(), (value) => assert.deepEqual(decodeTurn(value, 7), newTurn(7))));
  });
});
