import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { SpeechMeasureView, SpeechTrendView } from '../../../core/dashboard/dashboardModel';
import { icon } from '../shared/parts';
import { CHART_HEIGHT, CHART_PAD, CHART_WIDTH, MOST_ROWS } from './dashboardParts';

/** How speaking goes, by the transcripts that were read: nothing where there is none. */
export function speaking(view: SpeechTrendView | undefined): TemplateResult | typeof nothing {
  if (!view) return nothing;
  const { measures, rows } = view;
  const shown = rows.slice(-MOST_ROWS).reverse();
  return html`<section class="trends speaking" aria-labelledby="speaking">
    <h2 id="speaking">Speaking</h2>
    <p class="quiet">From the transcripts that you imported.</p>
    <div class="charts">${measures.map(measure)}</div>
    <div class="trend">
      <details>
        <summary>${icon('chevron-right')}As a table<span class="sr-only">: Speaking</span></summary>
        <table>
          <thead><tr><th scope="col">Day</th><th scope="col">Round</th><th scope="col">Words a minute</th><th scope="col">Fillers in 100 words</th></tr></thead>
          <tbody>${shown.map(({ date, round, values }) => html`<tr><td>${date}</td><td>${round}</td>${values.map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody>
        </table>
        ${shown.length < rows.length ? html`<p class="quiet">The latest ${shown.length} of ${rows.length} transcripts.</p>` : nothing}
      </details>
    </div>
  </section>`;
}

function measure({ title, points, summary }: SpeechMeasureView): TemplateResult {
  return html`<article class="trend">
    <h3>${title}</h3>
    ${points.length < 2 ? nothing : chart(points)}
    <p class="quiet">${summary}</p>
  </article>`;
}

function chart(points: SpeechMeasureView['points']): TemplateResult {
  const places = points.map(({ at, level }) => ({
    x: CHART_PAD + at * (CHART_WIDTH - 2 * CHART_PAD),
    y: CHART_HEIGHT - CHART_PAD - level * (CHART_HEIGHT - 2 * CHART_PAD),
  }));
  const line = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return html`<svg class="chart" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" aria-hidden="true">
    ${[CHART_PAD, CHART_HEIGHT - CHART_PAD].map((y) => svg`<line class="grid" x1="0" x2=${CHART_WIDTH} y1=${y} y2=${y} />`)}
    ${svg`<polyline class="line" points=${line} />`}
    ${places.map(({ x, y }) => svg`<circle class="dot" cx=${x} cy=${y} r="2.3" />`)}
  </svg>`;
}
