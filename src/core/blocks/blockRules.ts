/** The three codes of blocks that do not fit: set to another level, or silenced, as the rules of stories are. */
import { parseBlocks, type Blocks } from '../markdown/blocks';
import { lineIndexAt } from '../markdown/text';
import { codesSilencedBy, silenceFix } from '../story/lint/suppress';
import { classifyLines } from '../markdown/outline';
import type { Severity } from '../story/lint/types';
import type { BlockProblem, BlockRuleCode, WorkedBlock } from './blockModel';

interface BlockRule {
  readonly code: BlockRuleCode;
  readonly severity: Severity;
  readonly summary: string;
}

/** As the setting for rules lists them. */
export const BLOCK_RULES: readonly BlockRule[] = [
  {
    code: 'budget-exceeded',
    severity: 'warning',
    summary: 'The stages of a latency budget fit its limit.',
  },
  {
    code: 'capacity-exceeded',
    severity: 'warning',
    summary: 'A node’s network and disk hold what a capacity block asks of them, even after the loss of a node.',
  },
  { code: 'goal-missed', severity: 'warning', summary: 'The last result of an estimate reaches its goal.' },
];

const isRule = (code: string): boolean => BLOCK_RULES.some((rule) => rule.code === code);

/**
 * The problems of a text's blocks as they are shown: those that a comment above the block silences are left out, and
 * levels replace the usual severity. Each that can be silenced gets the fix that does.
 * @param levels of rules, by their codes.
 */
export function shownProblems(
  text: string,
  blocks: readonly WorkedBlock[],
  levels: Readonly<Partial<Record<string, Severity | 'off'>>> = {},
  parsed: Blocks = parseBlocks(text),
): BlockProblem[] {
  const { lines } = parsed;
  const kinds = classifyLines(text, parsed);
  return blocks.flatMap(({ start, problems }) => {
    if (!problems.some(({ code }) => isRule(code))) return problems;
    const above = lines[lineIndexAt(lines, start) - 1];
    const silenced: readonly string[] = above ? codesSilencedBy(text, above) : [];
    return problems.flatMap((problem): BlockProblem[] => {
      if (!isRule(problem.code)) return [problem];
      const level = levels[problem.code] ?? problem.severity;
      if (level === 'off' || silenced.includes(problem.code)) return [];
      const fixes = [...problem.fixes, silenceFix(text, lines, kinds, problem.code, start)];
      return [{ ...problem, severity: level, fixes }];
    });
  });
}
