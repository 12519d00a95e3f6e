/** Whole seconds to show for what is left: a second counts until it has passed, on both sides of zero. */
function shownSeconds(remainingMs: number): number {
  return Math.ceil(remainingMs / 1000) + 0; // + 0 turns -0 into 0
}

/** Whether a full second of overtime has passed: from then on it is shown as such. */
export function isOver(remainingMs: number): boolean {
  return shownSeconds(remainingMs) < 0;
}

/**
 * What is left as `4:05`, `1:02:09` from an hour on, and overtime as `+0:30`. @param remainingMs negative is overtime.
 */
export function formatClock(remainingMs: number): string {
  const seconds = shownSeconds(remainingMs);
  const total = Math.abs(seconds);
  const parts = [Math.floor(total / 60) % 60, total % 60];
  const hours = Math.floor(total / 3600);
  if (hours > 0) parts.unshift(hours);
  const digits = parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
  return seconds < 0 ? `+${digits}` : digits;
}

/** The same in words, for a screen reader: “4 minutes 5 seconds left”, “30 seconds over”. */
export function speakClock(remainingMs: number): string {
  const seconds = shownSeconds(remainingMs);
  return `${speakDuration(Math.abs(seconds) * 1000)} ${seconds < 0 ? 'over' : 'left'}`;
}

/** A duration in words, to the second: “1 hour 2 minutes”, “45 seconds”. @param ms at least 0. */
export function speakDuration(ms: number): string {
  const total = Math.floor(ms / 1000);
  const units = [
    [Math.floor(total / 3600), 'hour'],
    [Math.floor(total / 60) % 60, 'minute'],
    [total % 60, 'second'],
  ] as const;
  const said = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return said.length > 0 ? said.join(' ') : '0 seconds';
}
