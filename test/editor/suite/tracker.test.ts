import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LocatedLoop } from '../../../src/store/api';
import { OfferStore } from '../../../src/store/offerStore';
import type { TodaySource } from '../../../src/store/todaySource';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import type { TrackerElement } from '../../../src/views/trackerElements';
import { TrackerTree } from '../../../src/views/trackerTree';
import { daysAt } from '../days';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n';
const ROUND =
  '---\nround: phone-screen\ndate: 2026-11-25\n---\n# Phone Screen\n\n## Checklist\n\n- [x] One\n  - [ ] Nested\n- [ ] Two\n';

/** A tree of its own on the real workspace: what the view asks of it is what is looked at here. */
class Tracker {
  readonly files = new WorkspaceTextFiles();
  readonly store = new WorkspacePrepStore(extension().extensionUri, this.files, QUIET_LOG);
  readonly tree = new TrackerTree(this.store, daysAt('2026-11-25'), { hideDone: false });
  readonly refreshed: (TrackerElement | undefined)[] = [];
  readonly listener = this.tree.onDidChangeTreeData((element) => this.refreshed.push(element));
  /** As the view does while it is seen: watchers miss files in folders that were just made. */
  private readonly looking = setInterval(() => void this.store.refreshLoops(), 5000);

  dispose(): void {
    clearInterval(this.looking);
    for (const part of [this.listener, this.tree, this.store, this.files]) part.dispose();
  }

  async loop(id = 'a'): Promise<TrackerElement> {
    const found = (await this.tree.getChildren()).find(({ located }) => located?.loop.id === id);
    assert.ok(found, `no loop ${id} in the tree`);
    return found;
  }

  /** The labels under an element, a level an indent; `[x]` and `[ ]` where there is a checkbox. */
  async draw(element: TrackerElement, depth = 0): Promise<string[]> {
    const lines: string[] = [];
    for (const child of await this.tree.getChildren(element)) {
      const item = this.tree.getTreeItem(child);
      const box =
        item.checkboxState === undefined
          ? ''
          : (item.checkboxState as { state: vscode.TreeItemCheckboxState }).state ===
              vscode.TreeItemCheckboxState.Checked
            ? '[x] '
            : '[ ] ';
      lines.push(`${'  '.repeat(depth)}${box}${String(item.label)}`, ...(await this.draw(child, depth + 1)));
    }
    return lines;
  }

  async find(label: string, from?: TrackerElement): Promise<TrackerElement | undefined> {
    for (const child of await this.tree.getChildren(from)) {
      if (String(this.tree.getTreeItem(child).label) === label) return child;
      const inside = await this.find(label, child);
      if (inside) return inside;
    }
    return undefined;
  }
}

