import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openWindow, type Window } from './support/window';

const SAMPLE = 'test/fixtures/workspaces/sample/prep/stories';
const sample = (name: string): string => readFileSync(`${SAMPLE}/${name}.md`, 'utf8');

describe('Stories, in a window', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({
      workspaceFiles: {
        'prep/stories/bid-model.md': sample('bid-model-on-the-live-stream'),
        'prep/stories/cache.md': sample('cache-that-ignored-opt-outs'),
        'prep/stories/detector.md': sample('invalid-clicks-detector'),
        'prep/stories/broken.md': '---\ntitle: [a\n---\n\n## Impact\n\nA gain.\n',
        'prep/templates/my-own.md': '---\ndescription: For one occasion\n---\n\n## Impact\n\n${1:mine}\n',
        'prep/templates/unsound.md': '## Impact\n\n${1:never closed\n',
      },
    });
  });
  after(() => window?.close());

  it('are listed with how far they have come', async () => {
    const pane = await window.openView('Stories');
    const row = pane.getByRole('treeitem', {
      name: /The cache that ignored opt-outs, \d of 6 sections filled, \d+ words, .*seconds? to say/,
    });
    await row.waitFor();
    await row.locator('.monaco-tl-twistie').click();
    await pane.getByRole('treeitem', { name: 'Trade-offs, empty' }).waitFor();
  });

  it('are made by a title and a template, and open at the first blank', async () => {
    const pane = await window.openView('Stories');
    await window.runCommand('Prep Loop: New Story…');
    await window.input.fill('The cache: $2M kept');
    await window.page.getByText('Its file will be the-cache-2m-kept.md.').waitFor();
    await window.input.press('Enter');
    await window.rows.filter({ hasText: 'unsound' }).filter({ hasText: 'plain text' }).waitFor();
    await window.rows.filter({ hasText: 'For one occasion' }).waitFor();
    await window.pick('Streaming ML model');
    const editor = window.page.locator('.editor-instance .view-lines');
    await editor.getByText('## Impact').waitFor();
    // The file is whole before it has its tab stops: the first blank is selected a moment later.
    await window.page.getByText(/^Ln 10, Col \d+ \(\d+ selected\)$/u).waitFor();
    await window.page.keyboard.type('We kept 2M dollars');
    await editor
      .locator('.view-line')
      .filter({ hasText: /We.kept.2M.dollars,.because/u })
      .waitFor();
    assert.match(window.readFile('prep/stories/the-cache-2m-kept.md'), /^---\ntitle: "?The cache: \$2M kept"?\n/u);
    await pane.getByRole('treeitem', { name: /^The cache: \$2M kept, 0 of 6 sections filled/ }).waitFor();
  });
});
