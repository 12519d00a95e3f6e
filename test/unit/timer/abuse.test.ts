/** The timer under abuse: what real clocks, hosts and fingers do to it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeTimer, encodeTimer } from '../../../src/core/timer/persisted';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound } from '../../../src/core/timer/subject';
import {
  addMinute,
  createTimer,
  MAX_GAP_MS,
  nextPhase,
  observe,
  pause,
  reset,
  resume,
  start,
  stop,
  type TimerState,
  type TimerStatus,
} from '../../../src/core/timer/timer';
import { runs } from '../../support/properties';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 9, 25, 0, 58);
const PLAN = {
  subject: timedRound({ loop: 'file:///ws/prep/acme', round: 'design' }),
  title: 'Design',
  phases: [
    { title: 'Frame', plannedMs: 300_000 },
    { title: 'Design', plannedMs: 900_000 },
    { title: 'Wrap', plannedMs: 60_000 },
  ],
};
const STEPS = { start, pause, resume, nextPhase, addMinute, stop, reset: (state: TimerState) => reset(state), observe };
type Step = keyof typeof STEPS;

const elapsed = (state: TimerState): number => state.phases.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
const reload = (state: TimerState): TimerState =>
  decodeTimer(JSON.parse(JSON.stringify(encodeTimer(state)))) ?? assert.fail('the timer was not read back');

/** A running host looks at its timer every five seconds. */
function host(state: TimerState, from: number, ms: number): TimerState {
  let seen = state;
  for (let now = from + 5000; now < from + ms; now += 5000) seen = observe(seen, now);
  return observe(seen, from + ms);
}

/**
 * The whole of the policy in another shape: a run is a wall clock from its start, less its pauses. A pause is what lies
 * between leaving and resuming, a gap longer than the longest, and any step back of the clock together with the way
 * back.
 */
class WallClock {
  private startedAt = 0;
  private pauses = 0;
  private pausedAt: number | undefined;
  private seenAt = 0;
  status: TimerStatus = 'idle';
  phase = 0;

  constructor(private readonly phases: number) {}

  look(now: number): void {
    if (this.status !== 'running') return;
    const gap = now - this.seenAt;
    if (gap > MAX_GAP_MS) {
      this.leave(this.seenAt, 'paused');
    } else {
      if (gap < 0) this.pauses += gap;
      this.seenAt = now;
    }
  }

  act(step: Step, now: number): void {
    this.look(now);
    const on = this.status === 'running' || this.status === 'paused';
    if (step === 'reset') this.begin('idle', now);
    else if (step === 'start' && !on) this.begin('running', now);
    else if ((step === 'start' || step === 'resume') && this.status === 'paused') this.comeBack(now);
    else if (step === 'pause' && this.status === 'running') this.leave(now, 'paused');
    else if (step === 'stop' && on) this.leave(now, 'finished');
    else if (step === 'nextPhase' && on && (this.phase += 1) === this.phases) {
      this.phase -= 1;
      this.leave(now, 'finished');
    }
  }

  /** The wall time since the start, less the pauses. */
  get counted(): number {
    if (this.status === 'idle') return 0;
    return (this.pausedAt ?? this.seenAt) - this.startedAt - this.pauses;
  }

  private begin(status: TimerStatus, now: number): void {
    Object.assign(this, { status, startedAt: now, seenAt: now, pauses: 0, pausedAt: undefined, phase: 0 });
  }

  private leave(at: number, status: TimerStatus): void {
    this.pausedAt ??= at;
    this.status = status;
  }

  private comeBack(now: number): void {
    this.pauses += now - (this.pausedAt ?? now);
    Object.assign(this, { status: 'running', pausedAt: undefined, seenAt: now });
  }
}

