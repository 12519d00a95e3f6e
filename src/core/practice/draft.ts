/** What is kept of a run of a round until it is saved as a session. */
import * as z from 'zod/mini';
import type { Scores } from '../sessions/sessionModel';

/** The longest notes that are kept, in UTF-16 units. */
export const MAX_NOTES = 200_000;

/** Which round of which loop. */
export interface RoundPlace {
  /** The loop's folder, as a Uri's string. */
  readonly loop: string;
  /** The round's id. */
  readonly round: string;
}

/** The planned mock that this run is. */
export interface HeldMock {
  /** Its file, relative to the prep folder. */
  readonly path: string;
  /** The peer's name; '' where it is not known. */
  readonly peer: string;
}

/** What was noted in one run. Each run of a round has its own. */
export interface PracticeDraft extends RoundPlace {
  /** The title of the prompt that is practised; in a mock, of the one that the peer chose, once it was entered. */
  readonly prompt: string | undefined;
  /** As they were typed, with the markers among them as lines `- 03:12 · Frame · latency`. */
  readonly notes: string;
  readonly scores: Scores;
  /** Which of the round's judgement signals were shown. */
  readonly signals: readonly string[];
  readonly mock?: HeldMock | undefined;
}

const text = z.string().check(z.maxLength(4096));
/** The shape of a draft. */
export const keptDraft = z.object({
  loop: text,
  round: text,
  prompt: z.optional(text),
  notes: z.string().check(z.maxLength(MAX_NOTES)),
  scores: z.record(text, z.literal([1, 2, 3, 4])),
  signals: z.array(text).check(z.maxLength(1000)),
  mock: z.optional(z.object({ path: text, peer: text })),
});

/** The draft of a round about which nothing has been noted yet. */
export function emptyDraft({ loop, round }: RoundPlace): PracticeDraft {
  return { loop, round, prompt: undefined, notes: '', scores: {}, signals: [] };
}

/** Whether there is something in it that would be missed. */
export function hasContent({ notes, scores, signals }: PracticeDraft): boolean {
  return notes.trim() !== '' || Object.keys(scores).length > 0 || signals.length > 0;
}

/** Whether it makes a run worth keeping, however short that was. */
export function isWorthAQuestion(draft: PracticeDraft): boolean {
  return hasContent(draft) || draft.mock !== undefined;
}

/** Reads back what was kept. Undefined where it is not a draft. */
export function decodeDraft(value: unknown): PracticeDraft | undefined {
  const { data } = z.safeParse(keptDraft, value);
  return data && { ...data, prompt: data.prompt };
}
