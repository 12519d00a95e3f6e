/** The rules about figures across files: set to another level, or silenced, as the rules of stories are. */
import type { Severity } from '../story/lint/types';
import type { ClaimRuleCode } from './claimModel';

interface ClaimRule {
  readonly code: ClaimRuleCode;
  readonly severity: Severity;
  /** What to call it where a code would be out of place; the heading of its page. */
  readonly title: string;
  readonly summary: string;
}

/** As the setting for rules lists them. */
export const CLAIM_RULES: readonly ClaimRule[] = [
  {
    code: 'figure-differs',
    severity: 'warning',
    title: 'One measure with two figures',
    summary: 'A measure of a story has the same figure wherever it is said.',
  },
  {
    code: 'figure-unsupported',
    severity: 'warning',
    title: 'A figure that nothing supports',
    summary: 'A figure that a script or an offer claims stands in a story, a worked block or the case.',
  },
  {
    code: 'claim-retracted',
    severity: 'warning',
    title: 'A figure you have retracted',
    summary: 'A figure that claims.md lists as retracted is no longer used.',
  },
];

export const CLAIM_CODES: readonly ClaimRuleCode[] = CLAIM_RULES.map(({ code }) => code);
