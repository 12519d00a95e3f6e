import { html, nothing, type TemplateResult } from 'lit/html.js';
import { MOST_FACTOR, type OfferPanelView } from '../../protocol/offer';
import { figure } from './figureParts';

/** What four years are worth at other prices of a share. The slider is the page’s own and changes no file. */
export function priceOf({ price }: OfferPanelView, choose: (factor: number) => void): TemplateResult | typeof nothing {
  if (!price) return nothing;
  const slide = (event: Event): void => choose(Number((event.currentTarget as HTMLInputElement).value));
  return html`<section class="price" aria-labelledby="price">
    <h2 id="price">If the share price changes</h2>
    <table>
      <thead><tr><th scope="col">Share price</th><th scope="col">Four years</th></tr></thead>
      <tbody>
        ${price.rows.map(
          ({ title, figure: sum, current }) =>
            html`<tr class=${current ? 'current' : ''}><th scope="row">${title}</th><td>${figure(sum)}</td></tr>`,
        )}
      </tbody>
    </table>
    <label class="slider">
      <span>Share price</span>
      <input type="range" min="0" max=${MOST_FACTOR} step="0.05" .value=${String(price.factor)} aria-valuetext=${`${price.chosen.title}: ${price.chosen.figure.text} over four years`} @input=${slide} />
      <output>${price.chosen.title}: <strong>${figure(price.chosen.figure)}</strong></output>
    </label>
    <p class="quiet">The slider changes the figures of this page, and no file.</p>
  </section>`;
}
