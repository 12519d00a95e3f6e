/** What an estimate is made of, once its lines are read. */
import type { Span } from '../ports';
import type { Amount } from './amounts';
import type { Formula, Operator } from './formulas';

export interface Assumption {
  /** As it is looked up. */
  readonly name: string;
  /** As it is written. */
  readonly key: string;
  readonly amount: Amount;
  readonly low: number;
  readonly high: number;
  readonly place: Span;
}

export interface NamedFormula {
  readonly name: string;
  readonly key: string;
  readonly formula: Formula;
  readonly place: Span;
}

/** A step of a formula for plain numbers: variables are known by their index, assumptions first. */
export type NumberStep =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'minus' }
  | { readonly kind: Operator; readonly scale: number };
