/** Markers in the notes of a run: a line with the time and the phase, to find a moment again. */
import { formatMarkerTime, oneLine } from '../sessions/markers';
import { shownTotals } from '../timer/shownTime';
import type { TimerSnapshot } from '../timer/snapshot';

/**
 * The line that marks a moment of a run, such as `- 03:12 · Frame · `: the time is what was counted, pauses left out.
 * @param text what happened, such as a judgement signal; left out, it is there to be typed.
 */
export function markerLine({ phases, phaseTitle }: Pick<TimerSnapshot, 'phases' | 'phaseTitle'>, text = ''): string {
  return `- ${formatMarkerTime(shownTotals(phases).elapsedMs / 1000)} · ${oneLine(phaseTitle)} · ${text}`;
}

/** Notes with a line after them. */
export function withLine(notes: string, line: string): string {
  return notes === '' || notes.endsWith('\n') ? notes + line : `${notes}\n${line}`;
}
