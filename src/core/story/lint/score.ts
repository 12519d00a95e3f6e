import { lineIndexAt, type Line } from '../../markdown/text';
import type { Finding, RuleCode } from './types';

/** Points that one finding costs, and the most that a rule can cost. */
interface Weight {
  readonly points: number;
  readonly most: number;
}

/** What an interviewer would miss most weighs most. The one table of weights. */
export const WEIGHTS: Readonly<Record<RuleCode, Weight>> = {
  'metric-missing': { points: 20, most: 20 },
  'impact-first': { points: 15, most: 15 },
  ownership: { points: 12, most: 12 },
  'trade-off-missing': { points: 10, most: 10 },
  'constraint-missing': { points: 10, most: 10 },
  'section-missing': { points: 10, most: 10 },
  'section-empty': { points: 8, most: 48 },
  'baseline-missing': { points: 6, most: 12 },
  'placeholder-left': { points: 5, most: 60 },
  'section-order': { points: 5, most: 5 },
  'too-long-to-say': { points: 5, most: 5 },
  'vague-quantity': { points: 3, most: 12 },
  'target-missed': { points: 2, most: 4 },
  'market-only-ask': { points: 25, most: 25 },
};

/** Points lost, and why. */
export interface Loss {
  readonly code: RuleCode;
  readonly points: number;
  /** 0-based. */
  readonly line: number;
}

export interface Score {
  /** 0 to 100. */
  readonly score: number;
  /** In the order of the text; together they are 100 - score, but for what would fall below 0. */
  readonly losses: readonly Loss[];
}

/**
 * 100, less what each finding costs. A rule that is off costs nothing. `lines` are those of the text that was linted.
 */
export function scoreStory(findings: readonly Finding[], lines: readonly Line[]): Score {
  const spent = new Map<RuleCode, number>();
  const losses: Loss[] = [];
  let score = 100;
  for (const { code, start } of findings) {
    const { points, most } = WEIGHTS[code];
    const before = spent.get(code) ?? 0;
    const cost = Math.min(points, most - before, score);
    if (cost <= 0) continue;
    spent.set(code, before + cost);
    score -= cost;
    losses.push({ code, points: cost, line: lineIndexAt(lines, start) });
  }
  return { score, losses };
}
