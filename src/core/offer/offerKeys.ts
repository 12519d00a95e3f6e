/** The front matter of an offer: its keys, and how each is read. */
import type { Given, KeyReader } from '../frontMatter/frontMatterReader';
import { date, isRecord, words, wordsIn } from '../frontMatter/valueReaders';
import { shown } from '../shown';
import {
  amount,
  anyDay,
  anyWords,
  mapsOf,
  noSuchField,
  oneWord,
  percentage,
  readMap,
  wholeFrom,
  type Field,
  type FieldsOf,
} from './offerFields';
import {
  CADENCES,
  EQUITY_KINDS,
  MOST_YEARS,
  RUNGS,
  SHARE_ROUNDINGS,
  type Ask,
  type Cadence,
  type Refresher,
  type RungName,
  type SignOn,
  type StatedFigure,
} from './offerModel';
import { currenciesOf, numberIn, writtenFigure } from './writtenFigure';

const CURRENCY = /^[A-Z]{3}$/u;

export const SIGN_ON_FIELDS = {
  year: wholeFrom(1, MOST_YEARS, 'the year in which it is paid'),
  amount: amount('the bonus'),
  clawbackMonths: wholeFrom(0, 120, 'the months in which it has to be paid back'),
};

export const EQUITY_FIELDS = {
  kind: oneWord(EQUITY_KINDS),
  value: amount('the value of the whole grant'),
  shares: wholeFrom(0, 1e12, 'the number of shares'),
  percent: percentage('the percentage of the company', 100),
  price: amount('the price of one share'),
  strike: amount('what one share costs to exercise'),
  outstanding: wholeFrom(1, 1e13, 'all shares of the company'),
  dilutionPercent: percentage('what later rounds take, in percent,', 100),
  taxNote: anyWords,
};

export const VESTING_FIELDS = {
  years: wholeFrom(1, MOST_YEARS, 'the years in which it vests'),
  cliffMonths: wholeFrom(0, MOST_YEARS * 12, 'the months before anything vests'),
  cadence: oneWord(CADENCES),
  split: split(),
  rounding: oneWord(SHARE_ROUNDINGS),
};

export const REFRESHER_FIELDS = {
  year: wholeFrom(1, MOST_YEARS, 'the year of the grant'),
  value: amount('the value of the grant'),
  years: wholeFrom(1, MOST_YEARS, 'the years in which it vests'),
};

export const STATED_FIELDS = {
  date: anyDay,
  round: anyWords,
  to: anyWords,
  base: amount('the base that you said'),
  total: amount('the total of the first year that you said'),
};

export const ASK_FIELDS = {
  base: amount('the base'),
  equityPercent: percentage('the percentage of the company', 100),
  grant: amount('the value of the whole grant'),
  signOn: amount('the sign-on bonus'),
  total: amount('the pay of the first year'),
  impact: anyWords,
};

/** A key at the top level with a figure. */
function figure(field: Field<number>): KeyReader<number | undefined> {
  return ({ key, value, wrong }) => field(value, (message) => wrong(message), key);
}

export const OFFER_KEYS = {
  company: words(),
  base: figure(amount('the yearly base')),
  currency: currency(),
  bonusPercent: figure(percentage('the yearly bonus, in percent of the base,', 1000)),
  signOn: signOn(),
  equity: equity(),
  equityPercent: figure(percentage('the percentage of the company', 100)),
  vesting: vesting(),
  refreshers: refreshers(),
  level: words(),
  location: words(),
  deadline: date(),
  start: date(),
  rates: rates(),
  stated: stated(),
  asks: asks(),
};

function currency(): KeyReader<string | undefined> {
  return ({ value, wrong }) => {
    if (value === undefined) return undefined;
    const [code] = (typeof value === 'string' ? currenciesOf(value.trim()) : undefined) ?? [];
    if (code !== undefined) return code;
    return wrong(`“currency” is ${shown(value)}: write three capitals, such as USD.`);
  };
}

