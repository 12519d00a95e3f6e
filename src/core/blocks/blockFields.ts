/** Reads the value of an input of a known kind, and says what is wrong with one of another. */
import { shown } from '../shown';
import { readFieldFigure, type FieldFigure, type QuantityKind } from '../story/quantities';
import type { BlockProblem } from './blockModel';
import { readBoundedFigure, withoutLastPart, type Bound } from './blockFigures';
import { isBlank, problemAt, replaceFix, type KeyLine } from './blockLines';
import { rangeInBrackets } from './blockRanges';
import { exact, shortFigure } from './blockWords';

/** What an input has to be. */
export type FieldKind =
  'time' | 'size' | 'event rate' | 'byte rate' | 'item rate' | 'whole' | 'factor' | 'share' | 'cost per million';

/** The figure of a field in the unit of its kind: ms, bytes, events/s, bytes/s, percent, currency units a million. */
export interface Field {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly unit: string | null;
  /** What it is said to be: “< 40 ms” is at most that. */
  readonly bound: Bound | undefined;
}

interface FieldRule {
  readonly is: string;
  readonly example: string;
  readonly wanted?: QuantityKind;
  /** The figure's unit and what its value is multiplied by; undefined where it is of another kind. */
  take(figure: FieldFigure): { readonly unit: string | null; readonly by: number } | undefined;
  /** What was probably meant, to be written in its place; a bare number gets the unit of its example. */
  correct?(figure: FieldFigure, written: string): string | undefined;
}

const isBare = ({ kind }: FieldFigure): boolean => kind === undefined;
const isPlain = ({ kind, per }: FieldFigure): boolean => kind === undefined || (kind === 'count' && per === undefined);
const isOfData = (unit: string | null): boolean => unit === 'bytes' || unit === 'bits';
/** "2,000 users a second", each of whom is one event. */
const eventRate: FieldRule['take'] = ({ kind, unit }) =>
  kind === 'rate' && !isOfData(unit) ? { unit: `${unit ?? 'events'}/s`, by: 1 } : undefined;
const byteRate: FieldRule['take'] = ({ kind, unit }) =>
  kind === 'rate' && isOfData(unit) ? { unit: 'bytes/s', by: unit === 'bits' ? 1 / 8 : 1 } : undefined;

const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** How many of something a sum is for: 1e6 in "million events", 1,000 in "1,000 calls"; undefined for other periods. */
export function unitsOfAccount(per: string): { readonly count: number; readonly noun: string } | undefined {
  const space = per.search(/\s|$/u);
  const [word, noun] = [per.slice(0, space), per.slice(space).trim()];
  const magnitude = MAGNITUDES.get(word.toLowerCase());
  if (magnitude !== undefined) return { count: magnitude, noun };
  const figure = /^\d/u.test(per) ? readFieldFigure(per) : undefined;
  if (!figure || figure.value <= 0 || figure.high !== undefined) return undefined;
  return { count: figure.value, noun: figure.unit ?? per.slice(figure.end).trim() };
}

const RULES: Readonly<Record<FieldKind, FieldRule>> = {
  time: {
    is: 'a time',
    example: '40 ms',
    wanted: 'duration',
    take: ({ kind }) => (kind === 'duration' ? { unit: 'ms', by: 1 } : undefined),
  },
  size: {
    is: 'a size of data',
    example: '500 B',
    wanted: 'size',
    take: ({ kind }) => (kind === 'size' ? { unit: 'bytes', by: 1 } : undefined),
    correct: ({ kind, unit }, written) => (kind === 'rate' && unit === 'bytes' ? withoutLastPart(written) : undefined),
  },
  'event rate': {
    is: 'a rate of events',
    example: '1M/s',
    take: eventRate,
    correct: (figure, written) => (isPlain(figure) ? `${written}/s` : undefined),
  },
  'byte rate': {
    is: 'a rate of data',
    example: '1.25 GB/s',
    wanted: 'size',
    take: byteRate,
    correct: (figure, written) => (figure.kind === 'size' ? `${written}/s` : undefined),
  },
  'item rate': {
    is: 'a rate of events or of data',
    example: '10k/s',
    take: (figure) => byteRate(figure) ?? eventRate(figure),
    correct: (figure, written) => (isPlain(figure) || figure.kind === 'size' ? `${written}/s` : undefined),
  },
  whole: {
    is: 'a whole number',
    example: '3',
    take: (figure) =>
      (isPlain(figure) || figure.kind === 'multiplier') &&
      Number.isInteger(figure.value) &&
      Number.isInteger(figure.high ?? 0)
        ? { unit: figure.unit, by: 1 }
        : undefined,
    correct: (figure) =>
      isPlain(figure) || figure.kind === 'multiplier' ? String(Math.max(1, Math.ceil(figure.value))) : undefined,
  },
  factor: {
    is: 'a factor',
    example: '2×',
    take: (figure) => (isPlain(figure) || figure.kind === 'multiplier' ? { unit: '×', by: 1 } : undefined),
    correct: ({ kind, value }) => (kind === 'percent' ? `${exact(value / 100)}×` : undefined),
  },
  share: {
    is: 'a percentage',
    example: '70 %',
    take: ({ kind, unit }) => (kind === 'percent' && unit !== 'pp' ? { unit: '%', by: 1 } : undefined),
    correct: (figure) => {
      if (!isBare(figure)) return undefined;
      return figure.value <= 1
        ? `${exact(figure.value * 100)} %`
        : figure.value <= 100
          ? `${figure.value} %`
          : undefined;
    },
  },
  'cost per million': {
    is: 'a sum of money for a million events',
    example: '$0.06 a million',
    take: ({ kind, unit, per }) => {
      if (kind !== 'money' || per === undefined) return undefined;
      const account = unitsOfAccount(per);
      if (account) return { unit: `${unit ?? ''}/million`, by: 1e6 / account.count };
      return /^(?:event|message|record|request|item|prediction|impression)s?$/iu.test(per)
        ? { unit: `${unit ?? ''}/million`, by: 1e6 }
        : undefined;
    },
    correct: ({ kind, per }, written) => (kind === 'money' && per === undefined ? `${written} a million` : undefined),
  },
};

