import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MatrixColumn, MatrixRow, MatrixView } from '../../../core/dashboard/dashboardModel';
import { icon } from '../shared/parts';
import type { Act } from './dashboardParts';

/** Rows beyond what anyone reads at a glance are drawn only when asked for. */
const FIRST_ROWS = 12;

const STATES = {
  covered: ['pass', 'covered'],
  draft: ['edit', 'only drafts somewhere'],
  none: ['warning', 'no story somewhere'],
} as const satisfies Record<MatrixColumn['state'], readonly [icon: string, words: string]>;

/** Stories by competencies, with the gaps and what closes them. */
export function matrix(
  { columns, rows, others, gaps }: MatrixView,
  all: boolean,
  showAll: () => void,
  act: Act,
): TemplateResult {
  if (columns.length === 0) return html``;
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return html`<section class="matrix" aria-labelledby="coverage">
    <h2 id="coverage">Coverage</h2>
    ${
      gaps.length === 0
        ? html`<p class="full">${icon('pass')}A story is ready for everything that the rounds judge.</p>`
        : html`<ul class="gap-list">
          ${gaps.map(({ text, detail, action }) => html`<li>${icon('warning')}<span><button type="button" class="link" @click=${() => act(action)}>${text}</button> <span class="quiet">for ${detail}</span></span></li>`)}
        </ul>`
    }
    ${rows.length === 0 ? nothing : grid(columns, shown, act)}
    <p class="quiet footing">
      ${rows.length > shown.length ? html`<button type="button" class="link" @click=${showAll}>Show all ${rows.length} stories</button>` : nothing}
      ${others > 0 ? html`<span>${others} ${others === 1 ? 'story names' : 'stories name'} no competency that this loop judges.</span>` : nothing}
    </p>
  </section>`;
}

function grid(columns: readonly MatrixColumn[], rows: readonly MatrixRow[], act: Act): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Stories by competencies">
    <table>
      <caption class="sr-only">Which story shows which competency: ready, or still a draft</caption>
      <thead>
        <tr><th scope="col" class="corner"><span class="legend">${icon('circle-filled')}ready ${icon('circle-outline')}draft</span></th>${columns.map(columnHead)}</tr>
      </thead>
      <tbody>${repeat(
        rows,
        ({ action }) => action,
        (row) => storyRow(row, act),
      )}</tbody>
    </table>
  </div>`;
}

function columnHead({ title, rounds, state, ready, drafts }: MatrixColumn): TemplateResult {
  const [name, words] = STATES[state];
  const count = `${ready} ready${drafts > 0 ? `, ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}` : ''}`;
  return html`<th scope="col" class="column ${state}" title=${rounds === '' ? 'No round judges it' : `Judged in ${rounds}`}>
    <span class="name">${title}</span>
    <span class="state">${icon(name)}<span class="sr-only">${words}, </span>${count}</span>
  </th>`;
}

function storyRow({ title, cells, overUse, action }: MatrixRow, act: Act): TemplateResult {
  return html`<tr>
    <th scope="row"><button type="button" class="link" @click=${() => act(action)}>${title}</button>${overUse === '' ? nothing : html`<span class="over-use" title="Over-used: ${overUse}">${icon('flame')}<span class="sr-only">, over-used: ${overUse}</span></span>`}</th>
    ${[...cells].map((cell) => html`<td>${cell === '.' ? nothing : html`${icon(cell === 'r' ? 'circle-filled' : 'circle-outline')}<span class="sr-only">${cell === 'r' ? 'ready' : 'draft'}</span>`}</td>`)}
  </tr>`;
}
