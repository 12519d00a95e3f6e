import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ROUND_SHORTCUTS, SHORTCUTS } from '../../../src/webview/browser/timer/keys';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly when?: string;
}

describe('The shortcuts of the panels with a timer', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { keybindings: Keybinding[] } };
  const ours = manifest.contributes.keybindings.filter(({ when }) =>
    when?.includes('activeWebviewPanelId =~ /^prepLoop\\.(round|rehearse)$/'),
  );

  it('are listed in the panels as the manifest has them', () => {
    assert.ok(ours.length > 0);
    assert.deepEqual(new Set(SHORTCUTS.map(({ key }) => key)), new Set(ours.map(({ key }) => key)));
  });

  it('are joined in the round panel by its own, as the manifest has them', () => {
    const keys = manifest.contributes.keybindings.map(({ key }) => key);
    for (const { key } of ROUND_SHORTCUTS) assert.ok(keys.includes(key), key);
  });

  it('stand back from inputs and terminals, for the panel stays the active editor while these have the focus', () => {
    for (const { key, when } of ours) assert.match(when ?? '', /!inputFocus && !terminalFocus/u, key);
  });
});
