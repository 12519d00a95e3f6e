import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import type { TrackerElement } from '../../../src/views/trackerElements';
import { TrackerTree } from '../../../src/views/trackerTree';
import { daysAt } from '../days';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const loop = (company: string, more = ''): string =>
  `---\nplaybook: confluent-ai-ml-pm\ncompany: ${company}\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n${more}---\n`;
const round = (date: string, time: string, id = 'phone-screen', title = 'Phone Screen'): string =>
  `---\nround: ${id}\ndate: ${date}\ntime: ${time}\n---\n# ${title}\n\n- [ ] One\n- [x] Two\n`;

describe('Several loops at once', () => {
  const parts: vscode.Disposable[] = [];
  let tree: TrackerTree;
  const refreshed: (string | undefined)[] = [];

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'acme', 'loop.md'), loop('Acme'));
    await write(
      workspaceUri('prep', 'acme', 'preparation.md'),
      '- [ ] **Study the streaming-first product material.** x (due 2026-11-24)\n',
    );
    await write(
      workspaceUri('prep', 'acme', 'rounds', '02-system-design.md'),
      round('2026-11-26', '10:00', 'system-design', 'System Design'),
    );
    await write(workspaceUri('prep', 'globex', 'loop.md'), loop('Globex'));
    await write(workspaceUri('prep', 'globex', 'rounds', '01-phone-screen.md'), round('2026-11-26', '15:00'));
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    tree = new TrackerTree(store, daysAt('2026-11-25', 60), { hideDone: false });
    parts.push(
      files,
      store,
      tree,
      tree.onDidChangeTreeData((element) => refreshed.push(element?.id)),
    );
    await tree.update();
    refreshed.length = 0;
  });
  afterEach(() =>
    parts
      .splice(0)
      .reverse()
      .forEach((part) => part.dispose()),
  );
  after(emptyWorkspace);

  const draw = async (from?: TrackerElement): Promise<string[]> =>
    (await tree.getChildren(from)).map((element) => {
      const { label, description } = tree.getTreeItem(element);
      return `${String(label)}${description === undefined || description === '' ? '' : ` (${String(description)})`}`;
    });
  const at = async (index: number): Promise<TrackerElement> => {
    const row = (await tree.getChildren())[index];
    assert.ok(row);
    return row;
  };

  it('have one Today, above them, and none of their own', async () => {
    assert.deepEqual(await draw(), [
      'Today (1 due · 1 late · 240 of 60 min)',
      'Clashes (2)',
      'Acme: PM (day 3 of 22)',
      'Globex: PM (day 3 of 22)',
    ]);
    assert.deepEqual(await draw(await at(0)), [
      'The preparation does not fit (it would take 240 minutes a day · Acme)',
      'Tomorrow: System Design, 10:00 (45 min · 2 of 3 to do · Acme)',
      'Tomorrow: Phone Screen, 15:00 (30 min · 1 of 2 to do · Globex)',
      'Study the streaming-first product material (since Tue 24 Nov · 240 min · Acme)',
      'Next: Feedback turnaround day (Wed 2 Dec · 60 min · Acme)',
    ]);
    assert.ok(!(await draw(await at(2))).some((line) => line.startsWith('Today')));
  });

  it('show where they clash, with the file to change', async () => {
    const [clash] = await tree.getChildren(await at(1));
    assert.ok(clash);
    const item = tree.getTreeItem(clash);
    assert.equal(item.label, 'Thu 26 Nov: Two rounds on one day');
    assert.equal(item.description, 'Acme: System Design 10:00, Globex: Phone Screen 15:00');
    await vscode.commands.executeCommand(item.command?.command ?? '', ...(item.command?.arguments ?? []));
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      workspaceUri('prep', 'globex', 'rounds', '01-phone-screen.md').toString(),
    );
  });

  it('no longer clash once a round has moved, and the row goes', async () => {
    await draw();
    await write(workspaceUri('prep', 'globex', 'rounds', '01-phone-screen.md'), round('2026-11-27', '15:00'));
    await until('the clash is gone', async () => !(await draw()).some((line) => line.startsWith('Clashes')));
    assert.ok(refreshed.includes(undefined), 'another set of rows is drawn');
  });

  it('fold away once they are closed, and no longer count', async () => {
    await draw();
    await write(workspaceUri('prep', 'globex', 'loop.md'), loop('Globex', 'outcome: rejected\nclosed: 2026-11-25\n'));
    await until('the loop is folded away', async () => (await draw()).includes('Closed (1)'));
    assert.deepEqual(await draw(), ['Acme: PM (day 3 of 22)', 'Closed (1)'], 'one open loop shares nothing');
    const [closed] = await tree.getChildren(await at(1));
    assert.ok(closed);
    const item = tree.getTreeItem(closed);
    assert.deepEqual(
      [item.label, item.description, item.collapsibleState],
      ['Globex: PM', 'rejected · closed Wed 25 Nov', vscode.TreeItemCollapsibleState.Collapsed],
    );
    assert.ok(
      (await draw(closed)).includes('Phone Screen (Thu 26 Nov · 15:00 · 30 min · 1/2)'),
      'it can be opened still',
    );
    assert.equal(tree.getParent(closed)?.id, 'closed');
    assert.match((await draw(await at(0)))[0] ?? '', /^Today/u);
  });
});
