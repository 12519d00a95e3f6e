import { lineIndexAt, type Line } from '../../markdown/text';
import type { Finding } from './finding';
import { RULES, type RuleCode } from './registry';
import type { Weight } from './rule';

/** What each rule's findings cost. */
export const WEIGHTS = Object.fromEntries(RULES.map(({ code, weight }) => [code, weight])) as Readonly<
  Record<RuleCode, Weight>
>;

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
