/** Figures as people write them: 200000, "200,000", "$200k", "150'000 CHF", "0.09 %". */

/** A figure, and what the marks beside it say that it is of. */
export interface WrittenFigure {
  readonly value: number;
  /** The currencies that its mark stands for, the usual one first; empty where there is none. */
  readonly currencies: readonly string[];
  readonly isPercent: boolean;
}

/** More money, shares or percent than this is a slip of the pen. */
export const MOST = 1e13;
const LONGEST = 40;

const MARKS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'BRL', 'TWD'],
  US$: ['USD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  S$: ['SGD'],
  NZ$: ['NZD'],
  HK$: ['HKD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
};
/** Codes that are read in small letters too. */
const USUAL = /^(?:usd|eur|gbp|chf|cad|aud|nzd|inr|sgd|hkd|jpy|cny|sek|nok|dkk|pln|czk|brl|mxn|ils|zar)$/u;
const CODE = /^[A-Z]{3}$/u;

const WRITTEN =
  /^(?:([A-Za-z]{3}|[A-Z]{0,2}\$|[€£¥₹])\s?)?(\d[\d,_'’\s]*)(\.\d+)?\s?([kKmM]?)(?:\s?([A-Za-z]{3}|[A-Z]{0,2}\$|[€£¥₹%]))?$/u;
const PLAIN = /^\d+$/u;
const THOUSANDS = /^\d{1,3}(?:[,_'’\s]\d{3})+$/u;
/** 12,00,000: how India groups digits. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/u;

/** The currencies that a sign or a code stands for, the usual one first; undefined where it stands for none. */
export function currenciesOf(mark: string): readonly string[] | undefined {
  if (Object.hasOwn(MARKS, mark)) return MARKS[mark];
  return CODE.test(mark) || USUAL.test(mark) ? [mark.toUpperCase()] : undefined;
}

/** A figure from 0 that a value says, as a number or in words; undefined for anything else. */
export function writtenFigure(value: unknown): WrittenFigure | undefined {
  if (typeof value === 'number')
    return value >= 0 && value <= MOST ? { value, currencies: [], isPercent: false } : undefined;
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  const [, before, digits, fraction = '', unit = '', after] = WRITTEN.exec(value.trim()) ?? [];
  const number = digits === undefined ? undefined : numberOf(digits.trim(), fraction, unit);
  if (number === undefined || number > MOST) return undefined;
  const isPercent = after === '%';
  if (isPercent) return before === undefined ? { value: number, currencies: [], isPercent } : undefined;
  const currencies = commonOf(before, after);
  return currencies && { value: number, currencies, isPercent };
}

/** The currencies that the marks before and after a figure both stand for; undefined where there is none. */
function commonOf(before: string | undefined, after: string | undefined): readonly string[] | undefined {
  const marks = [before, after].filter((mark) => mark !== undefined);
  const meant = marks.map((mark) => currenciesOf(mark) ?? []);
  const common = (meant[0] ?? []).filter((code) => meant.every((codes) => codes.includes(code)));
  return marks.length > 0 && common.length === 0 ? undefined : common;
}

function numberOf(digits: string, fraction: string, unit: string): number | undefined {
  if (![PLAIN, THOUSANDS, LAKHS].some((shape) => shape.test(digits))) return undefined;
  const power = { '': '', k: 'e3', m: 'e6' }[unit.toLowerCase()] ?? '';
  return Number(`${digits.replace(/\D/gu, '')}${fraction}${power}`);
}

/** An amount of money, or a number that says nothing of what it is; undefined for a percentage and anything else. */
export function numberIn(value: unknown): number | undefined {
  const figure = writtenFigure(value);
  return figure?.isPercent ? undefined : figure?.value;
}
