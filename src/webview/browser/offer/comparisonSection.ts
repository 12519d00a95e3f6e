import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { ComparisonPanelView } from '../../protocol/offer';

const WIDTH = 600;

/** Offers side by side: four years as bars, the table, and the differences in words. */
export function comparisonOf(view: ComparisonPanelView, show: (offer: number) => void): TemplateResult {
  if (view.offers.length === 0)
    return html`<p class="empty">No offer has figures yet. Fill in <code>offer.md</code> of a loop, or add <code>offers/&lt;name&gt;.md</code> for an offer without a loop.</p>`;
  return html`<section class="compared" aria-labelledby="four">
      <h2 id="four">Four years, in ${view.currency}</h2>
      <div class="bars">
        ${view.offers.map(
          ({ name, share, four }, index) =>
            html`<h3><button type="button" class="link" @click=${() => show(index)}>${name}</button></h3>
              <svg class="bar" viewBox="0 0 ${WIDTH} 22" preserveAspectRatio="none" role="img" aria-label=${`${name}: ${four}`}>${svg`<rect class="part base" width=${share * WIDTH} height="22" />`}</svg>
              <p class="sum">${four}</p>`,
        )}
      </div>
    </section>
    ${
      view.sentences.length === 0
        ? nothing
        : html`<section aria-labelledby="differences">
            <h2 id="differences">What makes the difference</h2>
            <ul class="differences">${view.sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
          </section>`
    }
    <section aria-labelledby="beside">
      <h2 id="beside">Side by side</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="beside">
        <table>
          <thead><tr><td></td>${view.offers.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>
            ${view.rows.map(({ title, cells }) => html`<tr><th scope="row">${title}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </section>`;
}
