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
      ['money', '2,000,000 USD per year'],
      ['duration', '35 ms (from 120 ms)'],
    ]);
    assert.ok(html.includes('<code>3 weeks</code>'));
  });

  it('marks those of every file in the prep folder', async () => {
    assert.match(await rendered(await open('prep', 'a', 'offer.md')), /data-kind="money"/u);
  });

  it('marks nothing in any other document', async () => {
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

  // Scripts and fresh stories were red with errors of KaTeX: the preview took `${…}` for mathematics.
  it('draws the blanks of prep files as blanks, not as mathematics', async () => {
    const text = 'A base of ${{base: $200k}}, by ${date} and {{whom}}.\n\n$${more}k and $${less}k\n\nWith $x_1$.\n';
    await write(workspaceUri('prep', 'a', 'scripts', 'ask.md'), text);
    await write(workspaceUri('ask.md'), `${text}Not ours.\n`);
    const html = await rendered(await open('prep', 'a', 'scripts', 'ask.md'));
    assert.deepEqual(
      [...html.matchAll(/<span class="prep-loop-blank"[^>]*>([^<]*)<\/span>/gu)].map(([, asked]) => asked),
      ['base: $200k', 'date', 'whom', 'more', 'less'],
    );
    assert.doesNotMatch(html, /katex-error/u);
    assert.doesNotMatch(await rendered(await open('ask.md')), /prep-loop-blank/u);
    // What is mathematics stays so, where the editor has a plugin for it.
    assert.equal((html.match(/class="katex"/gu)?.length ?? 0) <= 1, true);
  });

  // Headings lost their colour after the first `${`: the editor's grammar took the rest for mathematics.
  it('and the editor colours every heading of a story made from a template as a heading', async function () {
    const commands = await vscode.commands.getCommands();
    if (!commands.includes('_workbench.captureSyntaxTokens')) this.skip();
    const uri = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.newStory', { title: 'Coloured' });
    const tokens = await vscode.commands.executeCommand<readonly { readonly c: string; readonly t: string }[]>(
      '_workbench.captureSyntaxTokens',
      uri,
    );
    const headings = tokens.filter(({ t }) => t.includes('entity.name.section.markdown')).map(({ c }) => c);
    assert.deepEqual(headings, ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs']);
    assert.deepEqual(
      tokens.filter(({ t }) => t.includes('math')),
      [],
    );
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

  it('knows a document by its Uri, and ignores anything else', () => {
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
