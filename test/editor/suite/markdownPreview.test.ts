import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isPrepDocument } from '../../../src/language/markdownPreview';
import { findRoots } from '../../../src/store/prepRoots';
import { emptyWorkspace, extension, workspaceUri, write } from '../support';

const STORY =
  '---\ntitle: A story\n---\n\n# Cut 40% of cost\n\n## Impact\n\nSaved **$2M** a year; p99 fell from 120 ms to 35 ms in `3 weeks`.\n';

/** What VS Code's own Markdown extension makes of a document. */
async function rendered(document: vscode.TextDocument | string): Promise<string> {
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

describe('VS Code’s own Markdown preview', () => {
  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    await write(workspaceUri('prep', 'stories', 'a.md'), STORY);
    await write(workspaceUri('prep', 'a', 'offer.md'), 'Base of $200k.\n');
    await write(workspaceUri('README.md'), STORY);
    await write(workspaceUri('prepared', 'a.md'), STORY);
  });
  after(emptyWorkspace);

  const open = (...path: string[]) => vscode.workspace.openTextDocument(workspaceUri(...path));

  it('marks the metrics of a story, and neither its heading nor its code', async () => {
    const html = await rendered(await open('prep', 'stories', 'a.md'));
    const marks = [...html.matchAll(/<span class="prep-loop-quantity" data-kind="(\w+)" title="([^"]*)">/gu)].map(
      ([, kind, title]) => [kind, title],
    );
    assert.deepEqual(marks, [
      ['money', '2,000,000 USD'],
      ['duration', '35 ms (from 120 ms)'],
    ]);
    assert.ok(html.includes('<code>3 weeks</code>'));
  });

  it('marks those of every file in the prep folder', async () => {
    assert.match(await rendered(await open('prep', 'a', 'offer.md')), /data-kind="money"/u);
  });

  it('marks nothing in any other document, nor in a text that is none', async () => {
    for (const text of [
      await open('README.md'),
      await open('prepared', 'a.md'),
      await vscode.workspace.openTextDocument({ language: 'markdown', content: STORY }),
      STORY,
    ]) {
      const html = await rendered(text);
      assert.ok(html.includes('120 ms'));
      assert.doesNotMatch(html, /prep-loop-quantity/u);
    }
  });

  it('takes the folder from the setting', async () => {
    const configuration = vscode.workspace.getConfiguration('prepLoop');
    await configuration.update('folder', 'prepared', vscode.ConfigurationTarget.Workspace);
    try {
      assert.match(await rendered(await open('prepared', 'a.md')), /prep-loop-quantity/u);
      assert.doesNotMatch(await rendered(await open('prep', 'stories', 'a.md')), /prep-loop-quantity/u);
    } finally {
      await configuration.update('folder', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('knows a document by its Uri, and takes anything else for none', () => {
    const roots = findRoots();
    assert.equal(isPrepDocument({ currentDocument: workspaceUri('prep', 'stories', 'a.md') }, roots), true);
    for (const env of [
      undefined,
      null,
      {},
      { currentDocument: undefined },
      { currentDocument: 'prep/a.md' },
      { currentDocument: { path: 1 } },
      { currentDocument: vscode.Uri.parse('untitled:/prep/a.md') },
    ]) {
      assert.equal(isPrepDocument(env, roots), false);
    }
  });
});
