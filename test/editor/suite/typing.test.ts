import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, openStory, STRONG } from '../stories';
import { emptyWorkspace, extension, until } from '../support';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Types as a user does: the caret goes along. */
async function type(text: string): Promise<void> {
  for (const letter of text) await vscode.commands.executeCommand('type', { text: letter });
}

async function atEndOf(piece: string): Promise<vscode.TextEditor> {
  const editor = await openStory(STRONG);
  const at = editor.document.positionAt(STRONG.indexOf(piece) + piece.length);
  editor.selection = new vscode.Selection(at, at);
  await pause(600);
  return editor;
}

describe('Typing in a story', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  it('is not interrupted in the middle of a sentence; its end is when problems show', async () => {
    const { document } = await atEndOf('a thousand.');
    await type(' Engagement improved significantly');
    await pause(1000);
    assert.deepEqual(codesOf(document.uri), []);
    await type(' across the board.');
    await until('the problem', () => codesOf(document.uri).includes('vague-quantity'));
  });

  it('shows what waited when the caret goes elsewhere', async () => {
    const editor = await atEndOf('a thousand.');
    await type(' Engagement improved significantly');
    await pause(700);
    assert.deepEqual(codesOf(editor.document.uri), []);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until('the problem', () => codesOf(editor.document.uri).includes('vague-quantity'), 1000);
  });

  it('shows it as well after a long pause', async () => {
    const { document } = await atEndOf('a thousand.');
    await type(' Engagement improved significantly');
    await pause(800);
    assert.deepEqual(codesOf(document.uri), []);
    await until('the problem', () => codesOf(document.uri).includes('vague-quantity'));
  });

  it('leaves a problem that was shown before where it is', async () => {
    const editor = await atEndOf('a thousand.');
    await type(' Engagement improved significantly.');
    await until('the problem', () => codesOf(editor.document.uri).includes('vague-quantity'));
    const at = editor.document.positionAt(editor.document.getText().indexOf(' significantly'));
    editor.selection = new vscode.Selection(at, at);
    await type(' last year');
    await pause(1000);
    assert.deepEqual(codesOf(editor.document.uri), ['vague-quantity']);
  });
});
