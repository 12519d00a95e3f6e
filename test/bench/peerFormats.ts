/**
 * The test sentences of other libraries in one form: Recognizers-Text's specs, quantulum3's tests, Duckling's corpora
 * and sets in our contract's form. What each calls a unit is data here; how finds are compared is in peers.ts.
 */
import { BYTES, MS } from './rivals.js';

/** What a label measures. `measure` is length, weight, volume and the like; `size` is in bytes. */
export type PeerKind = 'money' | 'percent' | 'duration' | 'size' | 'measure' | 'temperature';

export interface PeerLabel {
  readonly start: number;
  readonly end: number;
  /** Undefined for a unit that is of none of these kinds. */
  readonly kind: PeerKind | undefined;
  /** Normalised as ours, low end first; a rate is per second. Empty where the suite does not say. */
  readonly values: readonly number[];
  /** As the suite calls it. */
  readonly unit: string;
}

export interface PeerSentence {
  readonly text: string;
  readonly labels: readonly PeerLabel[];
}

export interface PeerSuite {
  readonly name: string;
  /** The kinds that its authors labelled: finds of others are neither right nor wrong. */
  readonly kinds: readonly PeerKind[];
  readonly sentences: readonly PeerSentence[];
}

type Unit = readonly [kind: PeerKind, factor: number];

const units = new Map<string, Unit>();
const add = (kind: PeerKind, factor: number, names: string): void => {
  for (const name of names.split('|')) units.set(name.trim().toLowerCase(), [kind, factor]);
};
for (const [name, factor] of Object.entries(MS)) add('duration', factor, name);
for (const [name, factor] of Object.entries(BYTES)) add('size', factor, name);
add('size', 1e18, 'exabyte');
add('size', 1024, 'kibibyte');
add('size', 1 / 8, 'bit');
add('percent', 1, 'percentage');
add('duration', 91.310625 * 86_400_000, 'quarter');
add(
  'money',
  1,
  `dollar|united states dollar|canadian dollar|australian dollar|new zealand dollar|hong kong dollar|pound|british pound
   |pound sterling|euro|franc|swiss franc|japanese yen|chinese yuan|rupee|turkish lira|mexican peso|bitcoin|peseta
   |finnish markka|netherlands guilder|costa rican colón|georgian lari|lao kip|usd|eur|gbp|cad|chf|cny|inr|kwd|lbp|egp|qar
   |sar|bgn|myr|ils|uah|mnt|dinar|riyal|rial|unnamed|dollar per hour|dollar per kilogram`,
);
add('money', 0.01, 'cent|pence|penny');
add('money', 0.1, 'dime');
add('temperature', 1, 'degree celsius|degree fahrenheit');

/** What is measured, in metres, grams or litres: only one unit beside another of its kind matters. */
const MEASURES: Readonly<Record<string, number>> = {
  'm meter metre meters metres': 1,
  'km kms kilometer kilometre kilometers kilometres': 1000,
  'dm decimeter decimetre decimeters': 0.1,
  'cm centimeter centimetre centimeters centimetres': 0.01,
  'mm millimeter millimetre millimeters millimetres': 1e-3,
  'nanometre nanometers nanometres nm': 1e-9,
  'mile miles mi': 1609.344,
  'yard yards yd yds': 0.9144,
  'foot feet ft': 0.3048,
  'inch inches in': 0.0254,
  'acre acres': 4046.86,
  'gram grams g gramme grammes gs': 1,
  'kilogram kilograms kilo kilos kg kgs': 1000,
  'milligram milligrams mg': 1e-3,
  'microgram micrograms microgrammes µg μg mcg': 1e-6,
  'pound pounds lb lbs pound-mass': 453.592,
  'ounce ounces oz': 28.3495,
  'ton tons tonne tonnes t': 1e6,
  'litre litres liter liters l': 1,
  'millilitre millilitres milliliter milliliters ml mls': 1e-3,
  'centilitre cl': 0.01,
  'hectolitre hectolitres hectoliter hectoliters': 100,
  'gallon gallons gal gals': 3.78541,
  'barrel barrels': 158.987,
  'cup cups': 0.24,
  'tablespoon tablespoons tbsp': 0.015,
  'teaspoon teaspoons tsp': 0.005,
  mph: 1609.344 / 3600,
  'kph kmph': 1000 / 3600,
  tpd: 1e6 / 86_400,
};
const measures = new Map(
  Object.entries(MEASURES).flatMap(([names, factor]) => names.split(' ').map((name) => [name, factor] as const)),
);
const POWERS: Readonly<Record<string, number>> = {
  square: 2,
  sq: 2,
  squared: 2,
  cubic: 3,
  cubed: 3,
  2: 2,
  3: 3,
  '²': 2,
  '³': 3,
};

