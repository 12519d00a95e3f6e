import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSession } from '../../../src/core/sessions/readSession';
import { timedRound } from '../../../src/core/timer/subject';
import { WorkspaceDurableState } from '../../../src/store/workspaceDurableState';
import { WorkspacePracticeDrafts } from '../../../src/store/workspacePracticeDrafts';
import { PracticeRuns } from '../../../src/timer/practiceRuns';
import { TimerService } from '../../../src/timer/timerService';
import { Memory } from '../memory';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri } from '../support';

const run = (id: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`prepLoop.${id}`, argument);
const logger = { info: () => undefined, warn: (message: string) => assert.fail(message) };

describe('Saving a practice session', function () {
  this.timeout(40_000);
  let loop: vscode.Uri;

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    loop = (await run('startLoop', { playbook: 'general-pm', firstContact: '2026-11-23', name: 'acme' })) as vscode.Uri;
  });
  after(async () => {
    await run('resetTimer');
    await emptyWorkspace();
  });

  it('stops the clock, writes one file, and writes into the same file when it is saved again', async () => {
    const rounds = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(loop, 'rounds'));
    const round = rounds
      .map(([name]) => name)
      .sort()[0]!
      .replace(/^\d+-|\.md$/gu, '');
    const place = { loop: 'acme', round };
    await run('startTimer', place);
    const [first, twice] = (await Promise.all([
      run('saveSession', { ...place, notes: 'Asked for the SLO', scores: { scale: 2 } }),
      run('saveSession', { ...place, scores: { scale: 3 } }),
    ])) as [vscode.Uri, vscode.Uri];
    assert.equal(first.toString(), twice.toString());
    assert.equal(extension().exports.timer()?.status, 'finished');
    assert.match(first.path, /\/prep\/acme\/sessions\/\d{4}-\d{2}-\d{2}T\d{4}-/u);
    const byHand = (await onDisk(first)).replace('round:', '# mine\nround:');
    await vscode.workspace.fs.writeFile(first, new TextEncoder().encode(byHand));
    await run('saveSession', { ...place, notes: 'Later', signals: ['cost'] });
    assert.deepEqual(await tree(vscode.Uri.joinPath(loop, 'sessions')), [
      first.path.slice(first.path.lastIndexOf('/') + 1),
    ]);
    const text = await onDisk(first);
    const read = parseSession('x', text);
    assert.deepEqual(
      [read.problems, read.round, read.scores, read.notes, read.signals],
      [[], round, { scale: 3 }, 'Asked for the SLO\n\nLater', ['cost']],
    );
    assert.ok(text.includes('# mine\nround:') && read.phases.length > 1);
  });

  it('writes a second run of the minute into a second file', async () => {
    const { round = '' } = extension().exports.timer() ?? {};
    const before = (await tree(vscode.Uri.joinPath(loop, 'sessions'))).length;
    // Runs are told apart by the second in which they began.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await run('startTimer', { loop: 'acme', round });
    const uri = (await run('saveSession', { loop: 'acme', round })) as vscode.Uri;
    assert.ok(uri);
    assert.equal((await tree(vscode.Uri.joinPath(loop, 'sessions'))).length, before + 1);
  });

  it('saves a run whose round’s file was deleted, and whose playbook was changed, while it was timed', async () => {
    const rounds = (await tree(vscode.Uri.joinPath(loop, 'rounds'))).sort();
    const last = rounds.at(-1)!;
    const round = last.replace(/^\d+-|\.md$/gu, '');
    await run('startTimer', { loop: 'acme', round });
    const phases = extension().exports.timer()?.phases.length;
    const file = vscode.Uri.joinPath(loop, 'rounds', last);
    const text = await onDisk(file);
    await vscode.workspace.fs.delete(file);
    const main = vscode.Uri.joinPath(loop, 'loop.md');
    const before = await onDisk(main);
    await vscode.workspace.fs.writeFile(
      main,
      new TextEncoder().encode(before.replace('playbook: general-pm', 'playbook: confluent-ai-ml-pm')),
    );
    await run('refresh');
    await run('nextPhase');
    assert.equal(extension().exports.timer()?.phaseIndex, 1);
    const uri = (await run('saveSession', { loop: 'acme', round })) as vscode.Uri;
    const read = parseSession('x', await onDisk(uri));
    assert.deepEqual([read.problems, read.round, read.phases.length], [[], round, phases]);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await vscode.workspace.fs.writeFile(main, new TextEncoder().encode(before));
    await run('refresh');
  });

  it('keeps a run whose clock is reset, which is saved with its own notes', async () => {
    const { round = '' } = extension().exports.timer() ?? {};
    const place = { loop: loop.toString(), round };
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await run('startTimer', place);
    await run('addMarker', { text: 'latency' });
    await run('resetTimer', place);
    assert.equal(extension().exports.timer()?.status, 'idle');
    const uri = (await run('saveSession', { ...place, scores: { scale: 2 } })) as vscode.Uri;
    assert.ok(uri);
    assert.match(await onDisk(uri), /- 00:0\d · .* · latency/u);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says that there is no unsaved run before it asks which to discard', async () => {
    const notifications = new Notifications();
    const { showQuickPick } = vscode.window;
    let asked = 0;
    Object.assign(vscode.window, { showQuickPick: () => ((asked += 1), Promise.resolve(undefined)) });
    try {
      await run('discardRun');
      assert.deepEqual([asked, ...notifications.messages], [0, 'There is no unsaved practice run.']);
    } finally {
      notifications.restore();
      Object.assign(vscode.window, { showQuickPick });
    }
  });

  it('deletes the file of a run once that is confirmed', async () => {
    const files = await tree(vscode.Uri.joinPath(loop, 'sessions'));
    const session = vscode.Uri.joinPath(loop, 'sessions', files[0]!);
    const { showWarningMessage } = vscode.window;
    let answer: string | undefined;
    const asked: string[] = [];
    Object.assign(vscode.window, {
      showWarningMessage: (message: string) => (asked.push(message), Promise.resolve(answer)),
    });
    try {
      await run('deleteRun', { uri: session });
      assert.deepEqual(await tree(vscode.Uri.joinPath(loop, 'sessions')), files);
      answer = 'Delete';
      await run('deleteRun', { uri: session });
      assert.deepEqual(await tree(vscode.Uri.joinPath(loop, 'sessions')), files.slice(1));
      assert.match(asked[0] ?? '', /^Delete the practice run of .+, \w+ \d+ \w+ \d{4}\?$/u);
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
  });

  it('names a loop that is not there by its path, and not by its Uri', async () => {
    const notifications = new Notifications();
    try {
      await run('saveSession', { loop: workspaceUri('prep', 'gone').toString(), round: 'x' });
      assert.deepEqual(notifications.messages, ['There is no loop “prep/gone” in this workspace.']);
    } finally {
      notifications.restore();
    }
  });

  it('refuses invalid scores, and saves nothing', async () => {
    const { round = '' } = extension().exports.timer() ?? {};
    const before = await tree(vscode.Uri.joinPath(loop, 'sessions'));
    assert.equal(await run('saveSession', { loop: 'acme', round, scores: { a: 7 } }), undefined);
    assert.deepEqual(await tree(vscode.Uri.joinPath(loop, 'sessions')), before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('What is practised outlives a crash', () => {
  const PLACE = { loop: 'file:///ws/prep/acme', round: 'design' };
  const PLAN = { subject: timedRound(PLACE), title: 'Design', phases: [{ title: 'Frame', plannedMs: 60_000 }] };
  const parts: vscode.Disposable[] = [];
  let now = Date.UTC(2026, 10, 22, 9);
  let storage: vscode.Uri;

  interface Window {
    readonly state: WorkspaceDurableState;
    readonly drafts: WorkspacePracticeDrafts;
    readonly runs: PracticeRuns;
    readonly timer: TimerService;
  }

  const openWindow = (memory: vscode.Memento, prompt?: string): Window => {
    const state = new WorkspaceDurableState(memory, storage, logger);
    const drafts = new WorkspacePracticeDrafts(state);
    const timer = new TimerService(memory, { now: () => now }, logger);
    const runs = new PracticeRuns(timer, drafts, state, () => (prompt === undefined ? [] : [prompt]));
    parts.push(state, drafts, timer, runs);
    return { state, drafts, runs, timer };
  };
  const pass = (timer: TimerService, seconds: number): void => {
    for (let i = 0; i < seconds; i += 5) {
      now += 5000;
      timer.observe();
    }
  };

  before(emptyWorkspace);
  // Each test has its own: a window of the one before may still write.
  beforeEach(async () => {
    storage = workspaceUri(`storage-${Math.random()}`);
    await vscode.workspace.fs.createDirectory(storage);
  });
  after(async () => {
    for (const part of parts.splice(0).reverse()) part.dispose();
    await emptyWorkspace();
  });

  it('with the notes and the run, also where the workspace’s state was never written', async () => {
    const first = openWindow(new Memory());
    first.timer.start(PLAN);
    pass(first.timer, 40);
    await first.drafts.change(PLACE, { notes: 'one' });
    await first.state.save();
    await first.drafts.change(PLACE, { notes: 'one two' });
    await first.state.save();
    // The crash: nothing of the memento, and the newer file is cut off in the middle. A window that is gone looks at no
    // clock: on a slow machine it kept its run once more, over what was saved since.
    first.timer.dispose();
    const names = await tree(storage);
    assert.equal(names.length, 2);
    const texts = await Promise.all(names.map((name) => onDisk(vscode.Uri.joinPath(storage, name))));
    const newer = texts.findIndex((text) => text.includes('one two'));
    const second = openWindow(new Memory());
    assert.equal((await second.drafts.read(PLACE)).notes, 'one two');
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(storage, names[newer]!),
      new TextEncoder().encode(texts[newer]!.slice(0, 40)),
    );
    const third = openWindow(new Memory());
    assert.equal((await third.drafts.read(PLACE)).notes, 'one');
    const left = await until('the run to be offered', () => third.runs.unsaved()[0]);
    assert.deepEqual([left.round, left.title, left.phases[0]?.elapsedMs], ['design', 'Design', 40_000]);
    third.runs.saved(left);
    assert.deepEqual(third.runs.unsaved(), []);
    await third.state.save();
  });

  it('a run being timed is not offered, one left behind is; another run of the round takes no notes with it', async () => {
    const { runs, timer, drafts } = openWindow(new Memory());
    await runs.ready;
    timer.start(PLAN);
    pass(timer, 60);
    await drafts.change(PLACE, { notes: 'of the first' });
    assert.deepEqual(runs.unsaved(), []);
    timer.stop();
    assert.equal(runs.unsaved().length, 1);
    timer.start(PLAN);
    await until('the notes to be set aside', async () => (await drafts.read(PLACE)).notes === '');
    assert.equal(runs.unsaved()[0]?.draft?.notes, 'of the first');
    pass(timer, 45);
    timer.start({ ...PLAN, subject: timedRound({ ...PLACE, round: 'other' }) });
    assert.deepEqual(
      runs.unsaved().map((each) => each.phases[0]?.elapsedMs),
      [60_000, 45_000],
    );
    pass(timer, 30);
    timer.reset();
    assert.deepEqual(
      runs.unsaved().map((each) => each.phases[0]?.elapsedMs),
      [60_000, 45_000, 30_000],
      'a clock that is reset takes no run with it',
    );
  });

  it('a reset clock leaves the run with its notes and prompt, and the run can be gone on with', async () => {
    const { runs, timer, drafts } = openWindow(new Memory(), 'The first prompt');
    await runs.ready;
    timer.start(PLAN);
    pass(timer, 50);
    now += 3000;
    await drafts.change(PLACE, { notes: 'of the first', scores: { scale: 2 } });
    timer.reset();
    assert.equal((await drafts.read(PLACE)).notes, '', 'the next run begins with a blank page');
    const [left] = runs.left(PLACE);
    assert.deepEqual(
      [left?.draft?.notes, left?.draft?.scores, left?.prompt, left?.phases[0]?.elapsedMs],
      ['of the first', { scale: 2 }, 'The first prompt', 53_000],
    );
    timer.start(PLAN);
    await drafts.change(PLACE, { notes: 'of the second' });
    pass(timer, 40);
    timer.takeUp(PLAN, left!);
    assert.equal((await drafts.read(PLACE)).notes, 'of the first');
    assert.deepEqual([timer.snapshot()?.status, timer.snapshot()?.phases[0]?.elapsedMs], ['paused', 53_000]);
    assert.deepEqual(
      runs.left(PLACE).map(({ draft }) => draft?.notes),
      ['of the second'],
    );
    timer.resume();
    pass(timer, 5);
    assert.deepEqual(
      runs.unsaved().map(({ draft }) => draft?.notes),
      ['of the second'],
    );
  });

  it('a short run with notes is kept, one without is not, and each start has its own page', async () => {
    const { runs, timer, drafts } = openWindow(new Memory());
    await runs.ready;
    timer.start(PLAN);
    pass(timer, 5);
    timer.reset();
    assert.deepEqual(runs.unsaved(), []);
    timer.start(PLAN);
    await drafts.change(PLACE, { notes: 'five seconds' });
    pass(timer, 5);
    timer.stop();
    now += 1000;
    timer.start(PLAN);
    assert.equal((await drafts.read(PLACE)).notes, '');
    assert.deepEqual(
      runs.unsaved().map(({ draft }) => draft?.notes),
      ['five seconds'],
    );
  });

  it('another round timed meanwhile takes no notes, and a discarded run does not come back', async () => {
    const { runs, timer, drafts } = openWindow(new Memory());
    await runs.ready;
    timer.start(PLAN);
    pass(timer, 40);
    await drafts.change(PLACE, { notes: 'mine' });
    timer.start({ ...PLAN, subject: timedRound({ ...PLACE, round: 'other' }) });
    pass(timer, 40);
    timer.start(PLAN);
    assert.equal((await drafts.read(PLACE)).notes, '', 'they are of the run before');
    assert.equal(runs.left(PLACE)[0]?.draft?.notes, 'mine');
    pass(timer, 40);
    timer.stop();
    for (const run of runs.unsaved()) runs.discard(run);
    timer.observe();
    assert.deepEqual([runs.unsaved(), timer.snapshot()?.status], [[], 'idle']);
  });
});
