import { html, nothing, type TemplateResult } from 'lit/html.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Cue } from '../../../core/timer/cues';
import { formatClock, isOver, speakClock, speakDuration } from '../../../core/timer/formatClock';
import { shownTime, shownTotals } from '../../../core/timer/shownTime';
import type { PhaseView, TimerAction, TimerMessage, TimerView } from '../../protocol/round';
import { icon, styled } from '../shared/parts';
import { currentCue, currentPhase, shortDuration } from './drawnTimer';

/** Tells the extension of a press on a button. */
type Say = (message: TimerMessage) => void;

/** The timer: digits, phase, buttons, and the phases as a bar. */
export function timerCard(timer: TimerView, say: Say): TemplateResult {
  const phase = currentPhase(timer);
  if (!phase)
    return html`<section class="timer" aria-label="Timer"><p class="cue">There are no phases to time.</p></section>`;
  const cue = currentCue(timer);
  return html`
    <section class=${classMap({ timer: true, [timer.status]: true, thinking: timer.think !== undefined, 'last-minute': cue === 'lastMinute', over: cue === 'over' })} aria-label="Timer">
      <div class="clock">
        ${digits(timer, phase)}
        <div class="now">${legend(timer, phase, cue)}</div>
      </div>
      ${buttons(timer, say)} ${phaseBar(timer)} ${footing(timer)}
    </section>
  `;
}

function digits(timer: TimerView, phase: PhaseView): TemplateResult {
  const { allottedMs, elapsedMs } = shownTotals(timer.phases);
  if (timer.think)
    return html`<div class="digits" role="timer" aria-label="Time to think, ${speakClock(timer.think.leftMs)}">${formatClock(timer.think.leftMs)}</div>`;
  if (timer.status === 'idle')
    return html`<div class="digits" role="timer" aria-label="${speakDuration(allottedMs)} in all">${formatClock(allottedMs)}</div>`;
  if (timer.status === 'finished')
    return html`<div class="digits" role="timer" aria-label="${speakDuration(elapsedMs)} in all">${formatClock(elapsedMs)}</div>`;
  const left = shownTime(phase).remainingMs;
  return html`<div class="digits" role="timer" aria-label="${phase.title}, ${speakClock(left)}">${formatClock(left)}</div>`;
}

function legend(timer: TimerView, phase: PhaseView, timeCue: Cue): TemplateResult {
  if (timer.status === 'finished') {
    const { allottedMs, remainingMs } = shownTotals(timer.phases);
    const verdict =
      remainingMs === 0
        ? 'Exactly on time'
        : `${formatClock(Math.abs(remainingMs))} ${remainingMs < 0 ? 'over' : 'under'} the plan of ${shortDuration(allottedMs)}`;
    return html`<p class="count">Finished</p>
      <p class="phase">${verdict}</p>
      <p class="cue">Write down what to keep and what to change while it is fresh.</p>`;
  }
  if (timer.think) {
    return html`<p class="count">Time to think</p>
      <p class="phase">Then: ${phase.title}</p>
      <p class="cue">${phase.cue}</p>`;
  }
  if (timer.status === 'idle') {
    const cue =
      timer.elsewhere === true
        ? 'It is on the clock in another window: if you start here, you are asked whether to take it over.'
        : timer.other === undefined
          ? phase.cue
          : `The timer is in use for ${timer.other}: if you start here, you are asked whether to stop that.`;
    return html`<p class="count">Not started</p>
      <p class="phase">${timer.phases.length} ${timer.phases.length === 1 ? 'phase' : 'phases'}</p>
      <p class="cue">${cue}</p>`;
  }
  const state = timer.status === 'paused' ? (timer.away ? 'Paused while you were away' : 'Paused') : STATES[timeCue];
  return html`<p class="count">
      Phase ${timer.phaseIndex + 1} of ${timer.phases.length}${state === undefined ? nothing : html` <span class="state">${icon(timer.status === 'paused' ? 'debug-pause' : timeCue === 'over' ? 'warning' : 'watch')}${state}</span>`}
    </p>
    <p class="phase">${phase.title}</p>
    <p class="cue">${phase.cue}</p>`;
}

/** What stands beside the phase, in words: colour alone would not do. */
const STATES: Readonly<Record<Cue, string | undefined>> = {
  calm: undefined,
  lastMinute: 'Last minute',
  over: 'Time is up',
};

interface ButtonSpec {
  readonly action: TimerAction;
  readonly sign: TemplateResult;
  readonly text: string;
  readonly enabled: boolean;
  readonly kind?: 'primary' | 'plain';
}

