import assert from 'node:assert/strict';
import { openWindow, type Window } from './support/window';

describe('The activity bar', () => {
  let window: Window;

  before(async () => {
    window = await openWindow();
  });
  after(() => window?.close());

  it('has an icon that opens the two views', async () => {
    await window.icon().click();
    await window.openView('Tracker');
    await window.openView('Stories');
    const headers = await window.page.locator('.part.sidebar .pane-header .title').allTextContents();
    assert.deepEqual(
      headers.map((text) => text.trim().toLowerCase()),
      ['tracker', 'stories'],
    );
  });

  it('shows in light, dark and high contrast without an error or a policy broken', async () => {
    for (const theme of ['Default Light Modern', 'Default High Contrast', 'Default Dark Modern'] as const) {
      await window.setTheme(theme);
      assert.ok(await window.icon().isVisible(), theme);
    }
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('has its commands in the palette', async () => {
    await window.page.keyboard.press('F1');
    await window.input.fill('>Prep Loop: Start');
    await window.rows.filter({ hasText: 'Prep Loop: Start a Loop' }).first().waitFor();
    await window.page.keyboard.press('Escape');
  });
});
