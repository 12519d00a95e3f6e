import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { timedRound, type TimerSubject } from '../../../src/core/timer/subject';
import type { TimerPlan } from '../../../src/core/timer/timer';
import { ThinkTime } from '../../../src/timer/thinkTime';
import { TimerService } from '../../../src/timer/timerService';
import { TimerStatusBar } from '../../../src/views/timerStatusBar';
import { Memory } from '../memory';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const plan = (round: string): TimerPlan => ({
  subject: timedRound({ loop: 'file:///ws/prep/acme', round }),
  title: round,
  phases: [
    { title: 'Opening', plannedMs: 300 * SECOND },
    { title: 'Design', plannedMs: 600 * SECOND },
  ],
});

describe('The timer service', () => {
  const warnings: string[] = [];
  const logger = { info: () => undefined, warn: (message: string) => warnings.push(message) };
  const open: TimerService[] = [];
  let memory: Memory;
  let now: number;

  /** A window: an extension host that starts on the workspace's memory. */
  const openWindow = (memento: vscode.Memento = memory): TimerService => {
    const service = new TimerService(memento, { now: () => now }, logger);
    open.push(service);
    return service;
  };
  /** Lets time pass as a running host does: it looks at the clock every five seconds. */
  const pass = (service: TimerService, ms: number): void => {
    for (const end = now + ms; now < end; service.observe()) now = Math.min(now + 5 * SECOND, end);
  };

  beforeEach(() => {
    memory = new Memory();
    now = Date.UTC(2026, 10, 22, 9);
    warnings.length = 0;
  });
  afterEach(() => open.splice(0).forEach((service) => service.dispose()));

  it('has no timer before one is started', () => {
    const service = openWindow();
    assert.equal(service.snapshot(), undefined);
    assert.deepEqual([service.pause(), service.nextPhase(), service.reset()], [undefined, undefined, undefined]);
  });

  it('goes on across a reload of the window, and counts the time it took', () => {
    const before = openWindow();
    before.start(plan('design'));
    pass(before, 61 * SECOND);
    before.nextPhase();
    pass(before, 7 * SECOND);
    before.dispose();
    now += 4 * SECOND;
    const after = openWindow().snapshot();
    assert.deepEqual([after?.status, after?.phaseTitle, after?.remainingMs], ['running', 'Design', 589 * SECOND]);
    assert.equal(after?.totals.elapsedMs, 72 * SECOND);
  });

  it('is found where it was when the window was closed for hours, and goes on from there', () => {
    const before = openWindow();
    before.start(plan('design'));
    pass(before, 60 * SECOND);
    before.dispose();
    now += 9 * HOUR;
    const service = openWindow();
    const found = service.snapshot();
    assert.deepEqual([found?.status, found?.pauseReason], ['paused', 'away']);
    // What is lost is at most what was not kept yet.
    assert.ok(
      found && found.totals.elapsedMs <= 60 * SECOND && found.totals.elapsedMs > 45 * SECOND,
      String(found?.totals.elapsedMs),
    );
    service.resume();
    pass(service, 10 * SECOND);
    assert.equal(service.snapshot()?.totals.elapsedMs, found.totals.elapsedMs + 10 * SECOND);
  });

  it('is paused to the second by hours of sleep, and says so once', () => {
    const service = openWindow();
    const changes: (string | undefined)[] = [];
    service.onDidChange((shot) => changes.push(shot?.pauseReason));
    service.start(plan('design'));
    pass(service, 90 * SECOND);
    now += 3 * HOUR;
    assert.equal(service.snapshot()?.status, 'paused');
    pass(service, 20 * SECOND);
    const shot = service.snapshot();
    assert.deepEqual([shot?.status, shot?.pauseReason, shot?.totals.elapsedMs], ['paused', 'away', 90 * SECOND]);
    assert.deepEqual(changes, [undefined, 'away']);
  });

  it('stays paused over a reload, however long that takes', () => {
    const before = openWindow();
    before.start(plan('design'));
    pass(before, 12 * SECOND);
    before.pause();
    before.dispose();
    now += 30 * HOUR;
    const shot = openWindow().snapshot();
    assert.deepEqual([shot?.status, shot?.pauseReason, shot?.totals.elapsedMs], ['paused', 'user', 12 * SECOND]);
  });

  it('keeps every transition at once', () => {
    const service = openWindow();
    const kept = (): unknown[] => {
      const shot = openWindow().snapshot();
      return [shot?.status, shot?.phaseIndex, shot?.totals.addedMs];
    };
    service.start(plan('design'));
    assert.deepEqual(kept(), ['running', 0, 0]);
    service.addMinute();
    assert.deepEqual(kept(), ['running', 0, 60 * SECOND]);
    service.nextPhase();
    assert.deepEqual(kept(), ['running', 1, 60 * SECOND]);
    service.pause();
    assert.deepEqual(kept(), ['paused', 1, 60 * SECOND]);
    service.stop();
    assert.deepEqual(kept(), ['finished', 1, 60 * SECOND]);
    service.reset();
    assert.deepEqual(kept(), ['idle', 0, 0]);
  });

  it('is one: another round takes its place, the same round goes on', () => {
    const service = openWindow();
    service.start(plan('design'));
    pass(service, 30 * SECOND);
    service.pause();
    assert.deepEqual(
      [service.start(plan('design')).status, service.snapshot()?.totals.elapsedMs],
      ['running', 30 * SECOND],
    );
    const other = service.start(plan('sense'));
    assert.deepEqual([other.round, other.status, other.totals.elapsedMs], ['sense', 'running', 0]);
    assert.equal(openWindow().snapshot()?.round, 'sense');
  });

  it('begins with none when what was kept is not a timer', async () => {
    for (const garbage of [{ version: 99 }, 'running', [], { version: 1, timer: { status: 'running' } }]) {
      await memory.update('prepLoop.timer', garbage);
      assert.equal(openWindow().snapshot(), undefined);
    }
  });

  it('goes on, and says so in the log, where nothing can be kept', async () => {
    const broken = {
      keys: () => [],
      get: () => undefined,
      update: () => Promise.reject(new Error('disk full')),
    } as unknown as vscode.Memento;
    const service = openWindow(broken);
    service.start(plan('design'));
    pass(service, 10 * SECOND);
    assert.equal(service.snapshot()?.totals.elapsedMs, 10 * SECOND);
    await Promise.resolve();
    assert.ok(warnings.some((line) => line.includes('disk full')));
  });

  // Bug: the item was given its command anew each second. A click that came while the editor took in the next one ran
  // nothing, and said “Actual command not found”.
  it('gives its item in the status bar one command, however long a round runs', () => {
    const service = openWindow();
    const think = new ThinkTime(service, { now: () => now });
    const opened: TimerSubject[] = [];
    const item = new TimerStatusBar(service, think, (subject) => {
      opened.push(subject);
      return { command: 'prepLoop.openRound', title: 'Open the round' };
    });
    try {
      const { subject } = service.start(plan('design'));
      pass(service, 20 * SECOND);
      service.pause();
      service.resume();
      service.nextPhase();
      assert.deepEqual(opened, [subject]);
      service.start(plan('sense'));
      assert.deepEqual(
        opened.map((each) => each.kind === 'round' && each.round),
        ['design', 'sense'],
      );
    } finally {
      item.dispose();
      think.dispose();
    }
  });
});
