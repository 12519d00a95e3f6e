/**
 * Reads a figure as people write one into a block: about so much, with its percentile before it, and with all that it
 * is for: “~10 ms”, “p99 < 40 ms”, “$23 a TB a month”, “$2/GPU-hour”. What it comes to is for the engine of quantities
 * to read; a price that is only half read would be wrong by a factor, so that its every part is taken.
 */
import { readFieldFigure, type FieldFigure, type QuantityKind } from '../story/quantities';
import { bytesIn, PERIODS, periodNamed } from './blockUnits';

export interface BlockFigure extends FieldFigure {
  /** What a figure of time or data is multiplied by: “engineer” in “30 engineer-days”, “months” in “5 GB-months”. */
  readonly times: string | undefined;
}

/** A limit that is said in words before or after a figure. */
export type Bound = 'most' | 'least';

const PERCENTILE =
  /^(?:p\d{1,3}(?:\.\d+)?|\d{2}(?:\.\d+)?th(?: percentile)?|median)(?![\p{L}\d])\s*[:=]?\s*(?:of |at )?\s*/iu;
const ABOUT =
  /^(?:[~≈∼≃]|(?:about|around|approximately|approx|roughly|circa|ca|c|some|est|estimated)(?![\p{L}\d])\.?)\s*/iu;
const MOST =
  /^(?:<=?|=<|[≤≦⩽]|(?:at (?:the )?most|under|below|less than|fewer than|lower than|up to|within|(?:no|not) (?:more|longer|higher) than|not (?:over|above)|max(?:imum)?(?: of)?)(?![\p{L}\d])\.?)\s*/iu;
const LEAST =
  /^(?:>=?|=>|[≥≧⩾]|(?:at (?:the )?least|over|above|more than|higher than|from|(?:no|not) (?:less|fewer|lower) than|not (?:under|below)|min(?:imum)?(?: of)?)(?![\p{L}\d])\.?)\s*/iu;
const MOST_AFTER =
  /^[\s,]*\(?(?:or (?:less|fewer|lower|below|under|faster|sooner|shorter)|at (?:the )?most|max(?:imum)?|tops)(?![\p{L}\d])\.?\)?/iu;
const LEAST_AFTER =
  /^[\s,]*\(?(?:\+|or (?:more|above|over|higher|better|longer)|and (?:more|above|up)|at (?:the )?least|min(?:imum)?)(?![\p{L}\d])\.?\)?/iu;
/** How many words before a figure are passed over. */
const MOST_LEADS = 4;

export interface BoundedFigure {
  readonly figure: BlockFigure;
  readonly bound: Bound | undefined;
  /** Where the figure ends with its bound. */
  readonly end: number;
}

/** Where the words before a figure end, and the limit that they say. */
function leadsBefore(text: string): { readonly end: number; readonly bound: Bound | undefined } {
  let end = text.length - text.trimStart().length;
  let bound: Bound | undefined;
  for (let leads = 0; leads < MOST_LEADS; leads += 1) {
    const rest = text.slice(end, end + 40);
    const most = MOST.exec(rest)?.[0];
    const least = most === undefined ? LEAST.exec(rest)?.[0] : undefined;
    const lead = most ?? least ?? PERCENTILE.exec(rest)?.[0] ?? ABOUT.exec(rest)?.[0];
    if (lead === undefined || lead === '') break;
    if (most !== undefined) bound = 'most';
    if (least !== undefined) bound = 'least';
    end += lead.length;
  }
  return { end, bound };
}

/** The limit that stands after a figure: “or less”, “tops”. */
function boundAfter(text: string): { readonly length: number; readonly bound: Bound | undefined } {
  const most = MOST_AFTER.exec(text)?.[0];
  if (most !== undefined) return { length: most.length, bound: 'most' };
  const least = LEAST_AFTER.exec(text)?.[0];
  return least === undefined ? { length: 0, bound: undefined } : { length: least.length, bound: 'least' };
}

