import type { StoryContext } from './context';
import type { Report, RuleCode, Severity, TextKind } from './types';

/** A rule is data and one pure check; its documentation is `content/rules/<code>.md`. */
export interface Rule {
  readonly code: RuleCode;
  /** What it is unless `prepLoop.lint.rules` says otherwise. */
  readonly severity: Severity;
  /** One sentence for lists of rules. */
  readonly summary: string;
  readonly kinds: readonly TextKind[];
  readonly check: (story: StoryContext) => readonly Report[];
}