describe('The tracker', () => {
  let tracker: Tracker;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'a', 'loop.md'), LOOP);
    await write(
      workspaceUri('prep', 'a', 'preparation.md'),
      '# Preparation\n\n- [ ] **Practise the impact-first narrative.** Detail\n- [x] Mine\n',
    );
    await write(workspaceUri('prep', 'a', 'rounds', '01-phone-screen.md'), ROUND);
    await write(
      workspaceUri('prep', 'a', 'rounds', '02-system-design.md'),
      '---\nround: system-design\ndate: 2026-11-30\n---\n# System Design\n',
    );
    await write(
      workspaceUri('prep', 'a', 'rounds', '03-product-sense.md'),
      '---\nround: product-sense\ndate: 2026-12-04\nstatus: passed\n---\n# Product Sense\n',
    );
    await write(workspaceUri('prep', 'a', 'scripts', 'the-close.md'), '# Close\n');
    tracker = new Tracker();
  });
  afterEach(() => tracker.dispose());
  after(emptyWorkspace);

  const round = (): vscode.Uri => workspaceUri('prep', 'a', 'rounds', '01-phone-screen.md');

  it('draws a loop again once its day looks different, and not where it is the same', async () => {
    const days = daysAt('2026-11-25');
    const changed = new vscode.EventEmitter<undefined>();
    let minutesAtHand = 120;
    const source = {
      ...days,
      factsOf: async (loop: LocatedLoop) => ({ ...(await days.factsOf(loop)), minutesAtHand }),
      onDidChange: changed.event,
    };
    const tree = new TrackerTree(tracker.store, source, { hideDone: false });
    const drawn: (TrackerElement | undefined)[] = [];
    try {
      await tree.today();
      const loop = (await tree.getChildren())[0];
      await tree.getChildren(loop);
      tree.onDidChangeTreeData((element) => drawn.push(element));
      const worked = new Promise((resolve) => tree.onDidRead(resolve));
      changed.fire(undefined);
      await worked;
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(drawn, []);
      minutesAtHand = 5;
      changed.fire(undefined);
      await until('the loop is drawn', () => drawn.length > 0);
      assert.deepEqual(drawn, [loop]);
    } finally {
      tree.dispose();
      changed.dispose();
    }
  });

  it('works nothing out again while a story is typed in', async () => {
    const days = daysAt('2026-11-25');
    let asked = 0;
    const counted = { ...days, factsOf: (loop: LocatedLoop) => ((asked += 1), days.factsOf(loop)) };
    // The offers told of every change, and the days of all loops were worked out again after each pause.
    const offers = new OfferStore(tracker.store, tracker.files);
    const onDidChange: TodaySource['onDidChange'] = (listener) => offers.onDidChange(() => listener(undefined));
    const tree = new TrackerTree(tracker.store, { ...counted, onDidChange }, { hideDone: false });
    let announced = 0;
    const listener = tracker.store.onDidChange(() => (announced += 1));
    try {
      await tree.today();
      await until('it is quiet', async () => {
        const before = announced;
        await new Promise((resolve) => setTimeout(resolve, 500));
        return announced === before;
      });
      const before = asked;
      tracker.store['fileChanged'](workspaceUri('prep', 'stories', 'a.md'));
      const told = announced;
      await until('the story is announced', () => announced > told);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(asked, before);
      tracker.store['fileChanged'](workspaceUri('prep', 'a', 'preparation.md'));
      await until('the loop is worked out again', () => asked > before);
    } finally {
      listener.dispose();
      tree.dispose();
      offers.dispose();
    }
  });

  it('shows its loops at once, and what their days ask for when that is known', async () => {
    // Every session and card of every loop was read before the first row came.
    let answer = (): void => undefined;
    const known = new Promise<void>((resolve) => (answer = resolve));
    const days = daysAt('2026-11-25');
    const slow = { ...days, factsOf: (loop: LocatedLoop) => known.then(() => days.factsOf(loop)) };
    await write(workspaceUri('prep', 'b', 'loop.md'), LOOP.replace('Confluent', 'Globex'));
    tracker.store.refresh();
    const tree = new TrackerTree(tracker.store, slow, { hideDone: false });
    const labels = async (): Promise<string[]> =>
      (await tree.getChildren()).map((element) => String(tree.getTreeItem(element).label));
    try {
      assert.deepEqual(await labels(), ['Confluent: PM', 'Globex: PM']);
      answer();
      await until('the rows of the day', async () => (await labels()).includes('Today'));
    } finally {
      tree.dispose();
    }
  });

  it('shows the day, what is due, the preparation, the rounds with the feedback day in its place, the documents', async () => {
    assert.deepEqual(await tracker.draw(await tracker.loop()), [
      'Today',
      '  Phone Screen',
      '    [ ] Practise the impact-first narrative',
      '    [ ] Nested',
      '    [ ] Two',
      '  [ ] Practise the impact-first narrative',
      '  Next: System Design',
      'Preparation',
      '  [ ] Practise the impact-first narrative',
      '  [x] Mine',
      'Phone Screen',
      '  [x] One',
      '    [ ] Nested',
      '  [ ] Two',
      '  Practice',
      'System Design',
      '  Practice',
      'Feedback turnaround day',
      'Product Sense',
      '  Practice',
      'Mocks',
      'Documents',
      '  Script: the close',
    ]);
  });

  it('shows date, minutes and progress of a round, and opens its panel', async () => {
    const screen = (await tracker.tree.getChildren(await tracker.loop())).find(
      ({ round: id }) => id === 'phone-screen',
    );
    assert.ok(screen);
    const item = tracker.tree.getTreeItem(screen);
    assert.equal(item.description, 'today · 30 min · 1/3');
    assert.equal(item.command?.command, 'prepLoop.openRound');
    assert.deepEqual(item.command?.arguments, [{ loop: workspaceUri('prep', 'a').toString(), round: 'phone-screen' }]);
    assert.match(item.accessibilityInformation?.label ?? '', /Round 1, Phone Screen/u);
  });

  it('follows an edit of the Markdown within a moment, and refreshes only that loop', async () => {
    await write(workspaceUri('prep', 'b', 'loop.md'), LOOP.replace('2026-11-23', '2027-01-04'));
    const [a] = [await tracker.loop('a'), await tracker.loop('b')];
    await until('the events of the new loop are over', () => new Promise((resolve) => setTimeout(resolve, 600, true)));
    tracker.refreshed.length = 0;
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(round()));
    await editor.edit((builder) => builder.insert(new vscode.Position(8, 0), '- [ ] New\n'));
    await until('the tree is refreshed', () => tracker.refreshed.length > 0);
    assert.deepEqual(
      tracker.refreshed.map((element) => element?.id),
      [a.id, 'shared/today/due'],
      'and the day that it shares with the other',
    );
    assert.equal(tracker.refreshed[0], a, 'the same element, so that expansion and selection stay');
    assert.ok((await tracker.draw(a)).includes('  [ ] New'));
  });

  it('follows a file that another program wrote, a new loop, and a deleted folder', async () => {
    await tracker.loop();
    await write(round(), ROUND.replace('- [ ] Two', '- [x] Two'));
    await until('the tick on the disk is shown', async () =>
      (await tracker.draw(await tracker.loop())).includes('  [x] Two'),
    );
    await write(workspaceUri('prep', 'b', 'loop.md'), LOOP);
    await until(
      'the new loop is shown',
      async () => (await tracker.tree.getChildren()).filter(({ located }) => located).length === 2,
    );
    await vscode.workspace.fs.delete(workspaceUri('prep'), { recursive: true, useTrash: false });
    await until('no loop is left', async () => (await tracker.tree.getChildren()).length === 0);
  });

  it('keeps an item’s id when its line moves, so that selection stays', async () => {
    const before = await tracker.find('Two');
    await write(round(), ROUND.replace('## Checklist\n', '## Checklist\n\n- [ ] Above\n'));
    const after = await until('the line has moved', async () => {
      const found = await tracker.find('Two');
      return found && found.line !== before?.line ? found : undefined;
    });
    assert.equal(after.id, before?.id);
  });

  it('gives each element its parent, for revealing it', async () => {
    const screen = (await tracker.tree.getChildren(await tracker.loop())).find(
      ({ round: id }) => id === 'phone-screen',
    );
    const nested = await tracker.find('Nested', screen);
    const path: string[] = [];
    for (let at = nested; at; at = tracker.tree.getParent(at)) path.push(String(tracker.tree.getTreeItem(at).label));
    assert.deepEqual(path, ['Nested', 'One', 'Phone Screen', 'Confluent: PM']);
  });

  it('distinguishes two loops for the same role at the same company by their folders', async () => {
    const described = async (id: string): Promise<string> =>
      String(tracker.tree.getTreeItem(await tracker.loop(id)).description);
    assert.ok(!(await described('a')).includes(' · a'), 'one alone needs no folder');
    await write(workspaceUri('prep', 'again', 'loop.md'), LOOP);
    tracker.store.refresh();
    await until('both say their folders', async () => {
      const shown = await tracker.tree.getChildren();
      if (!shown.some(({ located }) => located?.loop.id === 'again')) return false;
      return / · a$/u.test(await described('a')) && / · again$/u.test(await described('again'));
    });
  });

  it('hides done items, and keeps one that has something open under it', async () => {
    tracker.tree.setHideDone(true);
    const lines = await tracker.draw(await tracker.loop());
    assert.ok(!lines.includes('  [x] Mine'));
    assert.ok(lines.includes('  [x] One') && lines.includes('    [ ] Nested'));
  });

  it('shows broken front matter as a problem with its place, and the rest all the same', async () => {
    await write(round(), '---\nround: [oops\n---\n# Phone Screen\n\n- [ ] Still here\n');
    await write(
      workspaceUri('prep', 'a', 'rounds', '02-system-design.md'),
      '---\nround: system-design\ndate: 2026-02-30\nstatus: maybe\n---\n# System Design\n',
    );
    const lines = await until('the problems are shown', async () => {
      const drawn = await tracker.draw(await tracker.loop());
      return drawn.filter((line) => /not valid YAML|2026-02-30|maybe/u.test(line)).length === 3 ? drawn : undefined;
    });
    assert.ok(lines.includes('  [ ] Still here'));
    const bad = await until('the date has its problem', async () =>
      (await tracker.tree.getChildren(await tracker.loop())).find(({ row }) => row.label.includes('2026-02-30')),
    );
    const command = tracker.tree.getTreeItem(bad).command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, 'date: 2026-02-30');
    assert.equal(editor.selection.active.character, 'date: '.length);
  });

  it('links the files of the loop that a task names in its tooltip: each opens', async () => {
    await write(workspaceUri('prep', 'a', 'cheat-sheet.md'), '# Cheat sheet\n');
    await write(
      workspaceUri('prep', 'a', 'preparation.md'),
      '- [ ] **Make a cheat sheet.** Start from `cheat-sheet.md`.\n',
    );
    const item = await until('the task is there', () => tracker.find('Make a cheat sheet'));
    const { tooltip } = tracker.tree.resolveTreeItem(tracker.tree.getTreeItem(item), item);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.deepEqual(tooltip.isTrusted, { enabledCommands: ['prepLoop.openFile'] });
    const [, link = ''] = /\[cheat-sheet\.md\]\((command:[^)]+)\)/u.exec(tooltip.value) ?? assert.fail(tooltip.value);
    const { path, query } = vscode.Uri.parse(link);
    await vscode.commands.executeCommand(path, ...(JSON.parse(query) as readonly unknown[]));
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      workspaceUri('prep', 'a', 'cheat-sheet.md').toString(),
    );
  });

  it('links each of two files whose names end the same way', async () => {
    await write(
      workspaceUri('prep', 'a', 'preparation.md'),
      '- [ ] **Tidy up.** Move `my_old-notes.md` into `notes.md`, not into another-notes.md.\n',
    );
    const item = await until('the task is there', () => tracker.find('Tidy up'));
    const { tooltip } = tracker.tree.resolveTreeItem(tracker.tree.getTreeItem(item), item);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    const links = [...tooltip.value.matchAll(/\[([^[\]]+)\]\((command:[^()]+)\)/gu)];
    assert.deepEqual(
      links.map(([, name, link = '']) => [name, vscode.Uri.parse(link).query.includes(`/${name?.replace('\\', '')}"`)]),
      [
        ['my\\_old-notes.md', true],
        ['notes.md', true],
      ],
    );
    assert.match(tooltip.value, /into another-notes\.md/u);
  });

  it('shows the user’s Markdown as text: nothing of theirs is drawn or can be run', async () => {
    await write(round(), '# R\n\n- [ ] <img src=x> [run](command:prepLoop.refresh) **bold**\n');
    const item = await until('the item is there', () => tracker.find('<img src=x> run bold'));
    const { tooltip } = tracker.tree.resolveTreeItem(tracker.tree.getTreeItem(item), item);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
    assert.doesNotMatch(tooltip.value, /\]\(command/u);
  });
});

