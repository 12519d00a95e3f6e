import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CalibrationReport } from '../../../core/sessions/calibration';
import { icon } from '../shared/parts';

/** How one's own scores compare with the peers’ and with the results: what can be said, and the table of all. */
export function calibration(view: CalibrationReport | undefined): TemplateResult | typeof nothing {
  if (!view) return nothing;
  const { claims, heads, rows } = view;
  return html`<section class="trends calibration" aria-labelledby="calibration">
    <h2 id="calibration">Calibration</h2>
    <p class="quiet">Your own scores in practice, over all loops of this workspace.</p>
    <ul>${claims.map((claim) => html`<li>${claim}</li>`)}</ul>
    <details class="trend">
      <summary>${icon('chevron-right')}As a table<span class="sr-only">: Calibration</span></summary>
      <table>
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map(
          ({ title, againstPeers, passed, failed }) =>
            html`<tr><th scope="row">${title}</th><td>${againstPeers}</td><td>${passed}</td><td>${failed}</td></tr>`,
        )}</tbody>
      </table>
    </details>
  </section>`;
}