/** What an input of a kind may look like. */
export const exampleOf = (kind: FieldKind): string => RULES[kind].example;

/** "p99", "P99.9", "p999", "99th percentile". */
const PERCENTILE = /\bp\d{1,3}(?:\.\d+)?\b|\b\d{2}(?:\.\d+)?th\b/giu;

/** Whether a text may stand after a figure: a percentile, whose it is (“a consumer”), a note; no figure and no sum. */
export function isNote(rest: string): boolean {
  return !/[\d+×*÷=<>%$€£]/u.test(rest.replace(PERCENTILE, ''));
}

/** A product such as “4 × 4 TB”. */
const TIMES = /^\s*[×x*·]\s*(?=\d)/u;

/**
 * Reads a field; what is wrong is in `problems`, and undefined means that nothing can be worked out from it.
 * @param example what the key's value may look like: a bare number gets its unit.
 */
export function readField(
  { key, value }: KeyLine,
  kind: FieldKind,
  problems: BlockProblem[],
  example = RULES[kind].example,
): Field | undefined {
  const rule = RULES[kind];
  const say = (
    code: BlockProblem['code'],
    message: string,
    corrected: readonly string[] = [],
    severity?: BlockProblem['severity'],
  ): void => {
    const first = corrected.find((text) => isGood(text, kind));
    const fixes = first === undefined ? [] : [replaceFix(`Change to “${first}”`, value, first)];
    problems.push(problemAt(value.text === '' ? key : value, code, message, fixes, severity));
  };
  const wish = `Write ${rule.is} such as “${example}”.`;
  if (value.text === '') return void say('block-value', `“${key.text}” has no value yet. ${wish}`);
  if (isBlank(value.text)) return void say('block-blank', `“${key.text}” is still a blank. ${wish}`, [], 'warning');
  const read = readValue(value.text, kind);
  if (!read)
    return void say(
      'block-value',
      `${shown(value.text)} is not a figure that can be read. ${wish}`,
      correctionsOf(value.text, kind, example),
    );
  const { figure, bound, written, rest, taken } = read;
  if (!taken) {
    const corrected = correctionsOf(value.text, kind, example);
    return void say('block-unit', `“${key.text}” has to be ${rule.is}, such as “${example}”.`, corrected);
  }
  if (read.low < 0) return void say('block-value', `“${key.text}” cannot be below 0.`);
  if (!isNote(rest))
    say(
      'block-value',
      `${shown(rest.trim())} is not read: only ${shown(written)} counts. Put a note after “#”.`,
      [...correctionsOf(value.text, kind, example), `${written} # ${rest.trim()}`],
      'warning',
    );
  const isRange = read.low !== read.high;
  return {
    value: exact(figure.value * taken.by),
    low: isRange ? exact(read.low * taken.by) : undefined,
    high: isRange ? exact(read.high * taken.by) : undefined,
    unit: taken.unit,
    bound,
  };
}

/** What a value says: its figure, its range, and what stands after them. */
function readValue(text: string, kind: FieldKind) {
  const rule = RULES[kind];
  const read = readBoundedFigure(text, rule.wanted);
  if (!read) return undefined;
  const { figure, bound } = read;
  const taken = TIMES.test(text.slice(figure.end)) && isPlain(figure) ? undefined : rule.take(figure);
  const range = taken && rangeInBrackets(text, read.end, figure, rule.wanted);
  const isRead = range !== undefined && (range.isBare || rule.take(range.figure)?.unit === taken?.unit);
  return {
    figure,
    bound,
    taken,
    written: text.slice(figure.start, figure.end),
    rest: text.slice(isRead ? range.end : read.end),
    low: Math.min(figure.value, isRead ? range.low : figure.value),
    high: Math.max(figure.high ?? figure.value, isRead ? range.high : figure.value),
  };
}

