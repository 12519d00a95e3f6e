import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { RoundView, TroubleView } from '../../protocol/round';
import { icon, type Say } from '../shared/parts';

/** @param isRun whether the clock runs: then the title is enough. */
export function header(round: RoundView, say: Say, isRun: boolean): TemplateResult {
  if (isRun)
    return html`<header class="head"><p class="place">${round.place}</p><h1>${round.title}</h1></header>${round.troubles.map((trouble) => warning(trouble, say))}`;
  return html`
    <header class="head">
      <p class="place">${round.place}</p>
      <h1>${round.title}</h1>
      <ul class="facts">
        ${round.facts.map((fact) => html`<li>${icon(fact.icon)}${fact.text}</li>`)}
      </ul>
      ${round.judges === '' ? nothing : html`<p class="judges"><span class="label">What is judged</span> ${round.judges}</p>`}
      ${(round.stated ?? []).length === 0 ? nothing : html`<p class="judges"><span class="label">You have stated</span> ${round.stated?.join('; ')}</p>`}
      ${
        round.hasFile
          ? html`<p class="links">
            <button type="button" class="link" @click=${() => say({ type: 'open', target: 'notes' })}>${icon('edit')}Write notes</button>
            <button type="button" class="link" @click=${() => say({ type: 'open', target: 'round' })}>${icon('go-to-file')}Open the round’s file</button>
            <button type="button" class="link" @click=${() => say({ type: 'brief' })}>${icon('book')}Open the fifteen-minute page</button>
            <button type="button" class="link" @click=${() => say({ type: 'debrief' })}>${icon('comment')}Debrief…</button>
          </p>`
          : nothing
      }
    </header>
    ${round.troubles.map((trouble) => warning(trouble, say))}
  `;
}

const LINKS = {
  round: 'Open the round’s file',
  notes: 'Open the notes',
  loop: 'Open loop.md',
  playbook: 'Open the playbook',
  session: 'Open the session',
  questions: 'Open the questions',
} as const;

function warning({ message, target }: TroubleView, say: Say): TemplateResult {
  return html`<div class="trouble">
    ${icon('warning')}
    <p>
      ${message}
      ${target === undefined ? nothing : html`<button type="button" class="link" @click=${() => say({ type: 'open', target })}>${LINKS[target]}</button>`}
    </p>
  </div>`;
}
