/** The latest mock as the candidate and the peer scored it, side by side. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { shortMean } from '../../../core/sessions/roundTrend';
import type { ComparisonView, RoundView } from '../../protocol/round';
import { icon, markdown } from '../shared/parts';

export function comparisonSection({ comparison }: RoundView): TemplateResult | typeof nothing {
  if (!comparison) return nothing;
  const { date, peer, rows, means, hire, comments } = comparison;
  return html`<section class="comparison" aria-labelledby="comparison">
    <h2 id="comparison">You and your peer <span class="tally">${peer === '' ? date : `${peer}, ${date}`}</span></h2>
    <table>
      <thead>
        <tr><th scope="col">Competency</th><th scope="col">You</th><th scope="col">Peer</th><th scope="col">Difference</th></tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
      ${means ? html`<tfoot><tr><th scope="row">Mean of what you both scored</th><td>${shortMean(means.self)}</td><td>${shortMean(means.peer)}</td><td>${signed(means.self - means.peer)}</td></tr></tfoot>` : nothing}
    </table>
    ${hire === undefined ? nothing : html`<p class="decision">${peer === '' ? 'Your peer' : peer} says: <strong>${hire}</strong></p>`}
    ${
      comments === ''
        ? nothing
        : html`<details class="comments">
          <summary>${icon('chevron-right')}The peer’s comments</summary>
          <div class="prose" data-base="round">${markdown(comments)}</div>
        </details>`
    }
  </section>`;
}

function row({ title, self, peer, difference }: ComparisonView['rows'][number]): TemplateResult {
  return html`<tr><th scope="row">${title}</th><td>${self ?? '–'}</td><td>${peer ?? '–'}</td><td>${difference === undefined ? '–' : signed(difference)}</td></tr>`;
}

/** With a sign: above 0 where the candidate saw more than the peer. */
function signed(difference: number): string {
  const short = shortMean(Math.abs(difference));
  if (short === '0') return '0';
  return difference > 0 ? `+${short}` : `−${short}`;
}