describe('Playbooks of the workspace', () => {
  let tracker: Tracker;
  beforeEach(async () => {
    await emptyWorkspace();
    tracker = new Tracker();
  });
  afterEach(() => tracker.dispose());
  after(emptyWorkspace);

  it('are offered beside the built-in ones; a broken one says where and why, and the rest goes on', async () => {
    const source = vscode.Uri.joinPath(extension().extensionUri, 'content', 'playbooks', 'general-pm', 'playbook.json');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
    await write(workspaceUri('prep', 'playbooks', 'mine', 'playbook.json'), text.replace('"general-pm"', '"mine"'));
    await write(workspaceUri('prep', 'playbooks', 'broken', 'playbook.json'), '{\n  "id": "broken",\n  oops\n}\n');
    tracker.store.refresh();
    const entries = await tracker.store.playbooks(tracker.store.roots[0]);
    assert.deepEqual(
      entries.map(({ id, origin, playbook }) => [id, origin, playbook !== undefined]),
      [
        ['broken', 'workspace', false],
        ['mine', 'workspace', true],
        ['confluent-ai-ml-pm', 'built-in', true],
        ['general-pm', 'built-in', true],
      ],
    );
    const problem = entries[0]?.problems[0];
    assert.equal(problem?.path, 'playbook.json');
    assert.equal(problem.severity, 'error');
    assert.ok(problem.start >= 19 && problem.start <= 26, `points at “oops”: ${problem.start}`);
  });

  it('that are broken are shown after the loops, with the place', async () => {
    await write(workspaceUri('prep', 'a', 'loop.md'), LOOP);
    await write(workspaceUri('prep', 'playbooks', 'broken', 'playbook.json'), '{\n  "id": "broken",\n  oops\n}\n');
    tracker.store.refresh();
    const [loop, broken] = await until('both are shown', async () => {
      const elements = await tracker.tree.getChildren();
      return elements.length === 2 ? elements : undefined;
    });
    assert.equal(loop?.located?.loop.id, 'a');
    assert.ok(broken);
    const item = tracker.tree.getTreeItem(broken);
    assert.match(String(item.label), /^Playbook “broken”: /u);
    await vscode.commands.executeCommand(item.command?.command ?? '', ...(item.command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text.trim(), 'oops');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(workspaceUri('prep', 'playbooks', 'broken', 'playbook.json'), '{}');
    tracker.store.refresh();
    await until(
      'the reason follows the file',
      async () => (await tracker.tree.getChildren())[1]?.row.label !== item.label,
    );
  });

  it('can be copied from another one, for another company, and the copy can be started', async () => {
    const copy = (argument: object): Thenable<vscode.Uri | undefined> =>
      vscode.commands.executeCommand('prepLoop.newPlaybook', argument);
    const folder = await copy({ id: 'acme-rockets', from: 'confluent-ai-ml-pm' });
    assert.equal(folder?.toString(), workspaceUri('prep', 'playbooks', 'acme-rockets').toString());
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /acme-rockets\/playbook\.json$/u);
    const entries = await tracker.store.playbooks(tracker.store.roots[0]);
    const found = entries.find(({ id }) => id === 'acme-rockets');
    assert.deepEqual(found?.problems, []);
    assert.equal(found?.playbook?.company, 'Acme Rockets');
    const text = await onDisk(workspaceUri('prep', 'playbooks', 'acme-rockets', 'playbook.json'));
    for (const argument of [
      { id: 'acme-rockets', from: 'general-pm' },
      { id: '../acme' },
      { id: 'other', from: 'nowhere' },
    ])
      assert.equal(await copy(argument), undefined, JSON.stringify(argument));
    assert.equal(await onDisk(workspaceUri('prep', 'playbooks', 'acme-rockets', 'playbook.json')), text);
    assert.deepEqual((await vscode.workspace.fs.readDirectory(workspaceUri('prep', 'playbooks'))).length, 1);
  });

  it('are complete in their files: every one that ships is read without a problem', async () => {
    const builtIn: readonly { id: string; problems: readonly object[] }[] = await tracker.store.playbooks(undefined);
    assert.deepEqual(
      builtIn.map(({ id, problems }) => [id, problems]),
      [
        ['confluent-ai-ml-pm', []],
        ['general-pm', []],
      ],
    );
  });
});

