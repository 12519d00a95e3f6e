import type { RuleCode } from './registry';
import type { Fix, Severity } from './types';

/** Something a careful coach would say about `text.slice(start, end)`, which is never the whole document. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fixes: readonly Fix[];
}
