import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './support/eventually';
import { itLooksRight } from './support/looks';
import { openWindow, type Window } from './support/window';

const FILE = 'prep/stories/bid-model.md';
const STORY = `---
title: Bid model
---

# Bid model

## Impact

I raised revenue by **$2M a year** by cutting bid latency from 120 ms to 35 ms for 4,000 advertisers. It has held since.

## Situation

Our bids were scored in batches, so that they came an hour late. Advertisers paid for auctions that they could not win, and told us so in every review that we had with them.

## Task

I was to bring scoring into the request, inside a budget of 40 ms.

## Action

We had no owner for the pipeline. I chose a small model, moved its features into the stream, and rolled it out by partition. I wrote the budget down stage by stage and showed it to every team that wanted a part of it. The team met each morning for a month.

## Result

Win rates rose by 18%, and the cost of a prediction fell from $0.40 to $0.25 a thousand.

## Trade-offs

I gave up two points of accuracy to stay inside the budget instead of adding machines.
`;

const WORKSPACE = { [FILE]: STORY, 'prep/stories/churn.md': '# Churn\n\n## Impact\n\nChurn fell from 8% to 5%.\n' };

const button = (panel: FrameLocator, name: string) => panel.getByRole('button', { name, exact: true });
const radio = (panel: FrameLocator, name: string) => panel.getByRole('radio', { name });
const titles = (panel: FrameLocator) => panel.locator('.card h3').allInnerTexts();
const statusBar = (window: Window) => window.page.locator('.part.statusbar .statusbar-item[id$="prepLoop.timer"]');
const tabs = (window: Window) => window.page.locator('.part.editor .tab .label-name').allTextContents();

/** Opens the panel from the palette, as someone without a mouse would. */
async function rehearse(window: Window, title = 'Bid model'): Promise<FrameLocator> {
  const pane = await window.openView('Stories');
  await pane.locator('.monaco-list-row', { hasText: title }).first().waitFor();
  await window.runCommand('Prep Loop: Rehearse…');
  await window.pick(title);
  const panel = await window.webviewFrame(title);
  await panel.getByRole('heading', { level: 1, name: title }).waitFor();
  return panel;
}