describe('A folder that cannot be written to', () => {
  let provider: vscode.Disposable;
  const uri = vscode.Uri.parse('prep-loop-readonly:/prep/a/preparation.md');
  const bytes = new TextEncoder().encode('- [ ] One\n');

  before(() => {
    const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const refuse = (): never => {
      throw vscode.FileSystemError.NoPermissions('read-only');
    };
    const file = { type: vscode.FileType.File, ctime: 0, mtime: 1, size: bytes.length };
    const there = new Set(['/', '/prep', '/prep/a']);
    provider = vscode.workspace.registerFileSystemProvider(
      'prep-loop-readonly',
      {
        onDidChangeFile: never.event,
        watch: () => never,
        stat: (at) => {
          if (at.path === uri.path) return file;
          if (there.has(at.path)) return { ...file, type: vscode.FileType.Directory };
          throw vscode.FileSystemError.FileNotFound(at);
        },
        readDirectory: () => [],
        readFile: () => bytes,
        createDirectory: refuse,
        writeFile: refuse,
        delete: refuse,
        rename: refuse,
      },
      { isReadonly: true },
    );
  });
  after(() => provider.dispose());

  it('gives a clear outcome: nothing is written, nothing is thrown at the user', async () => {
    const files = new WorkspaceTextFiles();
    assert.equal(await files.edit(uri, () => [{ start: 3, end: 4, newText: 'x' }]), 'readonly');
    await assert.rejects(files.create(vscode.Uri.joinPath(uri, '..', 'new.md'), 'x'), vscode.FileSystemError);
    await vscode.workspace.openTextDocument(uri).then((document) => vscode.window.showTextDocument(document));
    assert.equal(await files.edit(uri, () => [{ start: 3, end: 4, newText: 'x' }]), 'readonly', 'open as well');
    const toggled = await vscode.commands.executeCommand('prepLoop.toggleItem', { uri, line: 0, text: 'One' });
    assert.equal(toggled, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
    files.dispose();
  });
});

describe('Text files', () => {
  const files = new WorkspaceTextFiles();
  beforeEach(emptyWorkspace);
  after(async () => {
    files.dispose();
    await emptyWorkspace();
  });

  it('are created only where there is none, whatever the case of the name', async () => {
    const uri = workspaceUri('prep', 'New.md');
    assert.deepEqual(await Promise.all([files.create(uri, 'a'), files.create(workspaceUri('prep', 'new.md'), 'b')]), [
      'created',
      'exists',
    ]);
    assert.equal(await files.create(uri, 'c'), 'exists');
    assert.equal(await files.read(uri), 'a');
  });

  it('that are not UTF-8 are read, and not written to', async () => {
    const uri = workspaceUri('latin.md');
    const bytes = new Uint8Array([0x2d, 0x20, 0xe9, 0x0a]);
    await vscode.workspace.fs.writeFile(uri, bytes);
    assert.match((await files.read(uri)) ?? '', /^- /u);
    assert.equal(await files.edit(uri, () => [{ start: 0, end: 1, newText: '*' }]), 'encoding');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(uri))], [...bytes]);
  });

  it('that are not there, or are left as they are, say so', async () => {
    assert.equal(await files.edit(workspaceUri('none.md'), () => []), 'missing');
    await write(workspaceUri('a.md'), 'a');
    assert.equal(await files.edit(workspaceUri('a.md'), () => []), 'unchanged');
    assert.equal(await files.edit(workspaceUri('a.md'), () => undefined), 'stale');
  });
});

describe('The offers of a workspace whose prep folder is in one that is called offers', () => {
  const setFolder = (folder: string | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('prepLoop').update('folder', folder, vscode.ConfigurationTarget.Workspace);

  beforeEach(async () => {
    await emptyWorkspace();
    await setFolder('offers/prep');
  });
  afterEach(async () => {
    await setFolder(undefined);
    await emptyWorkspace();
  });

  it('tell of an offer that changed, and not of a story', async () => {
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const offers = new OfferStore(store, files);
    let told = 0;
    offers.onDidChange(() => (told += 1));
    try {
      const announced = new Promise((resolve) => store.onDidChange(resolve));
      store['fileChanged'](workspaceUri('offers', 'prep', 'stories', 'a.md'));
      await announced;
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(told, 0);
      store['fileChanged'](workspaceUri('offers', 'prep', 'a', 'offer.md'));
      await until('the offer is told of', () => told > 0);
    } finally {
      for (const part of [offers, store, files]) part.dispose();
    }
  });
});
