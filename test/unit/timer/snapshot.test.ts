import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatClock, isOver, speakClock, speakDuration } from '../../../src/core/timer/formatClock';
import { decodeTimer, encodeTimer } from '../../../src/core/timer/persisted';
import { snapshot } from '../../../src/core/timer/snapshot';
import { subjectNames, subjectOfNames, timedRound, type TimerSubject } from '../../../src/core/timer/subject';
import {
  MINUTE_MS,
  addMinute,
  createTimer,
  nextPhase,
  pause,
  start,
  stop,
  type TimerState,
} from '../../../src/core/timer/timer';

const T0 = Date.UTC(2026, 10, 22, 9, 0, 0);
const ROUND = timedRound({ loop: 'file:///home/me/prep/my%20loop', round: 'phone-screen' });
const idle = createTimer({
  subject: ROUND,
  title: 'Phone Screen',
  phases: [
    { title: 'Opening', plannedMs: 3 * MINUTE_MS },
    { title: 'Stories', plannedMs: 27 * MINUTE_MS },
  ],
});
const running = start(idle, T0);

describe('a snapshot of the timer', () => {
  it('shows the phase, what is left of it, and the totals', () => {
    const state = addMinute(nextPhase(running, T0 + 60_000), T0 + 60_000);
    const { subject, ...shot } = snapshot(state, T0 + 90_000);
    assert.deepEqual(subject, ROUND);
    assert.deepEqual(
      { ...shot, phases: shot.phases.map(({ elapsedMs }) => elapsedMs) },
      {
        loop: 'my loop',
        loopUri: 'file:///home/me/prep/my%20loop',
        round: 'phone-screen',
        title: 'Phone Screen',
        status: 'running',
        pauseReason: undefined,
        phaseIndex: 1,
        phaseTitle: 'Stories',
        remainingMs: 27.5 * MINUTE_MS,
        phases: [60_000, 30_000],
        totals: { plannedMs: 30 * MINUTE_MS, addedMs: MINUTE_MS, elapsedMs: 90_000, remainingMs: 29.5 * MINUTE_MS },
        startedAt: T0,
        at: T0 + 90_000,
      },
    );
  });

  it('takes a folder’s name as it is when it is not a valid encoding', () => {
    assert.equal(snapshot({ ...idle, subject: { ...ROUND, loop: 'file:///prep/100%' } }, T0).loop, '100%');
  });
});

describe('a rehearsal’s snapshot', () => {
  const story: TimerSubject = { kind: 'story', uri: 'file:///w/prep/stories/bid%20model.md', version: 'full' };

  it('has the names that it had before timers had subjects', () => {
    const { subject, loop, loopUri, round } = snapshot({ ...idle, subject: story }, T0);
    assert.deepEqual(
      { subject, loop, loopUri, round },
      {
        subject: story,
        loop: 'bid model.md',
        loopUri: 'file:///w/prep/stories/bid%20model.md',
        round: 'rehearsal:full',
      },
    );
  });

  it('is named so that the subject can be read from its names, as a round’s is', () => {
    const interview: TimerSubject = { kind: 'interview', uri: 'file:///w/prep/acme/interviews/sam.md' };
    for (const subject of [story, ROUND, interview]) assert.deepEqual(subjectOfNames(subjectNames(subject)), subject);
  });
});

describe('what is left, as shown', () => {
  it('counts down by whole seconds and up again in overtime', () => {
    const shown = [3_661_000, 300_000, 299_999, 299_000, 1, 0, -1, -999, -1000, -61_500, -3_600_000].map(formatClock);
    assert.deepEqual(shown, [
      '1:01:01',
      '5:00',
      '5:00',
      '4:59',
      '0:01',
      '0:00',
      '0:00',
      '0:00',
      '+0:01',
      '+1:01',
      '+1:00:00',
    ]);
  });

  it('has a word for it that says the same', () => {
    assert.deepEqual([300_000, 61_000, 0, -1000, -3_720_000].map(speakClock), [
      '5 minutes left',
      '1 minute 1 second left',
      '0 seconds left',
      '1 second over',
      '1 hour 2 minutes over',
    ]);
    assert.equal(speakDuration(59_999), '59 seconds');
  });

  it('is overtime exactly where it has a plus (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (ms) =>
        assert.equal(isOver(ms), formatClock(ms).startsWith('+')),
      ),
    );
  });
});

describe('a kept timer', () => {
  const states: TimerState[] = [
    idle,
    running,
    pause(running, T0 + 1),
    nextPhase(running, T0 + 500),
    stop(running, T0 + 9),
    addMinute(running, T0),
    { ...running, subject: { kind: 'interview', uri: 'file:///w/prep/acme/interviews/sam.md' } },
  ];

  it('is read back as it was, through JSON', () => {
    for (const state of states) assert.deepEqual(decodeTimer(JSON.parse(JSON.stringify(encodeTimer(state)))), state);
  });

  it('is read back as it was kept before timers had subjects', () => {
    const rest = {
      title: 'A title',
      status: 'paused',
      phases: [{ title: 'Opening', plannedMs: 180_000, addedMs: 60_000, elapsedMs: 1500 }],
      current: 0,
      startedAt: T0,
      seenAt: T0 + 1500,
      pauseReason: 'user',
    };
    const read = (names: { loop: string; round: string }): unknown =>
      decodeTimer(JSON.parse(JSON.stringify({ version: 1, timer: { ...names, ...rest } })));
    assert.deepEqual(read({ loop: 'file:///w/prep/acme', round: 'phone-screen' }), {
      subject: { kind: 'round', loop: 'file:///w/prep/acme', round: 'phone-screen' },
      ...rest,
    });
    assert.deepEqual(read({ loop: 'file:///w/prep/stories/bid%20model.md', round: 'rehearsal:90' }), {
      subject: { kind: 'story', uri: 'file:///w/prep/stories/bid%20model.md', version: '90' },
      ...rest,
    });
  });

  it('is not a timer when it is malformed or of another version', () => {
    const phase = running.phases[0];
    const but = (change: object): unknown => ({ version: 1, timer: { ...running, ...change } });
    assert.ok(decodeTimer(but({})), 'the base of the malformed ones is good');
    const bad: unknown[] = [
      undefined,
      null,
      7,
      'timer',
      [],
      {},
      running,
      { version: 2, timer: running },
      but({ subject: { ...ROUND, loop: 7 } }),
      but({ subject: { ...ROUND, round: '' } }),
      but({ subject: { ...ROUND, kind: 'mock' } }),
      but({ subject: undefined }),
      but({ subject: undefined, loop: 7, round: 'phone-screen' }),
      but({ status: 'exploded' }),
      but({ phases: [] }),
      but({ phases: Array.from({ length: 201 }, () => phase) }),
      but({ phases: [{ ...phase, elapsedMs: -1 }] }),
      but({ phases: [{ ...phase, plannedMs: Number.NaN }] }),
      but({ phases: [{ ...phase, addedMs: 0.5 }] }),
      but({ current: 2 }),
      but({ current: -1 }),
      but({ startedAt: 'yesterday' }),
      but({ startedAt: undefined }),
      but({ seenAt: Number.POSITIVE_INFINITY }),
      but({ pauseReason: 'away' }),
      but({ status: 'paused' }),
      but({ status: 'idle' }),
    ];
    for (const value of bad) assert.equal(decodeTimer(value), undefined, JSON.stringify(value));
  });

  it('never throws, whatever is read (property)', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(decodeTimer(value), undefined)));
  });
});
