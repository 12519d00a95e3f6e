import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { day } from '../../host/days';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

const LOOP = 'prep/acme';
const PREPARATION = `- [ ] First missed (due ${day(-3)})\n- [ ] Second missed (due ${day(-2)})\n`;
const round = (id: string, date: string): string =>
  `---\nround: ${id}\ndate: ${date}\npinned: true\nstatus: planned\n---\n# ${id}\n`;

describe('Replanning, by keyboard', () => {
  let window: Window;
  let pane: Locator;
  const row = (text: string): Locator => pane.locator('.monaco-list-row').filter({ hasText: text }).first();

  before(async () => {
    window = await openWindow({
      size: { width: 1200, height: 900 },
      workspaceFiles: {
        [`${LOOP}/loop.md`]: `---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: ${day(-10)}\ndays: 40\n---\n`,
        [`${LOOP}/preparation.md`]: PREPARATION,
        [`${LOOP}/rounds/01-phone-screen.md`]: round('phone-screen', day(14)),
      },
    });
    pane = await window.openView('Tracker');
    await row('Acme: PM').waitFor();
  });
  after(() => window?.close());

  it('shows every change with its reason before it is made; Escape writes nothing', async () => {
    await window.runCommand('Prep Loop: Replan…');
    await window.rows.filter({ hasText: 'First missed' }).first().waitFor();
    const first = await window.rows.filter({ hasText: 'First missed' }).first().innerText();
    assert.ok(
      ['First missed', '→', 'not done by'].every((part) => first.includes(part)),
      first,
    );
    assert.equal(await window.rows.filter({ hasText: 'missed' }).count(), 2);
    await window.page.keyboard.press('Escape');
    await window.rows.first().waitFor({ state: 'detached' });
    assert.equal(window.readFile(`${LOOP}/preparation.md`), PREPARATION);
  });

  it('makes the changes that stay ticked, and the tracker shows the text without its date', async () => {
    await window.runCommand('Prep Loop: Replan…');
    await window.rows.filter({ hasText: 'Second missed' }).first().waitFor();
    await window.page.keyboard.type('First');
    await window.rows.filter({ hasText: 'Second missed' }).first().waitFor({ state: 'detached' });
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Space');
    await window.page.keyboard.press('Enter');
    await eventually(() =>
      assert.match(
        window.readFile(`${LOOP}/preparation.md`),
        new RegExp(
          `^- \\[ \\] First missed \\(due ${day(-3)}\\)\\n- \\[ \\] Second missed \\(due \\S+, was ${day(-2)}\\)\\n$`,
          'u',
        ),
      ),
    );
    await row('Second missed').waitFor();
    assert.doesNotMatch(await row('Second missed').innerText(), /\(due/u);
  });

  it('undoes it from the status bar', async () => {
    await window.page.locator('.statusbar-item').filter({ hasText: '1 date changed: Undo' }).first().click();
    await eventually(() => assert.equal(window.readFile(`${LOOP}/preparation.md`), PREPARATION));
    await window.page.locator('.statusbar-item').filter({ hasText: 'date changed' }).waitFor({ state: 'detached' });
  });
});
