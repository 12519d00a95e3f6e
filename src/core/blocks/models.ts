/**
 * The formulas of an estimate over its assumptions: their values with their dimensions, and then as plain numbers, for
 * as many values of the assumptions as are wanted.
 */
import { added, kindInWords, multiplied, negated, type Amount } from './amounts';
import { problemAt } from './blockLines';
import type { BlockProblem } from './blockModel';
import type { Assumption, NamedFormula, NumberStep } from './estimateTypes';
import type { Operator, Step } from './formulas';
import { slopeSigns } from './slopes';

interface Worked extends NamedFormula {
  readonly amount: Amount;
}

export interface ModelRange {
  readonly low: number;
  readonly high: number;
  /** The assumptions that it may both rise and fall with. */
  readonly notMonotoneIn: readonly string[];
  /** It has no finite value at some ends of the ranges. */
  readonly isBroken: boolean;
}

/** How many steps of formulas are taken for ranges and goals; what would need more is left out. */
const MOST_WORK = 600_000;
/** All corners are tried for at most this many assumptions. */
const MOST_CORNERS = 8;
/** Points at which a formula is looked at along an assumption. */
const POINTS = 9;

export class Model {
  readonly formulas: Worked[] = [];
  private readonly programs: (readonly NumberStep[])[] = [];
  private readonly indices = new Map<string, number>();
  private readonly amounts: Amount[] = [];
  private readonly list: readonly Assumption[];
  /** The assumptions with a range that a formula uses, by their index. */
  private readonly ranged: number[] = [];
  private readonly used = new Set<number>();
  private size = 0;
  private work = 0;
  private signs: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(assumptions: ReadonlyMap<string, Assumption>) {
    this.list = [...assumptions.values()];
    this.list.forEach(({ name, amount }, index) => {
      this.indices.set(name, index);
      this.amounts.push(amount);
    });
  }

  get names(): Iterable<string> {
    return this.indices.keys();
  }

  get assumptions(): readonly Assumption[] {
    return this.list;
  }

  knows(name: string): boolean {
    return this.indices.has(name);
  }

  /** Adds a formula whose names are all known, or says why it has no value. */
  add(named: NamedFormula): BlockProblem | undefined {
    const stack: Amount[] = [];
    const program: NumberStep[] = [];
    for (const step of named.formula.steps) {
      const problem = this.take(step, stack, program);
      if (problem) return problem;
    }
    const [amount] = stack;
    if (!amount) return undefined;
    if (!Number.isFinite(amount.value))
      return problemAt(named.place, 'block-too-large', `“${named.key}” is too large to be worked out.`);
    this.indices.set(named.name, this.amounts.length);
    this.amounts.push(amount);
    this.formulas.push({ ...named, amount });
    this.programs.push(program);
    this.size += program.length;
    return undefined;
  }

  private take(step: Step, stack: Amount[], program: NumberStep[]): BlockProblem | undefined {
    switch (step.kind) {
      case 'figure':
        stack.push(step.amount);
        program.push({ kind: 'constant', value: step.amount.value });
        return undefined;
      case 'name': {
        const index = this.indices.get(step.name) ?? 0;
        stack.push(this.amounts[index] as Amount);
        this.use(index);
        program.push({ kind: 'variable', index });
        return undefined;
      }
      case 'minus':
        stack.push(negated(stack.pop() as Amount));
        program.push({ kind: 'minus' });
        return undefined;
      case 'operator': {
        const right = stack.pop() as Amount;
        const left = stack.pop() as Amount;
        return this.operate(step, left, right, stack, program);
      }
    }
  }

  private use(index: number): void {
    const assumption = this.list[index];
    if (!assumption || assumption.low >= assumption.high || this.used.has(index)) return;
    this.used.add(index);
    this.ranged.push(index);
  }

  private operate(
    { operator, place, right: rightPlace }: Step & { readonly kind: 'operator' },
    left: Amount,
    right: Amount,
    stack: Amount[],
    program: NumberStep[],
  ): BlockProblem | undefined {
    if (operator === '+' || operator === '−') {
      const sum = added(left, right, operator === '−');
      if (!sum) return problemAt(place, 'block-dimension', mismatch(left, right, operator));
      stack.push(sum);
      program.push({ kind: operator, scale: 1 });
      return undefined;
    }
    if (operator === '÷' && right.value === 0) return problemAt(rightPlace, 'block-division', 'This divides by 0.');
    const { amount, scale } = multiplied(left, right, operator === '÷');
    stack.push(amount);
    program.push({ kind: operator, scale });
    return undefined;
  }

  /** Whether ranges are left out, since working them out would take too long. */
  get isTooLarge(): boolean {
    const { ranged, formulas, list } = this;
    return ranged.length > 0 && (12 * ranged.length + 2 * formulas.length) * (this.size + list.length) > MOST_WORK;
  }

  /** The values of all variables where the assumptions have these. */
  private run(values: readonly number[], upTo = this.programs.length): number[] {
    const all = [...values];
    this.work += all.length / 8;
    for (let at = 0; at < upTo; at += 1) {
      const program = this.programs[at] as readonly NumberStep[];
      this.work += program.length;
      all.push(valueOf(program, all));
    }
    return all;
  }

  private middle(): number[] {
    return this.list.map(({ amount }) => amount.value);
  }

  /** The last formula's value with one assumption changed; NaN where the limit of work is reached. */
  lastWith(index: number, value: number): number {
    if (this.work > MOST_WORK) return Number.NaN;
    const values = this.middle();
    values[index] = value;
    return this.run(values).at(-1) ?? Number.NaN;
  }

