import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { eventually } from './support/eventually';
import { notifications } from './support/notifications';
import { openWindow, type Window } from './support/window';

describe('A window without a folder', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ workspace: 'none' });
  });
  after(() => window?.close());

  it('says in the tracker what to do, with a button', async () => {
    const pane = await window.openView('Tracker');
    await pane.getByText('Open a folder to keep it in').waitFor();
    await pane.getByRole('button', { name: 'Open Folder' }).waitFor();
    await (await window.openView('Stories')).getByText('Open a folder to keep them in').waitFor();
  });

  it('says it in every command that would write', async () => {
    for (const [command, message] of [
      ['Start a Loop…', 'A loop is a folder of Markdown files: open a folder to keep it in first.'],
      ['New Story…', 'A story is a Markdown file: open a folder to keep it in first.'],
      ['Customise Story Templates', 'Templates are Markdown files: open a folder to keep them in first.'],
    ] as const) {
      await window.runCommand(`Prep Loop: ${command}`);
      await (await notifications(window, message)).first().getByRole('button', { name: 'Open Folder' }).waitFor();
      await window.runCommand('Notifications: Clear All Notifications');
    }
    assert.deepEqual(window.consoleErrors(), []);
  });
});

describe('A window with two folders', () => {
  let window: Window;
  let pane: Locator;
  const loop =
    '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n';
  const files = (folder: string): Record<string, string> => ({
    [`${folder}/prep/acme/loop.md`]: loop,
    [`${folder}/prep/acme/rounds/01-phone-screen.md`]: `---\nround: phone-screen\n---\n# Phone Screen ${folder}\n`,
    [`${folder}/prep/stories/of-${folder}.md`]: `# Of ${folder}\n\n## Impact\n\nI cut p99 latency from 120 ms to 35 ms.\n`,
  });

  before(async () => {
    window = await openWindow({ workspace: 'several', workspaceFiles: { ...files('one'), ...files('two') } });
    pane = await window.openView('Tracker');
  });
  after(() => window?.close());

  it('shows the loops of both, distinguished', async () => {
    for (const folder of ['one', 'two'])
      await pane
        .locator('.monaco-list-row')
        .filter({ hasText: 'Confluent: PM' })
        .filter({ hasText: folder })
        .first()
        .waitFor();
  });

  it('distinguishes the rounds of two loops with the same name when you choose one', async () => {
    await window.runCommand('Prep Loop: Open Round Panel…');
    for (const folder of ['one', 'two'])
      await window.rows
        .filter({ hasText: `Phone Screen ${folder}` })
        .filter({ hasText: `(${folder}/acme)` })
        .first()
        .waitFor();
    await window.page.keyboard.press('Escape');
  });

  // The links of the page led nowhere but into the first folder: all others were shown as they are written.
  for (const folder of ['one', 'two'])
    it(`shows the figures of the loop of folder ${folder}, each with a link to its line`, async () => {
      await window.runCommand('Prep Loop: Show Figures');
      await window.rows.filter({ hasText: folder }).first().click();
      // A preview that is an editor of its own has no title.
      const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await page.getByRole('link', { name: `of-${folder}.md` }).click();
      await window.page.locator(`.tab.active[data-resource-name="of-${folder}.md"]`).waitFor();
      await window.runCommand('View: Close All Editors');
    });

  it('asks in which folder to start a loop and to keep a story, and writes there', async () => {
    await window.runCommand('Prep Loop: Start a Loop…');
    await window.pick('two');
    await window.pick('General PM loop');
    // It serves any company, so the folder is named after the one that is given.
    await window.quickInput('Globex');
    await window.quickInput('Product Manager');
    await window.quickInput('2026-11-23');
    await window.pick('Start with these dates');
    await eventually(() => assert.ok(existsSync(join(window.workspaceDir, 'two', 'prep', 'globex', 'loop.md'))));
    assert.ok(!existsSync(join(window.workspaceDir, 'one', 'prep', 'globex')));
    await window.page.locator('.tab.active[data-resource-name="preparation.md"]').waitFor();
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Prep Loop: New Story…');
    await window.pick('one');
    await window.quickInput('Half the tickets');
    await window.pick('Prioritisation');
    await eventually(() =>
      assert.ok(existsSync(join(window.workspaceDir, 'one', 'prep', 'stories', 'half-the-tickets.md'))),
    );
  });
});

describe('Two windows on one folder', () => {
  let first: Window;
  let second: Window;
  const item = (window: Window, name: string): Locator =>
    window.page.locator(`.part.statusbar .statusbar-item[id$="${name}"]`);
  const runs = (window: Window): Locator => item(window, 'prepLoop.timer').filter({ hasText: 'Requirements' });
  const isElsewhere = (window: Window): Locator =>
    item(window, 'prepLoop.timerElsewhere').filter({ hasText: 'System Design runs in another window: Take Over' });

  before(async () => {
    first = await openWindow({ workspaceFiles: ROUND_WORKSPACE, settings: { 'prepLoop.thinkSeconds': 0 } });
    second = await openWindow({ beside: first });
    for (const window of [first, second])
      await (await window.openView('Tracker')).locator('.monaco-list-row', { hasText: 'Acme' }).first().waitFor();
  });
  after(async () => {
    await second?.close();
    await first?.close();
  });

  it('show one run: the second says that it is on the clock elsewhere', async () => {
    await first.runCommand('Prep Loop: Start Round Timer');
    await first.pick('System Design');
    await runs(first).waitFor();
    await isElsewhere(second).waitFor();
    assert.equal(await isElsewhere(first).count(), 0, 'the first has it itself');
  });

  it('hand it over: it goes on in the second, and the first lets go of it', async () => {
    await isElsewhere(second).click();
    await runs(second).waitFor();
    await isElsewhere(second).waitFor({ state: 'detached' });
    await isElsewhere(first).waitFor();
    await runs(first).waitFor({ state: 'detached' });
    assert.deepEqual([...first.consoleErrors(), ...second.consoleErrors()], []);
  });

  it('ask before the first starts it a second time', async () => {
    await first.runCommand('Prep Loop: Start Round Timer');
    await first.pick('System Design');
    await first.rows.filter({ hasText: 'Leave it in the other window' }).first().click();
    await runs(second).waitFor();
    assert.equal(await runs(first).count(), 0);
  });
});
