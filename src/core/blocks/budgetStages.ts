/** The stages of a latency budget: how long they take together, when each begins, and their sum as a formula. */
import type { Span } from '../ports';
import type { Stage } from './blockModel';
import { exact } from './blockWords';

/** A stage while it is being read: the stages in it come after it. */
export interface OpenStage extends Span {
  readonly name: string;
  readonly kind: Stage['kind'];
  readonly indent: number;
  readonly depth: number;
  readonly children: OpenStage[];
  low: number;
  high: number;
}

/**
 * Gives each group the time of its stages.
 * @param all the stages in the order of their lines: those in a group come after it, and are worked out before it.
 */
export function addUpStages(root: OpenStage, all: readonly OpenStage[]): void {
  for (const stage of [root, ...all].reverse()) {
    if (stage.kind === 'stage') continue;
    for (const { low, high } of stage.children) {
      stage.low = stage.kind === 'parallel' ? Math.max(stage.low, low) : exact(stage.low + low);
      stage.high = stage.kind === 'parallel' ? Math.max(stage.high, high) : exact(stage.high + high);
    }
  }
}

/** When each stage begins, and which are on the longest way; `leaf` is the longest of these. */
export function layOutStages(
  root: OpenStage,
  all: readonly OpenStage[],
): { readonly stages: readonly Stage[]; readonly leaf: OpenStage | undefined } {
  const from = new Map<OpenStage, number>([[root, 0]]);
  const counting = new Set<OpenStage>([root]);
  let leaf: OpenStage | undefined;
  for (const group of [root, ...all]) {
    let at = from.get(group) ?? 0;
    const isParallel = group.kind === 'parallel';
    let longest: OpenStage | undefined;
    for (const child of group.children) {
      from.set(child, exact(at));
      if (!isParallel) at += child.high;
      if (!longest || child.high > longest.high) longest = child;
    }
    if (!counting.has(group)) continue;
    if (group.kind === 'stage' && (!leaf || group.high > leaf.high)) leaf = group;
    for (const child of isParallel && longest ? [longest] : group.children) counting.add(child);
  }
  const stages = all.map((stage) => ({
    name: stage.name,
    kind: stage.kind,
    low: stage.low,
    high: stage.high,
    depth: stage.depth,
    from: from.get(stage) ?? 0,
    counts: counting.has(stage),
  }));
  return { stages, leaf };
}

const LONGEST_FORMULA = 240;

/** “look-up + max(model, rules)”, as deep as it is, without calling itself. */
export function stageFormula(root: OpenStage): string {
  let text = '';
  const todo: (OpenStage | string)[] = [...joinedStages(root)].reverse();
  while (todo.length > 0 && text.length < LONGEST_FORMULA) {
    const next = todo.pop() as OpenStage | string;
    if (typeof next === 'string') text += next;
    else if (next.kind === 'stage' || next.children.length === 0) text += next.name;
    else todo.push(')', ...joinedStages(next).reverse(), next.kind === 'parallel' ? 'max(' : '(');
  }
  return todo.length > 0 ? `${text.slice(0, LONGEST_FORMULA)} …` : text;
}

function joinedStages({ kind, children }: OpenStage): (OpenStage | string)[] {
  const separator = kind === 'parallel' ? ', ' : ' + ';
  return children.slice(0, LONGEST_FORMULA).flatMap((child, index) => (index === 0 ? [child] : [separator, child]));
}
