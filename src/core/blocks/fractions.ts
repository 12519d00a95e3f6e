/**
 * Formulas as one polynomial over another, so that what stands in them twice cancels: that a margin
 * (revenue − cost) ÷ revenue rises with revenue shows in this form alone.
 */
import type { NumberStep } from './estimateTypes';
import type { Interval } from './slopes';

/** Coefficients by the exponents of the variables, such as “1,0,2”. */
type Polynomial = ReadonlyMap<string, number>;

export interface Fraction {
  readonly top: Polynomial;
  readonly bottom: Polynomial;
}

/** Larger ones are not worth their time. */
const MOST_TERMS = 80;
/** A difference this small compared to its parts is a rounding error. */
const ROUNDING = 1e-11;

function add(a: Polynomial, b: Polynomial, by = 1): Polynomial {
  const sum = new Map(a);
  for (const [key, value] of b) {
    const own = sum.get(key) ?? 0;
    const total = own + value * by;
    if (Math.abs(total) <= ROUNDING * Math.abs(own)) sum.delete(key);
    else sum.set(key, total);
  }
  return sum;
}

function times(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (a.size * b.size > MOST_TERMS * MOST_TERMS) return undefined;
  let product: Polynomial = new Map();
  for (const [key, value] of a) {
    const exponents = key.split(',');
    const row = new Map<string, number>();
    for (const [other, factor] of b)
      row.set(
        other
          .split(',')
          .map((exponent, at) => String(Number(exponent) + Number(exponents[at])))
          .join(','),
        value * factor,
      );
    product = add(product, row);
    if (product.size > MOST_TERMS) return undefined;
  }
  return product;
}

function slopeOf(of: Polynomial, variable: number): Polynomial {
  const slope = new Map<string, number>();
  for (const [key, value] of of) {
    const exponents = key.split(',').map(Number);
    const exponent = exponents[variable] ?? 0;
    if (exponent === 0) continue;
    exponents[variable] = exponent - 1;
    slope.set(exponents.join(','), value * exponent);
  }
  return slope;
}

function power([low, high]: Interval, exponent: number): Interval {
  const [a, b] = [low ** exponent, high ** exponent];
  if (exponent % 2 === 0 && low < 0 && high > 0) return [0, Math.max(a, b)];
  return a <= b ? [a, b] : [b, a];
}

/** 1 where a polynomial is nowhere below 0, -1 where nowhere above, 0 where it is 0; NaN where it may be both. */
function signWithin(of: Polynomial, box: readonly Interval[]): number {
  let [low, high] = [0, 0];
  for (const [key, value] of of) {
    let term: Interval = [value, value];
    key.split(',').forEach((exponent, at) => {
      const factor = power(box[at] as Interval, Number(exponent));
      const ends = [term[0] * factor[0], term[0] * factor[1], term[1] * factor[0], term[1] * factor[1]];
      term = [Math.min(...ends), Math.max(...ends)];
    });
    low += term[0];
    high += term[1];
  }
  if (of.size === 0) return 0;
  if (low >= 0) return 1;
  return high <= 0 ? -1 : Number.NaN;
}

/** The formulas as fractions, over variables of which those in `along` are free and the others have their values. */
export function fractionsOf(
  programs: readonly (readonly NumberStep[])[],
  values: readonly number[],
  along: readonly number[],
): (Fraction | undefined)[] {
  const zeros = along.map(() => 0);
  const constant = (value: number): Polynomial => new Map(value === 0 ? [] : [[zeros.join(','), value]]);
  const one = constant(1);
  const variables: (Fraction | undefined)[] = values.map((value) => ({ top: constant(value), bottom: one }));
  along.forEach((index, at) => {
    variables[index] = { top: new Map([[along.map((_, other) => (other === at ? 1 : 0)).join(','), 1]]), bottom: one };
  });
  return programs.map((program) => {
    const stack: (Fraction | undefined)[] = [];
    for (const step of program) {
      if (step.kind === 'constant') stack.push({ top: constant(step.value), bottom: one });
      else if (step.kind === 'variable') stack.push(variables[step.index]);
      else if (step.kind === 'minus') {
        const of = stack.pop();
        stack.push(of && { top: add(new Map(), of.top, -1), bottom: of.bottom });
      } else {
        const right = stack.pop();
        const left = stack.pop();
        const joined = left && right && joinedBy(step.kind, left, right);
        stack.push(joined && { top: add(new Map(), joined.top, step.scale), bottom: joined.bottom });
      }
    }
    variables.push(stack[0]);
    return stack[0];
  });
}

function joinedBy(operator: '+' | '−' | '×' | '÷', left: Fraction, right: Fraction): Fraction | undefined {
  if (operator === '+' || operator === '−') {
    const by = operator === '+' ? 1 : -1;
    if (left.bottom === right.bottom) return { top: add(left.top, right.top, by), bottom: left.bottom };
    const [a, b] = [times(left.top, right.bottom), times(right.top, left.bottom)];
    const bottom = times(left.bottom, right.bottom);
    return a && b && bottom && { top: add(a, b, by), bottom };
  }
  const [over, under] = operator === '×' ? [right.top, right.bottom] : [right.bottom, right.top];
  const [top, bottom] = [times(left.top, over), times(left.bottom, under)];
  return top && bottom && { top, bottom };
}

/**
 * Whether a fraction that divides by 0 nowhere in a box rises (1) or falls (-1) with a variable; NaN where unproven.
 */
export function fractionSign({ top, bottom }: Fraction, variable: number, box: readonly Interval[]): number {
  const rising = times(slopeOf(top, variable), bottom);
  const falling = times(top, slopeOf(bottom, variable));
  return rising && falling ? signWithin(add(rising, falling, -1), box) : Number.NaN;
}