/** How many metres, grams or litres a unit is, whatever its power is written as; undefined for an unknown one. */
export function measureFactor(unit: string): number | undefined {
  const [, before, word = '', after] =
    /^(?:(square|sq|cubic)\.?[ -])?(?:metric )?([a-zµμ-]+?)[ ^]*(squared|cubed|[23²³])?$/u.exec(unit.toLowerCase()) ??
    [];
  const factor = measures.get(word);
  return factor === undefined ? undefined : factor ** (POWERS[before ?? after ?? ''] ?? 1);
}
add('measure', 1, 'watt hour|megawatt hour|gigahertz');
// What is as many millilitres.
add('measure', 1e-3, 'cubic centimetre');
add('measure', 1609.344 / 3600, 'mile per hour');
add('measure', 1000 / 3600, 'kilometer per hour|kilometre per hour');
add('measure', 1e6 / 86_400, 'ton per day');

/** In suites of weights a pound is not money. */
const WEIGHTS: ReadonlyMap<string, Unit> = new Map([['pound', ['measure', measures.get('pound') ?? 1] as const]]);

/** What the suite's name of a unit stands for. */
function unitOf(name: string, own: ReadonlyMap<string, Unit> | undefined): Unit | undefined {
  const factor = measureFactor(name);
  return own?.get(name) ?? units.get(name) ?? (factor === undefined ? undefined : ['measure', factor]);
}

interface Raw {
  readonly text: string;
  readonly span: string;
  readonly from: number;
  readonly values: readonly number[];
  readonly unit: string;
}

/** The label with its unit's kind, and with its values in ours; its span is looked for from `from` on. */
function labelOf({ text, span, from, values, unit }: Raw, own?: ReadonlyMap<string, Unit>): PeerLabel {
  const found = text.indexOf(span, from);
  const start = found < 0 ? from : found;
  const known = unitOf(unit.toLowerCase(), own);
  return {
    start,
    end: start + span.length,
    kind: known?.[0],
    values: values.map((value) => value * (known?.[1] ?? 1)),
    unit,
  };
}

/** One span after the other, so that the second "5 dollars" is not found in the first's place. */
function inOrder(
  text: string,
  raws: readonly Omit<Raw, 'text' | 'from'>[],
  own?: ReadonlyMap<string, Unit>,
): PeerLabel[] {
  const labels: PeerLabel[] = [];
  for (const raw of raws) labels.push(labelOf({ ...raw, text, from: labels.at(-1)?.end ?? 0 }, own));
  return labels;
}

interface Spec {
  readonly Input: string;
  readonly Results: readonly {
    readonly Text: string;
    readonly Start: number;
    readonly Length?: number;
    readonly End?: number;
    readonly Resolution?: { readonly value?: string | null; readonly unit?: string | null } | null;
    readonly Value?: { readonly Timex?: string };
  }[];
}

const number = (text: string | null | undefined): number[] => {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? [value] : [];
};

const DAY = MS['day'] ?? 0;
const DATE_PARTS: Readonly<Record<string, number>> = {
  Y: MS['year'] ?? 0,
  M: MS['month'] ?? 0,
  W: 7 * DAY,
  BD: DAY,
  D: DAY,
};
const TIME_PARTS: Readonly<Record<string, number>> = { H: MS['hour'] ?? 0, M: MS['minute'] ?? 0, S: MS['second'] ?? 0 };

/** Milliseconds of "P1Y2M" and "PT3H". */
function timex(text: string): number {
  const [date = '', time = ''] = text.split('T');
  const sum = (part: string, factors: Readonly<Record<string, number>>): number =>
    [...part.matchAll(/([\d.]+)([A-Z]+)/gu)].reduce(
      (total, [, n, unit]) => total + Number(n) * (factors[unit ?? ''] ?? 0),
      0,
    );
  return sum(date, DATE_PARTS) + sum(time, TIME_PARTS);
}

/** Recognizers-Text; `unit` is what its labels are of where they do not say. */
const specs =
  (unit: string, own?: ReadonlyMap<string, Unit>) =>
  (file: string): PeerSentence[] =>
    (JSON.parse(file) as readonly Spec[]).map(({ Input: text, Results }) => ({
      text,
      labels: Results.map(({ Start, Length, End, Resolution, Value }) => {
        const span = text.slice(Start, Length === undefined ? (End ?? Start) + 1 : Start + Length);
        const values = Value?.Timex === undefined ? number(Resolution?.value) : [timex(Value.Timex)];
        // Durations are resolved here, into milliseconds.
        const name = Resolution?.unit ?? unit;
        return labelOf({ text, span, from: Start, values, unit: name }, own);
      }),
    }));

