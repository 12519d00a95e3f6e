/** What is kept of a checked text when the text itself is dropped: ten thousand stories have to fit into memory. */
import { summariseScore, type ScoreSummary, type Severity, type TextKind } from '../core/story/lint';
import { speakingSeconds } from '../core/story/spoken';
import type { Checked } from './checkedFiles';

export interface FindingSummary {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
}

export interface StorySummary {
  readonly kind: TextKind;
  /** 0 to 100; undefined where there is nothing to judge, or the text is too large. */
  readonly score: number | undefined;
  /** What earned the score, and what cost it most; undefined where there is no score. */
  readonly scoreSummary: ScoreSummary | undefined;
  readonly competencies: readonly string[];
  /** Round ids. */
  readonly rounds: readonly string[];
  /** How many metrics the text has. */
  readonly metrics: number;
  /** How long it takes to say, in seconds. */
  readonly seconds: number;
  /** The worst findings first, and at most {@link KEPT}. */
  readonly findings: readonly FindingSummary[];
  /** How many findings there are in all. */
  readonly count: number;
}

const KEPT = 5;
const ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export function summarise({ file, analysis, options }: Checked): StorySummary {
  const base = {
    kind: file.kind,
    score: undefined,
    scoreSummary: undefined,
    competencies: [],
    rounds: [],
    metrics: 0,
    seconds: 0,
    findings: [],
    count: 0,
  };
  if (!analysis) return base;
  const { findings, parsed, quantities, score } = analysis;
  const worst = [...findings].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || a.start - b.start,
  );
  return {
    ...base,
    score: score?.score,
    scoreSummary: score && summariseScore(score),
    competencies: parsed.competencies,
    rounds: parsed.rounds,
    metrics: quantities.length,
    seconds: speakingSeconds(parsed.words, options.wordsPerMinute),
    findings: worst.slice(0, KEPT).map(({ code, severity, message, start }) => ({ code, severity, message, start })),
    count: findings.length,
  };
}
