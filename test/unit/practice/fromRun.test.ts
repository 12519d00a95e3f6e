import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/markdown/text';
import { emptyDraft, type PracticeDraft } from '../../../src/core/practice/draft';
import { againEdits, homeOf, runEdits, sessionOfRun, splitNotes } from '../../../src/core/practice/fromRun';
import {
  decodeRuns,
  isWorthKeeping,
  ownerOfDraft,
  runOf,
  withDraft,
  withRun,
  withSaved,
  type PracticeRun,
} from '../../../src/core/practice/runs';
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

  it('has all prompts that were drawn for the run; one that is named when it is saved counts alone', () => {
    const prompts = ['Size it', 'Lag'];
    const made = sessionOfRun(timed(), { ...DRAFT, prompt: undefined }, { prompts }, 'UTC');
    assert.deepEqual([made.prompt, made.prompts], [undefined, prompts]);
    const named = sessionOfRun(timed(), DRAFT, { prompts, prompt: 'Mine' }, 'UTC');
    assert.deepEqual([named.prompt, named.prompts], ['Mine', []]);
    const one = sessionOfRun(timed(), { ...DRAFT, prompt: undefined }, { prompts: ['Bidding'] }, 'UTC');
    assert.deepEqual([one.prompt, one.prompts], ['Bidding', []]);
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

  it('of several prompts that is saved again with one is a run of that one', () => {
    const made = { ...sessionOfRun(timed(), DRAFT, {}, 'UTC'), prompt: undefined, prompts: ['Size it', 'Run it'] };
    const text = writeSession(made, 'x');
    const edits = againEdits(text, parseSession('x.md', text), made, { prompt: 'Run it' }) ?? assert.fail();
    const { prompt, prompts, problems } = parseSession('x.md', applyEdits(text, edits));
    assert.deepEqual([prompt, prompts, problems], ['Run it', [], []]);
  });

  it('that was corrected by hand keeps what the hand wrote when it is saved again', () => {
    const made = sessionOfRun(timed(), DRAFT, {}, 'UTC');
    const text = writeSession(made, 'x').replace('SLO first', 'SLO and cost first').replace('actual: 90', 'actual: 95');
    const nothing = { ...made, notes: '', markers: [], signals: [], scores: {} };
    assert.deepEqual(againEdits(text, parseSession('x.md', text), nothing, {}), []);
  });
});

describe('the draft of each run', () => {
  const noted = { ...emptyDraft(PLACE), notes: 'of the first' };

  it('stays with the run that it was noted in: the latest without one of its own', () => {
    const [first, second] = [timed(AT), timed(AT + 60_000)];
    assert.equal(ownerOfDraft([], PLACE), undefined);
    assert.equal(ownerOfDraft([first, second], PLACE), second);
    const runs = withDraft([first, second], second, noted);
    assert.equal(ownerOfDraft(runs, PLACE), first);
    assert.equal(runs[1]?.draft, noted);
    assert.equal(ownerOfDraft([first], { ...PLACE, round: 'other' }), undefined);
  });

  it('makes a saved run one to save again where something was noted since, and keeps a short run', () => {
    const saved = { ...timed(AT), saved: true };
    assert.equal(withDraft([saved], saved, noted)[0]?.saved, false);
    assert.equal(withDraft([saved], saved, emptyDraft(PLACE))[0]?.saved, true);
    const short = { ...timed(AT), phases: timed().phases.map((phase) => ({ ...phase, elapsedMs: 900 })) };
    assert.equal(isWorthKeeping({ ...short, draft: emptyDraft(PLACE) }), false);
    assert.equal(isWorthKeeping({ ...short, draft: noted }), true);
    assert.equal(isWorthKeeping({ ...short, draft: { ...emptyDraft(PLACE), mock: { path: 'x.md', peer: '' } } }), true);
  });

  it('is gone when its run is saved, and the run takes no other', () => {
    const [run] = withSaved([{ ...timed(AT), draft: noted }], timed(AT));
    assert.equal(run?.saved, true);
    assert.equal(ownerOfDraft([run], PLACE), undefined);
  });

  it('says which mock the run is: it goes into that file, with the peer’s name and the peer’s prompt', () => {
    const held = { path: 'acme/sessions/mock.md', peer: 'Sam Park' };
    const made = sessionOfRun(timed(AT), { ...noted, prompt: 'Theirs', mock: held }, {}, 'UTC');
    assert.deepEqual([made.kind, made.peer?.name, made.prompt], ['mock', 'Sam Park', 'Theirs']);
    const planned = (path: string, date: string) =>
      parseSession(path, `---\nround: ${PLACE.round}\nkind: mock\nscheduled: ${date}\n---\n`);
    const sessions = [planned('acme/sessions/other.md', made.started.slice(0, 10)), planned(held.path, '2020-01-01')];
    const home = homeOf(made, undefined, sessions, held.path);
    assert.equal(home.kind === 'planned' && home.session.path, held.path);
  });
});

describe('an empty marker', () => {
  it('is a marker without words, and stays in no notes', () => {
    const { notes, markers } = splitNotes('Ask first.\n- 03:12 · Frame · \n- 04:00 · Frame ·\n- 05:00 ·', ['Frame']);
    assert.equal(notes, 'Ask first.\n- 05:00 ·');
    assert.deepEqual(markers, [
      { at: 192, phase: 'Frame', text: '' },
      { at: 240, phase: 'Frame', text: '' },
    ]);
  });
});

describe('the runs that are kept', () => {
  it('are those of rounds that were started; a rehearsal and the interview of a peer do not count', () => {
    assert.equal(runOf(undefined), undefined);
    assert.equal(runOf(snapshot(createTimer(PLAN), AT)), undefined);
    assert.equal(
      runOf(
        snapshot(start(createTimer({ ...PLAN, subject: { kind: 'story', uri: PLACE.loop, version: '90' } }), AT), AT),
      ),
      undefined,
    );
    const interview = { kind: 'interview', uri: `${PLACE.loop}/interviews/sam.md` } as const;
    const held = snapshot(stop(start(createTimer({ ...PLAN, subject: interview }), AT), AT + 100_000), AT + 100_000);
    assert.ok(held.totals.elapsedMs > 30_000);
    assert.equal(runOf(held), undefined);
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

  it('keep a saved run as saved while the timer still shows it', () => {
    const saved = withRun([], timed()).map((run) => ({ ...run, saved: true }));
    assert.deepEqual(withRun(saved, timed()), saved);
    assert.deepEqual(
      withRun(saved, timed(AT + 1)).map((run) => run.saved),
      [false],
    );
  });
});