/** A bonus for signing, as a figure or a list. */
function signOn(): KeyReader<readonly SignOn[]> {
  return (given) => {
    const { value, wrong } = given;
    const once = numberIn(value);
    if (once !== undefined) return [{ year: 1, amount: once }];
    const message = '“signOn” has to be an amount, or a list such as [{year: 1, amount: 30000, clawbackMonths: 12}].';
    return mapsOf(given, message).flatMap(({ map, path }): SignOn[] => {
      const { year = 1, amount: paid, clawbackMonths } = readMap(given, map, SIGN_ON_FIELDS, path);
      if (paid !== undefined) return [{ year, amount: paid, clawbackMonths }];
      return map['amount'] === undefined ? (wrong('This sign-on bonus has no “amount”: add it.', ...path) ?? []) : [];
    });
  };
}

export type WrittenEquity = FieldsOf<typeof EQUITY_FIELDS>;

function equity(): KeyReader<WrittenEquity | undefined> {
  return (given) => {
    const { value, wrong } = given;
    if (value === undefined) return undefined;
    if (isRecord(value)) return readMap(given, value, EQUITY_FIELDS);
    return wrong('“equity” has to be a map, such as {kind: rsu, value: 400000}.');
  };
}

export type WrittenVesting = Partial<FieldsOf<typeof VESTING_FIELDS>>;

const IN_WORDS = /\b(\d{1,2})\s?-?\s?(?:years?|yrs?)\b/iu;
const CLIFF_YEAR = /\b(?:(\d{1,2})|one|a)\s?-?\s?(?:years?|yr)\s?-?\s?cliff\b/iu;
const CADENCE_WORDS: readonly (readonly [RegExp, Cadence])[] = [
  [/\b(?:monthly|(?:every|each|per|a) month)\b/iu, 'monthly'],
  [/\b(?:quarterly|(?:every|each|per|a) quarter)\b/iu, 'quarterly'],
  [/\b(?:yearly|annual(?:ly)?|(?:every|each|per) year)\b/iu, 'yearly'],
];
const CLIFF_MONTHS = /\b(\d{1,2})\s?-?\s?months?\s?-?\s?cliff\b/iu;

/** A map; an older file may say it in words, or give only the years. */
function vesting(): KeyReader<WrittenVesting | undefined> {
  return (given) => {
    const { value, wrong } = given;
    if (value === undefined) return undefined;
    if (isRecord(value)) return readMap(given, value, VESTING_FIELDS);
    const years = typeof value === 'string' ? vestingInWords(value) : { years: numberIn(value) };
    if (years.years !== undefined && Number.isInteger(years.years) && years.years >= 1 && years.years <= MOST_YEARS)
      return years;
    return wrong('“vesting” has to be a map, such as {years: 4, cliffMonths: 12, cadence: quarterly}.');
  };
}

function vestingInWords(text: string): WrittenVesting {
  const [, cliffMonths] = CLIFF_MONTHS.exec(text) ?? [];
  const cliff = CLIFF_YEAR.exec(text);
  const months = cliffMonths === undefined ? (cliff ? Number(cliff[1] ?? 1) * 12 : undefined) : Number(cliffMonths);
  const rest = text.replace(CLIFF_YEAR, '').replace(CLIFF_MONTHS, '');
  const [, years] = IN_WORDS.exec(rest) ?? [];
  const cadence = CADENCE_WORDS.find(([pattern]) => pattern.test(rest))?.[1];
  return { years: years === undefined ? undefined : Number(years), cliffMonths: months, cadence };
}

function percentIn(value: unknown): number | undefined {
  const figure = writtenFigure(value);
  return figure?.currencies.length === 0 ? figure.value : undefined;
}