describe('A story that is rehearsed', () => {
  let window: Window;
  let panel: FrameLocator;

  before(async () => {
    window = await openWindow({ workspaceFiles: WORKSPACE });
    panel = await rehearse(window);
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('leads with its impact, and has a cue card for each section', async () => {
    assert.deepEqual(await titles(panel), ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs']);
    assert.equal(
      await panel.locator('.lead .line').innerText(),
      'I raised revenue by $2M a year by cutting bid latency from 120 ms to 35 ms for 4,000 advertisers.',
    );
    assert.ok((await panel.locator('.lead .line .prep-loop-quantity').count()) >= 3);
    assert.equal(await panel.getByText('It has held since.').isVisible(), false);
    assert.deepEqual(await tabs(window), ['Rehearse: Bid model']);
  });

  it('shows the words of a card, or of all, by keyboard', async () => {
    const words = button(panel, 'Show the words of Impact');
    await words.focus();
    await window.page.keyboard.press('Enter');
    await panel.getByText('It has held since.').waitFor();
    assert.equal(await words.getAttribute('aria-expanded'), 'true');
    await window.page.keyboard.press('Space');
    await panel.getByText('It has held since.').waitFor({ state: 'hidden' });
    await button(panel, 'Show all the words').click();
    await panel.getByText('It has held since.').waitFor();
    await button(panel, 'Show all the words').click();
    await panel.getByText('It has held since.').waitFor({ state: 'hidden' });
  });

  it('can be cut to less time with the arrow keys, in whole sentences that fit', async () => {
    await radio(panel, '90 seconds').focus();
    await window.page.keyboard.press('ArrowLeft');
    await panel.locator('.sum', { hasText: 'of 0:30' }).waitFor();
    assert.equal(await radio(panel, '30 seconds').isChecked(), true);
    const [, shown = ''] = /^(\d:\d\d) aloud, of 0:30/.exec((await panel.locator('.sum').innerText()).trim()) ?? [];
    assert.ok(shown > '0:15' && shown <= '0:30', shown);
    assert.equal((await titles(panel))[0], 'Impact');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await window.page.keyboard.press(key);
    await panel.getByText('All 11 sentences').waitFor();
    assert.equal(await radio(panel, 'Whole story').isChecked(), true);
    await radio(panel, '90 seconds').check();
    await panel.locator('.sum', { hasText: 'of 1:30' }).waitFor();
  });

  it('is timed by the space bar and by the shortcuts, with a phase for each card', async () => {
    const { keyboard } = window.page;
    await radio(panel, '90 seconds').check();
    await panel.getByRole('heading', { level: 1 }).click();
    await keyboard.press('Space');
    await button(panel, 'Pause').waitFor();
    await panel.locator('.card.current h3', { hasText: 'Impact' }).waitFor();
    await eventually(async () => assert.deepEqual(await tabs(window), ['● Rehearse: Bid model']));
    assert.match(await statusBar(window).innerText(), /Impact 0:\d\d/);
    await keyboard.press('Alt+n');
    await panel.locator('.card.current h3', { hasText: 'Situation' }).waitFor();
    await keyboard.press('Alt+p');
    await button(panel, 'Resume').waitFor();
    await keyboard.press('Space');
    await button(panel, 'Pause').waitFor();
    // The space bar on a button presses that button alone.
    await button(panel, 'Next phase').focus();
    await keyboard.press('Space');
    await panel.locator('.card.current h3', { hasText: 'Task' }).waitFor();
    await button(panel, 'Pause').waitFor();
  });

  it('is what a click in the status bar opens, in the version that is timed', async () => {
    await radio(panel, '180 seconds').check();
    await panel.getByText('The timer is in use for Bid model (90 s)', { exact: false }).first().waitFor();
    await window.runCommand('View: Close All Editors');
    await statusBar(window).click();
    panel = await window.webviewFrame('Bid model');
    await panel.locator('.card.current h3', { hasText: 'Task' }).waitFor();
    assert.equal(await radio(panel, '90 seconds').isChecked(), true);
  });

  it('comes back when it was hidden or the window is reloaded, with its version, its unfolded cards and the timer', async () => {
    await button(panel, 'Show the words of Impact').click();
    await window.openFile('prep/stories/churn.md');
    await window.page.locator('.part.editor .tab', { hasText: 'Rehearse: Bid model' }).click();
    panel = await window.webviewFrame('Bid model');
    await panel.getByText('It has held since.').waitFor();
    await window.reload();
    panel = await window.webviewFrame('Bid model');
    await panel.locator('.card.current h3', { hasText: 'Task' }).waitFor();
    assert.equal(await radio(panel, '90 seconds').isChecked(), true);
    await panel.getByText('It has held since.').waitFor();
    await button(panel, 'Stop').click();
    await button(panel, 'Reset').click();
    await panel.getByText('Not started').waitFor();
  });

  it('follows its file, and says when that is gone', async () => {
    await window.writeFile(FILE, STORY.replace('## Task', '## Learned'));
    await panel.locator('.card h3', { hasText: 'Learned' }).waitFor();
    rmSync(join(window.workspaceDir, FILE));
    await panel.getByText('The story “bid-model.md” is not in this workspace any more.').waitFor();
    assert.equal(await panel.locator('.card').count(), 0);
    await button(panel, 'Show the stories').click();
    await window.page
      .locator('.part.sidebar .pane.focused, .part.sidebar .pane:focus-within')
      .filter({ hasText: 'Stories' })
      .waitFor();
    await window.writeFile(FILE, STORY);
    await panel.locator('.card h3', { hasText: 'Task' }).waitFor();
    assert.equal(await panel.locator('.trouble').count(), 0);
  });

  it('opens from the lens over the story’s title', async () => {
    await window.runCommand('View: Close All Editors');
    await window.openFile('prep/stories/churn.md');
    await window.page.locator('.codelens-decoration a', { hasText: 'Rehearse' }).click();
    await (await window.webviewFrame('Rehearse')).getByRole('heading', { level: 1, name: 'Churn' }).waitFor();
  });
});

describe('The look of a rehearsal', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: WORKSPACE });
    const panel = await rehearse(window);
    await button(panel, 'Start').click();
    await button(panel, 'Next phase').click();
    await button(panel, 'Show the words of Impact').click();
    await panel.locator('.card.current h3', { hasText: 'Situation' }).waitFor();
  });
  after(() => window?.close());

  itLooksRight(() => window, 'Bid model', [320, 560, 900, 1400]);

  it('writes nothing to the console by all that', () => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
