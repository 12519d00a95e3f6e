/** What a figure says in a story. */
export interface Verdict {
  /**
   * `outcome`: money, users or the business; `technical`: a latency, an error rate; `none`: how long something took,
   * how many worked on it, a budget, a goal.
   */
  readonly role: 'outcome' | 'technical' | 'none';
  /** It says how much, how fast or at what cost something runs. */
  readonly constraint: boolean;
}

export const NOTHING: Verdict = { role: 'none', constraint: false };
export const OUTCOME: Verdict = { role: 'outcome', constraint: false };
/** A figure that an engineer runs a system by. */
export const TECHNICAL: Verdict = { role: 'technical', constraint: true };
/** A technical figure without a scale: "90% accuracy". */
export const QUALITY: Verdict = { role: 'technical', constraint: false };
/** Says what something has to meet, and nothing about what came of it. */
export const CONSTRAINT: Verdict = { role: 'none', constraint: true };