function split(): Field<readonly number[]> {
  return (value, say, name) => {
    if (value === undefined || value === null) return undefined;
    const parts = Array.isArray(value) ? value.map(percentIn) : [];
    const isWhole = parts.length > 0 && parts.length <= MOST_YEARS && parts.every((part) => part !== undefined);
    const numbers = parts.flatMap((part) => part ?? []);
    if (isWhole && numbers.some((part) => part > 0) && numbers.every((part) => part <= 100)) return numbers;
    return say(`“${name}” has to list what vests in each year in percent, such as [25, 25, 25, 25].`);
  };
}

function refreshers(): KeyReader<readonly Refresher[]> {
  return (given) => {
    const { wrong } = given;
    const message = '“refreshers” has to be a list such as [{year: 2, value: 60000, years: 4}].';
    return mapsOf(given, message).flatMap(({ map, path }): Refresher[] => {
      const { year, value, years = 4 } = readMap(given, map, REFRESHER_FIELDS, path);
      if (year !== undefined && value !== undefined) return [{ year, value, years }];
      const missing = (['year', 'value'] as const).filter((name) => map[name] === undefined);
      return missing.length > 0
        ? (wrong(`This grant has no “${missing.join('” and no “')}”: add it.`, ...path) ?? [])
        : [];
    });
  };
}

function rates(): KeyReader<Readonly<Record<string, number>>> {
  return ({ value, wrong }) => {
    if (value === undefined) return {};
    if (!isRecord(value)) return wrong('“rates” has to be a map, such as {EUR: 1.08}.') ?? {};
    const read = Object.entries(value).flatMap(([code, rate]): [string, number][] => {
      const number = numberIn(rate);
      if (CURRENCY.test(code) && number !== undefined && number > 0) return [[code, number]];
      const what = CURRENCY.test(code)
        ? `The rate of ${code} is ${shown(rate)}: write what one ${code} is worth in this offer’s currency, such as 1.08.`
        : `${shown(code)} is not a currency: write three capitals, such as EUR.`;
      return wrong(what, code) ?? [];
    });
    return Object.fromEntries(read);
  };
}

function stated(): KeyReader<readonly StatedFigure[]> {
  return (given) => {
    const { wrong } = given;
    const message =
      '“stated” has to be a list such as [{date: 2026-12-02, round: phone-screen, to: Sam, base: 200000}].';
    return mapsOf(given, message).flatMap(({ map, path }): StatedFigure[] => {
      const read = readMap(given, map, STATED_FIELDS, path);
      if (read.base !== undefined || read.total !== undefined) return [read];
      return map['base'] === undefined && map['total'] === undefined
        ? (wrong('This says no figure: add “base” or “total”.', ...path) ?? [])
        : [];
    });
  };
}

function asks(): KeyReader<Readonly<Partial<Record<RungName, Ask>>>> {
  return (given) => {
    const { value, wrong } = given;
    if (value === undefined) return {};
    if (!isRecord(value)) return wrong('“asks” has to be a map of target, acceptable and walkAway.') ?? {};
    for (const name of Object.keys(value)) {
      if (!RUNGS.some((rung) => rung === name)) wrong(noSuchField('asks', name, RUNGS), name);
    }
    const read = RUNGS.flatMap((rung): [RungName, Ask][] => {
      const ask = askOf(given, value[rung], rung);
      return ask ? [[rung, ask]] : [];
    });
    return Object.fromEntries(read);
  };
}

function askOf(given: Given, value: unknown, rung: RungName): Ask | undefined {
  if (value === undefined || value === null) return undefined;
  const base = numberIn(value);
  if (base !== undefined) return { base };
  if (isRecord(value)) return readMap(given, value, ASK_FIELDS, [rung]);
  return given.wrong(
    `“asks.${rung}” has to be a base, or a map such as {base: 200000, equityPercent: 0.09, impact: "${'$'}2M ARR"}; it is ${shown(wordsIn(value) ?? value)}.`,
    rung,
  );
}
