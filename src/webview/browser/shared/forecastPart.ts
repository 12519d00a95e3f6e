import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ForecastView } from '../../../core/dashboard/dashboardModel';
import { icon } from './parts';

/** What will be known on the day of the next round in a sentence, and a table of all rounds that are near. */
export function forecastPart({ text, rounds }: ForecastView): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  return html`<div class="forecast">
    <p>${text}</p>
    ${
      rounds.length < 2
        ? nothing
        : html`<details>
            <summary>${icon('chevron-right')}All rounds</summary>
            <table>
              <thead><tr><th scope="col">Round</th><th scope="col">Day</th><th scope="col">Known already</th><th scope="col">Will be known</th></tr></thead>
              <tbody>
                ${rounds.map(({ title, when, cards, known, already }) => html`<tr><th scope="row">${title}</th><td>${when}</td><td>${already} of ${cards}</td><td>${known} of ${cards}</td></tr>`)}
              </tbody>
            </table>
          </details>`
    }
  </div>`;
}
