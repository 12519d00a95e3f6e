/** What an interviewer fills in, and what is read of it. */
import type { Hire } from '../sessions/hire';
import type { Scores } from '../sessions/sessionModel';

/** The headings of what stands below the scores. */
export const POINTS = 'Points to work on';
export const COMMENTS = 'Comments';

/** As much of a competency as a sheet needs. */
export interface Scored {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** What a 1, 2, 3 and 4 look like, as Markdown on one line. */
  readonly anchors?: readonly string[];
}

/** What a score rests on, as Markdown; '' where nothing was written. */
export interface Evidence {
  readonly evidence: string;
  readonly redFlags: string;
}

export interface Filled {
  readonly scores: Scores;
  /** By the competency's id; left out where nobody wrote any. */
  readonly evidence?: Readonly<Record<string, Evidence>>;
  /** Left out where it was not decided. */
  readonly hire?: Hire;
  /** Markdown. */
  readonly comments: string;
  /** What to work on, one line per point. */
  readonly points: readonly string[];
}

/** A line of the sheet that cannot be understood. */
export interface SheetProblem {
  /** 0-based line of the text. */
  readonly line: number;
  readonly message: string;
}

export interface Returned extends Filled {
  readonly problems: readonly SheetProblem[];
}

/** Evidence by competency. Ids are the user's: one such as `constructor`, which every object has, has none. */
export function evidenceOf(all: Filled['evidence'], competency: string): Evidence | undefined {
  return all && Object.hasOwn(all, competency) ? all[competency] : undefined;
}
