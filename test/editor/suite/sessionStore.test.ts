import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dayOfSession } from '../../../src/core/sessions/sessionName';
import type { LocatedLoop } from '../../../src/store/api';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceSessionStore } from '../../../src/store/workspaceSessionStore';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

class CountedFiles extends WorkspaceTextFiles {
  reads: string[] = [];

  override read(uri: vscode.Uri): Promise<string | undefined> {
    if (uri.path.includes('/sessions/')) this.reads.push(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    return super.read(uri);
  }
}

const text = (day: number, extra = ''): string =>
  `---\nround: system-design\nstarted: 2026-11-${String(day).padStart(2, '0')}T18:05:00+01:00\n${extra}---\n\n## Notes\n`;
const name = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T1805-system-design.md`;
const sessionUri = (file: string): vscode.Uri => workspaceUri('prep', 'acme', 'sessions', file);

describe('The sessions of a loop', function () {
  this.timeout(40_000);
  const parts: vscode.Disposable[] = [];
  const told: (readonly vscode.Uri[] | undefined)[] = [];
  let files: CountedFiles;
  let store: WorkspacePrepStore;
  let sessions: WorkspaceSessionStore;
  let loop: LocatedLoop;
  let readBeforeAsking: readonly string[];

  beforeEach(async () => {
    await extension().activate();
    await emptyWorkspace();
    await write(
      workspaceUri('prep', 'acme', 'loop.md'),
      '---\nplaybook: general-pm\nfirstContact: 2026-11-02\ndays: 20\n---\n',
    );
    for (const day of [20, 3, 11]) await write(sessionUri(name(day)), text(day));
    await write(sessionUri('README.md'), '# How I practise\n');
    files = new CountedFiles();
    store = new WorkspacePrepStore(extension().extensionUri, files, { info: () => undefined, warn: () => undefined });
    sessions = new WorkspaceSessionStore(store, files);
    parts.push(
      files,
      store,
      sessions,
      sessions.onDidChange((loops) => told.push(loops)),
    );
    const found = await store.findLoop('acme');
    assert.ok(found);
    loop = found;
    readBeforeAsking = [...files.reads];
  });
  afterEach(async () => {
    for (const part of parts.splice(0).reverse()) part.dispose();
    await emptyWorkspace();
  });

  const days = async (): Promise<(string | undefined)[]> =>
    (await sessions.sessions(loop)).map((session) => dayOfSession(session)?.date.slice(8));

  /** The watcher reports late, on a busy machine very late, files that were there before it: they are read again. */
  const quiet = (): Promise<boolean> =>
    until(
      'the watcher to be quiet',
      async () => {
        files.reads = [];
        await new Promise((resolve) => setTimeout(resolve, 600));
        await days();
        return files.reads.length === 0;
      },
      20_000,
    );

  it('are read when asked for, once, in the order of time; other files beside them do not count', async () => {
    assert.deepEqual(readBeforeAsking, []);
    assert.deepEqual(await days(), ['03', '11', '20']);
    await quiet();
    const read = files.reads.length;
    assert.deepEqual(await days(), ['03', '11', '20']);
    assert.equal(files.reads.length, read);
  });

  it('are looked at again before anything that rests on them is written', async () => {
    // A file was read while it was being written, and no watcher had told of its end: saving that run again made a
    // second file.
    const silence = (): vscode.Disposable => ({ dispose: () => undefined });
    const deaf = new WorkspaceSessionStore(
      Object.create(store, {
        onDidChangeFile: { value: silence },
        onDidChange: { value: silence },
      }) as WorkspacePrepStore,
      files,
    );
    parts.push(deaf);
    await write(sessionUri(name(12)), '');
    const started = async (read: typeof deaf.sessions): Promise<boolean> =>
      (await read.call(deaf, loop)).some((session) => session.started?.startsWith('2026-11-12') ?? false);
    assert.equal(await started(deaf.sessions), false);
    await write(sessionUri(name(12)), text(12));
    assert.equal(await started(deaf.sessions), false, 'nobody told of it');
    assert.equal(await started(deaf.sessionsNow), true);

    const heard: (readonly vscode.Uri[] | undefined)[] = [];
    parts.push(deaf.onDidChange((loops) => heard.push(loops)));
    await deaf.refreshSessions();
    assert.equal(heard.length, 0, 'nothing changed');
    await write(sessionUri(name(12)), text(12, 'partner: Ann\n'));
    await deaf.refreshSessions();
    assert.deepEqual(
      heard.map((loops) => loops?.map(String)),
      [[loop.uri.toString()]],
    );
    await vscode.workspace.fs.delete(sessionUri(name(12)));
  });

  it('are read again only where a file changed, came or went; the loop is announced', async () => {
    await quiet();
    const before = await sessions.sessions(loop);
    told.length = 0;
    await files.create(sessionUri(name(12)), text(12));
    // At once: whoever saves twice in a row has to find the first file.
    assert.deepEqual(await days(), ['03', '11', '12', '20']);
    assert.deepEqual([...new Set(files.reads)], [name(12)]);
    await until('the loop to be told of', () => told.some((loops) => loops?.some((uri) => uri.path.endsWith('/acme'))));
    told.length = 0;
    await vscode.workspace.fs.delete(sessionUri(name(11)));
    // A watcher may miss a file of a folder that was just made: the tracker looks again while it is seen.
    await until('the file to be gone', async () => {
      await sessions.refreshSessions();
      return (await days()).join() === '03,12,20';
    });
    await until('the loop to be told of', () => told.some((loops) => loops?.some((uri) => uri.path.endsWith('/acme'))));
    assert.equal((await sessions.sessions(loop))[0], before[0]);
  });

  it('follow what is typed in an open file, and its problems show in Problems', async () => {
    const editor = await vscode.window.showTextDocument(sessionUri(name(3)));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'scores:\n  cost: 9\n'));
    await until('the typed score to be told', async () => (await sessions.sessions(loop))[0]?.problems.length === 1);
    const diagnostic = await until('the problem to show', () =>
      vscode.languages.getDiagnostics(sessionUri(name(3))).find(({ source }) => source === 'prep-loop'),
    );
    assert.match(diagnostic.message, /“cost” is “9”/u);
    assert.equal(editor.document.getText(diagnostic.range), '9');
    await editor.edit((edit) => edit.replace(diagnostic.range, '2'));
    await until('the problem to go', async () => (await sessions.sessions(loop))[0]?.problems.length === 0);
    assert.deepEqual((await sessions.sessions(loop))[0]?.scores, { cost: 2 });
    await editor.document.save();
  });

  it('are gone with their folder, and come back with it', async () => {
    await vscode.workspace.fs.rename(workspaceUri('prep', 'acme', 'sessions'), workspaceUri('prep', 'acme', 'aside'));
    store.refresh();
    await until('them to be gone', async () => (await days()).length === 0);
    await vscode.workspace.fs.rename(workspaceUri('prep', 'acme', 'aside'), workspaceUri('prep', 'acme', 'sessions'));
    store.refresh();
    await until('them to be back', async () => (await days()).join() === '03,11,20');
  });
});
