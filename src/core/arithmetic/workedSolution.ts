/** How a result is worked out, step by step. */
import type { BlockInput, BlockResult, WorkedBlock } from '../blocks/blockModel';
import { keyName } from '../blocks/blockLines';
import { shortFigure } from '../blocks/blockWords';
import { CAPACITY_KEY_NAMES, CAPACITY_KEYS } from '../blocks/capacityInputs';
import { readFieldFigure } from '../story/quantities';
import { figureWords, type ArithmeticQuestion } from './arithmeticQuestions';

export interface SolutionStep {
  /** What is worked out. */
  readonly title: string;
  /** “ingress × replication” */
  readonly formula: string;
  /** The same with figures in place of names, “500 MB/s × 3”; '' where it has none. */
  readonly figures: string;
  /** “1.5 GB/s” */
  readonly result: string;
}

export interface WorkedSolution {
  /** What the answer needs first and nobody asked for, then the answer itself. */
  readonly steps: readonly SolutionStep[];
  /** Who says so; '' where the block's own lines do. */
  readonly source: string;
}

/** The solution of a question on a block. @param text of the block, from fence to fence. @param asked all questions. */
export function workedSolution(
  text: string,
  block: WorkedBlock,
  { result, value, unit }: ArithmeticQuestion,
  asked: readonly ArithmeticQuestion[],
): WorkedSolution {
  const named = figuresByName(text, block);
  const formula = formulaOf(block, result);
  const known = new Set(asked.map((question) => question.result.id));
  const needed = block.results.filter(
    ({ id }) => id !== result.id && !known.has(id) && id !== 'sensitivity' && mentions(formula, id),
  );
  const isEnd = value !== result.value;
  const end = value < result.value ? 'least' : 'most';
  return {
    steps: [
      ...needed.map((one) => stepOf(formulaOf(block, one), one, named)),
      isEnd
        ? {
            title: result.title,
            formula: `${formula}, with every assumption at the end that makes it ${end}`,
            figures: '',
            result: figureWords(value, unit),
          }
        : stepOf(formula, result, named),
    ],
    source: result.source ?? '',
  };
}

function stepOf(
  formula: string,
  { title, value, unit }: BlockResult,
  named: ReadonlyMap<string, string>,
): SolutionStep {
  const figures = inFigures(formula, named);
  return { title, formula, figures: figures === formula ? '' : figures, result: figureWords(value, unit) };
}

/** A result's formula without its own name before it; of one that is as large as another, that one's. */
function formulaOf({ results }: WorkedBlock, { id, formula }: BlockResult): string {
  const other = results.find((one) => one.id === formula && one.id !== id);
  const own = other?.formula ?? formula;
  return own.startsWith(`${id} = `) ? own.slice(id.length + 3) : own;
}

/** Whether a formula has a name of its own words in it. */
function mentions(formula: string, id: string): boolean {
  const named = new Map([[keyName(id), '']]);
  return inFigures(formula, named) !== formula;
}

/** What each name of a formula stands for, in short. */
function figuresByName(text: string, block: WorkedBlock): Map<string, string> {
  const named = new Map<string, string>();
  if (block.kind === 'capacity')
    for (const key of CAPACITY_KEY_NAMES) {
      const rule: { readonly kind: string; readonly fallback?: number } = CAPACITY_KEYS[key];
      if (rule.fallback !== undefined) named.set(key, shortFigure(rule.fallback, rule.kind === 'share' ? '%' : null));
    }
  for (const input of block.inputs) named.set(keyName(input.key), inputWords(text, input));
  for (const { id, value, unit } of block.results)
    if (id !== 'sensitivity') named.set(keyName(id), figureWords(value, unit));
  if (block.kind === 'latency-budget') {
    const total = block.results.find(({ id }) => id === 'total');
    const slo = block.inputs.find(({ key }) => keyName(key) === 'slo');
    if (total) named.set('total at its high end', figureWords(total.value, total.unit));
    if (slo) named.set('slo', inputWords(text, slo));
  }
  return named;
}

/** As it is written, without what stands after the figure; a range with the end that counts. */
function inputWords(text: string, { value, unit, low, valueStart, valueEnd }: BlockInput): string {
  if (low !== undefined) return figureWords(value, unit);
  const written = text.slice(valueStart, valueEnd);
  return written.slice(0, readFieldFigure(written)?.end).trim();
}

const LONGEST_NAME = 80;
const WORD = /[\p{L}\p{N}]/u;

/** Puts figures in the place of names, the longest that fits first. Linear time. */
function inFigures(formula: string, named: ReadonlyMap<string, string>): string {
  const isWord = (at: number): boolean => WORD.test(formula[at] ?? '');
  let text = '';
  let at = 0;
  while (at < formula.length) {
    const end = isWord(at) && !isWord(at - 1) ? endOfName(formula, at, named, isWord) : undefined;
    text += end === undefined ? formula[at] : named.get(keyName(formula.slice(at, end)));
    at = end ?? at + 1;
  }
  return text;
}

function endOfName(
  formula: string,
  at: number,
  named: ReadonlyMap<string, string>,
  isWord: (at: number) => boolean,
): number | undefined {
  for (let end = Math.min(formula.length, at + LONGEST_NAME); end > at; end -= 1)
    if (isWord(end - 1) && !isWord(end) && named.has(keyName(formula.slice(at, end)))) return end;
  return undefined;
}
