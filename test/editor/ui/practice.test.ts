import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './support/eventually';
import { button, openRound, phase, statusBar, tracker } from './support/roundPanel';
import { ROUND_WORKSPACE } from './support/rounds';
import { openWindow, type Window } from './support/window';

describe('Practice in a round panel', () => {
  let window: Window;
  let round: FrameLocator;
  const notes = () => round.getByRole('textbox', { name: 'Notes' });
  const drawn = async (): Promise<string> => (await round.locator('.drawn').textContent()) ?? '';

  before(async () => {
    window = await openWindow({ workspaceFiles: ROUND_WORKSPACE, settings: { 'prepLoop.thinkSeconds': 300 } });
    await tracker(window);
    round = await openRound(window, 'System Design');
  });
  after(() => window?.close());

  it('draws a prompt, another one, keeps a pinned one, and draws for a competency', async () => {
    const first = await drawn();
    await button(round, 'Another prompt').click();
    await round.getByText('2 of 2 seen').waitFor();
    assert.notEqual(await drawn(), first);
    await round.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Scale' });
    await button(round, 'Pin').click();
    await round.locator('[aria-pressed="true"]', { hasText: 'Pin' }).waitFor();
    assert.equal(await button(round, 'Another prompt').getAttribute('aria-disabled'), 'true');
  });

  it('gives time to think, in which the prompt is read, and starts the first phase when told to', async () => {
    const title = await drawn();
    await button(round, 'Start').click();
    await round.getByText('Time to think', { exact: true }).waitFor();
    await round.locator('.asked').getByRole('heading', { name: title }).waitFor();
    assert.equal(await round.locator('.question').first().isVisible(), true);
    assert.equal(await round.getByText('Begin with figures, not boxes.').isVisible(), false);
    assert.match(await statusBar(window).innerText(), /Think [45]:\d\d/);
    await window.page.keyboard.press('Alt+p');
    await phase(round, 1).waitFor();
    assert.match((await round.getByRole('timer').textContent()) ?? '', /^(?:5:00|4:5\d)$/);
  });

  it('stamps markers into the notes at a key, with the cursor behind them, and at a signal', async () => {
    await notes().fill('Ask for the load.');
    await window.page.keyboard.press('Alt+k');
    await eventually(async () => assert.match(await notes().inputValue(), /^Ask for the load\.\n- 00:\d\d · Requirements · $/));
    await window.page.keyboard.type('asked late');
    await button(round, 'latency budget').click();
    await eventually(async () => assert.match(await notes().inputValue(), /asked late\n- 00:\d\d · Requirements · latency budget$/));
    // In the notes it deletes; only elsewhere does it reset the timer.
    await notes().press('Alt+Backspace');
    await button(round, 'Pause').waitFor();
  });

  it('keeps the notes while the panel is hidden or closed, and marks from anywhere', async () => {
    await openRound(window, 'Phone Screen');
    await window.page.keyboard.press('Alt+k');
    round = await window.webviewFrame('System Design');
    await eventually(async () => assert.equal((await notes().inputValue()).match(/Requirements/gu)?.length, 3));
    await round.locator('textarea:focus').waitFor();
    await window.page.keyboard.type('from elsewhere');
    await window.runCommand('View: Close All Editors');
    round = await openRound(window, 'System Design');
    await eventually(async () => assert.match(await notes().inputValue(), /^Ask for the load\.\n.*asked late\n[\s\S]*from elsewhere$/));
  });

  it('keeps the notes over a reload, and a sudden one', async () => {
    await notes().press('End');
    await window.page.keyboard.type('\nLast words');
    await window.reload();
    round = await window.webviewFrame('System Design');
    await eventually(async () => assert.match(await notes().inputValue(), /from elsewhere\nLast words$/));
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
