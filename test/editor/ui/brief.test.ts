import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { ROUND_FILE, ROUND_TEXT, ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

const TITLE = 'Page: System Design';

describe('The page of a round, by hand', () => {
  let window: Window;
  let page: FrameLocator;
  const show = async (): Promise<void> => {
    page = await window.webviewFrame(TITLE);
    await page.getByRole('heading', { name: 'System Design' }).waitFor();
  };

  before(async () => {
    window = await openWindow({ workspaceFiles: ROUND_WORKSPACE });
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row').filter({ hasText: 'Acme' }).first().waitFor();
    await window.runCommand('Prep Loop: Open Fifteen-Minute Page…');
    await window.pick('System Design');
    await show();
  });
  after(() => window?.close());

  it('has a blank for what is not written; its link, by the keyboard, makes room for it in the round’s file', async () => {
    await page.getByText('Your opening sentence is not written yet').waitFor();
    await page.getByRole('button', { name: 'Write it', exact: true }).focus();
    await window.page.keyboard.press('Enter');
    await window.page.locator('.tab.active[data-resource-name="02-system-design.md"]').waitFor();
    await eventually(() => assert.match(window.readFile(ROUND_FILE), /## Brief\n\nOpen with: \n/u));
    await window.page.locator('.statusbar-item', { hasText: 'Ln 20, Col 12' }).waitFor();
    await window.page.keyboard.type('I size before I draw.');
    await window.page.keyboard.press('Control+S');
    await page.getByText('I size before I draw.').waitFor();
    assert.ok(window.readFile(ROUND_FILE).includes(ROUND_TEXT.slice(0, ROUND_TEXT.indexOf('## Notes'))));
  });

  it('has no heading over nothing', async () => {
    assert.equal(await page.locator('.part:not(:has(li))').count(), 0);
    assert.equal(await page.getByRole('heading', { name: 'Figures' }).count(), 0);
  });

  it('is large enough to be read standing up', async () => {
    const frame = await window.webview(TITLE);
    const size = (part: string): Promise<number> =>
      frame.evaluate<number>(`parseFloat(getComputedStyle(document.querySelector('${part}')).fontSize)`);
    const opening = await size('.part.open .said .text');
    assert.ok(opening >= 22, `${opening} px`);
    const text = await size('.part.when .said .text');
    assert.ok(text >= 18, `${text} px`);
  });

  it('is accessible and fits its window, in light, dark and high contrast, wide and narrow', async () => {
    for (const size of [
      { width: 1280, height: 900 },
      { width: 640, height: 820 },
    ]) {
      await window.resize(size);
      for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'] as const) {
        await window.setTheme(theme);
        const frame = await window.webview(TITLE);
        const at = `${theme}, ${size.width} px`;
        assert.deepEqual(await axeViolations(frame), [], at);
        const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        assert.equal(await frame.evaluate<number>(over), 0, at);
      }
    }
  });

  it('comes back after a reload, as the files have it', async () => {
    await window.reload();
    await window.page.locator('.tab').filter({ hasText: TITLE }).click();
    await show();
    await page.getByText('I size before I draw.').waitFor();
    assert.deepEqual([window.cspViolations(), window.consoleErrors()], [[], []]);
  });
});
