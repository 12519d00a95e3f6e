import assert from 'node:assert/strict';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

/**
 * The other UI tests trust that these find something when there is something: shown on VS Code's own Markdown preview.
 */
describe('What the UI tests watch for', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({
      workspaceFiles: { 'note.md': '# A note\n\nSome *text*.\n' },
      size: { width: 1000, height: 700 },
    });
    await window.openFile('note.md');
    // The editor offers its preview where it has the focus.
    await window.page.locator('.monaco-editor.focused').first().waitFor();
    await window.runCommand('Markdown: Open Preview');
  });
  after(() => window?.close());

  it('is read inside webview frames', async () => {
    const frame = await window.webviewFrame('note.md');
    await frame.getByRole('heading', { name: 'A note' }).waitFor();
  });

  it('includes what axe-core finds there', async () => {
    // The preview loads again by itself when VS Code's settings settle.
    const found = await eventually(async () => {
      const frame = await window.webview('note.md');
      await frame.evaluate(
        `document.body.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" class="nameless">')`,
      );
      return axeViolations(frame, '.nameless');
    });
    assert.deepEqual(
      found.map((text) => text.split(':')[0]),
      ['image-alt'],
    );
  });

  it('includes a broken Content Security Policy', async () => {
    assert.deepEqual(window.cspViolations(), []);
    const frame = await window.webview('note.md');
    await frame.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.broken = true' }))`,
    );
    await eventually(() => assert.equal(window.cspViolations().length, 1));
  });

  it('includes what is asked of another machine', async () => {
    const frame = await window.webview('note.md');
    await frame.evaluate(`document.body.append(Object.assign(new Image(), { src: 'https://evil.example/a.png' }))`);
    await eventually(() => assert.deepEqual(window.requestsAway(), ['https://evil.example/a.png']));
  });

  it('includes an error that a script of a webview does not catch', async () => {
    const before = window.consoleErrors().length;
    const frame = await window.webview('note.md');
    await frame.evaluate(`setTimeout(() => { throw new Error('prep-loop: provoked'); })`);
    await eventually(() =>
      assert.equal(
        window
          .consoleErrors()
          .slice(before)
          .filter((text) => text.includes('provoked')).length,
        1,
      ),
    );
  });
});
