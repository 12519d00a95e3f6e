import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { TrackerTree } from '../../../src/views/trackerTree';
import { daysAt } from '../days';
import { Notifications } from '../messages';
import { ReadonlyFolder } from './readonlyFolder';
import { extension, tree, until, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const PLAYBOOK = 'confluent-ai-ml-pm';
const FIRST_CONTACT = '2026-11-23';

const at = (folder: string, ...path: string[]): vscode.Uri => {
  const found = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  assert.ok(found, `no workspace folder ${folder}`);
  return vscode.Uri.joinPath(found.uri, ...path);
};

const start = (argument: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('prepLoop.startLoop', {
    playbook: PLAYBOOK,
    firstContact: FIRST_CONTACT,
    ...argument,
  });

async function empty(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const folder of ['one', 'two'])
    await vscode.workspace.fs
      .delete(at(folder, 'prep'), { recursive: true, useTrash: false })
      .then(undefined, () => undefined);
}

describe('A workspace of several folders', () => {
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    await empty();
    notifications = new Notifications();
  });
  afterEach(() => notifications.restore());
  after(empty);

  it('has each loop in the folder that was named, even two with one name', async () => {
    const [one, two] = [await start({ folder: 'one' }), await start({ folder: at('two') })];
    assert.deepEqual(
      [String(one), String(two)],
      [String(at('one', 'prep', PLAYBOOK)), String(at('two', 'prep', PLAYBOOK))],
    );
    assert.deepEqual(await tree(at('one', 'prep')), await tree(at('two', 'prep')));
  });

  it('says so where no such folder is open, and makes nothing', async () => {
    assert.equal(await start({ folder: 'three' }), undefined);
    assert.deepEqual(notifications.messages, ['There is no workspace folder “three”. Choose one of: one, two.']);
    await assert.rejects(tree(at('one', 'prep')));
  });

  it('shows the loops of both in the tracker, distinguished by their folders', async () => {
    await start({ folder: 'one' });
    await start({ folder: 'two' });
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const tracker = new TrackerTree(store, daysAt('2026-11-25'), { hideDone: false });
    try {
      const loops = (await tracker.getChildren())
        .filter(({ row }) => row.kind === 'loop')
        .map((element) => tracker.getTreeItem(element));
      assert.deepEqual(
        loops.map(({ label, description }) => [label, description]),
        [
          ['Confluent: AI/ML Product Manager', 'day 3 of 22 · one'],
          ['Confluent: AI/ML Product Manager', 'day 3 of 22 · two'],
        ],
      );
      assert.equal(new Set(loops.map(({ id }) => id)).size, 2);
      assert.equal(
        (await store.findLoop(at('two', 'prep', PLAYBOOK)))?.root.folder.name,
        'two',
        'by its Uri it is that one',
      );
    } finally {
      for (const part of [tracker, store, files]) part.dispose();
    }
  });

  it('writes a story beside the file that is being edited, or where it is told to', async () => {
    const beside = at('two', 'prep', 'notes.md');
    await write(beside, '# Notes\n');
    await vscode.window.showTextDocument(beside);
    const run = (argument: object): Thenable<vscode.Uri | undefined> =>
      vscode.commands.executeCommand('prepLoop.newStory', { title: 'Saved it', template: 'star', ...argument });
    assert.equal(String(await run({})), String(at('two', 'prep', 'stories', 'saved-it.md')));
    assert.equal(String(await run({ folder: 'one' })), String(at('one', 'prep', 'stories', 'saved-it.md')));
  });

  it('follows `prepLoop.folder` of one folder only', async () => {
    await start({ folder: 'one' });
    await start({ folder: 'two' });
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const setting = vscode.workspace.getConfiguration('prepLoop', at('two'));
    try {
      await setting.update('folder', 'elsewhere', vscode.ConfigurationTarget.WorkspaceFolder);
      await until(
        'the loop of “one” is left alone',
        async () => (await store.loops()).map(({ root }) => root.folder.name).join() === 'one',
      );
      assert.deepEqual(
        store.roots.map(({ uri }) => uri.path.split('/').at(-1)),
        ['prep', 'elsewhere'],
      );
    } finally {
      await setting.update('folder', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
      await vscode.workspace.fs.delete(at('two', '.vscode'), { recursive: true, useTrash: false });
      for (const part of [store, files]) part.dispose();
    }
  });

  describe('one of which is read-only', () => {
    let locked: ReadonlyFolder;

    before(async () => {
      locked = new ReadonlyFolder();
      await locked.add();
    });
    after(async () => {
      await locked.remove();
    });

    for (const [command, argument, failed] of [
      ['prepLoop.startLoop', { playbook: PLAYBOOK, firstContact: FIRST_CONTACT }, 'The loop was not started'],
      ['prepLoop.newStory', { title: 'Saved it', template: 'star' }, 'The story was not made'],
      ['prepLoop.customiseTemplates', {}, 'The templates were not copied'],
    ] as const) {
      it(`is reported by ${command}, which leaves nothing half-made`, async () => {
        assert.equal(await vscode.commands.executeCommand(command, { ...argument, folder: locked.name }), undefined);
        assert.equal(notifications.messages.length, 1, notifications.messages.join('\n'));
        assert.match(
          notifications.messages[0] ?? '',
          new RegExp(`^${failed}: “locked/prep” is read-only\\. Open a folder that you can write to`, 'u'),
        );
        assert.deepEqual(locked.written, []);
        assert.equal(vscode.window.activeTextEditor, undefined, 'nothing is opened');
      });
    }
  });
});
