import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  MAX_GAP_MS,
  MINUTE_MS,
  addMinute,
  createTimer,
  nextPhase,
  observe,
  pause,
  reset,
  resume,
  start,
  stop,
  takeUp,
  type TimerState,
  type TimerStatus,
} from '../../../src/core/timer/timer';
import { timedRound } from '../../../src/core/timer/subject';
import { snapshot } from '../../../src/core/timer/snapshot';

const T0 = Date.UTC(2026, 10, 22, 9, 0, 0);
const PLAN = {
  subject: timedRound({ loop: 'file:///home/me/prep/confluent', round: 'system-design' }),
  title: 'System Design',
  phases: [
    { title: 'Requirements', plannedMs: 5 * MINUTE_MS },
    { title: 'Design', plannedMs: 25 * MINUTE_MS },
    { title: 'Questions', plannedMs: 15 * MINUTE_MS },
  ],
};

const TRANSITIONS = { start, pause, resume, nextPhase, addMinute, stop, reset };
type Name = keyof typeof TRANSITIONS;
const NAMES = Object.keys(TRANSITIONS) as Name[];

const inStatus: Record<TimerStatus, TimerState> = {
  idle: createTimer(PLAN),
  running: start(createTimer(PLAN), T0),
  paused: pause(start(createTimer(PLAN), T0), T0 + 1000),
  finished: stop(start(createTimer(PLAN), T0), T0 + 1000),
};
const elapsed = (state: TimerState): number => state.phases.reduce((sum, phase) => sum + phase.elapsedMs, 0);

describe('A run that was left', () => {
  const phases = (...spent: readonly number[]) =>
    PLAN.phases.map((phase, index) => ({ ...phase, addedMs: 0, elapsedMs: spent[index] ?? 0 }));
  const takenUp = (spent: readonly number[], current?: number): TimerState =>
    takeUp(PLAN, { phases: phases(...spent), current, startedAt: T0 });

  it('is paused where it was left, with all that it had taken', () => {
    const left = takenUp([61_000, 5000], 2);
    const { subject, title, status, pauseReason, startedAt, current } = left;
    assert.deepEqual(
      { subject, title, status, pauseReason, startedAt, current },
      { subject: PLAN.subject, title: PLAN.title, status: 'paused', pauseReason: 'user', startedAt: T0, current: 2 },
    );
    assert.equal(snapshot(left, T0 + MINUTE_MS).totals.elapsedMs, 66_000);
    assert.equal(resume(left, T0 + MINUTE_MS).status, 'running');
  });

  it('is in the last phase that had begun, where it is not known in which it was left', () => {
    assert.equal(takenUp([61_000, 5000]).current, 1);
    assert.equal(takenUp([]).current, 0);
    assert.equal(takenUp([1, 0, 1]).current, 2);
  });

  it('is in its last phase, where its plan has fewer by now', () => {
    assert.equal(takenUp([61_000], 7).current, 2);
  });
});