interface Quantulum {
  readonly req: string;
  readonly res: readonly {
    readonly surface: string;
    readonly value: number;
    readonly uncertainty?: number;
    readonly unit: string;
  }[];
}

/** quantulum3: a range is the figure in its middle, and how far its ends are from it. */
const quantulum = (file: string): PeerSentence[] =>
  (JSON.parse(file) as readonly Quantulum[]).map(({ req, res }) => ({
    text: req,
    labels: inOrder(
      req,
      res.map(({ surface, value, uncertainty = 0, unit }) => ({
        span: surface,
        values: uncertainty === 0 ? [value] : [value - uncertainty, value + uncertainty],
        unit,
      })),
    ),
  }));

/** Where a string of Haskell says a character by its code: "\x20ac", and "\&" for nothing. */
const unescaped = (text: string): string =>
  text
    .replace(/\\x([\da-f]+)/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('\\&', '')
    .replace(/\\(.)/gu, '$1');

/** Without comments, and without the corpus of numbers that are a quantity only where one is asked for. */
const withoutLatent = (file: string): string =>
  file.replace(/--.*$/gmu, '').replace(/\nlatentCorpus ::[\s\S]*?(?=\nallExamples ::)/u, '');

/** Duckling: each example is a text that is one quantity. */
const duckling =
  (own?: ReadonlyMap<string, Unit>) =>
  (file: string): PeerSentence[] =>
    [...withoutLatent(file).matchAll(/examples \(([^[\]]*)\)\s*\[((?:[^\]"]|"(?:[^"\\]|\\.)*")*)\]/gu)].flatMap(
      ([, what = '', list = '']) => {
        const values = (what.match(/(?<![\w.])[\d.]+(?:e\d+)?(?![\w"])/gu) ?? []).map(Number);
        const unit = what.match(/[A-Z][A-Za-z]+/gu)?.find((word) => word !== 'DurationData') ?? '';
        return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, raw = '']) => {
          const text = unescaped(raw);
          return { text, labels: [labelOf({ text, span: text, from: 0, values, unit }, own)] };
        });
      },
    );

interface Contract {
  readonly text: string;
  readonly expected: readonly { readonly span: string; readonly value: number; readonly unit: string | null }[];
}

/** Our own units by their kind: whatever else is in capitals is a currency's code. */
function contractKind(unit: string | null): PeerKind | undefined {
  if (unit === '%' || unit === 'pp') return 'percent';
  if (unit === 'ms') return 'duration';
  if (unit === 'bytes') return 'size';
  return /^[A-Z]{3}$/u.test(unit ?? '') ? 'money' : undefined;
}

const contract = (file: string): PeerSentence[] =>
  (JSON.parse(file) as readonly Contract[]).map(({ text, expected }) => ({
    text,
    labels: inOrder(
      text,
      expected.map(({ span, value, unit }) => ({ span, values: [value], unit: unit ?? '' })),
    ).map((label) => ({ ...label, kind: contractKind(label.unit === '' ? null : label.unit) })),
  }));

interface Format {
  readonly kinds: readonly PeerKind[];
  readonly read: (file: string) => PeerSentence[];
}

const milliseconds: ReadonlyMap<string, Unit> = new Map([['ms', ['duration', 1] as const]]);
const EVERY: readonly PeerKind[] = ['money', 'percent', 'duration', 'size', 'measure', 'temperature'];

/** Suites by the names of their files; Duckling's corpora, which all have one name, are renamed for it. */
const FORMATS: Readonly<Record<string, Format>> = {
  PercentModel: { kinds: ['percent'], read: specs('percentage') },
  CurrencyModel: { kinds: ['money'], read: specs('') },
  DimensionModel: { kinds: ['size', 'measure'], read: specs('', WEIGHTS) },
  DurationExtractor: { kinds: ['duration'], read: specs('ms', milliseconds) },
  DurationParser: { kinds: ['duration'], read: specs('ms', milliseconds) },
  quantities: { kinds: EVERY, read: quantulum },
  'quantities.ambiguity': { kinds: EVERY, read: quantulum },
  AmountOfMoney: { kinds: ['money'], read: duckling() },
  Duration: { kinds: ['duration'], read: duckling() },
  Quantity: { kinds: ['measure'], read: duckling(WEIGHTS) },
  Volume: { kinds: ['measure'], read: duckling() },
  Distance: { kinds: ['measure'], read: duckling() },
};

/** The suite in a file: in the contract's form where its name is not known. */
export function readSuite(name: string, file: string): PeerSuite {
  const { kinds, read } = FORMATS[name] ?? { kinds: ['money', 'percent', 'duration', 'size'], read: contract };
  return { name, kinds, sentences: read(file.replace(/^\uFEFF/u, '')) };
}
