import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import type { ActionKey } from '../../../core/dashboard/dashboardModel';

/** Tells the extension of a click. */
export type Act = (action: ActionKey) => void;

/** A bar that says nothing to a screen reader: the words beside it do. @param share 0 to 1. */
export function bar(share: number, className = ''): TemplateResult {
  return html`<svg class="bar ${className}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${rect('back', 0, 100)}${rect('level', 0, 100 * Math.min(1, share))}</svg>`;
}

function rect(className: string, x: number, width: number): SVGTemplateResult {
  return svg`<rect class=${className} x=${x} y="0" width=${width} height="6" />`;
}
