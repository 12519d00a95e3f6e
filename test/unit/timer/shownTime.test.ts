import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markerLine } from '../../../src/core/practice/mark';
import { emptyDraft } from '../../../src/core/practice/draft';
import { sessionOfRun } from '../../../src/core/practice/fromRun';
import { elapsedOf, runOf } from '../../../src/core/practice/runs';
import { formatClock } from '../../../src/core/timer/formatClock';
import { shownTime, shownTotals, untilNextSecond } from '../../../src/core/timer/shownTime';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound } from '../../../src/core/timer/subject';
import { createTimer, nextPhase, observe, start, stop, type TimerState } from '../../../src/core/timer/timer';
import { runs } from '../../support/properties';

const AT = Date.UTC(2030, 0, 8, 9);
const PLACE = { loop: 'file:///w/prep/acme', round: 'design' };

/** A run that is stopped after so many milliseconds in each phase. */
function stopped(minutes: readonly number[], spent: readonly number[]): TimerState {
  const phases = minutes.map((each, index) => ({ title: `Phase ${index + 1}`, plannedMs: each * 60_000 }));
  let now = AT;
  let state = start(createTimer({ subject: timedRound(PLACE), title: 'Design', phases }), now);
  spent.forEach((ms, index) => {
    for (let left = ms; left > 0; left -= 100_000) {
      now += Math.min(left, 100_000);
      state = observe(state, now);
    }
    if (index < spent.length - 1) state = nextPhase(state, now);
  });
  return stop(state, now);
}

describe('The seconds that are shown of a run', () => {
  it('add up: 2:20 of 46 minutes leave 43:40, of which the first phase took 0:04, in the file too', () => {
    const state = stopped([5, 41], [4_620, 136_010]);
    const totals = shownTotals(state.phases);
    assert.deepEqual([totals.elapsedMs, totals.remainingMs].map(formatClock), ['2:20', '43:40']);
    const run = runOf(snapshot(state, AT));
    assert.ok(run);
    const { phases } = sessionOfRun(run, emptyDraft(PLACE), {}, 'UTC');
    assert.deepEqual(
      phases.map(({ actual }) => actual),
      [4, 136],
    );
    assert.match(markerLine(snapshot(state, AT)), /^- 02:20 · /u);
  });

  it('add up whatever the phases took: parts to the whole, and elapsed and left to the plan (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 30 }), ms: fc.integer({ min: 0, max: 2_500_000 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (parts) => {
          const state = stopped(
            parts.map(({ minutes }) => minutes),
            parts.map(({ ms }) => ms),
          );
          const shown = state.phases.map(shownTime);
          const totals = shownTotals(state.phases);
          const sum = (of: 'allottedMs' | 'elapsedMs' | 'remainingMs'): number =>
            shown.reduce((all, each) => all + each[of], 0);
          for (const of of ['allottedMs', 'elapsedMs', 'remainingMs'] as const) assert.equal(sum(of), totals[of]);
          for (const each of [...shown, totals]) {
            assert.equal(each.elapsedMs + each.remainingMs, each.allottedMs);
            assert.ok(Object.values(each).every((ms: number) => ms % 1000 === 0));
          }
          const run = runOf(snapshot(state, AT));
          assert.ok(run);
          const written = sessionOfRun(run, emptyDraft(PLACE), {}, 'UTC').phases;
          assert.deepEqual(
            written.map(({ actual }) => actual * 1000),
            shown.map(({ elapsedMs }) => elapsedMs),
          );
          assert.equal(elapsedOf(run), totals.elapsedMs);
        },
      ),
      runs(100),
    );
  });

  it('count a minute that was added', () => {
    const phase = { plannedMs: 300_000, addedMs: 60_000, elapsedMs: 61_500 };
    const shown = { allottedMs: 360_000, elapsedMs: 61_000, remainingMs: 299_000 };
    assert.deepEqual(shownTime(phase), shown);
    assert.deepEqual(shownTotals([phase, phase]), { allottedMs: 720_000, elapsedMs: 122_000, remainingMs: 598_000 });
  });

  it('hold for a whole second after one has begun, and end just after it', () => {
    assert.equal(untilNextSecond({ elapsedMs: 0 }), 1000);
    assert.equal(untilNextSecond({ elapsedMs: 60_000 }), 1000);
    assert.equal(untilNextSecond({ elapsedMs: 60_001 }), 1000);
    assert.equal(untilNextSecond({ elapsedMs: 60_999 }), 2);
  });

  it('change when the shown second ends, and not before (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (elapsedMs) => {
        const at = (ms: number): number => shownTime({ plannedMs: 600_000, addedMs: 0, elapsedMs: ms }).remainingMs;
        const wait = untilNextSecond({ elapsedMs });
        assert.equal(at(elapsedMs + wait), at(elapsedMs) - 1000);
      }),
      runs(200),
    );
  });
});
