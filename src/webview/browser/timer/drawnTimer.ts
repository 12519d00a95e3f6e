/** The timer as drawn between two messages of the extension, which alone knows the time. No DOM here. */
import { cueOf, type Cue } from '../../../core/timer/cues';
import { formatClock, speakClock, speakDuration } from '../../../core/timer/formatClock';
import { shownTime, shownTotals, untilNextSecond as untilNextSecondOf } from '../../../core/timer/shownTime';
import { MAX_GAP_MS } from '../../../core/timer/timer';
import type { PhaseView, TimerView } from '../../protocol/round';

/** The timer `ms` milliseconds after the extension told it. It is guessed no further than a gap that counts. */
export function advance(timer: TimerView, ms: number): TimerView {
  if (!isTicking(timer)) return timer;
  const passed = Math.round(Math.min(Math.max(ms, 0), MAX_GAP_MS));
  if (timer.think) return { ...timer, think: { ...timer.think, leftMs: Math.max(0, timer.think.leftMs - passed) } };
  const phases = timer.phases.map((phase, index) =>
    index === timer.phaseIndex ? { ...phase, elapsedMs: phase.elapsedMs + passed } : phase,
  );
  return { ...timer, phases };
}

/** Whether time passes in what is shown. */
export function isTicking({ status, think }: TimerView): boolean {
  return status === 'running' || think !== undefined;
}

/** What the clock has to say of the phase that runs, besides the time. */
export function currentCue(timer: TimerView): Cue {
  const phase = currentPhase(timer);
  const isOn = timer.status === 'running' || timer.status === 'paused';
  return isOn && phase ? cueOf(shownTime(phase).remainingMs, phase.plannedMs + phase.addedMs) : 'calm';
}

export function currentPhase(timer: TimerView): PhaseView | undefined {
  return timer.phases[timer.phaseIndex];
}

/** How long until the shown second ends, in milliseconds. */
export function untilNextSecond(timer: TimerView): number {
  const { think } = timer;
  const elapsedMs = think ? think.totalMs - think.leftMs : (currentPhase(timer)?.elapsedMs ?? 0);
  return untilNextSecondOf({ elapsedMs });
}

/** What a screen reader should hear of a change, or undefined where it is only that time passes. */
export function announcement(before: TimerView | undefined, after: TimerView): string | undefined {
  const phase = currentPhase(after);
  if (!before || !phase) return undefined;
  if (after.think) return before.think ? undefined : `Time to think: ${speakDuration(after.think.leftMs)}.`;
  if (before.think && after.status === 'idle') return 'Stopped before the first phase.';
  const title = `Phase ${after.phaseIndex + 1} of ${after.phases.length}: ${phase.title}`;
  if (after.status !== before.status) {
    if (after.status === 'finished') return `Finished after ${speakDuration(shownTotals(after.phases).elapsedMs)}.`;
    if (after.status === 'paused') return after.away ? 'Paused while you were away.' : 'Paused.';
    if (after.status === 'idle') return 'Reset.';
    return before.status === 'paused' ? `Going on. ${title}.` : `Started. ${title}.`;
  }
  if (after.phaseIndex !== before.phaseIndex)
    return `${title}, ${speakDuration(phase.plannedMs + phase.addedMs)}. ${phase.cue}`.trim();
  const earlier = currentPhase(before);
  if (!earlier) return undefined;
  if (phase.addedMs > earlier.addedMs) return `One minute added to ${phase.title}.`;
  const cue = currentCue(after);
  if (cue === currentCue(before) || cue === 'calm') return undefined;
  return cue === 'over'
    ? `${phase.title}: time is up.`
    : `${phase.title}: ${speakClock(shownTime(phase).remainingMs)}.`;
}

/** A duration for a label: “5 min”, “1 h 30 min”, or to the second if not a whole minute: “4:48”. */
export function shortDuration(ms: number): string {
  const minutes = ms / 60_000;
  if (!Number.isInteger(minutes)) return formatClock(ms - (ms % 1000));
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