/** Reads a figure with the limit that it is said to be: “at most $5k”, “20 ms or less”. */
export function readBoundedFigure(text: string, wanted?: QuantityKind): BoundedFigure | undefined {
  const { end: at, bound } = leadsBefore(text);
  const read = readFieldFigure(text.slice(at), wanted);
  if (!read) return undefined;
  const figure = withAccounts(text, { ...read, start: read.start + at, end: read.end + at, times: undefined });
  const after = boundAfter(text.slice(figure.end, figure.end + 40));
  return { figure, bound: bound ?? after.bound, end: figure.end + after.length };
}

/** Reads a figure that stands by itself. */
export const readBlockFigure = (text: string, wanted?: QuantityKind): BlockFigure | undefined =>
  readBoundedFigure(text, wanted)?.figure;

/** “/”, “ per ”: what comes next is what a figure is for. */
const SPREAD = /^(?:\s*\/\s*|\s+(?:per|an?|each|every|for each|for every)\s+)/u;
const COUNT_NEXT =
  /^(?:\d[\d.,]*(?: ?(?:[kKMB]|bn|mn|hundred|thousand|million|billion|trillion)(?![\p{L}\d]))?|hundred|thousand|million|billion|trillion|[kKM](?= \p{L}|$))/u;
const NOUN_NEXT = /^ ?(?:\p{L}[\p{L}\d]*)?/u;
const NEXT_WORD = /^([ -])(\p{L}[\p{L}\d]*)/u;
const IS_COUNT =
  /^(?:\d[\d.,]*(?: ?(?:[kmb]|bn|mn|hundred|thousand|million|billion|trillion))?|hundred|thousand|million|billion|trillion)$/iu;
const NO_NOUN =
  /^(?:per|an?|each|every|for|in|on|of|or|and|to|at|by|if|with|from|is|was|as|but|max|min|plus|minus|times|p\d+)$/iu;
/** “Mtok”, “M”. */
const SHORT_ACCOUNT = /^([kKM])(tok(?:en)?s?|reqs?|msgs?|events?)?$/u;
const LAST_PART = /(?<!\s)(?:\s*\/\s*|\s+(?:per|an?|each|every)\s+)\p{L}+$/u;
const MOST_PARTS = 4;

/** A figure's text without the last thing that it is for: “$5” for “$5 a month”, “5 GB” for “5 GB/s”. */
export const withoutLastPart = (text: string): string => text.replace(LAST_PART, '');

/** The figure with everything that it is spread over. */
function withAccounts(text: string, figure: BlockFigure): BlockFigure {
  const written = text.slice(figure.start, figure.end);
  const times = timesOf(text, figure, written);
  if (!times && figure.kind === 'multiplier') return figure;
  const own = ownParts(text, figure, written);
  const { parts } = own;
  const end = takeParts(text, own.end + (times?.length ?? 0), parts, figure.kind === 'money');
  const per = parts.length === 0 ? undefined : parts.map(accountNamed).join(' per ');
  return { ...figure, end, per, times: times?.words, ...(isSpread(figure, parts) ? asRate(figure, parts) : {}) };
}

/** What a figure was already read to be for, and where it ends with that. */
function ownParts(text: string, { kind, per, end }: FieldFigure, written: string): { parts: string[]; end: number } {
  const parts = per === undefined ? [] : per.split(' per ');
  // A minute is never written so after a sum of money.
  const isMillion = kind === 'money' && parts.at(-1) === 'minute' && /(?:\/\s*|per )M$/u.test(written);
  // “$2.5 per H100-hour” is not for an hour.
  const isCut = kind !== 'rate' && parts.length === 1 && /^[\p{L}\d]/u.test(text.slice(end));
  const kept = isCut ? withoutLastPart(written) : written;
  if (kept !== written) return { parts: [], end: end - (written.length - kept.length) };
  return { parts: isMillion ? [...parts.slice(0, -1), 'million'] : parts, end };
}

