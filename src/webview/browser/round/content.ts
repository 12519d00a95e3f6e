/** What there is to read and tick in a round. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { plural } from '../../../core/words';
import type { ItemView, PromptView, RoundView } from '../../protocol/round';
import { icon, markdown, type Say } from '../shared/parts';
import { foldedLadder } from './runPrompts';

export function checklist(round: RoundView, say: Say): TemplateResult | typeof nothing {
  if (!round.hasFile) return nothing;
  const { checklist: items } = round;
  const done = items.filter(({ checked }) => checked).length;
  return html`<section class="checklist" aria-labelledby="checklist">
    <h2 id="checklist">Checklist <span class="tally">${items.length === 0 ? '' : `${done} of ${items.length}`}</span></h2>
    ${items.length === 0 ? html`<p class="empty">The round’s file has no items yet. Write one as “- [ ] …”.</p>` : nothing}
    <ul data-base="round">
      ${repeat(
        items,
        ({ line }) => line,
        (item) => itemLine(item, say),
      )}
    </ul>
  </section>`;
}

function itemLine(item: ItemView, say: Say): TemplateResult {
  const { line, text, nth, checked } = item;
  const change = (event: Event): void =>
    say({
      type: 'toggle',
      line,
      text,
      ...(nth === undefined ? {} : { nth }),
      checked: (event.currentTarget as HTMLInputElement).checked,
    });
  return html`<li class="level-${Math.min(4, Math.floor(item.indent / 2))}">
    <label><input type="checkbox" .checked=${live(checked)} @change=${change} /><span>${markdown(item.html)}</span></label>
  </li>`;
}

export function competencies(round: RoundView): TemplateResult | typeof nothing {
  if (round.competencies.length === 0) return nothing;
  return html`<section class="competencies" aria-labelledby="competencies">
    <h2 id="competencies">Competencies</h2>
    <dl>
      ${round.competencies.map(({ title, description }) => html`<dt>${title}</dt><dd>${description}</dd>`)}
    </dl>
  </section>`;
}

export function guide(round: RoundView, say: Say): TemplateResult | typeof nothing {
  if (round.guide === '' && !round.hasExemplar) return nothing;
  return html`<section aria-labelledby="guide">
    <h2 id="guide">Guide</h2>
    <div class="prose">${markdown(round.guide)}</div>
    ${
      round.hasExemplar
        ? html`<button type="button" class="link exemplar" @click=${() => say({ type: 'exemplar' })}>${icon('eye')}<span>Read a whole answer</span></button>`
        : nothing
    }
  </section>`;
}

/** The loop's cheat sheet, folded: it is as long as a page. */
export function figures(round: RoundView, say: Say): TemplateResult | typeof nothing {
  if (round.figures === '') return nothing;
  return html`<section aria-labelledby="figures">
    <details class="figures">
      <summary>${icon('chevron-right')}<h2 id="figures">Figures</h2></summary>
      ${exercises(round, say)}
      <div class="prose" data-base="loop">${markdown(round.figures)}</div>
      <button type="button" class="link" @click=${() => say({ type: 'cheatSheet' })}>${icon('export')}<span>Export to print</span></button>
    </details>
  </section>`;
}

/** The blocks of the cheat sheet as exercises, with other figures. */
function exercises({ exercises: blocks, arithmetic }: RoundView, say: Say): TemplateResult | typeof nothing {
  if (blocks.length === 0) return nothing;
  return html`<div class="exercises" role="group" aria-labelledby="exercises">
    <h3 id="exercises">Practise the arithmetic, with other figures</h3>
    <ul>
      ${blocks.map(
        ({ block, title }) =>
          html`<li><button type="button" class="link" @click=${() => say({ type: 'practise', block })}>${icon('symbol-numeric')}<span>${title}</span></button></li>`,
      )}
    </ul>
    ${arithmetic === '' ? nothing : html`<p class="quiet">${arithmetic}</p>`}
  </div>`;
}

export function prompts(round: RoundView): TemplateResult | typeof nothing {
  // What feedback asks stands in the checklist and in the choice above.
  const own = round.prompts.filter(({ from }) => from === undefined);
  if (own.length === 0) return nothing;
  return html`<section aria-labelledby="prompts">
    <h2 id="prompts">Prompts <span class="tally">${own.length}</span></h2>
    <div class="prompts">${own.map((prompt) => promptCard(prompt))}</div>
  </section>`;
}

function promptCard(prompt: PromptView): TemplateResult {
  return html`<details class="prompt">
    <summary>${icon('chevron-right')}<h3>${prompt.title}</h3>${prompt.clock === undefined ? nothing : html`<span class="quiet">${prompt.clock}</span>`}</summary>
    <div class="question">${markdown(prompt.question)}</div>
    ${
      prompt.more === ''
        ? nothing
        : html`<details class="more">
          <summary>${icon('chevron-right')}${prompt.hasListenFor ? 'What to listen for' : 'More'}</summary>
          <div class="prose">${markdown(prompt.more)}</div>
        </details>`
    }
    ${foldedLadder(prompt.pushes)}
    ${
      prompt.competencies.length === 0
        ? nothing
        : html`<ul class="chips" aria-label="Competencies">
          ${prompt.competencies.map((title) => html`<li>${title}</li>`)}
        </ul>`
    }
  </details>`;
}

/** Which story is to answer which question. */
export function assignedStories({ assigned }: RoundView, say: Say): TemplateResult | typeof nothing {
  if (!assigned) return nothing;
  const gaps = assigned.filter(({ title }) => title === undefined).length;
  return html`<section class="stories" aria-labelledby="assigned">
    <h2 id="assigned">Stories for its questions ${gaps === 0 ? nothing : html`<span class="tally">${plural(gaps, 'gap')}</span>`}</h2>
    <ul class="plain">
      ${assigned.map(({ prompt, title }, index) => html`<li><div class="asked">${prompt}</div>${toldFor(index, title, say)}</li>`)}
    </ul>
    <button type="button" class="tool" @click=${() => say({ type: 'assignStories' })}>${icon('checklist')}Change…</button>
  </section>`;
}

function toldFor(index: number, title: string | undefined, say: Say): TemplateResult {
  if (title === undefined) return html`<span class="quiet">No story yet</span>`;
  return html`<button type="button" class="link" @click=${() => say({ type: 'assigned', index, title })}>${icon('book')}<span>${title}</span></button>`;
}

/** The stories that can be told here, the best first. */
export function stories(round: RoundView, say: Say): TemplateResult | typeof nothing {
  if (round.stories.length === 0) return nothing;
  return html`<section class="stories" aria-labelledby="stories">
    <h2 id="stories">Stories that fit <span class="tally">${round.stories.length}</span></h2>
    <ol>
      ${round.stories.map(
        ({ title, score, ready }, index) => html`<li>
          <button type="button" class="link" @click=${() => say({ type: 'story', index, title })}>${icon('book')}<span>${title}</span></button>
          <span class="quiet">${score === undefined ? '' : `${score} of 100`}${ready ? '' : `${score === undefined ? '' : ' · '}draft`}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}
