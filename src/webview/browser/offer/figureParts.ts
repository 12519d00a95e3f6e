import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FigureView } from '../../protocol/offer';

/** A figure: its formula is shown under the pointer, and read by a screen reader after it. */
export function figure({ text, formula, unknown }: FigureView): TemplateResult {
  return html`<span class=${unknown ? 'figure unknown' : 'figure'} title=${formula}>${text}${formula === '' ? nothing : html`<span class="sr-only">: ${formula}</span>`}</span>`;
}
