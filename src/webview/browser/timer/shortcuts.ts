import { html, type TemplateResult } from 'lit/html.js';
import { SHORTCUTS, type Shortcut } from './keys';
import { icon } from '../shared/parts';

/**
 * The keyboard shortcuts, folded.
 * @param isMac whether to name keys as on a Mac.
 * @param own keys that the page takes itself.
 */
export function shortcuts(isMac: boolean, own: readonly Shortcut[] = []): TemplateResult {
  return html`<details class="shortcuts">
    <summary>${icon('chevron-right')}Keyboard</summary>
    <dl>
      ${[...SHORTCUTS, ...own].map(({ key, mac = key, does }) => html`<dt>${keys(isMac ? mac : key, isMac)}</dt><dd>${does}</dd>`)}
    </dl>
    <p>These keys work while this panel is the active editor. To change them, search for “Prep Loop” in Keyboard Shortcuts.</p>
  </details>`;
}

function keys(combination: string, isMac: boolean): TemplateResult[] {
  const names: Readonly<Record<string, string>> = {
    cmd: '⌘',
    ctrl: isMac ? '⌃' : 'Ctrl',
    alt: isMac ? '⌥' : 'Alt',
    backspace: isMac ? '⌫' : 'Backspace',
    space: 'Space',
  };
  return combination.split('+').map((key) => html`<kbd>${names[key] ?? key.toUpperCase()}</kbd>`);
}
