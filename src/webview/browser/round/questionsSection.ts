/** What to ask the interviewers in this round. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { joined } from '../../../core/words';
import type { RoundView } from '../../protocol/round';
import { icon, type Say } from '../shared/parts';

export function questionsSection({ questions }: RoundView, say: Say): TemplateResult | typeof nothing {
  if (!questions) return nothing;
  const { next, asked } = questions;
  const open = (): void => say({ type: 'open', target: 'questions' });
  return html`<section class="ask" aria-labelledby="ask">
    <h2 id="ask">Questions to ask <span class="tally">${asked === 0 ? '' : `${asked} asked`}</span></h2>
    ${next.length === 0 ? html`<p class="empty">No question is left for this round.</p>` : nothing}
    <ol>
      ${next.map(
        ({ text, nth, words, heading, chosen, heard }) => html`<li>
          <p>${words}</p>
          <p class="quiet">${joined([heading, chosen ? 'chosen' : 'proposed', heard === '' ? '' : `follows up on ${heard}`], ' · ')}</p>
          <button type="button" class="link" aria-label="Mark as asked: ${words}" @click=${() => say({ type: 'asked', question: text, nth })}>${icon('check')}<span>Mark as Asked</span></button>
        </li>`,
      )}
    </ol>
    <p class="links">
      ${next.length === 0 ? nothing : html`<button type="button" class="link" @click=${() => say({ type: 'askNext' })}>${icon('list-selection')}<span>Choose…</span></button>`}
      <button type="button" class="link" @click=${open}>${icon('go-to-file')}<span>${asked === 0 ? 'Open the file' : 'Write down the answers'}</span></button>
    </p>
  </section>`;
}
