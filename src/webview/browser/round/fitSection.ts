/** What the company asks for, held against the stories: in the panel of the first round. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FitRowView, RoundView } from '../../protocol/round';
import { icon, type Say } from '../shared/parts';

const ICONS = {
  strong: 'pass',
  partial: 'warning',
  missing: 'circle-slash',
  yours: 'question',
} as const satisfies Record<FitRowView['state'], string>;

export function fitSection({ fit }: RoundView, say: Say): TemplateResult | typeof nothing {
  if (!fit) return nothing;
  return html`<section class="fit" aria-labelledby="fit">
    <h2 id="fit">Does it fit?</h2>
    <p class="empty">${fit.summary}</p>
    <ul>${fit.rows.map((row) => fitRow(row, say))}</ul>
    <button type="button" class="link" @click=${() => say({ type: 'checkFit' })}>${icon('go-to-file')}<span>Write it to fit.md</span></button>
  </section>`;
}

function fitRow(
  { id, state, word, question, expects, reason, proofs, action, frame }: FitRowView,
  say: Say,
): TemplateResult {
  return html`<li class="fit-row fit-${state}">
    ${icon(ICONS[state])}
    <div>
      <h3 title=${expects}><span class="state">${word}:</span> ${question}</h3>
      <p>${reason}</p>
      ${
        proofs.length === 0 && action === undefined
          ? nothing
          : html`<p class="links">
            ${proofs.map((title, proof) => html`<button type="button" class="link" @click=${() => say({ type: 'proof', row: id, proof, title })}>${icon('book')}<span>${title}</span></button>`)}
            ${action === undefined ? nothing : html`<button type="button" class="link" @click=${() => say({ type: 'closeGap', row: id, action })}>${icon('edit')}<span>${action}</span></button>`}
          </p>`
      }
      ${frame === '' ? nothing : html`<p class="quiet">Until then: ${frame}</p>`}
    </div>
  </li>`;
}
