import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import type { TrackerElement } from '../../../src/views/trackerElements';
import { TrackerTree } from '../../../src/views/trackerTree';
import { daysAt } from '../days';
import { setLint } from '../stories';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

interface MenuEntry {
  readonly command: string;
  readonly when: string;
}

/** What `when` asks of the tracker's row: its context value by a regular expression. */
const VIEW_ITEM = /^view == prepLoop\.tracker && viewItem =~ \/(.+)\/$/u;
const QUIET_LOG = { info: () => undefined, warn: () => undefined };

describe('The tracker’s context menus', () => {
  const files = new WorkspaceTextFiles();
  const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
  const tree = new TrackerTree(store, daysAt('2026-11-25'), { hideDone: false });
  const round = workspaceUri('prep', 'a', 'rounds', '01-phone-screen.md');
  let rows: readonly (readonly [path: string, element: TrackerElement, context: string])[];

  const menu = (context: string): string[] => {
    const entries =
      (extension().packageJSON as { contributes: { menus: Record<string, MenuEntry[]> } }).contributes.menus[
        'view/item/context'
      ] ?? [];
    const matching = entries.filter(({ when }) => new RegExp(VIEW_ITEM.exec(when)?.[1] ?? '(?!)', 'u').test(context));
    return [...new Set(matching.map(({ command }) => command))].sort();
  };

  async function walk(from?: TrackerElement, path = ''): Promise<(readonly [string, TrackerElement, string])[]> {
    const children = await tree.getChildren(from);
    const found = await Promise.all(
      children.map(async (element) => {
        const item = tree.getTreeItem(element);
        const own = `${path}${path === '' ? '' : ' › '}${String(item.label)}`;
        return [[own, element, item.contextValue ?? ''] as const, ...(await walk(element, own))];
      }),
    );
    return found.flat();
  }

  const row = (end: string): TrackerElement => {
    const found = rows.find(([path]) => path.endsWith(end));
    assert.ok(found, `no row ${end} in ${rows.map(([path]) => path).join('\n')}`);
    return found[1];
  };
  const commandsOf = (end: string): string[] => menu(rows.find(([path]) => path.endsWith(end))?.[2] ?? '');

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    await write(
      workspaceUri('prep', 'a', 'loop.md'),
      '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n',
    );
    await write(
      workspaceUri('prep', 'a', 'preparation.md'),
      '- [ ] **Practise the impact-first narrative.** x\n- [x] Mine\n',
    );
    await write(
      round,
      '---\nround: phone-screen\ndate: 2026-11-25\nstatus: perhaps\n---\n# Phone Screen\n\n- [ ] One\n',
    );
    await write(workspaceUri('prep', 'a', 'questions.md'), '# Questions\n');
    rows = await until('the loop is shown', async () => {
      // A machine that is busy may not hear of every file.
      store.refresh();
      const found = await walk();
      return found.some(([path]) => /^Acme: PM .*Questions to ask$/u.test(path)) ? found : undefined;
    });
  });
  after(async () => {
    for (const part of [tree, store, files]) part.dispose();
    await emptyWorkspace();
  });

  it('offer on each kind of row what can be done with it', () => {
    const open = ['prepLoop.openFile', 'prepLoop.revealInExplorer'];
    const tick = [...open, 'prepLoop.toggleItem'].sort();
    const ofRound = ['prepLoop.openFile', 'prepLoop.openRound', 'prepLoop.revealInExplorer', 'prepLoop.startTimer'];
    const has = (end: string, wanted: readonly string[]): void => {
      const known = new Set([...tick, ...ofRound]);
      assert.deepEqual(
        commandsOf(end).filter((command) => known.has(command)),
        wanted,
        end,
      );
    };
    has('Acme: PM', open);
    has('Acme: PM › Today', []);
    has('Today › Phone Screen', ofRound);
    has('Today › Practise the impact-first narrative', tick);
    has('Preparation', open);
    has('Preparation › Mine', tick);
    has('Acme: PM › Phone Screen', ofRound);
    has('Acme: PM › Phone Screen › One', tick);
    has('Documents › Questions to ask', open);
    has('write one of planned, done, passed, failed.', open);
  });

  it('offer on a heading what can be done with all that is under it', () => {
    const offered = (end: string, command: string): void => {
      const menus = commandsOf(end);
      assert.ok(menus.includes(`prepLoop.${command}`), `${end}: ${menus.join(', ')}`);
    };
    for (const command of ['replan', 'openDashboard', 'reviewCards', 'exportCalendar']) offered('PM › Today', command);
    assert.deepEqual(menu('feedback'), ['prepLoop.logFeedback', 'prepLoop.replan'], 'the feedback day');
    offered('Documents', 'revealInExplorer');
  });

  it('give a task of the preparation a day of its own, and take it away again', async () => {
    const file = workspaceUri('prep', 'a', 'preparation.md');
    assert.ok(commandsOf('Preparation › Mine').includes('prepLoop.setDueDate'));
    assert.ok(!commandsOf('Phone Screen › One').includes('prepLoop.setDueDate'), 'a round has its date itself');
    const before = await onDisk(file);
    const item = { uri: file, line: 1, text: 'Mine' };
    const set = (argument: object): Thenable<unknown> =>
      vscode.commands.executeCommand('prepLoop.setDueDate', argument);
    assert.equal(await set({ ...item, date: '2026-12-01' }), true);
    assert.equal(await onDisk(file), before.replace('Mine', 'Mine (due 2026-12-01)'));
    assert.equal(await set({ ...item, date: '2026-12-02' }), false, 'the line says something else by now');
    assert.equal(await set({ ...item, text: 'Mine (due 2026-12-01)', date: '2026-13-01' }), false, 'no day');
    assert.equal(await set({ ...item, text: 'Mine (due 2026-12-01)', date: '' }), true);
    assert.equal(await onDisk(file), before);
  });

  it('work on a row as the editor hands it over', async () => {
    const run = (command: string, end: string): Thenable<unknown> =>
      vscode.commands.executeCommand(command, row(end), [row(end)]);
    await run('prepLoop.openFile', 'Acme: PM');
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      workspaceUri('prep', 'a', 'loop.md').toString(),
      'the loop’s file',
    );
    await run('prepLoop.openFile', 'write one of planned, done, passed, failed.');
    const editor = vscode.window.activeTextEditor;
    assert.equal(
      editor?.document.lineAt(editor.selection.active.line).text,
      'status: perhaps',
      'the place of the problem',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const before = await onDisk(round);
    const ticked = await run('prepLoop.toggleItem', 'Acme: PM › Phone Screen › One');
    assert.equal(ticked, before.includes('[ ] One'), 'the item is turned over');
    assert.equal((await onDisk(round)).includes('[x] One'), ticked);
    await run('prepLoop.openRound', 'Today › Phone Screen');
    await until('the panel is open', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('Phone Screen'),
    );
    const shot = await until(
      'the round is timed',
      async () => (await run('prepLoop.startTimer', 'Acme: PM › Phone Screen')) as { round: string } | undefined,
    );
    assert.equal(shot.round, 'phone-screen');
    await vscode.commands.executeCommand('prepLoop.stopTimer');
    await vscode.commands.executeCommand('prepLoop.resetTimer');
    await run('prepLoop.revealInExplorer', 'Documents › Questions to ask');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('The setting prepLoop.folder, changed while the tracker is shown', () => {
  const loop = (company: string): string =>
    `---\nplaybook: confluent-ai-ml-pm\ncompany: ${company}\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n`;
  const story = '---\ntitle: Weak\n---\n\n## Impact\n\nIt was significantly better.\n';
  const problems = (uri: vscode.Uri): number =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'prep-loop').length;

  beforeEach(async () => {
    await emptyWorkspace();
    await setLint('scope', 'folder');
  });
  afterEach(async () => {
    await setLint('scope', undefined);
    await vscode.workspace
      .getConfiguration('prepLoop')
      .update('folder', undefined, vscode.ConfigurationTarget.Workspace);
    await emptyWorkspace();
  });

  it('moves the tracker, the problems and new files to the other folder', async () => {
    const [before, after] = [workspaceUri('prep', 'stories', 'a.md'), workspaceUri('notes', 'prep', 'stories', 'b.md')];
    await write(workspaceUri('prep', 'a', 'loop.md'), loop('Acme'));
    await write(before, story);
    await write(workspaceUri('notes', 'prep', 'b', 'loop.md'), loop('Globex'));
    await write(after, story);
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const tree = new TrackerTree(store, daysAt('2026-11-25'), { hideDone: false });
    try {
      const shown = async (): Promise<string> =>
        (await tree.getChildren()).map((element) => String(tree.getTreeItem(element).label)).join();
      await until('the loop is shown', async () => (await shown()) === 'Acme: PM');
      await until('the weak story has problems', () => problems(before) > 0);
      const refreshed = new Promise<void>((resolve) =>
        tree.onDidChangeTreeData(async () => (await shown()) === 'Globex: PM' && resolve()),
      );
      await vscode.workspace
        .getConfiguration('prepLoop')
        .update('folder', 'notes/prep', vscode.ConfigurationTarget.Workspace);
      await refreshed;
      await until('the problems have moved', () => problems(before) === 0 && problems(after) > 0);
      const made = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.newStory', {
        title: 'New',
        template: 'star',
      });
      assert.equal(made.toString(), workspaceUri('notes', 'prep', 'stories', 'new.md').toString());
    } finally {
      for (const part of [tree, store, files]) part.dispose();
    }
  });
});
