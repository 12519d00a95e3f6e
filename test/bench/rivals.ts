/** The two libraries measured beside ours, each mapped into the contract's form as kindly as its output allows. */
import { recognizeNumber, recognizePercentage } from '@microsoft/recognizers-text-number';
import { recognizeAge, recognizeCurrency, recognizeDimension } from '@microsoft/recognizers-text-number-with-unit';
import nlp from 'compromise';
import { extractQuantities } from '../../src/core/story/quantities/index.js';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string | null;
}

export interface Extractor {
  readonly name: string;
  readonly run: (text: string) => readonly Found[];
}

export const MS: Readonly<Record<string, number>> = {
  microsecond: 1e-3,
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_746_000,
  year: 31_556_952_000,
  decade: 315_569_520_000,
};
/** Their "Terabit" for "TB" is read as what the text says. */
export const BYTES: Readonly<Record<string, number>> = {
  byte: 1,
  kilobyte: 1e3,
  megabyte: 1e6,
  gigabyte: 1e9,
  terabyte: 1e12,
  petabyte: 1e15,
  kilobit: 1e3,
  megabit: 1e6,
  gigabit: 1e9,
  terabit: 1e12,
  petabit: 1e15,
};
const CURRENCY: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  'United States dollar': 'USD',
  Euro: 'EUR',
  Pound: 'GBP',
  'British pound': 'GBP',
  'Indian rupee': 'INR',
  Rupee: 'INR',
  'Japanese yen': 'JPY',
  'Swiss franc': 'CHF',
  'Australian dollar': 'AUD',
  'Canadian dollar': 'CAD',
};

interface Model {
  readonly start: number;
  readonly end: number;
  readonly resolution: Record<string, unknown> | null;
}

function normalised(value: number, unit: string | null): { value: number; unit: string | null } {
  if (unit === null) return { value, unit };
  const low = unit.toLowerCase();
  const ms = MS[low];
  if (ms !== undefined) return { value: value * ms, unit: 'ms' };
  const bytes = BYTES[low];
  if (bytes !== undefined) return { value: value * bytes, unit: 'bytes' };
  return { value, unit: CURRENCY[unit] ?? unit };
}

function recognised(text: string): Found[] {
  const culture = 'en-us';
  const models = [recognizeCurrency, recognizeDimension, recognizeAge, recognizePercentage, recognizeNumber].flatMap(
    (recognise) => recognise(text, culture) as Model[],
  );
  const found: Found[] = [];
  for (const { start, end, resolution } of models) {
    const raw = resolution?.['value'];
    if (typeof raw !== 'string' || found.some((f) => f.start <= end && start < f.end)) continue;
    const percent = raw.endsWith('%');
    const unit = typeof resolution?.['unit'] === 'string' ? resolution['unit'] : percent ? '%' : null;
    found.push({ start, end: end + 1, ...normalised(Number.parseFloat(raw), unit) });
  }
  return found.sort((a, b) => a.start - b.start);
}

const SUFFIX: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9, bn: 1e9 };

interface Phrase {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly number?: {
    readonly num: number | null;
    readonly prefix: string;
    readonly suffix: string;
    readonly unit: string;
  };
}

function compromised(text: string): Found[] {
  const phrases = nlp(text).numbers().json({ offset: true }) as Phrase[];
  const found: Found[] = [];
  for (const { offset, number } of phrases) {
    if (typeof number?.num !== 'number') continue;
    const suffix = number.suffix.toLowerCase();
    const scaled = number.num * (SUFFIX[suffix] ?? 1);
    const after = /^\s*([a-z]+?)s?\b/i.exec(text.slice(offset.start + offset.length))?.[1] ?? '';
    const unit =
      number.prefix === '$'
        ? 'USD'
        : number.prefix === '€'
          ? 'EUR'
          : number.prefix === '£'
            ? 'GBP'
            : suffix === '%' || number.unit === 'percent'
              ? '%'
              : number.unit || after || null;
    found.push({ start: offset.start, end: offset.start + offset.length, ...normalised(scaled, unit) });
  }
  return found;
}

export const extractors: readonly Extractor[] = [
  { name: 'prep-loop', run: extractQuantities },
  { name: 'recognizers-text', run: recognised },
  { name: 'compromise', run: compromised },
];
