import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PartView, ReadinessView } from '../../../core/dashboard/dashboardModel';
import { icon } from '../shared/parts';
import { bar, type Act } from './dashboardParts';

const RADIUS = 26;
const AROUND = 2 * Math.PI * RADIUS;
/** How many of the ways to raise it are shown without being asked for. */
const SHOWN = 4;

/** How ready one is for each round: the score, what it is made of, and what would raise it. */
export function readiness(rounds: readonly ReadinessView[], act: Act): TemplateResult {
  return html`<section class="readiness" aria-labelledby="readiness">
    <h2 id="readiness">Readiness</h2>
    ${
      rounds.length === 0
        ? html`<p class="empty">The loop has no rounds yet: add files such as rounds/01-phone-screen.md.</p>`
        : html`<div class="rounds">${repeat(
            rounds,
            ({ round }) => round,
            (round) => roundCard(round, act),
          )}</div>`
    }
  </section>`;
}

function roundCard(view: ReadinessView, act: Act): TemplateResult {
  const { title, when, next, done, score, parts, gains } = view;
  return html`<article class="round ${next ? 'next' : ''} ${done ? 'done' : ''}">
    <header>
      ${ring(score)}
      <div>
        <h3><button type="button" class="link title" aria-label="${title}: readiness ${score} of 100" @click=${() => act(view.action)}>${title}</button></h3>
        <p class="quiet">${when}</p>
        ${next ? html`<p class="tag">Next</p>` : nothing}
      </div>
    </header>
    <table>
      <caption class="sr-only">What the score of ${score} for ${title} is made of</caption>
      <thead class="sr-only"><tr><th scope="col">Part</th><th scope="col">Points</th><th scope="col">Where it stands</th></tr></thead>
      <tbody>${parts.map(partRow)}</tbody>
    </table>
    ${gains.length === 0 ? html`<p class="full">${icon('pass')}There is nothing left to improve.</p>` : gainList(view, act)}
  </article>`;
}

function partRow({ title, points, weight, summary }: PartView): TemplateResult {
  return html`<tr>
    <th scope="row">${title}</th>
    <td class="points">${bar(weight === 0 ? 0 : points / weight)}<span>${points}<span aria-hidden="true">/</span><span class="sr-only"> of </span>${weight}</span></td>
    <td class="quiet summary">${summary}</td>
  </tr>`;
}

function gainList({ title, gains, next, done }: ReadinessView, act: Act): TemplateResult {
  const [first, rest] = [gains.slice(0, SHOWN), gains.slice(SHOWN)];
  const item = ({ points, text, action }: ReadinessView['gains'][number]): TemplateResult =>
    html`<li><span class="gain">${points}<span class="sr-only"> points: </span></span><button type="button" class="link" @click=${() => act(action)}>${text}</button></li>`;
  return html`<details class="gains" ?open=${next && !done}>
    <summary>${icon('chevron-right')}What would raise it<span class="sr-only"> for ${title}</span></summary>
    <ul>${first.map(item)}</ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details class="gains more"><summary>${icon('chevron-right')}${rest.length} more</summary><ul>${rest.map(item)}</ul></details>`
    }
  </details>`;
}

/** The score as a ring; the words beside it say the same. */
function ring(score: number): TemplateResult {
  return html`<svg class="ring" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
    ${svg`<circle class="back" cx="32" cy="32" r=${RADIUS} />
    <circle class="level" cx="32" cy="32" r=${RADIUS} stroke-dasharray="${(AROUND * score) / 100} ${AROUND}" transform="rotate(-90 32 32)" />
    <text x="32" y="33" text-anchor="middle" dominant-baseline="middle">${score}</text>`}
  </svg>`;
}
