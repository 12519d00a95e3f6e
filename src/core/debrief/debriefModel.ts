/** What was asked in a round and how the answers landed, as the section “Debrief” of the round’s file has it. */
import type { TextProblem } from '../ports';

/** How a story landed, from the best. */
export const LANDINGS = ['strong', 'solid', 'gap'] as const;
export type Landing = (typeof LANDINGS)[number];

/** A question that was asked, and what came of it. Each text is one line of Markdown. */
export interface DebriefedQuestion {
  readonly asked: string;
  /** The name of the story’s file without `.md`, or what was written in its place; undefined for none. */
  readonly story: string | undefined;
  readonly landed: Landing | undefined;
  /** What they asked more about. */
  readonly pushedOn: readonly string[];
  /** Facts that our notes have otherwise. */
  readonly contradicted: readonly string[];
}

export interface Debrief {
  readonly questions: readonly DebriefedQuestion[];
  readonly problems: readonly TextProblem[];
}

/** The weakest of some landings; undefined where there is none. */
export function weakest(landings: readonly (Landing | undefined)[]): Landing | undefined {
  return [...LANDINGS].reverse().find((landing) => landings.includes(landing));
}
