import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

const STORY = [
  '---',
  'title: Bid model on the live stream',
  'competencies: [impact]',
  '---',
  '',
  '# Bid model on the live stream',
  '',
  '## Impact',
  '',
  'The bid model earned **$2.1M**: p99 latency fell from **118 ms** to **34 ms** at 1.2M events per second.',
  '',
  '## Trade-offs',
  '',
  'I gave up 3% of recall to keep `features = 40` within a budget of 40 ms; see [the notes](https://example.com/40%25).',
  '',
].join('\n');

const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: AI/ML Product Manager\nfirstContact: 2026-11-23\ndays: 22\n---\n';
const CHEAT_SHEET =
  '# Cheat sheet\n\n## Budget\n\n```latency-budget\nslo: 40 ms\nlook-up: 8 ms\ninference: 35 ms\n```\n\nSee [the offer](offer.md).\n';
const ROUND =
  '---\nround: system-design\ndate: 2026-11-30\n---\n# System Design\n\n## Checklist\n\n- [ ] Split a budget of 40 ms by stage\n';

describe('The Markdown preview', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: { 'prep/stories/bid-model.md': STORY, 'README.md': STORY } });
  });
  after(() => window?.close());

  const preview = async (file: string) => {
    await window.runCommand('View: Close All Editors');
    await window.page.keyboard.press('Control+P');
    await window.input.fill(file);
    await window.pick(file);
    await window.page.locator('.tabs-container .tab', { hasText: file }).waitFor();
    await window.page
      .locator('.part.statusbar .statusbar-item')
      .filter({ hasText: /^Markdown$/u })
      .waitFor();
    await window.runCommand('Markdown: Open Preview');
    const frame = await window.webviewFrame(`Preview ${file}`);
    await frame.locator('h1').waitFor();
    return frame;
  };

  it('shows a story’s metrics marked, with what was read, in every theme', async () => {
    const frame = await preview('bid-model.md');
    const marks = frame.locator('.prep-loop-quantity');
    await marks.first().waitFor();
    assert.deepEqual(await marks.allTextContents(), [
      '$2.1M',
      'from 118 ms to 34 ms',
      '1.2M events per second',
      '3%',
      '40 ms',
    ]);
    assert.equal(await marks.first().getAttribute('title'), '2,100,000 USD');
    for (const theme of [
      'Default Light Modern',
      'Default High Contrast',
      'Default High Contrast Light',
      'Default Dark Modern',
    ] as const) {
      await window.setTheme(theme);
      const contrast = theme.includes('Contrast');
      await frame.locator(contrast ? 'body.vscode-high-contrast' : 'body:not(.vscode-high-contrast)').waitFor();
      const [background, line] = await marks.first().evaluate((element) => {
        const { getComputedStyle } = globalThis as unknown as {
          getComputedStyle(of: unknown): Readonly<Record<string, string>>;
        };
        const style = getComputedStyle(element);
        return [style['backgroundColor'], style['textDecorationLine']];
      });
      assert.equal(line, contrast ? 'underline' : 'none', theme);
      assert.equal(background === 'rgba(0, 0, 0, 0)', contrast, `${theme}: ${background}`);
      // The preview makes its page again when the theme changes: the frame may go just then.
      const violations = await eventually(async () => {
        const page = await window.webview('Preview bid-model.md');
        // The page is transparent and the editor’s background lies under its frame, where axe does not look.
        await page.evaluate("document.body.style.backgroundColor = 'var(--vscode-editor-background)'");
        return axeViolations(page, '.prep-loop-quantity');
      });
      assert.deepEqual(
        violations.filter((violation) => violation.startsWith('color-contrast')),
        [],
        theme,
      );
    }
  });

  it('shows any other document as it is', async () => {
    const frame = await preview('README.md');
    await frame.getByText('118 ms').waitFor();
    assert.equal(await frame.locator('.prep-loop-quantity').count(), 0);
  });

  it('breaks no policy and writes no error', () => {
    assert.deepEqual(window.consoleErrors(), []);
  });
});

describe('The round panel’s Markdown', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({
      workspaceFiles: {
        'prep/confluent/loop.md': LOOP,
        'prep/confluent/rounds/01-system-design.md': ROUND,
        'prep/confluent/cheat-sheet.md': CHEAT_SHEET,
        'prep/confluent/offer.md': '# Offer\n',
      },
    });
  });
  after(() => window?.close());

  it('has its metrics marked as the preview has, past the page’s own sanitiser', async () => {
    const pane = await window.openView('Tracker');
    await pane.getByRole('treeitem', { name: /^Round 1, System Design/u }).click();
    const panel = await window.webviewFrame('System Design');
    const mark = panel.locator('.checklist .prep-loop-quantity', { hasText: '40 ms' });
    await mark.waitFor();
    assert.equal(await mark.getAttribute('title'), '40 ms');
    assert.equal(await mark.getAttribute('data-kind'), 'duration');
    const background = await mark.evaluate(
      (element) =>
        (
          globalThis as unknown as { getComputedStyle(of: unknown): { readonly backgroundColor: string } }
        ).getComputedStyle(element).backgroundColor,
    );
    assert.notEqual(background, 'rgba(0, 0, 0, 0)');
    assert.deepEqual(window.cspViolations(), []);
  });

  it('has the loop’s cheat sheet under “Figures”, with its worked figures drawn and its links leading where the file’s do', async () => {
    const panel = await window.webviewFrame('System Design');
    const figures = panel.locator('.figures');
    await figures.locator('summary').click();
    const chart = figures.getByRole('img', { name: /^Waterfall of 2 stages: 43 of 40 ms/u });
    await chart.waitFor();
    const bar = await chart.locator('rect').first().boundingBox();
    assert.ok(bar && bar.width > 20 && bar.height > 4, `a bar of ${bar?.width} by ${bar?.height}`);
    await figures.getByRole('cell', { name: '43 ms' }).first().waitFor();
    assert.deepEqual(await axeViolations(await window.webview('System Design'), '.figures'), []);
    assert.deepEqual(window.cspViolations(), []);
    await figures.getByRole('link', { name: 'the offer' }).click();
    await window.page.locator('.tab', { hasText: 'offer.md' }).waitFor();
  });

  it('writes the cheat sheet as a page to print, from “Figures” and from its row in the tracker', async () => {
    const panel = await window.webviewFrame('System Design');
    await panel.getByRole('button', { name: 'Export to print' }).click();
    await window.pick('In the loop’s folder');
    const page = 'prep/confluent/packs/cheat-sheet.html';
    const isWritten = (): Promise<void> =>
      eventually(() => assert.match(window.readFile(page), /<h1>Cheat sheet<\/h1>[\s\S]*43 of 40 ms/u));
    await isWritten();
    rmSync(join(window.workspaceDir, ...page.split('/')));
    const tracker = await window.openView('Tracker');
    const documents = tracker.getByRole('treeitem', { name: /^Documents/u });
    if ((await documents.getAttribute('aria-expanded')) !== 'true') await documents.click();
    const row = tracker.getByRole('treeitem', { name: /^Cheat sheet/u });
    await row.hover();
    await row.getByRole('button', { name: 'Export Cheat Sheet' }).click();
    await window.pick('In the loop’s folder');
    await isWritten();
  });

  it('breaks no policy and writes no error after that', () => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
