/** What there is to practise: the choice of a prompt before a run, and the desk to work at during it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { LeftRunAction, PracticeView, PromptView, RoundView, TimerView } from '../../protocol/round';
import { icon, markdown, type Say } from '../shared/parts';
import type { NotesField } from './notes';
import { drawnRun, foldedLadder, ladder, nowOf, promptClockRow, promptsAfter } from './runPrompts';

/** The prompt that was drawn, or that is on of several. @param index which one, 0-based. */
function chosenPrompt(round: RoundView, { prompt, run }: PracticeView, index = 0): PromptView | undefined {
  const chosen = prompt === undefined ? undefined : (run[index]?.title ?? prompt);
  return round.prompts.find(({ title }) => title === chosen);
}

/** An unsaved run that the timer has left: it can be gone on with. */
export function leftRun({ left }: PracticeView, say: Say): TemplateResult | typeof nothing {
  if (!left) return nothing;
  const { run, time, all } = left;
  const act = (action: LeftRunAction) => () => say({ type: 'left', action, run });
  return html`<div class="saving left" role="group" aria-label="Unsaved run">
    ${icon('history')}
    <p>An earlier run of <strong>${time}</strong> is not saved${all === 1 ? '' : html` <span class="quiet">(${all - 1} more in Today)</span>`}</p>
    <button type="button" class="tool" @click=${act('continue')}>${icon('debug-continue')}Continue it</button>
    <button type="button" class="tool" @click=${act('save')}>${icon('save')}Save it</button>
    <button type="button" class="tool" @click=${act('discard')}>${icon('discard')}Discard it…</button>
  </div>`;
}

/** Before a run: which prompt comes. Its question stays hidden, so that it is new when the time to think begins. */
export function promptChoice(
  round: RoundView,
  practice: PracticeView,
  timer: TimerView,
  say: Say,
): TemplateResult | typeof nothing {
  const prompt = chosenPrompt(round, practice);
  if (!prompt) return nothing;
  const isLast = practice.seen >= practice.prompts;
  const isSeveral = practice.run.length > 1;
  const tally =
    practice.prompts === 1
      ? 'The only prompt'
      : `${practice.seen} of ${practice.prompts} seen${isLast ? `: after ${isSeveral ? 'these' : 'this one'} they start again` : ''}`;
  return html`<section class="choice" aria-labelledby="choice">
    <div class="choice-head">
      <h2 id="choice">Practise</h2>
      <p class="quiet">${tally}</p>
    </div>
    ${isSeveral ? drawnRun(practice, timer) : html`<p class="drawn">${prompt.title}</p> ${promptClock(prompt)}`}
    ${assignedTo(round, prompt, say)}
    ${prompt.from === undefined ? nothing : html`<p class="quiet">From feedback on ${prompt.from}</p>`}
    <div class="choice-tools">
      <button type="button" class="tool" aria-disabled=${practice.pinned ? 'true' : nothing} title=${practice.pinned ? `Unpin ${isSeveral ? 'the prompts to draw others' : 'the prompt to draw another'}` : nothing} @click=${() => !practice.pinned && say({ type: 'shuffle' })}>
        ${icon('sync')}${isSeveral ? 'Other prompts' : 'Another prompt'}
      </button>
      <button type="button" class="tool" aria-pressed=${practice.pinned ? 'true' : 'false'} @click=${() => say({ type: 'pin', pinned: !practice.pinned })}>${icon(practice.pinned ? 'pinned' : 'pin')}Pin</button>
      <button type="button" class="tool" @click=${() => say({ type: 'findStory' })}>${icon('search')}Find a story…</button>
      <button type="button" class="tool" @click=${() => say({ type: 'assignStories' })}>${icon('checklist')}Assign stories…</button>
      ${competencyFilter(round, practice, say)} ${promptPicker(round, isSeveral ? undefined : prompt, say)}
    </div>
  </section>`;
}

/** The story that is to answer the prompt, where one was chosen. */
function assignedTo({ assigned = [] }: RoundView, prompt: PromptView, say: Say): TemplateResult | typeof nothing {
  const index = assigned.findIndex((each) => each.prompt === prompt.title);
  const title = assigned[index]?.title;
  if (index < 0) return nothing;
  if (title === undefined) return html`<p class="quiet">No story for it yet</p>`;
  return html`<p><button type="button" class="link" @click=${() => say({ type: 'assigned', index, title })}>${icon('book')}<span>${title}</span></button></p>`;
}

/** Any prompt by its title, what feedback asks first. @param chosen undefined where several are drawn. */
function promptPicker(
  { prompts }: RoundView,
  chosen: PromptView | undefined,
  say: Say,
): TemplateResult | typeof nothing {
  if (prompts.length < 2) return nothing;
  const groups = new Map<string, PromptView[]>();
  for (const prompt of prompts) {
    const label = prompt.from === undefined ? 'Prompts of the round' : `From feedback on ${prompt.from}`;
    groups.set(label, [...(groups.get(label) ?? []), prompt]);
  }
  return html`<label class="filter">
    <span>Choose</span>
    <select @change=${(event: Event) => say({ type: 'choose', prompt: (event.currentTarget as HTMLSelectElement).value })} .value=${live(chosen?.title ?? '')}>
      ${chosen ? nothing : html`<option value="" selected>as drawn</option>`}
      ${[...groups].map(([label, group]) => html`<optgroup label=${label}>${group.map(({ title }) => html`<option value=${title} ?selected=${title === chosen?.title}>${title}</option>`)}</optgroup>`)}
    </select>
  </label>`;
}

