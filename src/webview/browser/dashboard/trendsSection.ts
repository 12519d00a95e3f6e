import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CompetencyTrendView } from '../../../core/dashboard/dashboardModel';
import { icon } from '../shared/parts';
import { chart, chartTable, type ChartPoint } from './chart';
import type { Act } from './dashboardParts';

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
    ${points.length === 0 ? nothing : chart(pointsOf(view), GRID)}
    <p class="quiet">${summary}</p>
    ${
      points.length === 0
        ? html`<button type="button" class="link" @click=${() => act(action)}>${icon('play')}Practise<span class="sr-only"> ${title}</span></button>`
        : table(view)
    }
  </article>`;
}

/** A run is a disc, a mock a square; a run without scores is a mark at the foot. */
function pointsOf({ points, at }: CompetencyTrendView): ChartPoint[] {
  return points.map(({ score, mock }, index) => ({
    at: at[index] ?? 0,
    level: score === undefined ? undefined : levelOf(score),
    isSquare: mock,
  }));
}

/** @param score from 1 to 4. */
const levelOf = (score: number): number => (score - 1) / 3;
const GRID = [1, 2, 3, 4].map((score) => ({ level: levelOf(score), isBar: score === 3 }));

function table({ title, points }: CompetencyTrendView): TemplateResult {
  return chartTable({
    title,
    heads: ['Day', 'Kind', 'Score of 4'],
    rows: points.map(({ date, mock, score }) => [date, mock ? 'Mock' : 'Solo', score?.toString() ?? 'not scored']),
    things: 'runs',
  });
}
