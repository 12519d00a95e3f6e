import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SpeechMeasureView, SpeechTrendView } from '../../../core/dashboard/dashboardModel';
import { chart, chartTable } from './chart';

/** How speaking goes, by the transcripts that were read: nothing where there is none. */
export function speaking(view: SpeechTrendView | undefined): TemplateResult | typeof nothing {
  if (!view) return nothing;
  const { measures, rows } = view;
  return html`<section class="trends speaking" aria-labelledby="speaking">
    <h2 id="speaking">Speaking</h2>
    <p class="quiet">From the transcripts that you imported.</p>
    <div class="charts">${measures.map(measure)}</div>
    <div class="trend">
      ${chartTable({
        title: 'Speaking',
        heads: ['Day', 'Round', 'Words a minute', 'Fillers in 100 words'],
        rows: rows.map(({ date, round, values }) => [date, round, ...values]),
        things: 'transcripts',
      })}
    </div>
  </section>`;
}

/** From the least to the most that was measured. */
const GRID = [{ level: 0 }, { level: 1 }];

function measure({ title, points, summary }: SpeechMeasureView): TemplateResult {
  return html`<article class="trend">
    <h3>${title}</h3>
    ${points.length < 2 ? nothing : chart(points, GRID)}
    <p class="quiet">${summary}</p>
  </article>`;
}
