import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { undoWriting } from '../../../src/commands/offerUndo';
import { applyEdits } from '../../../src/core/markdown/text';
import type { TimerSnapshot } from '../../../src/core/timer/snapshot';
import { onDidRefuse, Refusal } from '../../../src/refusal';
import type { TextFiles } from '../../../src/store/api';
import { listFolder, listFolderOrThrow } from '../../../src/store/files';
import { writeLoop } from '../../../src/store/loopWrites';
import { editNoted } from '../../../src/store/notedEdits';
import { editFile } from '../../../src/store/refusals';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { toggleInFile } from '../../../src/store/toggle';
import { writeTogether } from '../../../src/store/writeTogether';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, workspaceUri, write } from '../support';

const SCHEME = 'prep-loop-broken';
const FULL = 'The disk is full.';
const AWAY = 'The server does not answer.';
const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path });
const BYTES = new TextEncoder().encode('- [ ] One\n');

/** A file system whose files can be read and not written, and whose folder `/away` cannot be listed. */
function brokenFiles(): vscode.Disposable {
  const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const fail = (): never => {
    throw new vscode.FileSystemError(FULL);
  };
  return vscode.workspace.registerFileSystemProvider(SCHEME, {
    onDidChangeFile: never.event,
    watch: () => never,
    stat: (uri) => {
      if (uri.path.includes('none')) throw vscode.FileSystemError.FileNotFound(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: BYTES.length };
    },
    readDirectory: (uri) => {
      if (uri.path.includes('none')) throw vscode.FileSystemError.FileNotFound(uri);
      throw vscode.FileSystemError.Unavailable(AWAY);
    },
    readFile: () => BYTES,
    createDirectory: fail,
    writeFile: fail,
    delete: fail,
    rename: fail,
  });
}

/** What a promise is refused with. */
async function refusalOf(job: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await job.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Refusal, String(error));
  return error;
}

