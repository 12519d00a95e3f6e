/** Judges an answer that was worked out in the head and typed. */
import { amountOf, isMoneyOverTime, kindInWords, sameKind, withoutPeriod, type Amount } from '../blocks/amounts';
import { isNote } from '../blocks/blockFields';
import { readBlockFigure, type BlockFigure } from '../blocks/blockFigures';
import { dressOfFigure, figureWords, type FigureDress } from './arithmeticQuestions';

/** What to say before anything is judged where an answer is not read as one figure. */
export const NOT_A_FIGURE = 'That is not read as one figure. Type one such as 150, 1.5 GB/s, $2.1M or 70 %.';

/** How far an answer may be off, as a share of the figure. */
export const TOLERANCE = 0.1;

/**
 * `exact`: as precise as it is shown. `close`: within the tolerance. `off`: beyond it. `unit`: of another kind, such as
 * a size in place of a rate. `unreadable`: not one figure.
 */
export type VerdictKind = 'exact' | 'close' | 'off' | 'unit' | 'unreadable';

export interface AnswerVerdict {
  readonly kind: VerdictKind;
  /** A sentence or two. */
  readonly words: string;
}

/** What is asked for. */
export interface ExpectedFigure {
  readonly value: number;
  /** As a block's result has it. */
  readonly unit: string | null;
  /** What stands around the number where only that is typed; left out, as the value is written in short. */
  readonly dress?: FigureDress;
}

/** Whether an answer counts as right. */
export const isRight = ({ kind }: AnswerVerdict): boolean => kind === 'exact' || kind === 'close';

