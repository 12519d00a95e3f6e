/** The prompts of a run: which is on and how long it still has, and what its listener asks next. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { minutesOf } from '../../../core/practice/promptRun';
import { promptNow, pushesOf, type PromptNow } from '../../../core/practice/promptTurn';
import { formatClock, isOver, speakClock } from '../../../core/timer/formatClock';
import { shownTotals } from '../../../core/timer/shownTime';
import { plural } from '../../../core/words';
import type { PracticeView, PromptView, RoundView, TimerView } from '../../protocol/round';
import { icon, markdown, type Say } from '../shared/parts';

/** The prompt that is on at the time of the timer. */
export function nowOf({ run, turn }: PracticeView, timer: TimerView): PromptNow {
  return promptNow(run, turn, shownTotals(timer.phases).elapsedMs);
}

/** What was drawn where it is several prompts: their titles and minutes, and how much of the round they fill. */
export function drawnRun({ run }: PracticeView, timer: TimerView): TemplateResult {
  const round = Math.round(shownTotals(timer.phases).allottedMs / 60_000);
  const all = minutesOf(run);
  return html`<ol class="drawn-run" aria-label="Prompts of the run">
      ${run.map(({ title, minutes }) => html`<li><span>${title}</span>${minutes === undefined ? nothing : html` <span class="quiet">${minutes} min</span>`}</li>`)}
    </ol>
    <p class="quiet">${plural(run.length, 'prompt')}, ${all} of ${plural(round, 'minute')}</p>`;
}

/** While the clock runs: all prompts in a row, and the time that the present one still has. */
export function promptClockRow(
  { run }: PracticeView,
  { status }: TimerView,
  { index, leftMs }: PromptNow,
  say: Say,
): TemplateResult | typeof nothing {
  if (run.length < 2 || status === 'finished') return nothing;
  const isOn = status === 'running' || status === 'paused';
  const isLast = index === run.length - 1;
  const canGoOn = isOn && !isLast;
  const next = run[index + 1];
  return html`<div class="turns">
    <p class="turn">
      <span>Prompt ${index + 1} of ${run.length}</span>
      ${leftMs === undefined ? nothing : html`<span class="left" role="timer" aria-label="This prompt, ${speakClock(leftMs)}"><strong>${formatClock(leftMs)}</strong> ${isOver(leftMs) ? 'Time is up' : 'left'}</span>`}
      <button type="button" class="tool" aria-disabled=${canGoOn ? nothing : 'true'} @click=${() => canGoOn && say({ type: 'nextPrompt' })}>${icon('arrow-right')}Next prompt</button>
    </p>
    <p class="quiet">${next ? `Next: ${next.title}` : 'The last prompt'}</p>
    <p class="sr-only" role="status">${isOn ? announced(run, index) : ''}</p>
  </div>`;
}

function announced(run: PracticeView['run'], index: number): string {
  const { title, minutes } = run[index] ?? { title: '' };
  return `Prompt ${index + 1} of ${run.length}: ${title}${minutes === undefined ? '' : `, ${plural(minutes, 'minute')}`}.`;
}

/** After a run of several prompts, all of them with what to listen for; else nothing. */
export function promptsAfter(round: RoundView, practice: PracticeView): readonly PromptView[] {
  if (practice.run.length < 2) return [];
  return practice.run.flatMap(({ title }) => round.prompts.find((prompt) => prompt.title === title) ?? []);
}

/** The follow-ups of the prompt that is on, one at a time, each with what to make of the answer. */
export function ladder(
  { title, pushes }: PromptView,
  practice: PracticeView,
  say: Say,
): TemplateResult | typeof nothing {
  if (pushes.length === 0) return nothing;
  const shown = Math.min(pushesOf(practice.turn, title), pushes.length);
  const isAll = shown === pushes.length;
  return html`<div class="ladder" role="group" aria-label="Follow-ups">
    <ol aria-live="polite">
      ${pushes.slice(0, shown).map((push) => html`<li>${pushBody(push)}</li>`)}
    </ol>
    <button type="button" class="tool" aria-disabled=${isAll ? 'true' : nothing} @click=${() => !isAll && say({ type: 'nextPush' })}>${icon('comment-discussion')}Next follow-up</button>
    <span class="quiet">${isAll ? `All ${pushes.length} shown` : shown === 0 ? `${plural(pushes.length, 'follow-up')} for the listener` : `${shown} of ${pushes.length}`}</span>
  </div>`;
}

/** The same to open by hand: each holds the next. */
export function foldedLadder(pushes: PromptView['pushes'], from = 0): TemplateResult | typeof nothing {
  const push = pushes[from];
  if (!push) return nothing;
  return html`<details class="more">
    <summary>${icon('chevron-right')}${from === 0 ? 'First' : 'Next'} follow-up <span class="quiet">${from + 1} of ${pushes.length}</span></summary>
    <div class="pushed">${pushBody(push)}</div>
    ${foldedLadder(pushes, from + 1)}
  </details>`;
}

function pushBody({ push, good, bad }: PromptView['pushes'][number]): TemplateResult {
  return html`<div class="push">${markdown(push)}</div>
    <div class="turn-good"><span class="label">Good</span>${markdown(good)}</div>
    <div class="turn-bad"><span class="label">Bad</span>${markdown(bad)}</div>`;
}