describe('the timer under abuse', () => {
  it('sums up to the wall time less the pauses, to the millisecond, whatever is done to it, reloads included (property)', () => {
    const wait = fc.oneof(
      fc.integer({ min: 0, max: 7000 }),
      fc.integer({ min: 0, max: MAX_GAP_MS }),
      fc.constantFrom(MAX_GAP_MS, MAX_GAP_MS + 1, 9 * HOUR),
      fc.integer({ min: -2 * HOUR, max: -1 }),
    );
    const steps = fc.array(
      fc.record({ wait, step: fc.constantFrom<Step>(...(Object.keys(STEPS) as Step[])), reloads: fc.boolean() }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(steps, (sequence) => {
        let now = T0;
        let state = createTimer(PLAN);
        const wall = new WallClock(PLAN.phases.length);
        for (const { wait: ms, step, reloads } of sequence) {
          now += ms;
          if (reloads) state = reload(state);
          state = STEPS[step](state, now);
          wall.act(step, now);
          assert.equal(elapsed(state), wall.counted);
          assert.equal(snapshot(state, now).totals.elapsedMs, wall.counted);
          assert.deepEqual([state.status, state.current], [wall.status, wall.phase]);
        }
      }),
      runs(500),
    );
  });

  it('counts nothing of hours of sleep, in whatever state it is found', () => {
    const running = host(start(createTimer(PLAN), T0), T0, 61_000);
    const slept = observe(running, T0 + 9 * HOUR);
    assert.deepEqual([elapsed(slept), slept.status, slept.pauseReason], [61_000, 'paused', 'away']);
    assert.equal(elapsed(host(resume(slept, T0 + 9 * HOUR), T0 + 9 * HOUR, 10_000)), 71_000);
    for (const state of [pause(running, T0 + 61_000), stop(running, T0 + 61_000)])
      assert.equal(elapsed(observe(state, T0 + 9 * HOUR)), 61_000);
  });

  it('counts on where the clock is set back by hours, and forward by less than the longest gap', () => {
    const back = host(observe(host(start(createTimer(PLAN), T0), T0, 60_000), T0 - 5 * HOUR), T0 - 5 * HOUR, 30_000);
    assert.deepEqual([elapsed(back), back.status], [90_000, 'running']);
    const forward = observe(host(start(createTimer(PLAN), T0), T0, 60_000), T0 + 60_000 + MAX_GAP_MS);
    assert.deepEqual([elapsed(forward), forward.status], [60_000 + MAX_GAP_MS, 'running']);
  });

  it('ignores a change to winter time: the epoch has none', () => {
    // At 01:00 UTC of that night the clocks in Berlin go from 03:00 back to 02:00.
    const over = host(start(createTimer(PLAN), T0), T0, 5 * 60_000);
    assert.equal(
      new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(T0),
      new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(
        T0 + 5 * 60_000,
      ),
    );
    assert.deepEqual([elapsed(over), over.status], [5 * 60_000, 'running']);
  });

  it('is the same after a reload in each state', () => {
    const running = start(createTimer(PLAN), T0);
    const away = observe(running, T0 + HOUR);
    for (const state of [
      createTimer(PLAN),
      running,
      pause(running, T0 + 5),
      away,
      nextPhase(running, T0 + 5),
      addMinute(running, T0 + 5),
      stop(running, T0 + 5),
    ])
      assert.deepEqual(reload(state), state);
  });

  it('has one run after ten starts in a second, as if only the first were', () => {
    let state = createTimer(PLAN);
    for (let i = 0; i < 10; i += 1) state = start(state, T0 + i * 100);
    assert.deepEqual([state.startedAt, elapsed(host(state, T0 + 900, 10_000))], [T0, 10_900]);
  });

  it('is the same however many look: two panels count nothing twice', () => {
    const one = host(start(createTimer(PLAN), T0), T0, 60_000);
    let two = start(createTimer(PLAN), T0);
    for (let now = T0; now <= T0 + 60_000; now += 250) two = observe(observe(two, now), now);
    assert.deepEqual(two.phases, one.phases);
  });
});
