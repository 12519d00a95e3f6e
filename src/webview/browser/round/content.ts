/** What there is to read and tick in a round. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ItemView, PairView, PromptView, RoundView } from '../../protocol/round';
import { icon, markdown, type Say } from '../shared/parts';

export function checklist(round: RoundView, say: Say): TemplateResult | typeof nothing {
  if (!round.hasFile) return nothing;
  const { checklist: items } = round;
  const done = items.filter(({ checked }) => checked).length;
  return html`<section class="checklist" aria-labelledby="checklist">
    <h2 id="checklist">Checklist <span class="tally">${items.length === 0 ? '' : `${done} of ${items.length}`}</span></h2>
    ${items.length === 0 ? html`<p class="empty">The round’s file has no items yet. Write one as “- [ ] …”.</p>` : nothing}
    <ul data-base="round">
      ${repeat(items, ({ line }) => line, (item) => itemLine(item, say))}
    </ul>
  </section>`;
}

function itemLine(item: ItemView, say: Say): TemplateResult {
  const { line, text, checked } = item;
  const change = (event: Event): void => say({ type: 'toggle', line, text, checked: (event.currentTarget as HTMLInputElement).checked });
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

export function guide(round: RoundView): TemplateResult | typeof nothing {
  if (round.guide === '') return nothing;
  return html`<section aria-labelledby="guide">
    <h2 id="guide">Guide</h2>
    <div class="prose">${markdown(round.guide)}</div>
  </section>`;
}

export function prompts(round: RoundView): TemplateResult | typeof nothing {
  if (round.prompts.length === 0) return nothing;
  return html`<section aria-labelledby="prompts">
    <h2 id="prompts">Prompts <span class="tally">${round.prompts.length}</span></h2>
    <div class="prompts">${round.prompts.map((prompt) => promptCard(prompt))}</div>
  </section>`;
}

function promptCard(prompt: PromptView): TemplateResult {
  return html`<details class="prompt">
    <summary>${icon('chevron-right')}<h3>${prompt.title}</h3></summary>
    <div class="question">${markdown(prompt.question)}</div>
    ${prompt.more === ''
      ? nothing
      : html`<details class="more">
          <summary>${icon('chevron-right')}${prompt.hasListenFor ? 'What to listen for' : 'More'}</summary>
          <div class="prose">${markdown(prompt.more)}</div>
        </details>`}
    ${prompt.competencies.length === 0
      ? nothing
      : html`<ul class="chips" aria-label="Competencies">
          ${prompt.competencies.map((title) => html`<li>${title}</li>`)}
        </ul>`}
  </details>`;
}

export function pairs(round: RoundView): TemplateResult | typeof nothing {
  if (round.pairs.length === 0) return nothing;
  return html`<section aria-labelledby="pairs">
    <h2 id="pairs">Weak and strong</h2>
    ${round.pairs.map((pair) => pairCard(pair))}
  </section>`;
}

function pairCard(pair: PairView): TemplateResult {
  return html`<article class="pair">
    <h3>${pair.topic}</h3>
    <div class="answers">
      <div class="weak"><h4>${icon('close')}Weak</h4><div class="prose">${markdown(pair.weak)}</div></div>
      <div class="strong"><h4>${icon('check')}Strong</h4><div class="prose">${markdown(pair.strong)}</div></div>
    </div>
    ${pair.why === '' ? nothing : html`<div class="why prose">${markdown(pair.why)}</div>`}
  </article>`;
}
