/** The lines of an `estimate` that hold a figure: assumptions with their ranges, and the goal. */
import type { Span } from '../ports';
import { shown } from '../shown';
import { readFieldFigure, type FieldFigure } from '../story/quantities';
import { amountOf, inUnit, namedAmount, sameKind, shownIn, withoutPeriod, type Amount } from './amounts';
import { isNote } from './blockFields';
import { isBlank, problemAt, replaceFix, type KeyLine } from './blockLines';
import type { BlockInput, BlockProblem } from './blockModel';
import type { Assumption } from './estimateTypes';

export interface ReadAssumption {
  readonly assumption: Assumption;
  readonly input: BlockInput;
}

export interface EstimateGoal {
  readonly amount: Amount;
  /** Not to be exceeded; else to be reached. */
  readonly isMost: boolean;
  readonly place: Span;
  readonly input: BlockInput;
}

/** A figure, and its range in brackets or none. */
const RANGE = /^\s*\(([^()]*)\)/u;
const AT_MOST = /^(?:at most|under|below|<=?|≤)\s*/iu;
const AT_LEAST = /^(?:at least|over|above|>=?|≥)\s*/iu;

/** Reads “adoption: 8 % (4-12 %)”; what is wrong is added to `problems`. */
export function readAssumption(split: KeyLine, name: string, problems: BlockProblem[]): ReadAssumption | undefined {
  const { key, value } = split;
  const example = 'adoption: 8 % (4-12 %)';
  const say = (
    code: BlockProblem['code'],
    place: Span,
    message: string,
    severity?: BlockProblem['severity'],
  ): undefined => void problems.push(problemAt(place, code, message, [], severity));
  if (value.text === '')
    return say('block-value', key, `“${key.text}” has no value yet. Write a line such as “${example}”.`);
  if (isBlank(value.text)) return say('block-blank', value, `“${key.text}” is still a blank.`, 'warning');
  const figure = readFieldFigure(value.text);
  if (!figure || /^\s*[×*·÷+/]\s*\S/u.test(value.text.slice(figure.end))) {
    problems.push(
      problemAt(
        value,
        'block-value',
        `${shown(value.text)} is not a figure that can be read. A formula stands after “=”.`,
        [replaceFix('Make it a formula', { start: key.end, end: value.start }, ' = ')],
      ),
    );
    return undefined;
  }
  const { middle, low, high, end } = rangeOf(figure, value, problems);
  const rest = value.text.slice(end).trim();
  if (!isNote(rest))
    problems.push(
      problemAt(
        { start: value.end - rest.length, end: value.end },
        'block-value',
        `${shown(rest)} is not read. Put a note after “#”.`,
        [replaceFix('Make it a note', { start: value.start + end, end: value.end }, ` # ${rest}`)],
        'warning',
      ),
    );
  const amount = namedAmount(amountOf(figure, middle), key.text);
  const ends = [amountOf(figure, low).value, amountOf(figure, high).value] as const;
  return {
    assumption: { name, key: key.text, amount, low: ends[0], high: ends[1], place: value },
    input: inputOf(split, amount, ends),
  };
}

function inputOf({ key, value, line }: KeyLine, amount: Amount, [low, high]: readonly [number, number]): BlockInput {
  const unit = inUnit(amount);
  return {
    key: key.text,
    value: shownIn(unit, amount.value),
    unit: unit.unit,
    ...(low === high ? {} : { low: shownIn(unit, low), high: shownIn(unit, high) }),
    start: line.start,
    end: line.end,
    valueStart: value.start,
    valueEnd: value.end,
  };
}

/** The middle and both ends of an assumption: “8 % (4-12 %)”, “4-12 %”, “8 %”. */
function rangeOf(
  figure: FieldFigure,
  value: KeyLine['value'],
  problems: BlockProblem[],
): { middle: number; low: number; high: number; end: number } {
  if (figure.high !== undefined)
    return { middle: (figure.value + figure.high) / 2, low: figure.value, high: figure.high, end: figure.end };
  const alone = { middle: figure.value, low: figure.value, high: figure.value, end: figure.end };
  const [whole, inside] = RANGE.exec(value.text.slice(figure.end)) ?? [];
  const range = inside === undefined || !/\d/u.test(inside) ? undefined : readFieldFigure(inside);
  if (whole === undefined || !range) return alone;
  const place = {
    start: value.start + figure.end + whole.indexOf('('),
    end: value.start + figure.end + whole.length,
  };
  const end = figure.end + whole.length;
  if (range.high === undefined) {
    problems.push(problemAt(place, 'block-range', 'A range has two ends, such as “(4-12 %)”.', [], 'warning'));
    return { ...alone, end };
  }
  // “$40 (30-50)”: the range takes over what it does not say itself.
  const isBare = range.kind === undefined;
  const by =
    isBare && Math.abs(figure.factor - range.factor) > 0 && !contains(range, figure.value)
      ? figure.factor / range.factor
      : 1;
  if (!isBare && !sameKind(withoutPeriod(amountOf(range)), withoutPeriod(amountOf(figure)))) {
    problems.push(problemAt(place, 'block-unit', 'The range is of another unit than its figure.'));
    return { ...alone, end };
  }
  const [low, high] = [range.value * by, range.high * by];
  if (figure.value < low || figure.value > high)
    problems.push(problemAt(place, 'block-range', 'The figure lies outside its own range.', [], 'warning'));
  return { middle: figure.value, low: Math.min(low, figure.value), high: Math.max(high, figure.value), end };
}

const contains = ({ value, high }: FieldFigure, figure: number): boolean =>
  value <= figure && figure <= (high ?? value);

/** Reads “goal: $2M”, or “goal: at most 40 ms”; what is wrong is added to `problems`. */
export function readGoal(split: KeyLine, problems: BlockProblem[]): EstimateGoal | undefined {
  const { value, key } = split;
  const most = AT_MOST.exec(value.text)?.[0];
  const lead = most ?? AT_LEAST.exec(value.text)?.[0] ?? '';
  const figure = isBlank(value.text) ? undefined : readFieldFigure(value.text.slice(lead.length));
  if (!figure) {
    const isOpen = value.text === '' || isBlank(value.text);
    problems.push(
      isOpen
        ? problemAt(
            value.text === '' ? key : value,
            'block-blank',
            'The goal is still a blank. Write a line such as “goal: $2M”.',
            [],
            'warning',
          )
        : problemAt(
            value,
            'block-value',
            `${shown(value.text)} is not a figure that can be read. Write a line such as “goal: $2M”.`,
          ),
    );
    return undefined;
  }
  const amount = amountOf(figure, most === undefined ? figure.value : (figure.high ?? figure.value));
  return {
    amount,
    isMost: most !== undefined,
    place: value,
    input: inputOf(split, amount, [amount.value, amount.value]),
  };
}
