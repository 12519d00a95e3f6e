import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DrillsPanelView } from '../../protocol/drills';
import { icon } from '../shared/parts';

/** How the drills are going: a sentence on what was known against what is wanted, and tables after it. */
export function numbersPart(numbers: NonNullable<DrillsPanelView['numbers']>): TemplateResult | typeof nothing {
  const { history, retention, desired, ahead, couldBeFitted, hardest } = numbers;
  if (history.length === 0 && ahead.length === 0) return nothing;
  return html`<details class="numbers">
    <summary>${icon('chevron-right')}Numbers</summary>
    ${
      retention.asked === 0
        ? nothing
        : html`<p>${retention.known} of ${retention.asked} cards that came back were known: ${Math.round((100 * retention.known) / retention.asked)} %, where ${Math.round(100 * desired)} % is wanted.</p>`
    }
    ${couldBeFitted ? html`<p>When cards are due follows FSRS’s default parameters, which are not fitted to your reviews.</p>` : nothing}
    ${table(
      'The last two weeks',
      ['Day', 'Reviews', 'Known', 'Minutes'],
      history.map(({ day, reviews, known, minutes }) => [day, reviews, known, minutes]),
    )}
    ${table(
      'Cards that fall due',
      ['Day', 'Cards', 'Rounds'],
      ahead.map(({ day, due, rounds }) => [day, due, rounds]),
    )}
    ${table(
      'The hardest cards',
      ['Card', 'Forgotten'],
      hardest.map(({ question, lapses }) => [question, lapses === 1 ? 'once' : `${lapses} times`]),
    )}
  </details>`;
}

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<table>
    <caption>${title}</caption>
    <thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((each) => html`<td>${each}</td>`)}</tr>`)}
    </tbody>
  </table>`;
}
