/** The keys of package.json, for the panel's own list; a test holds the two together. */
export const SHORTCUTS: readonly { readonly key: string; readonly does: string }[] = [
  { key: 'alt+p', does: 'Start, pause, resume' },
  { key: 'alt+n', does: 'Next phase' },
  { key: 'alt+m', does: 'Add 1 minute' },
  { key: 'alt+x', does: 'Stop' },
  { key: 'alt+backspace', does: 'Reset' },
];

/** The round panel's own keys. */
export const ROUND_SHORTCUTS: typeof SHORTCUTS = [
  { key: 'alt+k', does: 'Add a marker with the time and the phase to the notes' },
  { key: 'ctrl+s', does: 'Save the run as a session' },
];