describe('a round’s timer', () => {
  const table: Record<TimerStatus, Record<Name, TimerStatus>> = {
    idle: {
      start: 'running',
      pause: 'idle',
      resume: 'idle',
      nextPhase: 'idle',
      addMinute: 'idle',
      stop: 'idle',
      reset: 'idle',
    },
    running: {
      start: 'running',
      pause: 'paused',
      resume: 'running',
      nextPhase: 'running',
      addMinute: 'running',
      stop: 'finished',
      reset: 'idle',
    },
    paused: {
      start: 'running',
      pause: 'paused',
      resume: 'running',
      nextPhase: 'paused',
      addMinute: 'paused',
      stop: 'finished',
      reset: 'idle',
    },
    finished: {
      start: 'running',
      pause: 'finished',
      resume: 'finished',
      nextPhase: 'finished',
      addMinute: 'finished',
      stop: 'finished',
      reset: 'idle',
    },
  };
  for (const status of Object.keys(table) as TimerStatus[]) {
    it(`that is ${status} goes where each transition leads`, () => {
      const reached = Object.fromEntries(
        NAMES.map((name) => [name, TRANSITIONS[name](inStatus[status], T0 + 2000).status]),
      );
      assert.deepEqual(reached, table[status]);
    });
  }

  it('counts the time since the last observation into the current phase', () => {
    const state = observe(observe(inStatus.running, T0 + 4000), T0 + 9001);
    assert.deepEqual(
      state.phases.map(({ elapsedMs }) => elapsedMs),
      [9001, 0, 0],
    );
  });

  it('stays in a phase that is over, and counts the overtime', () => {
    let state = inStatus.running;
    for (let s = 5; s <= 330; s += 5) state = observe(state, T0 + s * 1000);
    assert.equal(state.current, 0);
    assert.equal(snapshot(state, T0 + 330_000).remainingMs, -30_000);
  });

  it('goes from phase to phase and is finished after the last one, which stays current', () => {
    const second = nextPhase(inStatus.running, T0 + 1000);
    const third = nextPhase(second, T0 + 3000);
    const end = nextPhase(third, T0 + 6000);
    assert.deepEqual([second.current, third.current, end.current, end.status], [1, 2, 2, 'finished']);
    assert.deepEqual(
      end.phases.map(({ elapsedMs }) => elapsedMs),
      [1000, 2000, 3000],
    );
  });

  it('counts nothing while paused or once finished', () => {
    assert.equal(elapsed(resume(inStatus.paused, T0 + 3_600_000)), 1000);
    assert.equal(elapsed(observe(inStatus.finished, T0 + 3_600_000)), 1000);
  });

  it('adds minutes to the plan of the current phase alone', () => {
    const state = addMinute(addMinute(nextPhase(inStatus.running, T0), T0), T0);
    assert.deepEqual(
      state.phases.map(({ addedMs }) => addedMs),
      [0, 2 * MINUTE_MS, 0],
    );
    assert.equal(snapshot(state, T0).remainingMs, 27 * MINUTE_MS);
  });

  it('starts again after it finished', () => {
    const again = start(inStatus.finished, T0 + 9000);
    assert.deepEqual([again.status, again.startedAt, elapsed(again)], ['running', T0 + 9000, 0]);
  });

  it('counts a short gap, such as a reload of the window', () => {
    assert.equal(elapsed(observe(inStatus.running, T0 + MAX_GAP_MS)), MAX_GAP_MS);
  });

  it('is paused where it was last observed by a longer gap: the machine slept, or the window was closed', () => {
    const slept = observe(observe(inStatus.running, T0 + 5000), T0 + 5000 + MAX_GAP_MS + 1);
    assert.deepEqual([slept.status, slept.pauseReason, elapsed(slept)], ['paused', 'away', 5000]);
    const back = observe(resume(slept, T0 + 8 * 3_600_000), T0 + 8 * 3_600_000 + 7000);
    assert.deepEqual([back.status, back.pauseReason, elapsed(back)], ['running', undefined, 12_000]);
  });

  it('notices the sleep whichever command comes first after it', () => {
    const late = T0 + MAX_GAP_MS + 1;
    const changed = NAMES.map((name) => [name, TRANSITIONS[name](inStatus.running, late)] as const);
    assert.deepEqual(
      changed.filter(([, state]) => elapsed(state) > 0),
      [],
    );
    assert.deepEqual(pause(inStatus.running, late).pauseReason, 'away');
    assert.deepEqual(
      [nextPhase(inStatus.running, late).status, nextPhase(inStatus.running, late).current],
      ['paused', 1],
    );
  });

  it('counts nothing when the clock is set back, and goes on from there', () => {
    const back = observe(observe(inStatus.running, T0 + 5000), T0 - 3_600_000);
    assert.equal(elapsed(back), 5000);
    assert.equal(elapsed(observe(back, T0 - 3_600_000 + 250)), 5250);
  });

  it('never changes the state it was given', () => {
    const before = structuredClone(inStatus.running);
    for (const name of NAMES) TRANSITIONS[name](inStatus.running, T0 + 1234);
    assert.deepEqual(inStatus.running, before);
  });

  const steps = fc.array(
    fc.record({
      wait: fc.oneof(
        fc.integer({ min: 0, max: MAX_GAP_MS }),
        fc.integer({ min: -10_000, max: -1 }),
        fc.integer({ min: MAX_GAP_MS + 1, max: 10 * MAX_GAP_MS }),
      ),
      act: fc.constantFrom<Name | 'observe'>('observe', 'observe', ...NAMES),
    }),
    { maxLength: 60 },
  );

  it('agrees with a stopwatch that writes down when it ran, to the millisecond (property)', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let now = T0;
        let state = createTimer(PLAN);
        const watch = new Stopwatch();
        for (const { wait, act } of sequence) {
          now += wait;
          watch.see(wait);
          state = act === 'observe' ? observe(state, now) : TRANSITIONS[act](state, now);
          watch.press(act);
          assert.deepEqual(
            state.phases.map(({ elapsedMs }) => elapsedMs),
            watch.perPhase(),
          );
          assert.deepEqual([state.status, state.current], [watch.status, watch.current]);
        }
      }),
    );
  });

  it('loses nothing by how often it is observed (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: MAX_GAP_MS }), { minLength: 1 }), (gaps) => {
        let now = T0;
        let state = inStatus.running;
        for (const gap of gaps) state = observe(state, (now += gap));
        assert.equal(elapsed(state), now - T0);
      }),
    );
  });
});

/**
 * The naive model: a list of the stretches that count, each with its phase. Written without looking at the timer's
 * arithmetic.
 */
class Stopwatch {
  status: TimerStatus = 'idle';
  current = 0;
  private stretches: { phase: number; ms: number }[] = [];

  see(wait: number): void {
    if (this.status !== 'running') return;
    if (wait > MAX_GAP_MS) this.status = 'paused';
    else if (wait > 0) this.stretches.push({ phase: this.current, ms: wait });
  }

  press(act: Name | 'observe'): void {
    const on = this.status === 'running' || this.status === 'paused';
    if (act === 'reset' || (act === 'start' && this.status === 'finished')) {
      this.stretches = [];
      this.current = 0;
    }
    if (act === 'reset') this.status = 'idle';
    else if (act === 'start') this.status = 'running';
    else if (act === 'resume' && on) this.status = 'running';
    else if (act === 'pause' && on) this.status = 'paused';
    else if (act === 'stop' && on) this.status = 'finished';
    else if (act === 'nextPhase' && on) {
      if (this.current === PLAN.phases.length - 1) this.status = 'finished';
      else this.current += 1;
    }
  }

  perPhase(): number[] {
    return PLAN.phases.map((_, index) =>
      this.stretches.filter(({ phase }) => phase === index).reduce((sum, { ms }) => sum + ms, 0),
    );
  }
}
