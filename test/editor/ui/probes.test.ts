import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { probesWorkspace } from '../../support/probesWorkspace';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { AT_ONCE, button, openRound, tracker } from './support/roundPanel';
import { openWindow, type Window } from './support/window';

describe('A run of several prompts in a round panel', () => {
  let window: Window;
  let round: FrameLocator;
  const isOn = (number: number, title: string): Promise<void> =>
    eventually(async () => {
      assert.match(
        (await round.locator('.turn').innerText()).replace(/\s+/gu, ' '),
        new RegExp(`^Prompt ${number} of 3`),
      );
      assert.equal(await round.locator('#asked').innerText(), title);
    }, 90_000);

  before(async () => {
    window = await openWindow({ workspaceFiles: probesWorkspace(1), settings: AT_ONCE });
    await tracker(window);
    round = await openRound(window, 'System Design');
  });
  after(() => window?.close());

  it('is shown beforehand with all titles and minutes, and how much of the round they fill', async () => {
    await eventually(async () =>
      assert.deepEqual(await round.locator('.drawn-run li').allInnerTexts(), [
        'Load 1 min',
        'Ten nodes 10 min',
        'Lag 20 min',
      ]),
    );
    await round.getByText('3 prompts, 31 of 45 minutes').waitFor();
    assert.deepEqual(await axeViolations(await window.webview('System Design'), '.choice'), []);
  });

  it('shows the time of the present prompt, and its follow-ups one at a time, by key and by button', async () => {
    await button(round, 'Start').click();
    await isOn(1, 'Load');
    assert.match(await round.locator('.turn .left strong').innerText(), /^(?:1:00|0:5\d)$/u);
    assert.equal(await round.locator('.ladder li').count(), 0);
    await window.page.keyboard.press('Alt+u');
    await round.locator('.ladder').getByText('names the cost of both').waitFor();
    assert.equal(await round.locator('.ladder').getByText('what breaks there').count(), 0);
    await button(round, 'Next follow-up').click();
    await round.locator('.ladder').getByText('what breaks there').waitFor();
    await round.getByText('All 2 shown').waitFor();
    assert.deepEqual(await axeViolations(await window.webview('System Design'), '.asked'), []);
  });

  it('goes on by itself once the prompt’s minutes are over, which a screen reader is told', async function () {
    this.timeout(120_000);
    await isOn(2, 'Ten nodes');
    assert.equal(await round.locator('.turns [role="status"]').textContent(), 'Prompt 2 of 3: Ten nodes, 10 minutes.');
    assert.equal(await round.locator('.ladder li').count(), 0, 'the next has its own follow-ups');
  });

  it('goes on at a key, and is where it was after a reload', async function () {
    this.timeout(240_000);
    await button(round, 'Next prompt').focus();
    await window.page.keyboard.press('Alt+q');
    await isOn(3, 'Lag');
    await window.page.keyboard.press('Alt+u');
    await round.locator('.ladder').getByText('in Lag?').waitFor();
    await window.reload();
    // On a busy machine the panel takes a while to come back.
    round = await eventually(() => window.webviewFrame('System Design'), 120_000);
    await isOn(3, 'Lag');
    await round.locator('.ladder').getByText('in Lag?').waitFor();
    assert.match(await round.locator('.turn .left strong').innerText(), /^(?:20:00|1\d:\d\d)$/u);
    assert.equal(await button(round, 'Next prompt').getAttribute('aria-disabled'), 'true');
  });
});
