/**
 * The formulas of an estimate over its assumptions: their values with their dimensions, and then as plain numbers, for
 * as many values of the assumptions as are wanted.
 */
import { added, kindInWords, multiplied, negated, type Amount } from './amounts';
import { problemAt } from './blockLines';
import type { BlockProblem } from './blockModel';
import type { Assumption, NamedFormula, NumberStep } from './estimateTypes';
import type { Operator, Step } from './formulas';
import { fractionSign, fractionsOf, type Fraction } from './fractions';
import { coursesIn, finerCourse, type Box, type Course, type Interval } from './slopes';

interface Worked extends NamedFormula {
  readonly amount: Amount;
}

export interface ModelRange {
  readonly low: number;
  readonly high: number;
  /** The assumptions that it may both rise and fall with. */
  readonly notMonotoneIn: readonly string[];
  /** A divisor is 0 somewhere within the ranges, or that cannot be ruled out: there are no bounds. */
  readonly isBroken: boolean;
}

/** How many steps of formulas are taken for ranges and goals; what would need more is left out. */
const MOST_WORK = 600_000;
/** All corners are tried for at most this many assumptions. */
const MOST_CORNERS = 8;
/** Longer formulas are not looked at as fractions. */
const MOST_STEPS = 200;
/** How many steps of formulas are taken to prove how they run where their whole ranges prove nothing. */
const MOST_PROOF = 400_000;

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
  private proof = 0;
  private courses: readonly Course[] | undefined;
  private fractions: readonly (Fraction | undefined)[] | undefined;

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

  /** How far each assumption alone moves the last formula; those with which it divides by 0 on the way are left out. */
  swings(): { readonly key: string; readonly atLow: number; readonly atHigh: number }[] {
    if (this.isTooLarge) return [];
    const last = this.programs.length - 1;
    const mayBreak = this.courseOf(last).breaks;
    return this.ranged
      .filter((index) => !mayBreak || !this.finer(last, this.boxAlong([index]), [index], [0]).breaks)
      .map((index) => {
        const { key, low, high } = this.list[index] as Assumption;
        return { key, atLow: this.lastWith(index, low), atHigh: this.lastWith(index, high) };
      })
      .filter(({ atLow, atHigh }) => Number.isFinite(atLow) && Number.isFinite(atHigh) && atLow !== atHigh);
  }

  /** The ranges of some assumptions; the others have their own values. */
  private boxAlong(along: readonly number[]): Box {
    const isOpen = new Set(along);
    return this.list.map(({ amount, low, high }, index) =>
      isOpen.has(index) ? [low, high] : [amount.value, amount.value],
    );
  }

  /** How a formula runs over the whole of all ranges. */
  private courseOf(formula: number): Course {
    this.courses ??= coursesIn(this.programs, this.boxAlong(this.ranged), this.ranged);
    return this.courses[formula] as Course;
  }

  /** Whether a formula rises or falls with an assumption wherever it divides by 0 nowhere; NaN where unproven. */
  private signOf(formula: number, index: number, { signs }: Course): number {
    const at = this.ranged.indexOf(index);
    const sign = signs[at] as number;
    if (!Number.isNaN(sign) || this.ranged.length > MOST_CORNERS || this.size > MOST_STEPS) return sign;
    this.fractions ??= fractionsOf(this.programs, this.middle(), this.ranged);
    const fraction = this.fractions[formula];
    const box = this.boxAlong(this.ranged);
    return fraction
      ? fractionSign(
          fraction,
          at,
          this.ranged.map((one) => box[one] as Interval),
        )
      : Number.NaN;
  }

  /** @param known the signs that are proven; NaN for the others. */
  private finer(
    formula: number,
    box: Box,
    along: readonly number[],
    known: readonly number[],
  ): ReturnType<typeof finerCourse> {
    const programs = this.programs.slice(0, formula + 1);
    const cost = (this.list.length + programs.reduce((sum, { length }) => sum + length, 0)) * Math.max(1, along.length);
    const most = Math.floor((MOST_PROOF - this.proof) / cost);
    if (most < 1) return { signs: along.map(() => Number.NaN), breaks: true, open: [], boxes: 0 };
    const found = finerCourse(programs, box, along, known, most);
    this.proof += found.boxes * cost;
    return found;
  }

  /**
   * The least and the most of a formula while each assumption is within its range: at two corners where it only rises
   * or only falls with each of them. Undefined where no assumption has a range, or there are too many.
   */
  rangeOf(formula: number): ModelRange | undefined {
    const { ranged } = this;
    if (ranged.length === 0 || this.isTooLarge) return undefined;
    const whole = this.courseOf(formula);
    const uses = ranged.filter((_, at) => whole.signs[at] !== 0);
    const signs = uses.map((index) => this.signOf(formula, index, whole));
    const isProven = !whole.breaks && !signs.some(Number.isNaN);
    const finer = isProven ? undefined : this.finer(formula, this.boxAlong(uses), uses, signs);
    if (finer?.breaks === true) return { low: Number.NaN, high: Number.NaN, notMonotoneIn: [], isBroken: true };
    const low = this.middle();
    const high = this.middle();
    const open: number[] = [];
    uses.forEach((index, at) => {
      const sign = Number.isNaN(signs[at]) ? finer?.signs[at] : signs[at];
      const { low: from, high: to } = this.list[index] as Assumption;
      if (sign === undefined || Number.isNaN(sign)) open.push(index);
      else if (sign !== 0) [low[index], high[index]] = sign > 0 ? [from, to] : [to, from];
    });
    const found =
      open.length === 0
        ? [this.at(formula, low), this.at(formula, high)]
        : [...this.within(formula, finer?.open ?? []), ...this.corners(formula, open, low, high)];
    return {
      low: Math.min(...found),
      high: Math.max(...found),
      notMonotoneIn: open.map((index) => (this.list[index] as Assumption).key),
      isBroken: !found.every(Number.isFinite),
    };
  }

  /** Its values in the middle and at two corners of each box. */
  private within(formula: number, boxes: readonly Box[]): number[] {
    const found: number[] = [];
    for (const box of boxes)
      for (const share of [0, 0.5, 1]) {
        if (this.work > MOST_WORK) return found;
        found.push(
          this.at(
            formula,
            box.map(([low, high]) => low + (high - low) * share),
          ),
        );
      }
    return found;
  }

  private at(formula: number, values: readonly number[]): number {
    return this.run(values, formula + 1).at(-1) ?? Number.NaN;
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
