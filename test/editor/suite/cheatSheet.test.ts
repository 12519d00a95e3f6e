import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';

const SHEET =
  '# Budget to design\n\nSaves $2M a year.\n\n```latency-budget\nslo: 40 ms\nlook-up: 8 ms\ninference: 35 ms\n```\n';
const sheetUri = workspaceUri('prep', 'acme', 'cheat-sheet.md');
const page = (name = 'cheat-sheet.html'): vscode.Uri => workspaceUri('prep', 'acme', 'packs', name);
const run = (argument: unknown): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('prepLoop.exportCheatSheet', argument);

describe('Exporting a cheat sheet', () => {
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await write(sheetUri, SHEET);
    await vscode.commands.executeCommand('prepLoop.refresh');
    notifications = new Notifications();
  });
  afterEach(async () => {
    notifications.restore();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
  after(emptyWorkspace);

  it('writes one HTML file into the loop’s packs, with its block drawn and its metrics marked', async () => {
    assert.equal((await run({ loop: 'acme' }))?.toString(), page().toString());
    assert.deepEqual(
      (await tree(workspaceUri('prep', 'acme'))).filter((path) => path.startsWith('packs')),
      ['packs/cheat-sheet.html'],
    );
    const html = await onDisk(page());
    assert.match(html, /<h1>Budget to design<\/h1>/u);
    assert.match(html, /<span class="prep-loop-quantity"[^>]*>\$2M a year<\/span>/u);
    assert.match(html, /<figcaption><strong>Latency budget<\/strong> 43 of 40 ms/u);
    assert.match(html, /<svg [^>]*role="img" aria-label="Waterfall of 2 stages/u);
    assert.equal(await onDisk(sheetUri), SHEET);
    assert.deepEqual(notifications.messages, [], 'a caller that names the loop is not talked to');
  });

  it('takes what is written in the editor and not saved yet', async () => {
    const editor = await vscode.window.showTextDocument(sheetUri);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 0, 2, 5), 'Earns'));
    await run({ loop: 'acme' });
    assert.match(await onDisk(page()), /Earns <span/u);
  });

  it('overwrites nothing: a page that says something else stays, and the same page again is no new file', async () => {
    await write(page(), 'mine\n');
    assert.equal((await run({ loop: 'acme' }))?.toString(), page('cheat-sheet-2.html').toString());
    assert.equal((await run({ loop: 'acme' }))?.toString(), page('cheat-sheet-2.html').toString());
    assert.equal(await onDisk(page()), 'mine\n');
  });

  it('goes to the file or folder given, and replaces only when asked to', async () => {
    const target = workspaceUri('out', 'sheet.html');
    await write(target, 'mine\n');
    assert.equal(await run({ loop: 'acme', target }), undefined);
    assert.deepEqual(notifications.messages, ['Replace sheet.html?']);
    assert.equal(await onDisk(target), 'mine\n');
    assert.equal((await run({ loop: 'acme', target, replace: true }))?.toString(), target.toString());
    assert.match(await onDisk(target), /^<!DOCTYPE html>/u);
    const inFolder = await run({ loop: 'acme', target: workspaceUri('out') });
    assert.equal(inFolder?.toString(), workspaceUri('out', 'cheat-sheet.html').toString());
    const besideItself = await run({ loop: 'acme', target: sheetUri });
    assert.equal(besideItself?.toString(), workspaceUri('prep', 'acme', 'cheat-sheet.html').toString());
    assert.equal(await onDisk(sheetUri), SHEET);
  });

  it('asks a person where to, and says what was written', async () => {
    const exported = run(sheetUri);
    await until('the file is there', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await tree(workspaceUri('prep', 'acme'))).includes('packs/cheat-sheet.html');
    });
    assert.equal((await exported)?.toString(), page().toString());
    assert.match(notifications.messages[0] ?? '', /cheat-sheet\.html is written\. Open it in a browser/u);
  });

  it('is refused, and says why, where there is no cheat sheet, an empty one, or no loop', async () => {
    await vscode.workspace.fs.delete(sheetUri);
    assert.equal(await run({ loop: 'acme' }), undefined);
    await write(sheetUri, '\n');
    assert.equal(await run({ loop: 'acme' }), undefined);
    assert.equal(await run({ loop: 'no-such-loop' }), undefined);
    await until('all is said', () => notifications.messages.length === 3);
    assert.match(notifications.messages[0] ?? '', /The loop “acme” has no cheat-sheet\.md/u);
    assert.match(notifications.messages[1] ?? '', /cheat-sheet\.md of the loop “acme” is empty/u);
    assert.match(notifications.messages[2] ?? '', /There is no loop “no-such-loop”/u);
    assert.ok(!(await tree(workspaceUri('prep', 'acme'))).some((path) => path.startsWith('packs')));
  });
});
