import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './support/eventually';
import { Keyboard } from './support/keyboard';
import { openWindow, type Window } from './support/window';

const LOOP = 'prep/confluent-ai-ml-pm';
const FILES = {
  [`${LOOP}/loop.md`]:
    '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: AI/ML Product Manager\nfirstContact: 2030-01-01\ndays: 22\n---\n\n# Confluent\n',
  [`${LOOP}/rounds/02-system-design.md`]:
    '---\nround: system-design\ndate: 2030-01-08\nstatus: planned\n---\n\n# System Design\n\n## Checklist\n\n- [ ] Run one design aloud\n\n## Notes\n',
};

describe('A round practised by keyboard alone', () => {
  let window: Window;
  let keyboard: Keyboard;
  let round: FrameLocator;
  before(async () => {
    window = await openWindow({ workspaceFiles: FILES });
    keyboard = new Keyboard(window);
  });
  after(() => window?.close());

  it('from the prompt to the saved session to the trend', async () => {
    await keyboard.command('Focus on Tracker View');
    await window.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Confluent' }).first().waitFor();
    await keyboard.command('Prep Loop: Open Round', 'System Design');
    round = await window.webviewFrame('System Design');
    await round.getByRole('heading', { level: 1, name: 'System Design' }).waitFor();

    // Another draw, of one prompt or several; then a certain one alone.
    await keyboard.tabTo(round, '.choice-tools button');
    await keyboard.press('Enter');
    await round.getByText(/^\d+ of \d+ seen/u).waitFor();
    await keyboard.tabTo(round, '.choice-tools .filter:last-of-type select');
    await keyboard.press('ArrowDown');
    await round.locator('.drawn').waitFor();
    await keyboard.tabTo(round, '.choice-tools button:has-text("Pin")');
    await keyboard.press('Space');
    await round.locator('.choice-tools [aria-pressed="true"]').waitFor();
    const prompt = (await round.locator('.drawn').textContent()) ?? '';

    await keyboard.press('Alt+p');
    await round.getByText('Time to think', { exact: true }).waitFor();
    await round.locator('.asked').getByRole('heading', { name: prompt }).waitFor();
    await keyboard.press('Alt+p');
    await round.locator('.count', { hasText: 'Phase 1 of 6' }).waitFor();

    await keyboard.press('Alt+k');
    await round.locator('textarea:focus').waitFor();
    await keyboard.type('asked for the event size');
    await keyboard.press('Enter');
    await keyboard.type('500 MB/s in');
    await keyboard.press('Alt+n');
    await round.locator('.count', { hasText: 'Phase 2 of 6' }).waitFor();
    await keyboard.press('Alt+m', 'Alt+k');
    await eventually(async () =>
      assert.match(
        await round.locator('textarea').inputValue(),
        /^- 00:\d\d · Frame · asked for the event size\n500 MB\/s in\n- 00:\d\d · Size · $/,
      ),
    );
    await keyboard.type('forgot replication');
    await keyboard.press('Alt+x');
    await round.getByText('Finished', { exact: true }).waitFor();

    for (const [index, score] of [3, 2, 4].entries()) {
      await keyboard.tabTo(round, `.scale:nth-of-type(${index + 1}) input`);
      await keyboard.press('Space', ...Array<string>(score - 1).fill('ArrowRight'));
      await eventually(async () =>
        assert.equal(
          await round
            .locator(`.scale:nth-of-type(${index + 1}) input`)
            .nth(score - 1)
            .isChecked(),
          true,
        ),
      );
    }
    await round.getByText('3 of 3', { exact: true }).waitFor();
    await keyboard.tabTo(round, '.signal input');
    await keyboard.press('Space');
    await keyboard.press('Control+s');
    await round.getByText('Saved as').waitFor();
    // What had the keyboard is gone with the scores: it stays in the page.
    await round.locator('.saving.done button:focus').waitFor();

    const folder = join(window.workspaceDir, LOOP, 'sessions');
    const [file] = existsSync(folder) ? readdirSync(folder) : [];
    assert.match(file ?? '', /^\d{4}-\d\d-\d\dT\d{4}-system-design\.md$/);
    const text = window.readFile(`${LOOP}/sessions/${file ?? ''}`);
    assert.ok(text.includes(prompt), 'the prompt');
    assert.match(text, /title: Frame, planned: 360, actual: \d+/);
    assert.match(text, /title: Size, planned: 480, actual: \d+/);
    assert.match(text, /scores:\n {2}streaming-scale: 3\n {2}ml-operations: 2\n {2}trade-offs: 4\n/);
    assert.match(text, /signals: \[throughput\]/);
    assert.match(
      text,
      /## Notes\n\n500 MB\/s in\n\n## Markers\n\n- 00:\d\d · Frame · asked for the event size\n- 00:\d\d · Size · forgot replication\n/,
    );

    await round.getByRole('heading', { name: /^Trend 1 run · self 3/ }).waitFor();
    await keyboard.tabTo(round, '.numbers summary');
    await keyboard.press('Enter');
    const row = round.locator('.numbers tbody tr');
    await eventually(async () =>
      assert.deepEqual((await row.locator('td').allInnerTexts()).slice(0, 5), ['solo', '3', '2', '4', '3']),
    );
    await keyboard.tabTo(round, '.saving button:has-text("Practise again")');
    await keyboard.press('Enter');
    await round.getByText('Not started').waitFor();
    assert.equal(await round.locator('.drawn').textContent(), prompt, 'a pinned prompt stays');
    assert.deepEqual([window.cspViolations(), window.consoleErrors()], [[], []]);
  });

  it('from an editor beside the panel, by chords', async () => {
    const timed = window.page.locator('.tab', { hasText: '● System Design' });
    const phase = window.page.locator('.statusbar-item', { hasText: /(?:Frame|Size) \d/u }).first();
    /** A window that is being drawn again in that moment may lose a key. */
    const chord = (key: string, done: () => Promise<void>): Promise<void> =>
      eventually(async () => {
        await keyboard.press('Control+k', key);
        await done();
      }, 60_000);
    const patience = { timeout: 10_000 };
    if ((await phase.count()) > 0) await window.runCommand('Prep Loop: Stop Round Timer');
    await window.openFile(`${LOOP}/loop.md`);
    await chord('Alt+p', () => window.rows.filter({ hasText: 'System Design' }).first().waitFor(patience));
    await keyboard.type('System Design');
    await keyboard.press('Enter');
    await window.page.locator('.tab', { hasText: 'loop.md' }).first().waitFor();
    await window.openFile(`${LOOP}/loop.md`);
    await chord('Alt+p', () => timed.waitFor(patience));
    await chord('Alt+n', () => phase.filter({ hasText: 'Size' }).waitFor(patience));
    await chord('Alt+p', () => timed.waitFor({ state: 'detached', ...patience }));
    await chord('Alt+p', () => timed.waitFor(patience));
    await chord('Alt+x', () => timed.waitFor({ state: 'detached', ...patience }));
  });
});
