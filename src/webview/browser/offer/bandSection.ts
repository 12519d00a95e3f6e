import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { OfferBandView, OfferPanelView } from '../../protocol/offer';

const WIDTH = 600;

/** The playbook’s bands, and where the offer stands in each. */
export function bands({ bands: all, bandNote }: OfferPanelView): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<section class="bands" aria-labelledby="bands">
    <h2 id="bands">Against the playbook’s bands</h2>
    ${all.map(band)}
    <p class="quiet">${bandNote}</p>
  </section>`;
}

function band({ title, range, standing, low, high, at }: OfferBandView): TemplateResult {
  return html`<div class="band">
    <h3>${title} <span class="quiet">${range}</span></h3>
    <svg viewBox="0 0 ${WIDTH} 20" preserveAspectRatio="none" role="img" aria-label=${`${title}, ${range}. ${standing}`}>
      ${svg`<rect class="track" y="7" width=${WIDTH} height="6" /><rect class="range" x=${low * WIDTH} y="4" width=${(high - low) * WIDTH} height="12" />`}
      ${at === undefined ? nothing : svg`<rect class="at" x=${Math.min(WIDTH - 4, Math.max(0, at * WIDTH - 2))} width="4" height="20" />`}
    </svg>
    <p>${standing}</p>
  </div>`;
}
