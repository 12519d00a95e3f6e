import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Notifications } from '../messages';
import { rangeIn, shows } from '../stories';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const BUDGET = '```latency-budget\r\nslo: 40 ms\r\nlook-up: 8 ms\r\nmodel: 12 ms\r\n```\r\n';
const LINE = '<!-- result --> Result: 20 of 40 ms, model 60 %\r\n';
const CAPACITY =
  '```capacity\nevents: 1M/s\nevent size: 500 B\nnodes: 10\nconsumer capacity: 10k/s\nutilisation: 67 %\n```\n';
const BROKEN = '```estimate\nusers: 500\narr = users × prise\n```\n';

/** Each test has a file of its own: the editor may still hold the document of one that was deleted. */
let tests = 0;
const figures = (): vscode.Uri => workspaceUri('prep', 'acme', `figures-${tests}.md`);
const run = (id: string, argument?: object): Thenable<unknown> => vscode.commands.executeCommand(id, argument);

async function open(uri: vscode.Uri, text: string): Promise<vscode.TextEditor> {
  await write(uri, text);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await until('the text that was written', () => editor.document.getText() === text);
  return editor;
}

describe('Worked figures in words', () => {
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    tests += 1;
    await emptyWorkspace();
    notifications = new Notifications();
  });
  afterEach(() => notifications.restore());
  after(emptyWorkspace);

  it('are written below each block in one step, which one undo takes back', async () => {
    const text = `# Figures\r\n\r\n${BUDGET}My own words.\r\n\r\n${BUDGET}`;
    const { document } = await open(figures(), text);
    await run('prepLoop.recomputeInWords');
    assert.equal(document.getText(), `# Figures\r\n\r\n${BUDGET}${LINE}My own words.\r\n\r\n${BUDGET}${LINE}`);
    await run('prepLoop.recomputeInWords');
    await run('undo');
    await until('the text as it was', () => document.getText() === text);
    assert.deepEqual(notifications.messages, []);
  });

  it('are renewed for the block at the cursor alone', async () => {
    const editor = await open(figures(), `${BUDGET}${LINE}\r\n${BUDGET}`);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, rangeIn(editor.document, '12 ms'), '22 ms');
    await vscode.workspace.applyEdit(edit);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await run('prepLoop.recomputeInWords');
    assert.equal(
      editor.document.getText(),
      `${BUDGET}${LINE}\r\n${BUDGET}`
        .replace('12 ms', '22 ms')
        .replace('20 of 40 ms, model 60 %', '30 of 40 ms, model 73 %'),
    );
  });

  it('are written into a closed file that is named, every other byte kept', async () => {
    await write(figures(), `\uFEFF${BUDGET}Text`);
    await run('prepLoop.recomputeInWords', { uri: figures() });
    assert.equal(await onDisk(figures()), `\uFEFF${BUDGET}${LINE}Text`);
  });

  it('are not written where a block has a problem, and say which and where', async () => {
    const { document } = await open(figures(), `# Figures\n\n${CAPACITY}\n${BROKEN}`);
    await run('prepLoop.recomputeInWords');
    assert.match(document.getText(), /Result: 150 partitions, 67 % busy\n\n```estimate[^`]*```\n$/u);
    assert.equal(notifications.messages.length, 1);
    assert.match(
      notifications.messages[0] ?? '',
      /^figures-\d+\.md, line 14: this block has no result in words\. .*“prise”/u,
    );
  });

  it('are offered among the refactorings of a block', async () => {
    const { document } = await open(figures(), BUDGET);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeIn(document, 'model'),
    );
    const action = actions.find(({ title }) => title === 'Write the result in words below');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), BUDGET + LINE);
  });

  it('are inserted into a story, chosen from the results of the loop’s files', async () => {
    await write(workspaceUri('prep', 'acme', 'loop.md'), '---\ncompany: Acme\n---\n\n# Acme\n');
    await write(workspaceUri('prep', 'acme', 'notes', 'sheet.md'), CAPACITY);
    await run('prepLoop.refresh');
    const editor = await open(workspaceUri('prep', 'stories', `figures-${tests}.md`), '# A\n\nWe ran X.\n');
    const place = rangeIn(editor.document, 'X');
    editor.selection = new vscode.Selection(place.start, place.end);
    const { showQuickPick } = vscode.window;
    let details: (string | undefined)[] = [];
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
        details = items.map(({ detail }) => detail);
        return Promise.resolve(items.find(({ label }) => label === '150 partitions'));
      },
    });
    try {
      await run('prepLoop.insertFigure');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.equal(editor.document.getText(), '# A\n\nWe ran 150 partitions.\n');
    assert.deepEqual([...new Set(details)], ['acme/notes/sheet.md · 150 partitions, 67 % busy']);
  });
});

describe('The problem of a block that does not fit', () => {
  before(() => extension().activate());
  beforeEach(() => {
    tests += 1;
    return emptyWorkspace();
  });
  after(emptyWorkspace);

  it('links to a page that explains it', async () => {
    const { document } = await open(figures(), BUDGET.replace('12 ms', '42 ms'));
    await shows(document.uri, ['budget-exceeded']);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(problem && typeof problem.code === 'object');
    const page = await vscode.workspace.openTextDocument(problem.code.target);
    assert.match(page.getText(), /^# Over the time limit\n/u);
  });
});