  /** How far each assumption alone moves the last formula. */
  swings(): { readonly key: string; readonly atLow: number; readonly atHigh: number }[] {
    if (this.isTooLarge) return [];
    return this.ranged
      .map((index) => {
        const { key, low, high } = this.list[index] as Assumption;
        return { key, atLow: this.lastWith(index, low), atHigh: this.lastWith(index, high) };
      })
      .filter(({ atLow, atHigh }) => Number.isFinite(atLow) && Number.isFinite(atHigh) && atLow !== atHigh);
  }

  /**
   * The least and the most of a formula while each assumption is within its range: at two corners where it only rises
   * or only falls with each of them. Undefined where no assumption has a range, or there are too many.
   */
  rangeOf(formula: number): ModelRange | undefined {
    const { ranged } = this;
    if (ranged.length === 0 || this.isTooLarge) return undefined;
    this.signs ??= slopeSigns(this.programs, this.list, ranged);
    const low = this.middle();
    const high = this.middle();
    const open: number[] = [];
    const seen: number[] = [];
    for (const index of ranged) {
      const proven = this.signs.get(index)?.[formula] ?? Number.NaN;
      const sign = Number.isNaN(proven) ? this.lookAlong(formula, index, seen) : proven;
      const { low: from, high: to } = this.list[index] as Assumption;
      if (Number.isNaN(sign)) open.push(index);
      else if (sign !== 0) [low[index], high[index]] = sign > 0 ? [from, to] : [to, from];
    }
    const found =
      open.length === 0
        ? [this.at(formula, low), this.at(formula, high)]
        : [...seen, ...this.corners(formula, open, low, high)];
    return {
      low: Math.min(...found),
      high: Math.max(...found),
      notMonotoneIn: open.map((index) => (this.list[index] as Assumption).key),
      isBroken: !found.every(Number.isFinite),
    };
  }

  private at(formula: number, values: readonly number[]): number {
    return this.run(values, formula + 1).at(-1) ?? Number.NaN;
  }

  /**
   * Whether a formula rises (1) or falls (-1) with an assumption, as far as a sample of points shows; NaN where it does
   * both. For formulas where it cannot be proved: a ÷ (a + b) rises with a, though its parts do not show it.
   */
  private lookAlong(formula: number, index: number, seen: number[]): number {
    const { low, high } = this.list[index] as Assumption;
    let sign = 0;
    for (const others of this.somePlaces(index)) {
      if (this.work > MOST_WORK) return Number.NaN;
      let before = Number.NaN;
      for (let point = 0; point < POINTS; point += 1) {
        others[index] = low + ((high - low) * point) / (POINTS - 1);
        const value = this.at(formula, others);
        seen.push(value);
        if (!Number.isFinite(value)) return Number.NaN;
        const step = Math.abs(value - before) <= 1e-12 * Math.abs(value) ? 0 : Math.sign(value - before);
        before = value;
        if (Number.isNaN(step) || step === 0) continue;
        if (sign !== 0 && step !== sign) return Number.NaN;
        sign = step;
      }
    }
    return sign;
  }

  /** The middle, and corners of the other assumptions. */
  private somePlaces(index: number): number[][] {
    const others = this.ranged.filter((other) => other !== index).slice(0, MOST_CORNERS - 3);
    return [this.middle(), ...this.cornersOf(others, this.middle())];
  }

  private cornersOf(indices: readonly number[], from: readonly number[]): number[][] {
    return Array.from({ length: 2 ** indices.length }, (_, corner) => {
      const values = [...from];
      indices.forEach((index, bit) => {
        const { low, high } = this.list[index] as Assumption;
        values[index] = (corner >> bit) & 1 ? high : low;
      });
      return values;
    });
  }

  /** Its values at the corners of the assumptions that it rises and falls with, and on the ways between the corners. */
  private corners(formula: number, open: readonly number[], low: readonly number[], high: readonly number[]): number[] {
    const tried = open.slice(0, MOST_CORNERS);
    const found: number[] = [];
    for (const from of [low, high])
      for (const values of this.cornersOf(tried, from)) {
        if (this.work > MOST_WORK) break;
        found.push(this.at(formula, values));
      }
    return found.length > 0 ? found : [Number.NaN];
  }
}

function mismatch(left: Amount, right: Amount, operator: Operator): string {
  const [one, other] = [kindInWords(left), kindInWords(right)];
  const verb = operator === '+' ? 'be added to' : 'be taken from';
  const hint = left.isPercent !== right.isPercent ? ' For a change by a share, write × (1 + share).' : '';
  return `${capital(other)} cannot ${verb} ${one}.${hint}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The value of a formula where the variables have these. */
function valueOf(program: readonly NumberStep[], variables: readonly number[]): number {
  const stack: number[] = [];
  for (const step of program) {
    switch (step.kind) {
      case 'constant':
        stack.push(step.value);
        break;
      case 'variable':
        stack.push(variables[step.index] as number);
        break;
      case 'minus':
        stack.push(-(stack.pop() as number));
        break;
      default: {
        const right = stack.pop() as number;
        const left = stack.pop() as number;
        stack.push(operated(step.kind, left, right) * step.scale);
      }
    }
  }
  return stack[0] ?? Number.NaN;
}

function operated(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '−':
      return left - right;
    case '×':
      return left * right;
    case '÷':
      return left / right;
  }
}
