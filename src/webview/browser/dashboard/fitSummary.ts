import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FitGapView, FitSummaryView } from '../../../core/dashboard/dashboardModel';
import { icon } from '../shared/parts';
import type { Act } from './dashboardParts';

/** How much of what the company asks for is proved, and what closes the gaps. */
export function fitSummarySection(fit: FitSummaryView | undefined, act: Act): TemplateResult | typeof nothing {
  if (!fit) return nothing;
  const { summary, gaps, action } = fit;
  return html`<section class="fit" aria-labelledby="fit">
    <h2 id="fit">Does it fit?</h2>
    <p>${summary}</p>
    ${
      gaps.length === 0
        ? nothing
        : html`<ul class="gap-list">
          ${gaps.map((gap) => gapItem(gap, act))}
        </ul>`
    }
    ${action === undefined ? nothing : html`<button type="button" class="do" @click=${() => act(action)}>${icon('checklist')}See what proves it</button>`}
  </section>`;
}

function gapItem({ state, question, reason, close, action }: FitGapView, act: Act): TemplateResult {
  return html`<li>${icon(state === 'partial' ? 'warning' : 'circle-slash')}<span><span class="sr-only">${state}: </span><strong>${question}</strong> ${reason} ${action === undefined ? nothing : html`<button type="button" class="link" aria-label="${close}: ${question}" @click=${() => act(action)}>${close}</button>`}</span></li>`;
}
