/** A key and what it does. */
export interface Shortcut {
  readonly key: string;
  /** On a Mac, where it differs: Option and a letter type a character there. */
  readonly mac?: string;
  readonly does: string;
}

/** The keys of package.json, for the panel's own list; a test keeps the two in step. */
export const SHORTCUTS: readonly Shortcut[] = [
  { key: 'alt+p', mac: 'ctrl+alt+p', does: 'Start, pause, resume' },
  { key: 'alt+n', mac: 'ctrl+alt+n', does: 'Next phase' },
  { key: 'alt+m', mac: 'ctrl+alt+m', does: 'Add 1 minute' },
  { key: 'alt+x', mac: 'ctrl+alt+x', does: 'Stop' },
  { key: 'alt+backspace', mac: 'ctrl+alt+backspace', does: 'Reset' },
];

/** The round panel's own keys. */
export const ROUND_SHORTCUTS: readonly Shortcut[] = [
  { key: 'alt+k', mac: 'ctrl+alt+k', does: 'Add a marker to the notes, with the time and the phase' },
  { key: 'alt+q', mac: 'ctrl+alt+q', does: 'Next prompt of the run' },
  { key: 'alt+u', mac: 'ctrl+alt+u', does: 'Show the next follow-up' },
  { key: 'ctrl+s', mac: 'cmd+s', does: 'Save the run as a session' },
];

/** What a key event says, as far as it matters here. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** Whether an input method is composing a character: then a key is part of that, and nobody else's. */
export function isOfInputMethod({ isComposing, keyCode, key }: KeyPress): boolean {
  return isComposing || keyCode === IN_COMPOSITION || key === 'Process';
}

/** The key code by which browsers say that the input method takes the key. */
const IN_COMPOSITION = 229;

/**
 * Whether a key is one of the panel's own that a text field would take for a character. AltGr, which types characters,
 * counts as Ctrl and Alt on Windows, so that elsewhere than on a Mac both together are never ours.
 */
export function isPanelKey(press: KeyPress, isMac: boolean): boolean {
  if (isOfInputMethod(press) || !press.altKey || press.metaKey || press.shiftKey || press.ctrlKey !== isMac)
    return false;
  return LETTERS.has(press.code);
}

/** Whether a key would reset the timer elsewhere in the panel: in a text field it deletes a word or undoes. */
export function isResetKey(press: KeyPress, isMac: boolean): boolean {
  return press.code === 'Backspace' && press.altKey && !press.metaKey && (isMac || !press.ctrlKey);
}

/** The letters of the shortcuts, by their places on the keyboard. */
const LETTERS = new Set(
  [...SHORTCUTS, ...ROUND_SHORTCUTS].flatMap(({ key }) =>
    /^alt\+[a-z]$/u.test(key) ? [`Key${key.slice(-1).toUpperCase()}`] : [],
  ),
);
