import type { RuleCode } from './registry';
import type { Fix, Severity } from './types';

/** Something a careful coach would say about `text.slice(start, end)`, which is never the whole document. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Worked out when it is first read: whether a fix holds may take a check of the text as it would be. */
  readonly fixes: readonly Fix[];
}
