import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OfferPanelView } from '../../protocol/offer';

/** What was said to the company so far. */
export function stated({ stated: all }: OfferPanelView): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<section class="stated" aria-labelledby="stated">
    <h2 id="stated">Stated so far</h2>
    <ul>${all.map(({ text, when }) => html`<li><strong>${text}</strong> <span class="quiet">${when}</span></li>`)}</ul>
  </section>`;
}

/** The ladder of asks, each with the impact that it rests on. */
export function asks({ asks: all }: OfferPanelView): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<section class="asks" aria-labelledby="asks">
    <h2 id="asks">Your asks</h2>
    <dl>
      ${all.map(
        ({ title, text, impact, standing }) =>
          html`<div>
            <dt>${title}</dt>
            <dd><strong>${text}</strong>${impact === '' ? nothing : html` from ${impact}`}</dd>
            ${standing === '' ? nothing : html`<dd class="quiet">${standing}</dd>`}
          </div>`,
      )}
    </dl>
  </section>`;
}