/** Whether a text, in place of a value, is read without a problem. */
function isGood(text: string, kind: FieldKind): boolean {
  const read = readValue(text.replace(/\s#\s.*$/u, ''), kind);
  return read?.taken !== undefined && read.low >= 0 && (kind !== 'share' || read.high <= 100) && isNote(read.rest);
}

/** What may have been meant by a value that is not read as it stands, the likeliest first. */
function correctionsOf(text: string, kind: FieldKind, example: string): string[] {
  const { wanted, take, correct } = RULES[kind];
  const figure = readBoundedFigure(text, wanted)?.figure;
  const joined = figure && joinedFigures(text, figure, kind);
  if (joined !== undefined) return [joined, ...rewritten(text)];
  const rest = figure ? text.slice(figure.end) : '';
  if (!figure || take(figure) || !isNote(rest)) return rewritten(text);
  const written = text.slice(figure.start, figure.end);
  const unit = example.replace(/^[$€£]?[\d.,]+/u, '');
  const corrected = correct?.(figure, written) ?? (isBare(figure) ? `${written}${unit}` : undefined);
  return [
    ...rewritten(text),
    ...(corrected === undefined
      ? []
      : rest.trim() === ''
        ? [corrected]
        : [`${corrected}${rest}`, `${corrected} # ${rest.trim()}`]),
  ];
}

/** “4 × 4 TB” and “20 ms + 5 ms”, worked out. */
function joinedFigures(text: string, figure: FieldFigure, kind: FieldKind): string | undefined {
  const { wanted, take } = RULES[kind];
  const rest = text.slice(figure.end);
  const sign = /^\s*(?:([×x*·])|\+)\s*(?=\d)/u.exec(rest);
  const other = sign ? readBoundedFigure(rest.slice(sign[0].length), wanted)?.figure : undefined;
  const taken = other && take(other);
  if (!sign || !other || !taken || figure.high !== undefined || other.high !== undefined) return undefined;
  const after = rest.slice(sign[0].length + other.end);
  if (sign[1] === undefined ? take(figure)?.unit !== taken.unit : !isPlain(figure)) return undefined;
  const value = sign[1] === undefined ? figure.value + other.value : figure.value * other.value;
  return `${shortFigure(exact(value * taken.by), taken.unit, 12)}${after}`;
}

const PLUS_MINUS = /±|\+\/?-/u;
const NUMBER_AND_UNIT = /^(\d+(?:\.\d+)?)(\D*)$/u;

/** “8 ± 2 ms” as “6-10 ms”. */
function spreadAsRange(text: string): string | undefined {
  const sides = text.split(PLUS_MINUS).map((side) => NUMBER_AND_UNIT.exec(side.trim()));
  const [middle, spread] = sides;
  if (sides.length !== 2 || !middle || !spread) return undefined;
  const [unit, other] = [(middle[2] ?? '').trim(), (spread[2] ?? '').trim()];
  const low = exact(Number(middle[1]) - Number(spread[1]));
  const high = exact(Number(middle[1]) + Number(spread[1]));
  if (low < 0 || (unit !== '' && other !== '' && unit !== other)) return undefined;
  return `${low}-${high} ${other === '' ? unit : other}`.trim();
}

/** “between 8 and 12 ms” as “8-12 ms”. */
function betweenAsRange(text: string): string | undefined {
  const ends = /^between\s+(\S.*)$/iu.exec(text)?.[1];
  const range = ends?.replace(/\s{1,20}and\s{1,20}(?=\d)/iu, '-');
  return range === ends ? undefined : range;
}

/** The same in a way that is read: “1 200 ms” as “1200 ms”, “8..12 ms” as “8-12 ms”, “8 ± 2 ms” as “6-10 ms”. */
export function rewritten(text: string): string[] {
  const all = [
    spreadAsRange(text) ?? text,
    text.replace(/(?<=\d) (?=\d{3}(?!\d))/gu, ''),
    text.replace(/(?<=\d)\s*(?:\.{2,}|…)\s*(?=\d)/u, '-'),
    betweenAsRange(text) ?? text,
    text.replace(/^(\d+)\s*\/\s*([1-9]\d*)(?=\s|\p{L})/u, (_, over: string, under: string) =>
      String(exact(Number(over) / Number(under))),
    ),
    text.replace(/(?<=\d)\s*GbE\b/u, ' Gbit/s'),
  ];
  return [...new Set(all)].filter((one) => one !== text);
}
