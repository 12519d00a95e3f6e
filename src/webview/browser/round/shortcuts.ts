import { html, type TemplateResult } from 'lit/html.js';
import { icon } from './page';

/** The keys of package.json, for the panel's own list; a test holds the two together. */
export const SHORTCUTS: readonly { readonly key: string; readonly does: string }[] = [
  { key: 'alt+p', does: 'Start, pause, resume' },
  { key: 'alt+n', does: 'Next phase' },
  { key: 'alt+m', does: 'Add 1 minute' },
  { key: 'alt+x', does: 'Stop' },
  { key: 'alt+backspace', does: 'Reset' },
];

/** The keyboard shortcuts, folded. @param isMac whether to name keys as on a Mac. */
export function shortcuts(isMac: boolean): TemplateResult {
  return html`<details class="shortcuts">
    <summary>${icon('chevron-right')}Keyboard</summary>
    <dl>
      ${SHORTCUTS.map(({ key, does }) => html`<dt>${keys(key, isMac)}</dt><dd>${does}</dd>`)}
    </dl>
    <p>They work while this panel is the active editor, and can be changed in Keyboard Shortcuts: search there for “Prep Loop”.</p>
  </details>`;
}

function keys(combination: string, isMac: boolean): TemplateResult[] {
  const names: Readonly<Record<string, string>> = { alt: isMac ? '⌥' : 'Alt', backspace: isMac ? '⌫' : 'Backspace' };
  return combination.split('+').map((key) => html`<kbd>${names[key] ?? key.toUpperCase()}</kbd>`);
}
