/** After a run, and during it: how it went, by the round's rubric, and saving it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { scoreOf } from '../../../core/sessions/sessionModel';
import type { CompetencyView, PracticeView, RoundView } from '../../protocol/round';
import { icon, type Say } from '../shared/parts';

const SCORES = [1, 2, 3, 4] as const;

/** The rubric: each competency from 1 to 4, with what each looks like, and the signals that were shown. */
export function scoreForm(
  round: RoundView,
  practice: PracticeView,
  isFolded: boolean,
  say: Say,
): TemplateResult | typeof nothing {
  if (round.competencies.length === 0) return nothing;
  const done = round.competencies.filter(({ id }) => scoreOf(practice.scores, id) !== undefined).length;
  return html`<details class="scoring" ?open=${!isFolded}>
    <summary>${icon('chevron-right')}<h2>Score yourself</h2><span class="tally">${done} of ${round.competencies.length}</span></summary>
    ${round.competencies.map((competency) => scale(competency, practice, say))} ${signals(round, practice, say)}
  </details>`;
}

function scale(
  { id, title, description, anchors }: CompetencyView,
  { scores, proposals }: PracticeView,
  say: Say,
): TemplateResult {
  const chosen = scoreOf(scores, id);
  const proposal = proposals.find(({ competency }) => competency === id);
  return html`<fieldset class="scale">
    <legend>${title}</legend>
    <p class="quiet">${description}</p>
    <div class="anchors">
      ${SCORES.map(
        (score) => html`<label class="anchor">
          <input type="radio" name=${`score-${id}`} .checked=${live(chosen === score)} @change=${() => say({ type: 'score', competency: id, score })} />
          <span class="face"><strong>${score}</strong><span>${anchors[score - 1]}</span></span>
        </label>`,
      )}
    </div>
    ${proposal ? nextSteps(proposal, title, say) : nothing}
  </fieldset>`;
}

/** What to do about a weak score. */
function nextSteps(
  { competency, cards, stories }: PracticeView['proposals'][number],
  title: string,
  say: Say,
): TemplateResult | typeof nothing {
  if (cards === 0 && stories.length === 0) return nothing;
  return html`<ul class="next-steps" aria-label="What helps with ${title}">
    ${cards === 0 ? nothing : html`<li><button type="button" class="link" @click=${() => say({ type: 'review', competency })}>${icon('layers')}<span>Review ${cards} ${cards === 1 ? 'card' : 'cards'} on ${title}</span></button></li>`}
    ${stories.map(
      (story, index) => html`<li>
        <button type="button" class="link" @click=${() => say({ type: 'proposed', competency, index, title: story.title })}>${icon('book')}<span>${story.title}</span></button>
        ${story.ready ? nothing : html`<span class="quiet">draft</span>`}
      </li>`,
    )}
  </ul>`;
}

function signals(round: RoundView, practice: PracticeView, say: Say): TemplateResult | typeof nothing {
  if (round.signals.length === 0) return nothing;
  return html`<fieldset class="signals">
    <legend>Signals you showed</legend>
    ${round.signals.map(
      (signal) => html`<label class="signal">
        <input type="checkbox" .checked=${live(practice.signals.includes(signal))} @change=${(event: Event) => say({ type: 'signal', signal, shown: (event.currentTarget as HTMLInputElement).checked })} />
        <span>${signal}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** Saving the run, or what was saved. */
export function saving(practice: PracticeView, isFinished: boolean, say: Say): TemplateResult | typeof nothing {
  if (practice.saved !== undefined) {
    return html`<div class="saving done">
      ${icon('pass')}
      <p>Saved as <strong>${practice.saved}</strong></p>
      <button type="button" class="tool" @click=${() => say({ type: 'open', target: 'session' })}>${icon('go-to-file')}Open the session</button>
      ${isFinished ? html`<button type="button" class="tool" @click=${() => say({ type: 'timer', action: 'reset' })}>${icon('debug-restart')}Practise again</button>` : nothing}
    </div>`;
  }
  if (!isFinished) return nothing;
  return html`<div class="saving"><button type="button" class="tool primary" @click=${() => say({ type: 'save' })}>${icon('save')}Save session</button></div>`;
}
