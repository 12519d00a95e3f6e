/** The fit check as plain values: what the company asks for, and which story proves it. */
import type { FitRequirement } from '../playbook/schema';
import type { CoverageStory } from '../story/coverage';
import type { Story } from '../story/parseStory';

/** A story that may prove something: as coverage sees it, and its text. */
export interface FitStory extends CoverageStory {
  readonly parsed: Story;
}

/**
 * `strong`: a finished story proves it. `partial`: a story comes near, or is still a draft. `missing`: no story does.
 * `yours`: no story can prove it, so the user answers it for themselves.
 */
export type FitState = 'strong' | 'partial' | 'missing' | 'yours';

/** A place in a story. */
export interface FitProof {
  /** The story's path in the prep folder. */
  readonly path: string;
  readonly title: string;
  /** 0-based. */
  readonly line: number;
  /** The figure or the words that stand there; empty where the story as a whole is meant. */
  readonly text: string;
}

/** What closes a gap: writing a story for a competency, or working on one that is there. */
export type FitAction =
  | { readonly kind: 'write'; readonly title: string; readonly competency: string }
  | { readonly kind: 'open'; readonly title: string; readonly path: string; readonly line: number };

/** One requirement, held against the stories. */
export interface FitRow extends Pick<FitRequirement, 'id' | 'question' | 'expects'> {
  readonly state: FitState;
  /** A sentence: what proves it, or what is missing. */
  readonly reason: string;
  /** The best first; empty where nothing comes near. */
  readonly proofs: readonly FitProof[];
  /** Undefined where nothing is left to do. */
  readonly action?: FitAction | undefined;
  /** What to say in the interview in the meantime; empty where nothing has to be said. */
  readonly frame: string;
}
