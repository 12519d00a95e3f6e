import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DrillsView } from '../../../core/dashboard/dashboardModel';
import { plural } from '../../../core/words';
import { forecastPart } from '../shared/forecastPart';
import { icon } from '../shared/parts';
import { bar, type Act } from './dashboardParts';

/** What there is to review, and how much of each group is retained. */
export function drills(
  { cards, due, fresh, retained, summary, forecast, groups, action }: DrillsView,
  act: Act,
): TemplateResult {
  return html`<section class="drills" aria-labelledby="drills">
    <h2 id="drills">Drills</h2>
    <p>${summary}</p>
    ${forecastPart(forecast)}
    ${
      cards === 0
        ? nothing
        : html`<table>
          <caption class="quiet">${retained} % of ${plural(cards, 'card')} ${cards === 1 ? 'is' : 'are'} retained</caption>
          <thead class="sr-only"><tr><th scope="col">Group</th><th scope="col">Retained</th></tr></thead>
          <tbody>
            ${groups.map(({ title, cards: size, retained: part, action: review }) => html`<tr><th scope="row">${title === '' ? 'Other' : html`<button type="button" class="link" title="Review ${plural(size, 'card')}" @click=${() => act(review)}>${title}</button>`}</th><td class="points">${bar(part / 100)}<span>${part} %</span></td></tr>`)}
          </tbody>
        </table>`
    }
    ${due + fresh > 0 ? html`<button type="button" class="do" @click=${() => act(action)}>${icon('mortar-board')}Review cards</button>` : nothing}
  </section>`;
}