/** Adds the further parts that stand at an offset: “ a TB a month”. Returns where they end. */
function takeParts(text: string, from: number, parts: string[], isOfMoney: boolean): number {
  let end = completed(text, from, parts);
  while (parts.length < MOST_PARTS) {
    const rest = text.slice(end, end + 60);
    const spread = SPREAD.exec(rest)?.[0];
    if (spread === undefined) break;
    const part = partAtStart(rest.slice(spread.length));
    if (part === '' || NO_NOUN.test(part) || (/\d/u.test(part) && !isOfMoney)) break;
    parts.push(part);
    end = completed(text, end + spread.length + part.length, parts);
  }
  return end;
}

/** “customer”, “1,000 calls”, “million”: what a text begins with, trimmed; empty where it is something else. */
function partAtStart(text: string): string {
  const count = COUNT_NEXT.exec(text)?.[0] ?? '';
  const noun = NOUN_NEXT.exec(text.slice(count.length))?.[0] ?? '';
  return `${count}${noun}`.trim();
}

const accountNamed = (part: string): string => {
  const [whole, sign, noun = ''] = SHORT_ACCOUNT.exec(part) ?? [];
  if (whole === undefined) return part;
  return `${sign === 'M' ? 'million' : 'thousand'} ${noun.replace(/^tok(?=s?$)/u, 'token')}`.trim();
};

/** The noun that a count is of, and the time or data that go with a noun: “10k requests”, “GB month”, “GPU-hour”. */
function completed(text: string, from: number, parts: string[]): number {
  let end = from;
  for (let words = 0; words < 2 && parts.length > 0; words += 1) {
    const last = parts.at(-1) as string;
    const [whole, join, word = ''] = NEXT_WORD.exec(text.slice(end, end + 40)) ?? [];
    if (whole === undefined || NO_NOUN.test(word) || periodNamed(last) !== undefined) break;
    const isOfTime = periodNamed(word) !== undefined && !IS_COUNT.test(last);
    const isCounted = IS_COUNT.test(last) && join === ' ';
    const isAdjective = bytesIn(last) !== undefined && join === ' ' && !/\d/u.test(word);
    if (isAdjective && !isOfTime) return end + whole.length;
    if (!isOfTime && !isCounted) break;
    parts[parts.length - 1] = `${last}${join}${word}`;
    end += whole.length;
  }
  return end;
}

/** “engineer” in “30 engineer-days”, “-months” after “5 GB”. */
function timesOf(
  text: string,
  { kind, end, per }: FieldFigure,
  written: string,
): { readonly words: string; readonly length: number } | undefined {
  if (per !== undefined) return undefined;
  if (kind === 'size') {
    const [whole, , word = ''] = NEXT_WORD.exec(text.slice(end, end + 20)) ?? [];
    return whole !== undefined && periodNamed(word) !== undefined ? { words: word, length: whole.length } : undefined;
  }
  const word = kind === 'duration' ? /(?<=[\d ])(\p{L}+)-\p{L}+$/u.exec(written)?.[1] : undefined;
  return word === undefined ? undefined : { words: word, length: 0 };
}

/** “3 orders a customer a year” stay a count: only what is spread over time first is a rate. */
const isSpread = ({ kind, per }: FieldFigure, [first]: readonly string[]): boolean =>
  (kind === undefined || kind === 'count' || kind === 'size') &&
  per === undefined &&
  first !== undefined &&
  PERIODS.has(first);

function asRate({ value, high, factor, unit }: FieldFigure, [first = '']: readonly string[]): Partial<BlockFigure> {
  const seconds = (PERIODS.get(first) ?? 1000) / 1000;
  return {
    kind: 'rate',
    unit,
    value: value / seconds,
    high: high === undefined ? undefined : high / seconds,
    factor: factor / seconds,
  };
}
