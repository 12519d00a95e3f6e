import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

/** Each test has a file of its own: the editor keeps a closed document in memory for a while. */
let number = 0;
const file = (): vscode.Uri => workspaceUri('prep', `loop-${number}`, 'preparation.md');
const VARIANTS: readonly (readonly [name: string, text: string])[] = [
  ['LF', '# Preparation\n\n- [ ] One\n- [x] Two  \n\nEnd'],
  ['CRLF', '# Preparation\r\n\r\n- [ ] One\r\n- [x] Two  \r\n\r\nEnd'],
  ['a byte-order mark and CRLF', '\uFEFF# Preparation\r\n\r\n- [ ] One\r\n- [x] Two  \r\n\r\nEnd'],
  ['front matter with odd keys', '---\nodd :   [1,2] # mine\n---\n- [ ] One\n- [x] Two  \n'],
];

const lineOf = (text: string, item: string): number => text.split('\n').findIndex((line) => line.includes(item));

function toggle(text: string, item: string, checked?: boolean): Thenable<boolean | undefined> {
  return vscode.commands.executeCommand('prepLoop.toggleItem', {
    uri: file(),
    line: lineOf(text, item),
    text: item,
    ...(checked === undefined ? {} : { checked }),
  });
}

describe('Ticking an item', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    number += 1;
    await emptyWorkspace();
  });
  after(emptyWorkspace);

  for (const [name, text] of VARIANTS) {
    it(`changes one character of a closed file, and saves it (${name})`, async () => {
      await write(file(), text);
      assert.equal(await toggle(text, 'One'), true);
      assert.equal(await onDisk(file()), text.replace('[ ]', '[x]'));
      assert.equal(await toggle(text, 'Two'), false);
      assert.equal(await onDisk(file()), text.replace('[ ]', '[x]').replace('[x] Two', '[ ] Two'));
      assert.equal(await toggle(text, 'One', true), true, 'as wanted already');
      assert.equal(await toggle(text, 'One'), false);
      assert.equal(await toggle(text, 'Two'), true);
      assert.equal(await onDisk(file()), text);
    });

    it(`changes one character of an open document, undoable and not saved (${name})`, async () => {
      await write(file(), text);
      const document = await vscode.workspace.openTextDocument(file());
      await vscode.window.showTextDocument(document);
      const shown = document.getText();
      assert.equal(await toggle(text, 'One'), true);
      assert.equal(document.getText(), shown.replace('[ ]', '[x]'));
      assert.ok(document.isDirty);
      assert.equal(await onDisk(file()), text, 'not saved');
      await vscode.commands.executeCommand('undo');
      await until('undo has restored the text', () => document.getText() === shown);
      assert.equal(await toggle(text, 'Two'), false);
      assert.ok(await document.save());
      assert.equal(await onDisk(file()), text.replace('[x] Two', '[ ] Two'), 'every other byte is kept');
    });
  }

  it('refuses a line that moved or changed since, and writes nothing', async () => {
    const text = '- [ ] One\n- [ ] Two\n';
    await write(file(), `# Moved\n${text}`);
    assert.equal(await toggle(text, 'One'), undefined);
    assert.equal(await toggle(text, 'Two'), undefined, 'that line is “One” now');
    assert.equal(await onDisk(file()), `# Moved\n${text}`);
    await vscode.workspace.fs.delete(file());
    assert.equal(await toggle(text, 'One'), undefined, 'the file is gone');
  });

  it('goes by unsaved text, not by the disk', async () => {
    await write(file(), '- [ ] One\n');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()));
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '# New first line\n'));
    assert.equal(await toggle('- [ ] One\n', 'One'), undefined);
    assert.equal(await toggle('\n- [ ] One\n', 'One'), true);
    assert.equal(editor.document.getText(), '# New first line\n- [x] One\n');
  });

  it('loses none of several quick ticks', async () => {
    const items = Array.from({ length: 12 }, (_, index) => `Item ${index}.`);
    const text = items.map((item) => `- [ ] ${item}\n`).join('');
    await write(file(), text);
    const states = await Promise.all(items.map((item) => toggle(text, item)));
    assert.ok(states.every((state) => state === true));
    assert.equal(await onDisk(file()), text.replace(/\[ \]/gu, '[x]'));
  });

  it('ticks the item at the cursor when called with nothing', async () => {
    await write(file(), 'Text\n- [ ] One\n');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()));
    editor.selection = new vscode.Selection(1, 8, 1, 8);
    assert.equal(await vscode.commands.executeCommand('prepLoop.toggleItem'), true);
    assert.equal(editor.document.getText(), 'Text\n- [x] One\n');
  });

  it('ticks the second of two tasks of one text, also where a line was added above', async () => {
    await write(file(), '# Put in\n- [ ] Call\n- [ ] Call\n');
    const tick = (line: number): Thenable<unknown> =>
      vscode.commands.executeCommand('prepLoop.toggleItem', { uri: file(), line, text: 'Call', nth: 1 });
    assert.equal(await tick(1), undefined);
    assert.equal(await onDisk(file()), '# Put in\n- [ ] Call\n- [ ] Call\n');
    assert.equal(await tick(2), true);
    assert.equal(await onDisk(file()), '# Put in\n- [ ] Call\n- [x] Call\n');
  });

  it('keeps the bytes of a Latin-1 file, open with any encoding or closed', async () => {
    const bytes = new Uint8Array([...'- [ ] Caf'].map((unit) => unit.charCodeAt(0)).concat(0xe9, 0x0a));
    await write(file(), '');
    await vscode.workspace.fs.writeFile(file(), bytes);
    const tick = (text: string): Thenable<unknown> =>
      vscode.commands.executeCommand('prepLoop.toggleItem', { uri: file(), line: 0, text });
    assert.equal(await tick('Caf\uFFFD'), undefined, 'closed');
    // Newer editors take an encoding; the types are those of the oldest that is supported.
    const open = vscode.workspace.openTextDocument as (
      uri: vscode.Uri,
      options: { readonly encoding: string },
    ) => Thenable<vscode.TextDocument>;
    for (const encoding of ['utf8', 'windows1252']) {
      const document = await open(file(), { encoding });
      await vscode.window.showTextDocument(document);
      assert.equal(await tick(document.getText().slice('- [ ] '.length).trim()), undefined, encoding);
      assert.ok(!document.isDirty, encoding);
    }
    assert.deepEqual([...(await vscode.workspace.fs.readFile(file()))], [...bytes]);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('changes no file but Markdown in the workspace, whatever its scheme or path', async () => {
    const outside = vscode.Uri.joinPath(workspaceUri(), '..', 'prep-loop-outside.md');
    const script = workspaceUri('prep', 'script.sh');
    const text = '- [ ] One\n';
    await write(script, text);
    const tick = (uri: vscode.Uri | string): Thenable<unknown> =>
      vscode.commands.executeCommand('prepLoop.toggleItem', { uri, line: 0, text: 'One' });
    for (const uri of [
      script,
      outside,
      `${workspaceUri('prep').toString()}/../../prep-loop-outside.md`,
      workspaceUri('prep').with({ path: `${workspaceUri('prep').path}/../../prep-loop-outside.md` }),
      file().with({ scheme: 'git' }),
      'untitled:one.md',
      'https://example.com/one.md',
    ])
      assert.equal(await tick(uri), undefined, String(uri));
    assert.equal(await onDisk(script), text);
    const plain = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
    await vscode.window.showTextDocument(plain);
    assert.equal(await tick(plain.uri), undefined);
    const markdown = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(markdown);
    assert.equal(await tick(markdown.uri), true);
    assert.equal(markdown.getText(), '- [x] One\n');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('does not write into a file in conflict', async () => {
    const text = '<<<<<<< ours\n- [ ] One\n=======\n- [x] One\n>>>>>>> theirs\n';
    await write(file(), text);
    assert.equal(await toggle(text, 'One'), undefined);
    assert.equal(await onDisk(file()), text);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
