/** What a worked figure is: a fenced block of Markdown whose lines are inputs, and what is worked out from them. */
import type { Span } from '../ports';
import type { Fix, Severity } from '../story/lint/types';

export type WorkedBlockKind = 'latency-budget' | 'capacity' | 'estimate';

export const BLOCK_KINDS: readonly WorkedBlockKind[] = ['latency-budget', 'capacity', 'estimate'];

/** That a block does not fit: these can be set and silenced as rules are. */
export type BlockRuleCode = 'budget-exceeded' | 'capacity-exceeded' | 'goal-missed';

/** That a line of a block cannot be used as it stands. */
export type BlockErrorCode =
  | 'block-blank'
  | 'block-dimension'
  | 'block-division'
  | 'block-key'
  | 'block-line'
  | 'block-missing'
  | 'block-name'
  | 'block-not-monotone'
  | 'block-range'
  | 'block-repeated'
  | 'block-too-large'
  | 'block-unit'
  | 'block-value';

/** Something wrong in a block, at its place in the document. */
export interface BlockProblem extends Span {
  readonly code: BlockRuleCode | BlockErrorCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/**
 * A value with the unit that it is in: money in currency units (`USD`, `USD/year`), a share in percent (`%`), time in
 * `ms`, data in `bytes` and `bytes/s`, what is counted by its name (`events/s`). Null is a bare number.
 */
export interface BlockValue {
  readonly value: number;
  readonly unit: string | null;
  readonly low?: number;
  readonly high?: number;
}

/** A line `key: value`. */
export interface BlockInput extends BlockValue, Span {
  readonly key: string;
  /** Where the value stands. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface BlockResult extends BlockValue {
  readonly id: string;
  /** What it is, in words. */
  readonly title: string;
  /** How it was worked out. */
  readonly formula: string;
  /** Who says that it is worked out this way; undefined where the block's own lines do. */
  readonly source: string | undefined;
  /** The keys and names that the formula uses. */
  readonly uses: readonly string[];
  /** What the figure is about: the stage of `largest`, the assumption of `sensitivity`. */
  readonly of?: string;
  /** Where its formula stands, for a result that the block's own lines work out. */
  readonly place?: Span;
}

/** A result that could not be worked out, and the inputs that it needs. */
export interface LeftOut {
  readonly title: string;
  readonly needs: readonly string[];
}

/** How far an assumption, from its low to its high end, moves the last result by itself. */
export interface Swing {
  readonly key: string;
  /** The last result at the assumption's low and high end. */
  readonly atLow: number;
  readonly atHigh: number;
}

/** A stage of a latency budget, with those in it; milliseconds. */
export interface Stage {
  readonly name: string;
  readonly kind: 'stage' | 'parallel' | 'sequence';
  readonly low: number;
  readonly high: number;
  /** How deep it stands in others. */
  readonly depth: number;
  /** When it begins, with every range at its high end. */
  readonly from: number;
  /** Whether it is on the longest way through the budget. */
  readonly counts: boolean;
}

export interface WorkedBlock extends Span {
  readonly kind: WorkedBlockKind;
  readonly inputs: readonly BlockInput[];
  readonly results: readonly BlockResult[];
  readonly problems: readonly BlockProblem[];
  /** The block in a few words; undefined where nothing could be worked out. */
  readonly headline: string | undefined;
  /** What its reader should know of the figures. */
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** The stages of a latency budget, in order. */
  readonly stages: readonly Stage[];
  /** The assumptions of an estimate, the one that moves its last result most first. */
  readonly swings: readonly Swing[];
}
