import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { day } from '../../host/days';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

describe('Today, by hand', () => {
  let window: Window;
  let pane: Locator;
  const round = 'prep/acme/rounds/01-system-design.md';
  const row = (text: string): Locator => pane.locator('.monaco-list-row').filter({ hasText: text }).first();
  const status = (): Locator => window.page.locator('.statusbar-item[id$="prepLoop.today"]').first();

  before(async () => {
    window = await openWindow({
      settings: { 'prepLoop.weekend': [], 'prepLoop.minutesPerDay': 90 },
      workspaceFiles: {
        'prep/acme/loop.md': `---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: ${day(-6)}\ndays: 22\n---\n`,
        'prep/acme/preparation.md': `- [ ] **Read up.** (due ${day(-2)})\n`,
        [round]: `---\nround: system-design\ndate: ${day(1)}\ntime: 10:00\n---\n# System Design\n\n- [ ] Draw the path\n- [x] Sleep\n`,
      },
    });
    pane = await window.openView('Tracker');
  });
  after(() => window?.close());

  it('has tomorrow’s round on top, what slipped below, and how much it is in the status bar', async () => {
    await row('Tomorrow: System Design, 10:00').filter({ hasText: '1 of 2 to do' }).waitFor();
    await row('Read up').filter({ hasText: 'since' }).waitFor();
    await status().filter({ hasText: '1 due · 1 late' }).waitFor();
    assert.match(
      (await status().locator('a').first().getAttribute('aria-label')) ?? '',
      /Interview preparation today: 1 due.*a round tomorrow/u,
    );
  });

  it('ticks what is to be done for tomorrow, where it stands', async () => {
    await row('Draw the path').locator('.custom-view-tree-node-item-checkbox').click();
    await eventually(() => assert.match(window.readFile(round), /- \[x\] Draw the path/u));
    await row('Tomorrow: System Design, 10:00').filter({ hasText: 'all prepared' }).waitFor();
  });

  it('is shown by a click on the status bar, from anywhere', async () => {
    await window.runCommand('View: Show Explorer');
    await status().click();
    await eventually(async () => assert.match((await row('Today').getAttribute('class')) ?? '', /focused/u));
  });

  it('leaves the status bar when it is not wanted there', async () => {
    await window.set({ 'prepLoop.statusBar': false });
    await status().waitFor({ state: 'hidden' });
    assert.deepEqual(window.consoleErrors(), []);
  });
});
