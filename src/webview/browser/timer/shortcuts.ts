import { html, type TemplateResult } from 'lit/html.js';
import { SHORTCUTS } from './keys';
import { icon } from '../shared/parts';

/**
 * The keyboard shortcuts, folded.
 * @param isMac whether to name keys as on a Mac.
 * @param own keys that the page takes itself.
 */
export function shortcuts(isMac: boolean, own: typeof SHORTCUTS = []): TemplateResult {
  return html`<details class="shortcuts">
    <summary>${icon('chevron-right')}Keyboard</summary>
    <dl>
      ${[...SHORTCUTS, ...own].map(({ key, does }) => html`<dt>${keys(key, isMac)}</dt><dd>${does}</dd>`)}
    </dl>
    <p>They work while this panel is the active editor, and can be changed in Keyboard Shortcuts: search there for “Prep Loop”.</p>
  </details>`;
}

function keys(combination: string, isMac: boolean): TemplateResult[] {
  const names: Readonly<Record<string, string>> = {
    ctrl: isMac ? '⌘' : 'Ctrl',
    alt: isMac ? '⌥' : 'Alt',
    backspace: isMac ? '⌫' : 'Backspace',
    space: 'Space',
  };
  return combination.split('+').map((key) => html`<kbd>${names[key] ?? key.toUpperCase()}</kbd>`);
}