/** An answer is exact where it is as close as three digits show. */
const EXACT_SHARE = 0.005;
const LONGEST = 100;
const ABOUT =
  /^(?:(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|say|circa|ca\.?|it(?:[’']| i)s|[=≈~≃])\s*)+/iu;

/**
 * Judges a typed answer: “150”, “1500 MB/s”, “about 90 TB”, “$2.1M”, “0.7” for 70 %. Any text is accepted.
 * @param tolerance a share of the expected figure, such as 0.1; also for whole numbers.
 */
export function judgeAnswer(typed: string, expected: ExpectedFigure, tolerance = TOLERANCE): AnswerVerdict {
  const { value, unit } = expected;
  const truth = figureWords(value, unit);
  if (typed.trim() === '') return { kind: 'unreadable', words: `Not answered. It is ${truth}.` };
  const figure = readAnswer(typed, expected);
  if (!figure) return { kind: 'unreadable', words: `That is not read as one figure. It is ${truth}.` };
  const given = [...candidates(figure, expected)];
  if (given.length === 0)
    return {
      kind: 'unit',
      words: `That is ${kindInWords(amountOf(figure))}, and ${kindAsked(unit)} is asked for: ${truth}.`,
    };
  const shares = given.map((one) => one / value - 1);
  const share = shares.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best));
  // A hair beyond the tolerance by rounding is within it.
  if (Math.abs(share) <= Math.min(EXACT_SHARE, tolerance) + 1e-9) return { kind: 'exact', words: `Right: ${truth}.` };
  const percent = Math.round(tolerance * 1000) / 10;
  if (Math.abs(share) <= tolerance + 1e-9)
    return { kind: 'close', words: `Right, within ${percent} %: it is ${truth}.` };
  return { kind: 'off', words: `Not within ${percent} %: it is ${truth}.${slipOf(share + 1, unit)}` };
}

/** Reads the figure of an answer, with the unit that was asked for where it has none. */
function readAnswer(
  typed: string,
  { value, unit, dress = dressOfFigure(value, unit) }: ExpectedFigure,
): BlockFigure | undefined {
  const text = typed.slice(0, LONGEST).trim().replace(ABOUT, '').replace(/^\+/u, '').replace(/[.!]$/u, '');
  // A size is asked for: "500 B" is no 500 billion.
  const wanted = unit?.startsWith('bytes') === true ? 'size' : undefined;
  const figure = oneFigure(text, wanted);
  // A bare share may be meant in percent or of 1.
  if (!figure || !isBareFigure(figure) || unit === '%' || dress.before + dress.after === '') return figure;
  const { before, after } = dress;
  const bare = text.slice(0, figure.end);
  const [sign = ''] = /^[-−–]\s*/u.exec(bare) ?? [];
  return oneFigure(`${sign}${before}${bare.slice(sign.length)}${after}`, wanted) ?? figure;
}

const isBareFigure = ({ kind }: BlockFigure): boolean => kind === undefined;

/** The figure of a text that says nothing else but whose it is. */
function oneFigure(text: string, wanted: 'size' | undefined): BlockFigure | undefined {
  const figure = readBlockFigure(text, wanted);
  if (!figure || figure.start > 0 || figure.high !== undefined || !Number.isFinite(figure.value)) return undefined;
  return isNote(text.slice(figure.end)) ? figure : undefined;
}

/** What a figure may mean in the unit that is asked for; none where it is of another kind. */
function* candidates(figure: BlockFigure, { unit }: ExpectedFigure): Generator<number> {
  const asked = amountOfUnit(unit);
  const given = amountOf(figure);
  const bare = isBareFigure(figure);
  if (unit === '%' || unit === null) {
    // A share is said as “70 %” or as “0.7”; where percent is asked for, also as “70”.
    if (bare || given.isPercent || isPlainCount(figure)) yield given.value * (unit === '%' ? 100 : 1);
    if (unit === '%' && bare) yield given.value;
    return;
  }
  if (bare && !isMeasure(asked)) yield figure.value;
  else if (given.isPercent !== asked.isPercent || isOfOtherThing(figure, unit)) return;
  else if (sameKind(given, asked)) yield given.value / asked.value;
  // “$2.1M” answers for dollars a year, whose period was asked for.
  else if (isMoneyOverTime(asked) && sameKind(given, withoutPeriod(asked))) yield figure.value;
  // “15k a second” answers for events a second.
  else if (isCounted(asked) && isCounted(given) && hasTime(asked) === hasTime(given)) yield given.value / asked.value;
}

const isMeasure = ({ dimensions }: Amount): boolean =>
  [...dimensions.keys()].some((key) => key === 'ms' || key === 'bytes' || /^[A-Z]{3}$/u.test(key));
const hasTime = ({ dimensions }: Amount): boolean => dimensions.has('ms');
const isCounted = ({ dimensions, isPercent }: Amount): boolean =>
  !isPercent &&
  ![...dimensions.keys()].some((key) => key === 'bytes' || /^[A-Z]{3}$/u.test(key)) &&
  (dimensions.get('ms')?.exponent ?? -1) === -1;
const isPlainCount = ({ kind }: BlockFigure): boolean => kind === 'count' || kind === 'multiplier';

/** Things that are counted beside each other, so that one must not stand for the other. */
const THINGS = ['partition', 'consumer', 'node', 'broker', 'event', 'request', 'replica'];
const thingIn = (text: string): string | undefined => THINGS.find((thing) => text.toLowerCase().includes(thing));

function isOfOtherThing({ kind, unit }: BlockFigure, asked: string): boolean {
  if (kind !== 'count' || unit === null) return false;
  const [said, wanted] = [thingIn(unit), thingIn(asked)];
  return said !== undefined && wanted !== undefined && said !== wanted;
}

/** One of a unit, such as `USD/year`, as an amount. */
function amountOfUnit(unit: string | null): Amount {
  const [over = '', ...under] = (unit ?? '').split('/');
  const per = under.map((part) => (part === 's' ? 'second' : part)).join(' per ');
  const figure = (kind: BlockFigure['kind'], of: string | null): Amount =>
    amountOf({
      start: 0,
      end: 0,
      kind,
      value: 1,
      high: undefined,
      factor: 1,
      unit: of,
      per: per === '' ? undefined : per,
      times: undefined,
    });
  if (over === 'ms') return figure('duration', 'ms');
  if (over === 'bytes') return figure('size', 'bytes');
  if (over === '%') return figure('percent', '%');
  if (/^[A-Z]{3}$/u.test(over)) return figure('money', over);
  return figure('count', over === '' ? null : over);
}

function kindAsked(unit: string | null): string {
  if (unit === 'ms') return 'a time';
  if (unit === 'bytes') return 'a size of data';
  if (unit === 'bytes/s') return 'a rate of data';
  if (unit === '%') return 'a share';
  if (unit === null) return 'a plain number';
  const [code = ''] = /^[A-Z]{3}/u.exec(unit) ?? [];
  return code === '' ? `a number of ${unit.replaceAll('/', ' a ')}` : `a sum in ${code}`;
}

interface Slip {
  readonly factor: number;
  readonly words: string;
}

/** Well-known slips, by how many times too large the answer is. */
const SLIPS: readonly Slip[] = [
  { factor: 1000, words: 'a thousand times too much: count the zeros again' },
  { factor: 1e6, words: 'a million times too much: count the zeros again' },
  { factor: 100, words: 'a hundred times too much: count the zeros again' },
  { factor: 10, words: 'ten times too much: count the zeros again' },
  { factor: 60, words: 'sixty times too much: mind seconds and minutes' },
  { factor: 24, words: '24 times too much: mind hours and days' },
];
const BITS: Slip = { factor: 8, words: 'eight times too much: mind bits and bytes' };

/** What probably went wrong; '' where it looks like no slip that is known. */
function slipOf(ratio: number, unit: string | null): string {
  const all = unit?.startsWith('bytes') === true ? [...SLIPS, BITS] : SLIPS;
  const isNear = (value: number): boolean => Math.abs(value - 1) <= 0.03;
  for (const { factor, words } of all) {
    if (isNear(ratio / factor)) return ` Yours is ${words}.`;
    if (isNear(ratio * factor)) return ` Yours is ${words.replace('much', 'little')}.`;
  }
  return '';
}