function competencyFilter(round: RoundView, { competency }: PracticeView, say: Say): TemplateResult | typeof nothing {
  if (round.competencies.length < 2) return nothing;
  const change = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    say(value === '' ? { type: 'filter' } : { type: 'filter', competency: value });
  };
  return html`<label class="filter">
    <span>For</span>
    <select @change=${change} .value=${live(competency ?? '')}>
      <option value="" ?selected=${competency === undefined}>all competencies</option>
      ${round.competencies.map(({ id, title }) => html`<option value=${id} ?selected=${id === competency}>${title}</option>`)}
    </select>
  </label>`;
}

/** During and after a run: the prompt, and the notes with what stamps a moment into them. */
export function desk(
  round: RoundView,
  practice: PracticeView,
  timer: TimerView,
  notes: NotesField,
  say: Say,
): TemplateResult {
  const now = nowOf(practice, timer);
  const prompt = chosenPrompt(round, practice, now.index);
  const isOver = timer.status === 'finished';
  const after = isOver ? promptsAfter(round, practice) : [];
  return html`<div class="desk">
    ${practice.mock ? mockCard(practice.mock, round, isOver, say) : after.length > 0 ? promptsCard(after) : prompt ? promptCard(prompt, isOver, promptClockRow(practice, timer, now, say), ladder(prompt, practice, say)) : nothing}
    <section class="writing" aria-label="Notes of this run">${notes.view()} ${markers(round, timer, say)}</section>
  </div>`;
}

/**
 * A mock is the peer's: they choose the prompt and read it out, so none is shown; which one it was is entered
 * afterwards.
 */
function mockCard(
  { peer, prompt }: NonNullable<PracticeView['mock']>,
  round: RoundView,
  isOver: boolean,
  say: Say,
): TemplateResult {
  const who = peer === '' ? 'Your peer' : peer;
  const change = (event: Event): void =>
    say({ type: 'given', prompt: (event.currentTarget as HTMLInputElement).value.slice(0, 1000) });
  return html`<section class="asked" aria-labelledby="asked">
    <h2 id="asked">${icon('person')} Mock with ${peer === '' ? 'your peer' : peer}</h2>
    ${
      isOver
        ? html`<label class="given">
            <span>Which prompt was it?</span>
            <input type="text" list="given-prompts" maxlength="1000" .value=${live(prompt)} @change=${change} placeholder="Its title, or a few words" />
          </label>
          <datalist id="given-prompts">${round.prompts.map(({ title }) => html`<option value=${title}></option>`)}</datalist>`
        : html`<p>${who} chooses the prompt and reads it to you. Once the clock has stopped, enter it here.</p>`
    }
  </section>`;
}

/** How long the prompt takes, where the playbook says it. */
function promptClock({ clock }: PromptView): TemplateResult | typeof nothing {
  return clock === undefined ? nothing : html`<p class="quiet">${clock}</p>`;
}

/** After a run of several prompts: each with what a good answer has in it. */
function promptsCard(prompts: readonly PromptView[]): TemplateResult {
  return html`<section class="asked" aria-labelledby="asked">
    <h2 id="asked">Prompts of the run</h2>
    ${prompts.map(
      (prompt) => html`<details class="more">
        <summary>${icon('chevron-right')}${prompt.title}</summary>
        <div class="prose">${markdown(prompt.question)} ${markdown(prompt.more)}</div>
        ${foldedLadder(prompt.pushes)}
      </details>`,
    )}
  </section>`;
}

function promptCard(
  prompt: PromptView,
  isOver: boolean,
  clock: TemplateResult | typeof nothing,
  pushes: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<section class="asked" aria-labelledby="asked">
    <h2 id="asked">${prompt.title}</h2>
    ${promptClock(prompt)} ${clock}
    <div class="question">${markdown(prompt.question)}</div>
    ${pushes}
    ${
      isOver && prompt.more !== ''
        ? html`<details class="more">
          <summary>${icon('chevron-right')}${prompt.hasListenFor ? 'What to listen for' : 'More'}</summary>
          <div class="prose">${markdown(prompt.more)}</div>
        </details>`
        : nothing
    }
  </section>`;
}

function markers(round: RoundView, { status }: TimerView, say: Say): TemplateResult | typeof nothing {
  if (status !== 'running' && status !== 'paused') return nothing;
  return html`<div class="marks" role="group" aria-label="Mark this moment in the notes">
    <button type="button" class="mark" @click=${() => say({ type: 'mark' })}>${icon('bookmark')}Marker</button>
    ${round.signals.map((signal) => html`<button type="button" class="mark" @click=${() => say({ type: 'mark', signal })}>${signal}</button>`)}
  </div>`;
}
