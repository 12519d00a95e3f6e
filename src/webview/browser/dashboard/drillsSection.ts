import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DrillsView } from '../../../core/dashboard/dashboardModel';
import { plural } from '../../../core/words';
import { icon } from '../shared/parts';
import { bar, type Act } from './dashboardParts';

/** What there is to review, and how much of each group is retained. */
export function drills({ cards, due, fresh, retained, summary, groups, action }: DrillsView, act: Act): TemplateResult {
  return html`<section class="drills" aria-labelledby="drills">
    <h2 id="drills">Drills</h2>
    <p>${summary}</p>
    ${
      cards === 0
        ? nothing
        : html`<table>
          <caption class="quiet">${retained} % of ${plural(cards, 'card')} ${cards === 1 ? 'is' : 'are'} retained</caption>
          <thead class="sr-only"><tr><th scope="col">Group</th><th scope="col">Retained</th></tr></thead>
          <tbody>
            ${groups.map(({ title, retained: part }) => html`<tr><th scope="row">${title === '' ? 'Other' : title}</th><td class="points">${bar(part / 100)}<span>${part} %</span></td></tr>`)}
          </tbody>
        </table>`
    }
    ${due + fresh > 0 ? html`<button type="button" class="do" @click=${() => act(action)}>${icon('mortar-board')}Review cards</button>` : nothing}
  </section>`;
}
