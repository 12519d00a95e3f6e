import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeSharedRun,
  encodeSharedRun,
  isForgotten,
  isTakenOver,
  runElsewhere,
  showsTheSame,
  type SharedRun,
} from '../../../src/core/timer/sharedRun';
import { timedRound } from '../../../src/core/timer/subject';
import { createTimer, pause, start, stop } from '../../../src/core/timer/timer';

const T0 = Date.UTC(2030, 0, 8, 9);
const subject = timedRound({ loop: 'file:///ws/prep/acme', round: 'screen' });
const started = start(createTimer({ subject, title: 'Screen', phases: [{ title: 'Frame', plannedMs: 60_000 }] }), T0);
const run = (change: Partial<SharedRun> = {}): SharedRun => ({
  window: 'a',
  at: T0,
  since: T0,
  timer: started,
  ...change,
});
const everywhere = (): boolean => true;

describe('A run that another window shows', () => {
  it('is read back as it was written, and nothing else is read', () => {
    assert.deepEqual(decodeSharedRun(encodeSharedRun(run())), run());
    assert.equal(decodeSharedRun('{"version":2}'), undefined);
    const { timer, ...rest } = JSON.parse(encodeSharedRun(run())) as Record<string, unknown>;
    assert.ok(timer);
    assert.equal(decodeSharedRun(JSON.stringify({ ...rest, timer: 'none' })), undefined, 'no timer');
    assert.equal(decodeSharedRun('not JSON'), undefined);
  });

  it('never makes its reader throw (property)', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        decodeSharedRun(text);
      }),
      { numRuns: 100 },
    );
  });

  it('looks the same however often it is written, until it changes or is another window’s', () => {
    assert.ok(showsTheSame(run(), run({ at: T0 + 10_000 })));
    assert.ok(showsTheSame(undefined, undefined));
    assert.ok(!showsTheSame(run(), undefined));
    assert.ok(!showsTheSame(undefined, run()));
    assert.ok(!showsTheSame(run(), run({ window: 'b' })));
    assert.ok(!showsTheSame(run(), run({ timer: pause(started, T0 + 1000) })));
  });

  it('is forgotten when its window has been gone for more than a week', () => {
    const day = 86_400_000;
    assert.ok(!isForgotten(run(), T0 + 7 * day));
    assert.ok(isForgotten(run(), T0 + 7 * day + 1));
    assert.ok(!isForgotten(undefined, T0));
  });

  it('is one of a folder of this window, written lately and not finished', () => {
    assert.equal(runElsewhere([run()], 'b', T0 + 1000, everywhere)?.window, 'a');
    assert.equal(runElsewhere([run({ timer: pause(started, T0 + 1000) })], 'b', T0 + 1000, everywhere)?.window, 'a');
    const [earlier, latest] = [run({ at: T0 - 1000 }), run({ window: 'c', at: T0 })];
    for (const runs of [
      [earlier, latest],
      [latest, earlier],
    ])
      assert.equal(runElsewhere(runs, 'b', T0, everywhere)?.window, 'c', 'the one written last');
    assert.equal(runElsewhere([run()], 'a', T0, everywhere), undefined, 'its own');
    assert.equal(runElsewhere([run()], 'b', T0 + 59_999, everywhere)?.window, 'a');
    assert.equal(runElsewhere([run()], 'b', T0 + 60_000, everywhere), undefined, 'silent for a minute: closed');
    assert.equal(
      runElsewhere([run()], 'b', T0, () => false),
      undefined,
      'another folder',
    );
    assert.equal(runElsewhere([run({ timer: stop(started, T0 + 1000) })], 'b', T0 + 1000, everywhere), undefined);
  });

  it('is taken over by the window that shows it since later, and by no other', () => {
    const other = run({ window: 'b', since: T0 + 5000, at: T0 + 5000 });
    assert.equal(isTakenOver(run(), [other], T0 + 5000), true);
    assert.equal(
      isTakenOver(run(), [run({ window: 'c', since: T0 - 1 }), other], T0 + 5000),
      true,
      'by one of several',
    );
    assert.equal(isTakenOver(other, [run()], T0 + 5000), false);
    assert.equal(isTakenOver(run(), [{ ...other, window: 'a' }], T0 + 5000), false, 'its own file, written anew');
    assert.equal(isTakenOver(run(), [run({ window: 'b' })], T0), false, 'since the same moment');
    const later = { ...other, timer: { ...started, startedAt: T0 + 1 } };
    assert.equal(isTakenOver(run(), [later], T0 + 5000), false, 'another run');
  });
});
