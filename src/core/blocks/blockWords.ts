/** Figures of blocks in short words: for headlines, drawings, hovers and messages. */
import { withThousands } from '../thousands';

interface Step {
  readonly from: number;
  readonly factor: number;
  readonly name: string;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const YEAR = 365.2425 * DAY;

/** The largest first; a value takes the first step that it reaches. */
const TIMES: readonly Step[] = [
  { from: 2 * YEAR, factor: YEAR, name: ' years' },
  { from: 120 * DAY, factor: YEAR / 12, name: ' months' },
  { from: 2 * DAY, factor: DAY, name: ' days' },
  { from: 2 * 3600 * SECOND, factor: 3600 * SECOND, name: ' h' },
  { from: 2 * 60 * SECOND, factor: 60 * SECOND, name: ' min' },
  { from: SECOND, factor: SECOND, name: ' s' },
  { from: 1, factor: 1, name: ' ms' },
  { from: 1e-3, factor: 1e-3, name: ' µs' },
  { from: 0, factor: 1e-6, name: ' ns' },
];
const SIZES: readonly Step[] = [
  ...['EB', 'PB', 'TB', 'GB', 'MB', 'KB'].map((name, index) => {
    const factor = 1000 ** (6 - index);
    return { from: factor, factor, name: ` ${name}` };
  }),
  { from: 0, factor: 1, name: ' B' },
];
const COUNTS: readonly Step[] = [
  { from: 1e12, factor: 1e12, name: 'T' },
  { from: 1e9, factor: 1e9, name: 'B' },
  { from: 1e6, factor: 1e6, name: 'M' },
  { from: 0, factor: 1, name: '' },
];
const MONEY: readonly Step[] = [
  ...COUNTS.slice(0, 3),
  { from: 10_000, factor: 1000, name: 'K' },
  { from: 0, factor: 1, name: '' },
];

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
]);

interface Dress {
  readonly steps: readonly Step[];
  readonly before: string;
  readonly after: string;
  /** Whether whole numbers are written with all their digits. */
  readonly isCount: boolean;
}

/** @param size of the figure, without its sign: money of less than a tenth of a cent each is told by the million. */
function dressOf(unit: string | null, size: number): Dress {
  if (unit === null) return { steps: COUNTS, before: '', after: '', isCount: true };
  if (unit === 'ms') return { steps: TIMES, before: '', after: '', isCount: false };
  const percent = /^%((?:\/.+)?)$/u.exec(unit);
  if (percent) return { steps: COUNTS, before: '', after: ` %${inWords(percent[1])}`, isCount: false };
  if (unit === 'bytes') return { steps: SIZES, before: '', after: '', isCount: false };
  if (unit.startsWith('bytes/')) return { steps: SIZES, before: '', after: unit.slice(5), isCount: false };
  const money = /^([A-Z]{3})((?:\/.+)?)$/u.exec(unit);
  if (money) {
    const [, code = '', per = ''] = money;
    const sign = SIGNS.get(code);
    return { before: sign ?? `${code} `, ...countedMoney(per, size), isCount: false };
  }
  return { steps: COUNTS, before: '', after: unit.startsWith('/') ? unit : ` ${unit}`, isCount: true };
}

/** What a figure is counted by: “ a month”. */
const inWords = (per = ''): string => per.replaceAll('/', ' a ');

function countedMoney(per: string, size: number): Pick<Dress, 'steps' | 'after'> {
  const [, thing] = /^\/(?!(?:year|quarter|month|week|day|hour|minute|second)s?$)([^/]+)$/u.exec(per) ?? [];
  return thing !== undefined && size > 0 && size < 1e-3
    ? { steps: [{ from: 0, factor: 1e-6, name: '' }], after: ` a million ${thing}s` }
    : { steps: MONEY, after: inWords(per) };
}

/** A number with at least this many significant digits; whole digits are never cut off. */
function numberText(value: number, digits: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(size)) return '∞';
  if (size >= 1e15) return String(Number(size.toPrecision(digits)));
  const whole = Math.floor(size);
  const rounded = size >= 10 ** (digits - 1) ? Math.round(size) : Number(size.toPrecision(digits));
  if (Number.isInteger(rounded)) return withThousands(String(rounded));
  const text = String(rounded);
  return text.includes('e') || whole < 1000 ? text : withThousands(String(Math.round(size)));
}

const stepOf = (value: number, { steps }: Dress): Step =>
  // Just below a step, rounding would reach it: 999.96 MB is 1 GB.
  steps.find(({ from }) => Math.abs(value) * 1.0005 >= from) ?? (steps.at(-1) as Step);

/** A figure in short: “$2.1M a year”, “907 TB”, “150 partitions”. @param digits significant ones, at least 1. */
export function shortFigure(value: number, unit: string | null, digits = 3): string {
  const dress = dressOf(unit, Math.abs(value));
  const step: Step = value === 0 ? { from: 0, factor: 1, name: zeroName(dress) } : stepOf(value, dress);
  const least = dress.isCount && step.factor === 1 && Number.isInteger(value) ? 15 : digits;
  const sign = value < 0 ? '−' : '';
  return `${sign}${dress.before}${numberText(value / step.factor, least)}${step.name}${dress.after}`;
}

const zeroName = ({ steps }: Dress): string => steps.find(({ factor }) => factor === 1)?.name ?? '';

/** Both ends of a range, in the unit of the larger one, without a currency's sign: “0.9-3.8M”, “−12 to −9 ms”. */
export function shortRange(low: number, high: number, unit: string | null, digits = 2): string {
  const dress = dressOf(unit, Math.max(Math.abs(low), Math.abs(high)));
  const step = stepOf(Math.max(Math.abs(low), Math.abs(high)), dress);
  const text = (value: number): string => `${value < 0 ? '−' : ''}${numberText(value / step.factor, digits)}`;
  return `${text(low)}${high < 0 ? ' to ' : '-'}${text(high)}${step.name}${dress.before === '' ? dress.after : ''}`;
}

/** A value with its range, where it has one: “8 % (4-12 %)”. */
export function figureWithRange(
  { value, unit, low, high }: { value: number; unit: string | null; low?: number; high?: number },
  digits = 3,
): string {
  const figure = shortFigure(value, unit, digits);
  return low === undefined || high === undefined || low === high
    ? figure
    : `${figure} (${shortRange(low, high, unit, digits)})`;
}

/** As many significant digits as a value needs to be told from another of its size and to be typed again. */
export const exact = (value: number): number =>
  !Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < EXACT)
    ? value
    : Number(value.toPrecision(12));

/** Whole numbers below it have no more than twelve digits. */
const EXACT = 1e12;

/** ⌈x⌉, where a value above a whole number only by rounding counts as that number. */
export const ceiling = (value: number): number => Math.ceil(value - Math.abs(value) * 1e-9);
