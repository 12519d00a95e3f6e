import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { day } from '../../host/days';
import { eventually } from './support/eventually';
import { notifications } from './support/notifications';
import { openWindow, type Window } from './support/window';

/** The round's own row: Today asks how it went, in a row above. */
const PHONE_SCREEN = /^\s*Phone Screen/u;

describe('Start and the tracker, by hand', () => {
  let window: Window;
  let pane: Locator;
  const loop = 'prep/confluent-ai-ml-pm';
  const row = (text: string | RegExp): Locator => pane.locator('.monaco-list-row').filter({ hasText: text }).first();

  /** Opens a row by its twistie, again where the tree was just being redrawn and lost the click. */
  const expand = (text: string | RegExp): Promise<void> =>
    eventually(async () => {
      if ((await row(text).getAttribute('aria-expanded')) === 'true') return;
      await row(text).locator('.monaco-tl-twistie').click();
      await window.page.waitForTimeout(500);
      assert.equal(await row(text).getAttribute('aria-expanded'), 'true');
    });

  before(async () => {
    // High enough for all rows: those out of sight are not rendered. Today is a working day, whatever it is: so
    // something is due.
    window = await openWindow({ size: { width: 1200, height: 1600 }, settings: { 'prepLoop.weekend': [] } });
    mkdirSync(join(window.workspaceDir, '.git'));
    pane = await window.openView('Tracker');
  });
  after(() => window?.close());

  it('welcomes in an empty workspace, with a button', async () => {
    await pane.getByText('No interview loop here yet').waitFor();
    await pane.getByRole('button', { name: 'Start a Loop', exact: true }).click();
  });

  it('asks for the playbook, the date (checked as it is typed), and whether to keep offers out of git', async () => {
    await window.rows.filter({ hasText: 'Confluent AI/ML PM loop' }).first().waitFor();
    await window.pick('Confluent AI/ML PM loop');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(0), 'today is proposed'));
    await window.input.fill('2026-02-30');
    await window.page.locator('.quick-input-message').filter({ hasText: 'Write a date as YYYY-MM-DD' }).waitFor();
    await window.quickInput(day(-4));
    await window.pick('Start with these dates');
    await window.pick('Keep offers out of git');
  });

  it('makes the files, opens the first thing to do and shows the loop', async () => {
    await window.page.locator('.tab.active[data-resource-name="preparation.md"]').waitFor();
    await row('Confluent: AI/ML Product Manager').waitFor();
    await row('day 5 of 22').waitFor();
    await row('Today').waitFor();
    assert.ok(existsSync(join(window.workspaceDir, loop, 'rounds', '05-hiring-committee.md')));
    assert.equal(readFileSync(join(window.workspaceDir, '.gitignore'), 'utf8'), 'prep/**/offer.md\nprep/offers/\n');
    assert.ok(!readdirSync(join(window.workspaceDir, loop)).includes('sessions'));
  });

  it('shows what is due on the icon', async () => {
    await eventually(async () =>
      assert.match((await window.icon().locator('.badge').first().innerText()).trim(), /^\d+$/u),
    );
  });

  it('ticks a box by mouse, and the line of the file has its x', async () => {
    // A click on the row would open its panel and expand it as well; the twistie does only that.
    await expand(PHONE_SCREEN);
    const file = `${loop}/rounds/01-phone-screen.md`;
    const item = /^- \[ \] (\w+ \w+)/mu.exec(window.readFile(file))?.[1] ?? '';
    const before = window.readFile(file);
    await row(item).locator('.custom-view-tree-node-item-checkbox').click();
    await eventually(() => assert.equal(window.readFile(file), before.replace('[ ]', '[x]')));
    await row('1/').filter({ hasText: 'Phone Screen' }).waitFor();
  });

  it('draws a box again as its file has it where the file is read-only, and says why once', async () => {
    const file = `${loop}/rounds/01-phone-screen.md`;
    const before = window.readFile(file);
    const item = /^- \[ \] (\w+ \w+)/mu.exec(before)?.[1] ?? '';
    chmodSync(join(window.workspaceDir, file), 0o444);
    try {
      // A tree that is being drawn again takes no click.
      const said = await eventually(async () => {
        await row(item).locator('.custom-view-tree-node-item-checkbox').click();
        const found = await notifications(window, 'is read-only: the item was not ticked');
        await found.first().waitFor({ timeout: 5000 });
        return found;
      });
      await eventually(async () =>
        assert.equal(await row(item).locator('[role="checkbox"]').getAttribute('aria-checked'), 'false'),
      );
      assert.equal(await said.count(), 1);
      assert.equal(window.readFile(file), before);
    } finally {
      chmodSync(join(window.workspaceDir, file), 0o644);
      await window.runCommand('Notifications: Clear All Notifications');
    }
  });

  it('follows an edit by another program, and keeps what is open and selected', async () => {
    const file = `${loop}/rounds/01-phone-screen.md`;
    await row(PHONE_SCREEN).click({ position: { x: 60, y: 8 } });
    await window.writeFile(
      file,
      window.readFile(file).replace('## Checklist\n\n', '## Checklist\n\n- [ ] Written elsewhere\n'),
    );
    await row('Written elsewhere').waitFor();
    await eventually(async () => assert.match((await row(PHONE_SCREEN).getAttribute('class')) ?? '', /selected/u));
  });

  it('goes from a due task to its line, by keyboard', async () => {
    const task = row('Practise the impact-first narrative');
    await row('Today').click({ position: { x: 60, y: 8 } });
    await task.waitFor({ state: 'detached' });
    await window.page.keyboard.press('ArrowRight');
    await task.waitFor();
    // Rows above it say that the work does not fit, and ask how the past round went.
    await eventually(async () => {
      await window.page.keyboard.press('ArrowDown');
      assert.match((await task.getAttribute('class')) ?? '', /focused/u);
    });
    await window.page.keyboard.press('Enter');
    await window.page.locator('.tab.active[data-resource-name="preparation.md"]').waitFor();
    const lines = window.readFile(`${loop}/preparation.md`).split('\n');
    const line = lines.findIndex((text) => text.includes('Practise the impact-first narrative')) + 1;
    await window.page
      .locator('.monaco-editor .active-line-number')
      .filter({ hasText: `${line}` })
      .waitFor();
  });

  it('ticks the item at the cursor with Alt+Enter, undoable as typing is', async () => {
    const file = `${loop}/preparation.md`;
    const before = window.readFile(file);
    const line = window.page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: 'Study the streaming-first' })
      .first();
    await line.click();
    await window.page.keyboard.press('Alt+Enter');
    await line.filter({ hasText: '[x]' }).waitFor();
    await window.page.keyboard.press('Control+z');
    await line.filter({ hasText: '[ ]' }).waitFor();
    assert.equal(window.readFile(file), before, 'an open file is not saved behind its editor');
  });

  it('ticks the focused row with Space, and opens nothing', async () => {
    const file = `${loop}/rounds/01-phone-screen.md`;
    const items = [...window.readFile(file).matchAll(/^- \[ \] (\w+ \w+ \w+)/gmu)].map((match) => match[1] ?? '');
    const [first, second] = items.slice(-2) as [string, string];
    // A click on the row selects it and opens its file, and the keyboard stays in the tree: from there on, only keys.
    await eventually(async () => {
      await row(first).click();
      assert.match((await row(first).getAttribute('class')) ?? '', /focused/u, 'the rows moved under the mouse');
    });
    await window.page.locator('.tab.active[data-resource-name="01-phone-screen.md"]').waitFor();
    const box = (item: string): Promise<string | null> =>
      row(item).locator('[role="checkbox"]').getAttribute('aria-checked', { timeout: 2000 });
    /**
     * Presses Space until the focused row's box is as wanted: a tree that is being drawn again in that moment takes no
     * key.
     */
    const turn = (item: string, wanted: 'true' | 'false'): Promise<void> =>
      eventually(async () => {
        if ((await box(item)) === wanted) return;
        await window.page.keyboard.press('Space');
        await eventually(async () => assert.equal(await box(item), wanted), 3000);
      }, 40_000);
    await turn(first, 'true');
    await eventually(async () => {
      await window.page.keyboard.press('ArrowDown');
      await eventually(async () => assert.match((await row(second).getAttribute('class')) ?? '', /focused/u), 3000);
    });
    await turn(second, 'true');
    await eventually(async () => {
      const text =
        window.readFile(file) +
        (await window.page.locator('.monaco-editor .view-lines').first().innerText()).replaceAll('\u00a0', ' ');
      for (const item of [first, second]) assert.match(text, new RegExp(`\\[x\\] ${item}`, 'u'));
    });
    await turn(second, 'false');
    assert.equal(await box(first), 'true');
    assert.equal(
      await window.page.locator('.tab.active[data-resource-name="01-phone-screen.md"]').count(),
      1,
      'nothing else was opened',
    );
  });

  it('hides what is done, and shows it again', async () => {
    const done = /^- \[x\] (\w+ \w+ \w+)/mu.exec(window.readFile(`${loop}/rounds/01-phone-screen.md`))?.[1] ?? '';
    await row(done).waitFor();
    await pane.hover();
    await pane.getByRole('button', { name: 'Hide Done Items' }).click();
    await row(done).waitFor({ state: 'detached' });
    await row('Written elsewhere').waitFor();
    await pane.getByRole('button', { name: 'Show Done Items' }).click();
    await row(done).waitFor();
  });

  it('has labels for a screen reader, in every theme, without an error', async () => {
    for (const theme of ['Default Light Modern', 'Default High Contrast', 'Default Dark Modern'] as const) {
      await window.setTheme(theme);
      assert.ok(await row(PHONE_SCREEN).isVisible(), theme);
    }
    assert.match((await row(PHONE_SCREEN).getAttribute('aria-label')) ?? '', /Round 1, Phone Screen/u);
    // The editor says this itself when a row goes while the mouse rests on it, as a hidden one does.
    const ofEditor = (error: string): boolean => error.startsWith('Error: Cannot resolve tree item for element');
    assert.deepEqual(
      window.consoleErrors().filter((error) => !ofEditor(error)),
      [],
    );
    assert.deepEqual(window.cspViolations(), []);
  });
});
