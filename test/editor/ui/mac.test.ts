import assert from 'node:assert/strict';
import type { CDPSession, FrameLocator } from 'playwright-core';
import { eventually } from './support/eventually';
import { AT_ONCE, button, openRound, tracker } from './support/roundPanel';
import { openWindow, type Window } from './support/window';

/** What ⌥ and a letter write on the keyboard of a Mac. */
const OPTION = { k: '\u02DA', n: '\u02DC', p: '\u03C0' } as const;
/** The modifiers of a key as Chromium's protocol counts them. */
const ALT = 1;
const CONTROL = 2;
const COMMAND = 4;

describe('A round on a Mac', () => {
  let window: Window;
  let round: FrameLocator;
  let session: CDPSession;

  before(async () => {
    window = await openWindow({
      isMac: true,
      settings: AT_ONCE,
      workspaceFiles: {
        'prep/acme/loop.md':
          '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: 2030-01-01\ndays: 22\n---\n',
        'prep/acme/rounds/01-phone-screen.md': '---\nround: phone-screen\ndate: 2030-01-08\n---\n# Phone Screen\n',
      },
    });
    session = await window.page.context().newCDPSession(window.page);
    await tracker(window);
    round = await openRound(window, 'Phone Screen');
  });
  after(() => window?.close());

  /** Presses a letter as a Mac does: with ⌥ alone it writes another character, with ⌃ or ⌘ none. */
  async function press(letter: keyof typeof OPTION, modifiers: number): Promise<void> {
    const isTyped = modifiers === ALT;
    const key = (modifiers & ALT) === 0 ? letter : OPTION[letter];
    const event = {
      key,
      code: `Key${letter.toUpperCase()}`,
      windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0),
      modifiers,
    };
    await session.send('Input.dispatchKeyEvent', {
      ...event,
      type: isTyped ? 'keyDown' : 'rawKeyDown',
      ...(isTyped ? { text: key } : {}),
    });
    await session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  }

  const notes = () => round.locator('textarea');
  const phase = (number: number) => round.locator('.count', { hasText: `Phase ${number} of` });

  it('names its keys as a Mac’s keyboard does', async () => {
    const footer = (await round.locator('footer').textContent()) ?? '';
    assert.match(footer, /\u2303\u2325P/u);
    assert.doesNotMatch(footer, /Alt\+/u);
  });

  it('starts with ⌃⌥P and goes on with ⌃⌥N', async () => {
    await round.getByRole('heading', { level: 1 }).click();
    await press('p', CONTROL | ALT);
    await phase(1).waitFor();
    await press('n', CONTROL | ALT);
    await phase(2).waitFor();
  });

  it('marks with ⌃⌥K, and leaves ⌥K to the character that it writes', async () => {
    await press('k', CONTROL | ALT);
    await round.locator('textarea:focus').waitFor();
    await eventually(async () => assert.match(await notes().inputValue(), /^- \d\d:\d\d · .* · $/u));
    await press('k', ALT);
    await eventually(async () => assert.match(await notes().inputValue(), /^- \d\d:\d\d · .* · \u02DA$/u));
    await press('n', ALT);
    await press('p', ALT);
    await phase(2).waitFor();
    await button(round, 'Pause').waitFor();
  });

  it('is paused from an editor with ⌘K ⌃⌥P', async () => {
    await window.openFile('prep/acme/loop.md');
    await eventually(async () => {
      await press('k', COMMAND);
      await press('p', CONTROL | ALT);
      await window.page
        .locator('.statusbar-item[id$="prepLoop.timer"]', { hasText: 'paused' })
        .or(window.page.locator('.statusbar-item[id$="prepLoop.timer"] [aria-label*="aused"]'))
        .first()
        .waitFor({ timeout: 5000 });
    }, 40_000);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
