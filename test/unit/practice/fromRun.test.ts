import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/markdown/text';
import { emptyDraft, type PracticeDraft } from '../../../src/core/practice/draft';
import { againEdits, homeOf, runEdits, sessionOfRun, splitNotes } from '../../../src/core/practice/fromRun';
import { decodeRuns, isWorthKeeping, runOf, withRun, type PracticeRun } from '../../../src/core/practice/runs';
import { parseSession } from '../../../src/core/sessions/readSession';
import { writeSession } from '../../../src/core/sessions/writeSession';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound } from '../../../src/core/timer/subject';
import { addMinute, createTimer, nextPhase, start, stop } from '../../../src/core/timer/timer';

const AT = Date.UTC(2026, 10, 22, 17, 5, 7, 500);
const PLACE = { loop: 'file:///ws/prep/acme', round: 'system-design' };
const PLAN = {
  subject: timedRound(PLACE),
  title: 'System Design',
  phases: [
    { title: 'Frame', plannedMs: 300_000 },
    { title: 'Design', plannedMs: 600_000 },
  ],
};

/** A run of 90 s in the first phase and 30 s in the second. */
function timed(at = AT): PracticeRun {
  const first = nextPhase(addMinute(start(createTimer(PLAN), at), at + 90_000), at + 90_000);
  const run = runOf(snapshot(stop(first, at + 120_000), at + 500_000));
  assert.ok(run);
  return run;
}

const DRAFT: PracticeDraft = {
  ...emptyDraft(PLACE),
  prompt: 'Bidding',
  notes: 'SLO first\n- 01:40 · Design · cost\n- 00:12 · Frame · latency\n- 10:00 is lunch',
  scores: { a: 3 },
  signals: ['cost'],
};

describe('a session of a run', () => {
  it('has the run’s phases in seconds, added minutes in the plan, and what was noted, markers apart', () => {
    const made = sessionOfRun(
      timed(),
      DRAFT,
      { scores: { b: 2 }, signals: ['cost', 'latency'], notes: 'Afterwards' },
      'Europe/Berlin',
    );
    assert.deepEqual(made.phases, [
      { title: 'Frame', planned: 360, actual: 90 },
      { title: 'Design', planned: 600, actual: 30 },
    ]);
    assert.deepEqual(
      [made.started, made.kind, made.prompt, made.scores, made.signals],
      ['2026-11-22T18:05:07+01:00', 'solo', 'Bidding', { a: 3, b: 2 }, ['cost', 'latency']],
    );
    assert.deepEqual(made.markers, [
      { at: 12, phase: 'Frame', text: 'latency' },
      { at: 100, phase: 'Design', text: 'cost' },
    ]);
    assert.equal(made.notes, 'SLO first\n- 10:00 is lunch\n\nAfterwards');
    assert.equal(splitNotes('- 01:40 · Elsewhere · x', ['Frame']).markers.length, 0);
  });

  it('belongs to its own file, to the mock planned for the day, as a mock to the nearest one; else to a new file', () => {
    const made = sessionOfRun(timed(), DRAFT, {}, 'UTC');
    const mock = (date: string, peer: string, extra = '') =>
      parseSession(
        `acme/sessions/${date}.md`,
        `---\nround: system-design\nkind: mock\npeer:\n  name: ${peer}\nscheduled: ${date}\n${extra}---\n`,
      );
    const [today, later, far] = [mock('2026-11-22', 'Ana'), mock('2026-11-25', 'Ben'), mock('2026-12-25', 'Ana')];
    const done = mock('2026-11-22', 'Ana', 'started: 2026-11-22T10:00:00Z\n');
    const own = parseSession(
      'acme/sessions/renamed.md',
      '---\nround: system-design\nstarted: 2026-11-22T17:05:07Z\n---\n',
    );
    assert.deepEqual(homeOf(made, undefined, [today, own]), { kind: 'saved', session: own });
    assert.deepEqual(homeOf(made, undefined, [far, today]), { kind: 'planned', session: today });
    assert.deepEqual(homeOf(made, 'solo', [today]), { kind: 'new' });
    assert.deepEqual(homeOf(made, undefined, [later, done]), { kind: 'new' });
    assert.deepEqual(homeOf(made, 'mock', [far, later]), { kind: 'planned', session: later });
    assert.deepEqual(homeOf({ ...made, peer: { name: 'ANA', shipped: undefined } }, 'mock', [far, later]), {
      kind: 'planned',
      session: far,
    });
    assert.deepEqual(homeOf({ ...made, round: 'other' }, 'mock', [today]), { kind: 'new' });
  });

  it('is written into the mock that it was, and saved again adds only what is new', () => {
    const made = sessionOfRun(timed(), DRAFT, { peer: { name: 'Ana', shipped: 'Flink' }, peerScores: { a: 2 } }, 'UTC');
    const planned =
      '---\nround: system-design\nkind: mock\npeer:\n  name: Ana\nscheduled: 2026-11-22\n---\n\n## Notes\n\nBring a pen.\n';
    const text = applyEdits(planned, runEdits(planned, made) ?? assert.fail());
    const read = parseSession('x.md', text);
    assert.deepEqual(
      [read.problems, read.started, read.peer, read.peerScores, read.notes],
      [[], made.started, { name: 'Ana', shipped: 'Flink' }, { a: 2 }, 'Bring a pen.\n\nSLO first\n- 10:00 is lunch'],
    );
    assert.deepEqual(againEdits(text, read, made, {}), []);
    const later = { ...made, scores: { a: 4 as const }, notes: 'One more', signals: ['trade-offs'] };
    const again = parseSession('x.md', applyEdits(text, againEdits(text, read, later, {}) ?? assert.fail()));
    assert.deepEqual(
      [again.scores, again.signals, again.notes],
      [{ a: 4 }, ['cost', 'trade-offs'], `${read.notes}\n\nOne more`],
    );
  });

  it('that was corrected by hand keeps what the hand wrote when it is saved again', () => {
    const made = sessionOfRun(timed(), DRAFT, {}, 'UTC');
    const text = writeSession(made, 'x').replace('SLO first', 'SLO and cost first').replace('actual: 90', 'actual: 95');
    const nothing = { ...made, notes: '', markers: [], signals: [], scores: {} };
    assert.deepEqual(againEdits(text, parseSession('x.md', text), nothing, {}), []);
  });
});