describe('A refusal', () => {
  let provider: vscode.Disposable;
  const files = new WorkspaceTextFiles();

  before(async () => {
    await extension().activate();
    provider = brokenFiles();
  });
  after(async () => {
    provider.dispose();
    files.dispose();
    await emptyWorkspace();
  });

  it('gives the cause where it has no name for it, and does not call the file read-only', async () => {
    const edit = editFile(files, at('/a.md'), () => [{ start: 0, end: 1, newText: '*' }]);
    const refusal = await refusalOf(edit);
    assert.equal(refusal.kind, 'failed');
    assert.match(refusal.message, /^a\.md was not written: .*The disk is full\./u);
    assert.ok(refusal.cause instanceof vscode.FileSystemError);
  });

  it('of one file of a replan does not stop the others, and keeps its cause', async () => {
    const located = { root: { uri: at('/') }, uri: at('/loop') } as unknown as Parameters<typeof writeLoop>[1];
    const round = (path: string) => ({ path, was: undefined, values: { date: '2026-12-01' } });
    const { done, refused } = await writeLoop(files, located, {
      rounds: [round('loop/a.md'), round('loop/none.md')],
      tasks: [],
    });
    assert.deepEqual(done, []);
    assert.deepEqual(
      refused.map(({ kind }) => kind),
      ['failed', 'missing'],
    );
  });

  it('of one of several files that belong together puts the others back, or says that it could not', async () => {
    const texts = new Map([
      ['/a.md', 'One\n'],
      ['/b.md', 'Two\n'],
    ]);
    const inMemory: TextFiles = {
      lookAt: () => Promise.resolve(undefined),
      read: ({ path }) => Promise.resolve(texts.get(path)),
      edit: ({ path }, change) => {
        const text = texts.get(path) ?? '';
        const edits = change(text);
        if (edits) texts.set(path, applyEdits(text, edits));
        return Promise.resolve(edits ? 'done' : 'stale');
      },
      create: () => Promise.reject(new Error('not here')),
    };
    const writes = (meanwhile: () => void) =>
      writeTogether(inMemory, [
        { uri: at('/a.md'), change: () => [{ start: 0, end: 3, newText: 'Three' }] },
        { uri: at('/b.md'), change: () => (meanwhile(), undefined) },
      ]);
    const said: string[] = [];
    const listening = onDidRefuse(({ message }) => said.push(message));
    try {
      assert.equal((await refusalOf(writes(() => undefined))).kind, 'stale');
      assert.deepEqual([[...texts.values()], said], [['One\n', 'Two\n'], []]);
      assert.equal((await refusalOf(writes(() => texts.set('/a.md', 'Four\n')))).kind, 'stale');
      assert.deepEqual([...texts.values()], ['Four\n', 'Two\n']);
      assert.deepEqual(said, ['a.md keeps what was just written into it: it could not be put back.']);
    } finally {
      listening.dispose();
    }
  });

  it('of taking a change back says what was taken back, and does not reject', async () => {
    const file = workspaceUri('taken-back.md');
    await write(file, 'One\n');
    const written = await editNoted(files, file, () => [{ start: 0, end: 3, newText: 'Two' }]);
    assert.ok(written);
    await write(file, 'Three\n');
    const said: string[] = [];
    const listening = onDidRefuse(({ message }) => said.push(message));
    await undoWriting(files, written, { undone: '' });
    await undoWriting(files, written, { undone: '', task: 'undoAssign' });
    listening.dispose();
    assert.deepEqual(said, [
      'taken-back.md has changed since, so it was left as it is.',
      'taken-back.md has changed since, so its assigned stories were left as they are.',
    ]);
  });

  it('of a tick distinguishes a changed line from a missing file', async () => {
    assert.equal((await refusalOf(toggleInFile(files, at('/b.md'), 0, 'Two'))).kind, 'changed');
    assert.equal((await refusalOf(toggleInFile(files, at('/none.md'), 0, 'One'))).kind, 'missing');
    assert.equal((await refusalOf(toggleInFile(files, at('/c.md'), 0, 'One'))).kind, 'failed');
  });

  it('is thrown for a folder that cannot be listed; one that is not there counts as empty', async () => {
    assert.deepEqual(await listFolderOrThrow(at('/none')), []);
    await assert.rejects(listFolderOrThrow(at('/away')), vscode.FileSystemError);
    const reported: Refusal[] = [];
    const listening = onDidRefuse((refusal) => reported.push(refusal));
    assert.deepEqual(await listFolder(at('/away')), []);
    listening.dispose();
    assert.deepEqual(
      reported.map(({ kind, tone }) => [kind, tone]),
      [['unreadable', 'brief']],
    );
    assert.match(reported[0]?.message ?? '', /^“away” could not be read: .*The server does not answer\./u);
  });

  it('never reaches the caller of a command: it is shown, and the command gives nothing, or false', async () => {
    const notifications = new Notifications();
    try {
      const nowhere = { loop: 'no-such-loop', round: 'phone-screen' };
      assert.equal(await vscode.commands.executeCommand('prepLoop.openRound', nowhere), undefined);
      assert.equal(await vscode.commands.executeCommand('prepLoop.pinRound', nowhere), false);
      assert.equal(await vscode.commands.executeCommand('prepLoop.openDashboard', nowhere), undefined);
      await vscode.commands.executeCommand('prepLoop.toggleItem', { uri: at('/d.md'), line: 0, text: 'One' });
      assert.deepEqual(
        notifications.messages.slice(0, 3),
        Array(3).fill('There is no loop “no-such-loop” in this workspace.'),
      );
      assert.match(notifications.messages[3] ?? '', /d\.md” is not a Markdown file of this workspace/u);
    } finally {
      notifications.restore();
    }
  });
});

describe('A button of a timer', () => {
  const run = (command: string, argument?: object): Thenable<TimerSnapshot | undefined> =>
    vscode.commands.executeCommand(`prepLoop.${command}`, argument);
  const story = workspaceUri('prep', 'stories', 'one.md');

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    await write(story, '---\ntitle: One\n---\n## Impact\n\nI cut costs by $2M a year.\n');
  });
  after(async () => {
    await run('stopTimer');
    await run('resetTimer');
    await emptyWorkspace();
  });

  it('means the timer of what its panel shows, and no other', async () => {
    const own = { uri: story.toString(), version: '90' };
    const started = await run('startTimer', own);
    assert.deepEqual([started?.status, started?.subject], ['running', { kind: 'story', ...own }]);
    for (const other of [
      { ...own, version: '30' },
      { loop: 'acme', round: 'phone-screen' },
    ])
      for (const button of ['pauseTimer', 'nextPhase', 'addMinute', 'stopTimer', 'resetTimer'])
        assert.equal(await run(button, other), undefined, button);
    assert.equal((await run('pauseTimer', own))?.status, 'paused');
    assert.equal((await run('resumeTimer', own))?.status, 'running');
    assert.equal((await run('stopTimer', own))?.status, 'finished');
  });
});