/** All buttons are always there, so that focus stays where it is; those that mean nothing now say so. */
function buttons(timer: TimerView, say: Say): TemplateResult {
  const isOn = timer.status === 'running' || timer.status === 'paused';
  const isLast = timer.phaseIndex === timer.phases.length - 1;
  const specs: readonly ButtonSpec[] = [
    mainButton(timer),
    {
      action: 'nextPhase',
      sign: icon('debug-step-over'),
      text: isOn && isLast ? 'Finish' : 'Next phase',
      enabled: isOn,
    },
    { action: 'addMinute', sign: icon('add'), text: '1 minute', enabled: isOn },
    { action: 'stop', sign: icon('debug-stop'), text: 'Stop', enabled: isOn || timer.think !== undefined },
    { action: 'reset', sign: icon('debug-restart'), text: 'Reset', enabled: timer.status !== 'idle' },
  ];
  return html`<div class="buttons" role="group" aria-label="Timer controls">
    ${specs.map(
      (spec) =>
        html`<button
          type="button"
          class=${spec.kind ?? 'plain'}
          aria-disabled=${spec.enabled ? nothing : 'true'}
          aria-label=${spec.action === 'addMinute' ? 'Add 1 minute' : nothing}
          @click=${() => spec.enabled && say({ type: 'timer', action: spec.action })}
        >
          ${spec.sign}<span>${spec.text}</span>
        </button>`,
    )}
  </div>`;
}

function mainButton({ status, think }: TimerView): ButtonSpec {
  const common = { enabled: true, kind: 'primary' } as const;
  if (think) return { action: 'start', sign: icon('play'), text: 'Start now', ...common };
  if (status === 'running') return { action: 'pause', sign: icon('debug-pause'), text: 'Pause', ...common };
  if (status === 'paused') return { action: 'resume', sign: icon('debug-continue'), text: 'Resume', ...common };
  return { action: 'start', sign: icon('play'), text: status === 'finished' ? 'Start again' : 'Start', ...common };
}

function phaseBar(timer: TimerView): TemplateResult {
  return html`<ol class="phases" aria-label="Phases">
    ${timer.phases.map((phase, index) => segment(timer, phase, index))}
  </ol>`;
}

function segment(timer: TimerView, phase: PhaseView, index: number): TemplateResult {
  const { allottedMs, elapsedMs, remainingMs } = shownTime(phase);
  const allotted = phase.plannedMs + phase.addedMs;
  const isCurrent = index === timer.phaseIndex && (timer.status === 'running' || timer.status === 'paused');
  const isPast =
    timer.status === 'finished' ? phase.elapsedMs > 0 : timer.status !== 'idle' && index < timer.phaseIndex;
  const over = isOver(remainingMs);
  const time = isPast ? shortDuration(elapsedMs) : shortDuration(allottedMs);
  const said = isPast
    ? `took ${speakDuration(elapsedMs)} of ${shortDuration(allottedMs)}`
    : isCurrent
      ? 'now'
      : shortDuration(allottedMs);
  return html`<li
    class=${classMap({ current: isCurrent, past: isPast, over })}
    ${styled((style) => (style.flexGrow = String(allotted)))}
    title="${phase.title}, ${time}"
    aria-current=${isCurrent ? 'step' : nothing}
  >
    <span class="track" aria-hidden="true"><span class="fill" ${styled((style) => (style.width = `${filled(phase, allotted)}%`))}></span></span>
    <span class="name" aria-hidden="true">${phase.title}</span>
    <span class="time" aria-hidden="true">${time}</span>
    <span class="sr-only">${phase.title}, ${said}</span>
  </li>`;
}

/** How much of the bar is time as planned, in percent: in overtime the rest of it is what went beyond the plan. */
function filled({ elapsedMs }: PhaseView, allotted: number): number {
  if (elapsedMs > allotted) return (allotted / elapsedMs) * 100;
  return allotted === 0 ? 0 : (elapsedMs / allotted) * 100;
}

function footing(timer: TimerView): TemplateResult {
  const { allottedMs, elapsedMs } = shownTotals(timer.phases);
  return html`<p class="footing">
    <span>${formatClock(elapsedMs)} of ${shortDuration(allottedMs)}</span>
    <span>${outlook(timer)}</span>
  </p>`;
}

function outlook({ status, phases, phaseIndex }: TimerView): string {
  if (status === 'finished') return '';
  const next = phases[status === 'idle' ? 0 : phaseIndex + 1];
  return next
    ? `${status === 'idle' ? 'First' : 'Next'}: ${next.title}, ${shortDuration(next.plannedMs + next.addedMs)}`
    : 'Last phase';
}
