import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  isOfInputMethod,
  isPanelKey,
  isResetKey,
  ROUND_SHORTCUTS,
  SHORTCUTS,
  type KeyPress,
} from '../../../src/webview/browser/timer/keys';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
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
    assert.deepEqual(new Set(SHORTCUTS.map(({ mac }) => mac)), new Set(ours.map(({ mac }) => mac)));
  });

  it('are joined in the round panel by its own, as the manifest has them', () => {
    const keys = manifest.contributes.keybindings.map(({ key }) => key);
    for (const { key } of ROUND_SHORTCUTS) assert.ok(keys.includes(key), key);
    for (const { key, mac } of ROUND_SHORTCUTS)
      assert.equal(manifest.contributes.keybindings.find((each) => each.key === key)?.mac, mac, key);
  });

  it('are not Option and a letter on a Mac, which types a character there', () => {
    for (const { key, mac = key } of manifest.contributes.keybindings)
      for (const stroke of mac.split(' ')) assert.doesNotMatch(stroke, /^(?:shift\+)?alt\+[a-z]$/u, key);
  });

  it('are kept from the notes by platform: what types a character goes on typing it', () => {
    const press = (change: Partial<KeyPress>): KeyPress => ({
      key: 'n',
      keyCode: 78,
      code: 'KeyN',
      altKey: true,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      isComposing: false,
      ...change,
    });
    assert.ok(isPanelKey(press({}), false));
    assert.ok(!isPanelKey(press({ key: '˜' }), true), 'Option+N begins ñ');
    assert.ok(isPanelKey(press({ ctrlKey: true }), true));
    assert.ok(!isPanelKey(press({ ctrlKey: true }), false), 'AltGr is Ctrl and Alt on Windows');
    assert.ok(!isPanelKey(press({ altKey: false }), false));
    assert.ok(!isPanelKey(press({ code: 'KeyZ' }), false));
    for (const composing of [{ isComposing: true }, { keyCode: 229 }, { key: 'Process' }]) {
      assert.ok(isOfInputMethod(press(composing)));
      for (const isMac of [false, true]) assert.ok(!isPanelKey(press({ ...composing, ctrlKey: isMac }), isMac));
    }
    assert.ok(isResetKey(press({ code: 'Backspace' }), false) && isResetKey(press({ code: 'Backspace' }), true));
  });

  it('leave inputs and terminals alone, since the panel stays the active editor while these have the focus', () => {
    for (const { key, when } of ours) assert.match(when ?? '', /!inputFocus && !terminalFocus/u, key);
  });
});
