/** The lines of an `estimate` that hold a figure: assumptions with their ranges, and the goal. */
import type { Span } from '../ports';
import { shown } from '../shown';
import { amountOf, inUnit, namedAmount, sameKind, shownIn, type Amount } from './amounts';
import { isNote, rewritten } from './blockFields';
import { readBoundedFigure, type BlockFigure } from './blockFigures';
import { isBlank, problemAt, replaceFix, type KeyLine } from './blockLines';
import type { BlockInput, BlockProblem } from './blockModel';
import { rangeInBrackets } from './blockRanges';
import { PERIODS } from './blockUnits';
import type { Assumption } from './estimateTypes';

export interface ReadAssumption {
  readonly assumption: Assumption;
  readonly input: BlockInput;
}

export interface EstimateGoal {
  readonly amount: Amount;
  /** Not to be exceeded; else to be reached. */
  readonly isMost: boolean;
  /** Whether it says which of the two it is. */
  readonly isBounded: boolean;
  readonly place: Span;
  /** Its figure alone, as it is written. */
  readonly figure: Span & { readonly text: string };
  readonly input: BlockInput;
}

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
  const read = readBoundedFigure(value.text);
  const figure = read?.figure;
  if (!read || !figure || /^\s*[×*·÷+/]\s*\S/u.test(value.text.slice(figure.end))) {
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
  const { middle, ends, end } = rangeOf(figure, read.end, value, problems);
  const rest = value.text.slice(end).trim();
  if (!isNote(rest))
    problems.push(
      problemAt(
        { start: value.end - rest.length, end: value.end },
        'block-value',
        `${shown(rest)} is not read. Put a note after “#”.`,
        [
          ...rewritten(value.text)
            .filter(isReadWhole)
            .map((text) => replaceFix(`Change to “${text}”`, value, text)),
          replaceFix('Make it a note', { start: value.start + end, end: value.end }, ` # ${rest}`),
        ],
        'warning',
      ),
    );
  const amount = namedAmount(amountOf(figure, middle), key.text);
  return {
    assumption: { name, key: key.text, amount, low: ends[0], high: ends[1], place: value },
    input: inputOf(split, amount, ends),
  };
}

/** Whether nothing of a text is left over. */
function isReadWhole(text: string): boolean {
  const read = readBoundedFigure(text);
  return read !== undefined && isNote(text.slice(rangeInBrackets(text, read.end, read.figure)?.end ?? read.end));
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

/** The middle, and the amounts at both ends, of an assumption: “8 % (4-12 %)”, “4-12 %”, “8 %”. */
function rangeOf(
  figure: BlockFigure,
  after: number,
  value: KeyLine['value'],
  problems: BlockProblem[],
): { middle: number; ends: readonly [number, number]; end: number } {
  const own = amountOf(figure).value;
  if (figure.high !== undefined)
    return {
      middle: (figure.value + figure.high) / 2,
      ends: [own, amountOf(figure, figure.high).value],
      end: after,
    };
  const alone = { middle: figure.value, ends: [own, own] as const, end: after };
  const range = rangeInBrackets(value.text, after, figure);
  if (!range) return alone;
  const { end } = range;
  const place = { start: value.start + range.start, end: value.start + end };
  const say = (message: string, severity?: BlockProblem['severity']): void =>
    void problems.push(problemAt(place, severity ? 'block-range' : 'block-unit', message, [], severity));
  const read = range.isBare ? figure : withOwnPer(range.figure, figure);
  const by = range.isBare ? 1 : read.factor / range.figure.factor;
  const amounts = [amountOf(read, range.low * by), amountOf(read, range.high * by)] as const;
  if (!isLike(amounts[0], amountOf(figure))) {
    say('The range is of another unit than its figure.');
    return { ...alone, end };
  }
  const [low, high] = [amounts[0].value, amounts[1].value];
  const slack = 1e-9 * Math.abs(own);
  if (own < low - slack || own > high + slack) say('The figure lies outside its own range.', 'warning');
  return { middle: figure.value, ends: [Math.min(low, own), Math.max(high, own)], end };
}

const isLike = (a: Amount, b: Amount): boolean => sameKind(a, b) && a.isPercent === b.isPercent;

/** “$40 a month ($30-50)”: the range is for a month too. */
function withOwnPer(range: BlockFigure, { kind, unit, per, times }: BlockFigure): BlockFigure {
  if (kind === 'money' && range.kind === 'rate' && range.unit === null) return asMoney(range, unit);
  return range.per !== undefined || per === undefined ? range : { ...range, per, times: range.times ?? times };
}

/** “$480 a year (30-50 a month)”. */
function asMoney(range: BlockFigure, unit: string | null): BlockFigure {
  const seconds = (PERIODS.get(range.per?.split(' per ')[0] ?? '') ?? 1000) / 1000;
  return { ...range, kind: 'money', unit, factor: range.factor * seconds, value: range.value * seconds };
}

/** Reads “goal: $2M”, or “goal: at most 40 ms”; what is wrong is added to `problems`. */
export function readGoal(split: KeyLine, problems: BlockProblem[]): EstimateGoal | undefined {
  const { value, key } = split;
  const read = isBlank(value.text) ? undefined : readBoundedFigure(value.text);
  if (!read) {
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
  const { figure, bound } = read;
  const rest = value.text.slice(read.end);
  if (!isNote(rest))
    problems.push(
      problemAt(
        value,
        'block-value',
        `${shown(rest.trim())} is not read. Put a note after “#”.`,
        [replaceFix('Make it a note', { start: value.start + read.end, end: value.end }, ` # ${rest.trim()}`)],
        'warning',
      ),
    );
  const amount = amountOf(figure, bound === 'most' ? (figure.high ?? figure.value) : figure.value);
  return {
    amount,
    isMost: bound === 'most',
    isBounded: bound !== undefined,
    figure: {
      text: value.text.slice(figure.start, figure.end),
      start: value.start + figure.start,
      end: value.start + figure.end,
    },
    place: value,
    input: inputOf(split, amount, [amount.value, amount.value]),
  };
}
