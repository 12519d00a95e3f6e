import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import type { TrendPoint, CompetencyTrendView } from '../../../core/dashboard/dashboardModel';
import { icon } from '../shared/parts';
import { CHART_HEIGHT, CHART_PAD, CHART_WIDTH, MOST_ROWS, type Act } from './dashboardParts';

/** How practice goes: a small chart for each round, all on the same days and scores, each followed by its table. */
export function trends(views: readonly CompetencyTrendView[], act: Act): TemplateResult {
  return html`<section class="trends" aria-labelledby="trends">
    <h2 id="trends">Practice</h2>
    ${views.every(({ points }) => points.length === 0) ? html`<p class="empty">No practice runs yet. Open a round, start its timer and save the run: this chart then shows how it went.</p>` : nothing}
    <div class="charts">${views.map((view) => trend(view, act))}</div>
  </section>`;
}

function trend(view: CompetencyTrendView, act: Act): TemplateResult {
  const { title, points, summary, action } = view;
  return html`<article class="trend">
    <h3>${title}</h3>
    ${points.length === 0 ? nothing : chart(view)}
    <p class="quiet">${summary}</p>
    ${
      points.length === 0
        ? html`<button type="button" class="link" @click=${() => act(action)}>${icon('play')}Practise<span class="sr-only"> ${title}</span></button>`
        : table(view)
    }
  </article>`;
}

function chart({ points, at }: CompetencyTrendView): TemplateResult {
  const places = points.map(({ score }, index) => ({
    x: CHART_PAD + (at[index] ?? 0) * (CHART_WIDTH - 2 * CHART_PAD),
    y: score === undefined ? undefined : height(score),
  }));
  const line = places.flatMap(({ x, y }) => (y === undefined ? [] : [`${x.toFixed(1)},${y.toFixed(1)}`])).join(' ');
  return html`<svg class="chart" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" aria-hidden="true">
    ${[1, 2, 3, 4].map((score) => svg`<line class=${score === 3 ? 'grid at-bar' : 'grid'} x1="0" x2=${CHART_WIDTH} y1=${height(score)} y2=${height(score)} />`)}
    ${svg`<polyline class="line" points=${line} />`}
    ${points.map((point, index) => dot(point, places[index]?.x ?? 0, places[index]?.y))}
  </svg>`;
}

/** A run is a disc, a mock a square; a run without scores is a mark at the foot. */
function dot({ mock }: TrendPoint, x: number, y: number | undefined): SVGTemplateResult {
  if (y === undefined) return svg`<line class="unscored" x1=${x} x2=${x} y1=${CHART_HEIGHT - 4} y2=${CHART_HEIGHT} />`;
  if (mock) return svg`<rect class="dot" x=${x - 2.5} y=${y - 2.5} width="5" height="5" />`;
  return svg`<circle class="dot" cx=${x} cy=${y} r="2.3" />`;
}

function height(score: number): number {
  return CHART_HEIGHT - CHART_PAD - ((score - 1) / 3) * (CHART_HEIGHT - 2 * CHART_PAD);
}

function table({ title, points }: CompetencyTrendView): TemplateResult {
  const rows = points.slice(-MOST_ROWS).reverse();
  return html`<details>
    <summary>${icon('chevron-right')}As a table<span class="sr-only">: ${title}</span></summary>
    <table>
      <thead><tr><th scope="col">Day</th><th scope="col">Kind</th><th scope="col">Score of 4</th></tr></thead>
      <tbody>${rows.map(({ date, mock, score }) => html`<tr><td>${date}</td><td>${mock ? 'Mock' : 'Solo'}</td><td>${score ?? 'not scored'}</td></tr>`)}</tbody>
    </table>
    ${rows.length < points.length ? html`<p class="quiet">The latest ${rows.length} of ${points.length} runs.</p>` : nothing}
  </details>`;
}
