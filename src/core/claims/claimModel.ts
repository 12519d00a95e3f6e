/** What the register of figures holds: every figure of a loop with what it measures, and where it stands. */
import type { FilePlace } from '../place';
import type { Span } from '../ports';
import type { STATED_RULE } from '../story/lint/contradictsStated';
import type { Severity } from '../story/lint/types';
import type { Quantity } from '../story/quantities';

/** Which of a loop's files a figure stands in. Stories, worked blocks and the case are what others rest on. */
export type FigureSource = 'story' | 'script' | 'sheet' | 'case' | 'offer';

/**
 * What a figure is in its text: `current` is claimed to hold; `old` is what was there before, `goal` what was to be
 * reached, `plan` what somebody asks for or would do, `passing` a step on the way, and `theirs` what others have.
 */
export type FigureRole = 'current' | 'old' | 'goal' | 'plan' | 'passing' | 'theirs';

/** Whether a figure is a level (“churn is 2%”), a change (“churn fell by 2%”) or a part (“2% of users”). */
export type FigureMode = 'level' | 'change' | 'part';

/** How closely a figure is meant: “about 35 ms”, “more than 1M”, “under 50 ms”. */
export type Closeness = 'exact' | 'about' | 'more' | 'less';

/** A figure of a text. Offsets are UTF-16 units into the text. */
export interface Figure extends Span {
  readonly quantity: Quantity;
  /** What it measures, as written: “p99 scoring latency”; empty where the sentence does not say. */
  readonly measure: string;
  /** The stems of those words. */
  readonly stems: ReadonlySet<string>;
  /** The stem of the noun that the others describe; undefined where there is none. */
  readonly head: string | undefined;
  /** “p99”, “median”: two figures that differ in these measure different things. */
  readonly qualifiers: ReadonlySet<string>;
  /** Names in its sentence, such as “Europe”: what it holds for. */
  readonly scope: ReadonlySet<string>;
  /** When and where it holds, as the words beside it say: “in Q1”, “after four weeks”, “on mobile”. */
  readonly circumstances: ReadonlySet<string>;
  /** What its sentence opens with, where that limits what it says: “on mobile, …”. */
  readonly limits: ReadonlySet<string>;
  /** Which way its measure went; undefined where its sentence does not say. */
  readonly direction: 'up' | 'down' | undefined;
  /** The stems of what else its sentence speaks of before it; none where it claims the figure for the user. */
  readonly others: ReadonlySet<string>;
  /** Its sentence says that it was so: “deploy time was 50 minutes”. */
  readonly isPast: boolean;
  /** Which sentence of its text it stands in, from 0. */
  readonly sentence: number;
  /** The stems of what else its sentence says. */
  readonly context: ReadonlySet<string>;
  /** The stems of what the part of its sentence that it stands in says: between two commas or other figures. */
  readonly clause: ReadonlySet<string>;
  readonly mode: FigureMode;
  readonly role: FigureRole;
  readonly closeness: Closeness;
  /** The sentence says that the user, or the case, reached it. */
  readonly isClaimed: boolean;
  /** Where it stands: under Impact or Result, or in a text or part of it without such sections. */
  readonly part: 'outcome' | 'other' | undefined;
  /** 0-based. */
  readonly line: number;
}

/** A figure that a block works out or takes as given. */
export interface BlockFigure extends Span {
  readonly title: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly unit: string | null;
  readonly isResult: boolean;
}

/** A file with its figures. `path` is relative to the prep folder, with `/`. */
export interface FileFigures {
  readonly path: string;
  readonly text: string;
  readonly source: FigureSource;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly blocks: readonly BlockFigure[];
  /** The stems of its title and of what its outcome sections say. */
  readonly subject: ReadonlySet<string>;
}

/** A figure that the user no longer stands by, as claims.md lists it. */
export interface Retraction extends Span {
  readonly figure: Figure;
  /** Why, as the user wrote it; empty where no reason is given. */
  readonly reason: string;
  /** The file that it is about, relative to the prep folder; undefined means any. */
  readonly about: string | undefined;
}

export type ClaimRuleCode = 'figure-differs' | 'figure-unsupported' | 'claim-retracted';

/** A change of one file of the prep folder. */
export interface ClaimFix {
  readonly title: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** What is said of a figure in view of the other files. */
export interface ClaimFinding extends Span {
  readonly code: ClaimRuleCode | typeof STATED_RULE.code;
  readonly severity: Severity;
  /** Relative to the prep folder. */
  readonly path: string;
  readonly message: string;
  /** The other places that it is about. */
  readonly related: readonly (Required<Pick<FilePlace, 'path' | 'start' | 'end'>> & { readonly message: string })[];
  readonly fixes: readonly ClaimFix[];
}
