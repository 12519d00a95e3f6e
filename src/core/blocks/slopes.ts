/**
 * Whether formulas rise or fall with an assumption, proved by interval arithmetic on their slopes: the ranges of values
 * and slopes that come out are too wide rather than too narrow, so that what they prove holds.
 */
import type { Operator } from './formulas';
import type { Assumption, NumberStep } from './estimateTypes';

type Interval = readonly [number, number];

/** A value with its slope along one assumption. */
interface Sloped {
  readonly value: Interval;
  readonly slope: Interval;
}

const ZERO: Interval = [0, 0];
const ANY: Interval = [-Infinity, Infinity];

const isZero = ([low, high]: Interval): boolean => low === 0 && high === 0;
const sum = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]];
const minus = ([low, high]: Interval): Interval => [-high, -low];
const scaled = ([low, high]: Interval, by: number): Interval => (by === 1 ? [low, high] : [low * by, high * by]);

function product(a: Interval, b: Interval): Interval {
  if (isZero(a) || isZero(b)) return ZERO;
  const ends = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return ends.some(Number.isNaN) ? ANY : [Math.min(...ends), Math.max(...ends)];
}

const reciprocal = ([low, high]: Interval): Interval => (low <= 0 && high >= 0 ? ANY : [1 / high, 1 / low]);

/** 1 for a slope that is never below 0, -1 for one that is never above it, 0 for none; NaN where it may be both. */
function signOf([low, high]: Interval): number {
  if (isZero([low, high])) return 0;
  if (low >= 0) return 1;
  return high <= 0 ? -1 : Number.NaN;
}

/** For each of the assumptions in `along`, by its index: the sign of the slope of each formula. */
export function slopeSigns(
  programs: readonly (readonly NumberStep[])[],
  assumptions: readonly Assumption[],
  along: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  return new Map(
    along.map((index) => {
      const variables = assumptions.map(({ low, high, amount }, at): Sloped => ({
        value: low < high ? [low, high] : [amount.value, amount.value],
        slope: at === index ? [1, 1] : ZERO,
      }));
      const signs = programs.map((program) => {
        const result = slopedValue(program, variables);
        variables.push(result);
        return signOf(result.slope);
      });
      return [index, signs];
    }),
  );
}

function slopedValue(program: readonly NumberStep[], variables: readonly Sloped[]): Sloped {
  const stack: Sloped[] = [];
  for (const step of program) {
    switch (step.kind) {
      case 'constant':
        stack.push({ value: [step.value, step.value], slope: ZERO });
        break;
      case 'variable':
        stack.push(variables[step.index] as Sloped);
        break;
      case 'minus': {
        const { value, slope } = stack.pop() as Sloped;
        stack.push({ value: minus(value), slope: minus(slope) });
        break;
      }
      default: {
        const right = stack.pop() as Sloped;
        const left = stack.pop() as Sloped;
        const { value, slope } = operated(step.kind, left, right);
        stack.push({ value: scaled(value, step.scale), slope: scaled(slope, step.scale) });
      }
    }
  }
  return stack[0] ?? { value: ANY, slope: ANY };
}

function operated(operator: Operator, a: Sloped, b: Sloped): Sloped {
  switch (operator) {
    case '+':
      return { value: sum(a.value, b.value), slope: sum(a.slope, b.slope) };
    case '−':
      return { value: sum(a.value, minus(b.value)), slope: sum(a.slope, minus(b.slope)) };
    case '×':
      return {
        value: product(a.value, b.value),
        slope: sum(product(a.slope, b.value), product(a.value, b.slope)),
      };
    case '÷': {
      const over = reciprocal(b.value);
      const value = product(a.value, over);
      return { value, slope: sum(product(a.slope, over), minus(product(product(value, over), b.slope))) };
    }
  }
}