describe('the runs that are kept', () => {
  it('are those of rounds that were started; a rehearsal is none', () => {
    assert.equal(runOf(undefined), undefined);
    assert.equal(runOf(snapshot(createTimer(PLAN), AT)), undefined);
    assert.equal(
      runOf(
        snapshot(start(createTimer({ ...PLAN, subject: { kind: 'story', uri: PLACE.loop, version: '90' } }), AT), AT),
      ),
      undefined,
    );
  });

  it('come back from what was kept, without what is broken', () => {
    const run = { ...timed(), draft: DRAFT };
    assert.deepEqual(decodeRuns(JSON.parse(JSON.stringify([run, { ...run, startedAt: 'x' }, null]))), [run]);
    assert.deepEqual(decodeRuns({}), []);
  });

  it('keep each that would be missed: ten starts in a second leave one', () => {
    let runs: PracticeRun[] = [];
    for (let i = 0; i < 10; i += 1)
      runs = withRun(runs, { ...timed(AT + i), phases: timed().phases.map((phase) => ({ ...phase, elapsedMs: 0 })) });
    assert.equal(runs.length, 1);
    assert.equal(isWorthKeeping(runs[0]!), false);
    runs = withRun(withRun(runs, timed(AT + 100)), timed(AT + 200));
    assert.deepEqual(
      runs.map(({ startedAt }) => startedAt - AT),
      [100, 200],
    );
  });

  it('keep what was saved as such while the timer still shows it', () => {
    const saved = withRun([], timed()).map((run) => ({ ...run, saved: true }));
    assert.deepEqual(withRun(saved, timed()), saved);
    assert.deepEqual(
      withRun(saved, timed(AT + 1)).map((run) => run.saved),
      [false],
    );
  });
});
