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
        [round]: `---\nround: system-design\ndate: ${day(1)}\ntime: 10:00\n---\n# System Design\n\n- [ ] Draw the path\n- [x] Sleep\n- [ ] Say it aloud\n- [ ] Eat\n`,
      },
    });
    pane = await window.openView('Tracker');
  });
  after(() => window?.close());

  it('has tomorrow’s round on top, what slipped below, and how much it is in the status bar', async () => {
    await row('Tomorrow: System Design, 10:00').filter({ hasText: '3 of 4 to do' }).waitFor();
    await row('Read up').filter({ hasText: 'since' }).waitFor();
    await status().filter({ hasText: '1 due · 1 late' }).waitFor();
    assert.match(
      (await status().locator('a').first().getAttribute('aria-label')) ?? '',
      /Interview preparation today: 1 due.*a round tomorrow/u,
    );
  });

  it('ticks what is to be done for tomorrow, in its place', async () => {
    await row('Draw the path').locator('.custom-view-tree-node-item-checkbox').click();
    await eventually(() => assert.match(window.readFile(round), /- \[x\] Draw the path/u));
    await row('Tomorrow: System Design, 10:00').filter({ hasText: '2 of 4 to do' }).waitFor();
  });

  it('ticks one after the other with Space: a click keeps the keyboard here, and the focus goes on to what follows', async () => {
    const isFocused = (text: string): Promise<void> =>
      eventually(async () => assert.match((await row(text).getAttribute('class')) ?? '', /focused/u));
    await eventually(async () => {
      await row('Say it aloud').click();
      await window.page.locator('.tab.active[data-resource-name="01-system-design.md"]').waitFor({ timeout: 5000 });
    }, 40_000);
    await isFocused('Say it aloud');
    const press = (item: string): Promise<void> =>
      eventually(async () => {
        if ((await row(item).count()) === 0) return;
        await window.page.keyboard.press('Space');
        await row(item).waitFor({ state: 'detached', timeout: 5000 });
      }, 40_000);
    await press('Say it aloud');
    await isFocused('Eat');
    await press('Eat');
    await row('Tomorrow: System Design, 10:00').filter({ hasText: 'all prepared' }).waitFor();
    await isFocused('Tomorrow: System Design');
    const text = (await window.page.locator('.monaco-editor .view-lines').first().innerText()).replaceAll(
      '\u00a0',
      ' ',
    );
    for (const item of ['Say it aloud', 'Eat']) assert.ok(text.includes(`- [x] ${item}`), text);
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
