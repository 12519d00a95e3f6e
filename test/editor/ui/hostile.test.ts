import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HOSTILE_WORKSPACE } from '../../support/hostileWorkspace';
import { eventually } from './support/eventually';
import { AT_ONCE } from './support/roundPanel';
import { openWindow, type Window } from './support/window';

/** What opens each of the extension's pages, and a word of the page's title. */
const PAGES: readonly (readonly [command: string, choose: string, title: string])[] = [
  ['Open Round Panel…', 'System Design', 'System Design'],
  ['Open Fifteen-Minute Page…', 'Phone Screen', 'Phone Screen'],
  ['Open Dashboard', '', 'Dashboard'],
  ['Open Offer…', '', 'Offer'],
  ['Review Drill Cards…', '', 'Drills'],
  ['Rehearse…', 'Serving', 'Serving'],
];

/** Each element that runs, loads or leads somewhere it may not. The page's own script has a nonce that nobody knows. */
const ALIVE = `[...document.body.querySelectorAll('script, iframe, object, embed, style, base, form, img')]
  .filter((each) => !(each.matches('script') && /^[0-9a-f]{32}$/.test(each.nonce)))
  .map((each) => each.outerHTML)
  .concat([...document.querySelectorAll('*')].flatMap((each) => [...each.attributes]
    .filter(({ name, value }) => name.startsWith('on') || (/^(?:href|src|action)$/.test(name) && /^\\s*(?:javascript|command|data|file|vscode)\\s*:/i.test(value)))
    .filter(() => each.closest('head') === null)
    .map(({ name, value }) => each.tagName + ' ' + name + '=' + value)))`;

describe('A repository of a stranger', () => {
  let window: Window;
  let outside: readonly string[];

  before(async () => {
    window = await openWindow({ workspaceFiles: HOSTILE_WORKSPACE, settings: AT_ONCE });
    outside = readdirSync(dirname(window.workspaceDir));
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row', { hasText: 'Acme' }).first().waitFor();
  });
  after(() => window?.close());

  for (const [command, choose, title] of PAGES)
    it(`runs nothing, loads nothing and leads to nothing but pages and files: ${command.replace('…', '')}`, async () => {
      await window.runCommand(`Prep Loop: ${command}`);
      if (choose !== '') await window.pick(choose);
      const frame = await window.webview(title);
      // What was to run stands there as words.
      await eventually(async () => assert.match(String(await frame.evaluate('document.body.innerText')), /onerror=/u));
      assert.deepEqual(await frame.evaluate(ALIVE), []);
      for (const each of window.page.frames())
        assert.equal(await each.evaluate('globalThis.pwned').catch(() => undefined), undefined, each.url());
      // The editor makes a row's accessible name of a tooltip's words by reading them as HTML, which has no effect.
      const ours = window.cspViolations().filter((text) => !/workbench\.js\)$/u.test(text));
      assert.deepEqual(ours, [], 'nothing even tried');
    });

  it('runs no command: the window is as it was', async () => {
    assert.equal(await window.page.locator('.monaco-workbench.zenmode, .notification-list-item').count(), 0);
  });

  it('writes nothing beside its prep folder', () => {
    assert.deepEqual(readdirSync(dirname(window.workspaceDir)), outside);
    assert.deepEqual(readdirSync(join(window.workspaceDir)).sort(), ['.vscode', 'prep']);
  });

  it('asks nothing of another machine', () => {
    assert.deepEqual(window.requestsAway(), []);
  });
});
