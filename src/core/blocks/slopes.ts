/**
 * Whether formulas rise or fall with an assumption, and whether they divide by 0, proved by interval arithmetic: the
 * ranges of values and slopes that come out are too wide rather than too narrow, so that what they prove holds. Where
 * they are too wide to prove anything, the ranges of the assumptions are cut into smaller ones.
 */
import type { Operator } from './formulas';
import type { NumberStep } from './estimateTypes';

export type Interval = readonly [number, number];

/** A value with its slope along one assumption. */
interface Sloped {
  readonly value: Interval;
  readonly slope: Interval;
  /** A divisor on the way to it may be 0. */
  readonly breaks: boolean;
}

/** The values that the assumptions have, each an interval. */
export type Box = readonly Interval[];

/** What is known of a formula within a box. */
export interface Course {
  /** For each of the assumptions looked along: 1 where it rises, -1 where it falls, 0 for neither; NaN for both. */
  readonly signs: readonly number[];
  readonly breaks: boolean;
}

const ZERO: Interval = [0, 0];
const ONE: Interval = [1, 1];
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

/** Not said to be without 0: what is not a number is no proof. */
const hasZero = ([low, high]: Interval): boolean => !(low > 0 || high < 0);
const reciprocal = (of: Interval): Interval => (hasZero(of) ? ANY : [1 / of[1], 1 / of[0]]);

/** What lies in two intervals that both hold the same value; the first where rounding leaves nothing. */
function both(a: Interval, b: Interval): Interval {
  if (b.some(Number.isNaN)) return a;
  if (a.some(Number.isNaN)) return b;
  const [low, high] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return low <= high ? [low, high] : a;
}

/** 1 for a slope that is never below 0, -1 for one that is never above it, 0 for none; NaN where it may be both. */
function signOf([low, high]: Interval): number {
  if (isZero([low, high])) return 0;
  if (low >= 0) return 1;
  return high <= 0 ? -1 : Number.NaN;
}

/** The course of each formula within a box, along some of the assumptions. */
export function coursesIn(programs: readonly Program[], box: Box, along: readonly number[]): Course[] {
  const courses = programs.map((): { signs: number[]; breaks: boolean } => ({ signs: [], breaks: false }));
  for (const index of along) {
    const variables = box.map((value, at): Sloped => ({ value, slope: at === index ? ONE : ZERO, breaks: false }));
    programs.forEach((program, at) => {
      const result = slopedValue(program, variables);
      variables.push(result);
      courses[at]?.signs.push(signOf(result.slope));
      if (result.breaks) (courses[at] as { breaks: boolean }).breaks = true;
    });
  }
  return courses;
}

type Program = readonly NumberStep[];

/** How many boxes a formula's ranges are cut into at most, and how often each is halved. */
const MOST_BOXES = 600;
const MOST_CUTS = 24;

export interface FinerCourse extends Course {
  /** The boxes where a sign or a division by 0 stayed open: extremes lie in them. */
  readonly open: readonly Box[];
  /** How many boxes were looked at. */
  readonly boxes: number;
}

/**
 * The course of the last of some formulas, with the box cut up wherever the whole of it proves nothing.
 * @param known the signs that are proven otherwise; NaN for the others.
 * @param most how many boxes may be looked at.
 */
export function finerCourse(
  programs: readonly Program[],
  box: Box,
  along: readonly number[],
  known: readonly number[],
  most: number,
): FinerCourse {
  const signs = along.map(() => 0);
  const open: Box[] = [];
  const todo: { readonly box: Box; readonly cuts: number }[] = [{ box, cuts: 0 }];
  let boxes = 0;
  const join = (at: number, sign: number): void => {
    const known = signs[at] as number;
    if (Number.isNaN(sign) || (known !== 0 && sign !== 0 && known !== sign)) signs[at] = Number.NaN;
    else if (known === 0) signs[at] = sign;
  };
  for (let next = todo.pop(); next; next = todo.pop()) {
    boxes += 1;
    const whole = coursesIn(programs, next.box, along).at(-1) as Course;
    const course = {
      ...whole,
      signs: whole.signs.map((sign, at) => (Number.isNaN(known[at]) ? sign : known[at])) as number[],
    };
    // What both rises and falls is known to do so: no smaller box makes a difference.
    const isUnclear = course.signs.some((sign, at) => Number.isNaN(sign) && !Number.isNaN(signs[at] as number));
    const isEnd = next.cuts >= MOST_CUTS || boxes + todo.length >= Math.min(most, MOST_BOXES);
    if ((course.breaks || isUnclear) && !isEnd) {
      const cuts = next.cuts + 1;
      for (const half of halves(next.box, box, along, course.signs)) todo.push({ box: half, cuts });
      continue;
    }
    if (course.breaks) return { signs: along.map(() => Number.NaN), breaks: true, open, boxes };
    course.signs.forEach((sign, at) => join(at, sign));
    if (course.signs.some(Number.isNaN)) open.push(next.box);
  }
  return { signs, breaks: false, open, boxes };
}

/** Cuts a box across the assumption, of those that matter, that is the widest compared to its whole range. */
function halves(box: Box, whole: Box, along: readonly number[], signs: readonly number[]): readonly Box[] {
  let [widest, most] = [along[0] as number, -1];
  along.forEach((index, at) => {
    if (signs[at] === 0) return;
    const [low, high] = box[index] as Interval;
    const [from, to] = whole[index] as Interval;
    const share = (high - low) / (to - from);
    if (share > most) [widest, most] = [index, share];
  });
  const [low, high] = box[widest] as Interval;
  const middle = low + (high - low) / 2;
  const part = (own: Interval): Box => box.map((interval, index) => (index === widest ? own : interval));
  return [part([low, middle]), part([middle, high])];
}

function slopedValue(program: readonly NumberStep[], variables: readonly Sloped[]): Sloped {
  const stack: Sloped[] = [];
  for (const step of program) {
    switch (step.kind) {
      case 'constant':
        stack.push({ value: [step.value, step.value], slope: ZERO, breaks: false });
        break;
      case 'variable':
        stack.push(variables[step.index] as Sloped);
        break;
      case 'minus': {
        const { value, slope, breaks } = stack.pop() as Sloped;
        stack.push({ value: minus(value), slope: minus(slope), breaks });
        break;
      }
      default: {
        const right = stack.pop() as Sloped;
        const left = stack.pop() as Sloped;
        const { value, slope } = operated(step.kind, left, right);
        const breaks = left.breaks || right.breaks || (step.kind === '÷' && hasZero(right.value));
        stack.push({ value: scaled(value, step.scale), slope: scaled(slope, step.scale), breaks });
      }
    }
  }
  return stack[0] ?? { value: ANY, slope: ANY, breaks: true };
}

function operated(operator: Operator, a: Sloped, b: Sloped): Pick<Sloped, 'value' | 'slope'> {
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
      const parted = sum(product(a.slope, over), minus(product(product(value, over), b.slope)));
      // The same over one denominator: each of the two is the narrower for some formulas.
      const top = sum(product(a.slope, b.value), minus(product(a.value, b.slope)));
      return { value, slope: both(parted, product(top, product(over, over))) };
    }
  }
}
