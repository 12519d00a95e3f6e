/** How long a prompt takes, and in which phase of its round it is asked: the lines “Minutes: …” and “Phase: …”. */
import type { Line } from '../markdown/text';
import { plural } from '../words';
import type { PlaybookRound } from './schema';
import type { Source } from './source';

export interface PromptClock {
  /**
   * Whole minutes, at most the round's. A prompt that takes as many as the round has is a full case: it fills the
   * round.
   */
  readonly minutes?: number;
  /** The title of one of the round's phases: where a shorter prompt belongs. */
  readonly phase?: string;
}

/** As much of a round as its prompts' clocks are checked against. */
export type ClockedRound = Pick<PlaybookRound, 'minutes' | 'phases'>;

const CLOCK = /^\**(Minutes|Phase):\**[ \t]*/i;

/** What such a line says, `{}` where it says nothing that can be used; undefined where the line is neither. */
export function readClock(source: Source, line: Line, round: ClockedRound): PromptClock | undefined {
  const text = source.lineText(line);
  const label = CLOCK.exec(text);
  if (!label) return undefined;
  const value = text.slice(label[0].length).trim();
  const start = line.start + label[0].length;
  const place = { start, end: start + value.length };
  if (label[1]?.toLowerCase() === 'minutes') {
    const minutes = /^\d{1,3}$/u.test(value) ? Number(value) : 0;
    if (minutes >= 1 && minutes <= round.minutes) return { minutes };
    source.warn(`“${value}” is not how long a prompt takes: write whole minutes, from 1 to ${round.minutes}.`, place);
    return {};
  }
  const phase = round.phases.find(({ title }) => title.toLowerCase() === value.toLowerCase());
  if (phase) return { phase: phase.title };
  const titles = round.phases.map(({ title }) => title).join(', ');
  source.warn(`The round has no phase “${value}”: use one of ${titles}.`, place);
  return {};
}

/** Whether a prompt fills its round. */
export function isFullCase({ minutes }: PromptClock, round: Pick<PlaybookRound, 'minutes'>): boolean {
  return minutes === round.minutes;
}

/** “45 minutes, fills the round” or “7 minutes, in Size”; undefined where the prompt says nothing of it. */
export function clockText(clock: PromptClock, round: Pick<PlaybookRound, 'minutes'>): string | undefined {
  const { minutes, phase } = clock;
  const parts = [
    minutes === undefined ? undefined : plural(minutes, 'minute'),
    isFullCase(clock, round) ? 'fills the round' : phase === undefined ? undefined : `in ${phase}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
