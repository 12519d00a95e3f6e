/** What an offer’s front matter says in a way that is read otherwise than it was meant, or not at all. */
import { closestId, type Named } from '../closest';
import type { FrontMatterReader } from '../frontMatter/frontMatterReader';
import type { FrontMatter } from '../frontMatter/parseFrontMatter';
import { isRecord } from '../frontMatter/valueReaders';
import { shown } from '../shown';
import type { Path } from './offerFields';
import { OFFER_KEYS } from './offerKeys';
import { writtenFigure } from './writtenFigure';

/** What people call the keys. */
const OTHER_NAMES: Readonly<Partial<Record<keyof typeof OFFER_KEYS, readonly string[]>>> = {
  base: ['salary', 'base salary', 'baseSalary', 'basePay'],
  bonusPercent: ['bonus', 'target bonus', 'targetBonus', 'annualBonus', 'bonusTarget'],
  signOn: ['signOnBonus', 'signing', 'signingBonus', 'joiningBonus', 'clawback', 'clawbackMonths'],
  equity: ['rsu', 'rsus', 'options', 'stock', 'stockOptions', 'shares', 'grant', 'equityValue', 'strike'],
  vesting: ['vests', 'vestingYears', 'vestingSchedule', 'cliff', 'cliffMonths'],
  refreshers: ['refresh', 'refreshes', 'refreshGrants'],
  level: ['grade'],
  deadline: ['answerBy', 'expires', 'expiry', 'offerDeadline'],
  start: ['startDate', 'startingDate', 'startDay'],
  rates: ['exchangeRate', 'exchangeRates', 'fx'],
  asks: ['ask', 'ladder'],
};

const NAMES: readonly Named[] = Object.keys(OFFER_KEYS).flatMap((id) => [
  { id, title: id },
  ...(OTHER_NAMES[id as keyof typeof OFFER_KEYS] ?? []).map((title) => ({ id, title })),
]);

/** Keys that are not read, where it can be told what they were to be. Others are the user’s own. */
export function checkKeys({ data }: FrontMatter, reader: FrontMatterReader): void {
  for (const key of Object.keys(data)) {
    if (Object.hasOwn(OFFER_KEYS, key)) continue;
    const meant = closestId(key, NAMES);
    if (meant !== undefined) reader.report(`“${key}” is not read: did you mean “${meant}”?`, key);
  }
}

/** The currency that the base is written in, where its mark stands for a single one. */
export function currencyWritten({ data }: FrontMatter): string | undefined {
  const currencies = writtenFigure(data['base'])?.currencies ?? [];
  return currencies.length === 1 ? currencies[0] : undefined;
}

/** Money and numbers of shares that are large: nobody means a few hundred with three decimals. */
const LARGE = new Set(['base', 'signOn', 'amount', 'value', 'shares', 'outstanding', 'grant', 'total']);
const RUNG_KEYS = new Set(['target', 'acceptable', 'walkAway']);
const DOTTED = /^["']?\D{0,4}(\d{1,3}(?:\.\d{3})+)\s?(?:[A-Za-z]{3}|[$€£¥₹])?["']?$/u;
/** Rates are what they are in any currency, and words are no figures. */
const NOT_LOOKED_AT = new Set(['rates', 'taxNote', 'impact', 'to', 'round', 'date']);
const MOST_ITEMS = 50;

/** Figures whose dots are read as decimal points, and amounts that are written in another currency than the offer’s. */
export function checkFigures(text: string, front: FrontMatter, currency: string, reader: FrontMatterReader): void {
  for (const key of Object.keys(OFFER_KEYS)) {
    for (const { value, path } of leaves(front.data[key], [key])) {
      const figure = writtenFigure(value);
      if (!figure) continue;
      const [first, ...within] = path as [string, ...Path];
      const name = path.filter((part) => typeof part === 'string').at(-1) ?? key;
      if (figure.currencies.length > 0 && !figure.currencies.includes(currency))
        reader.report(
          `${shown(value)} is in ${figure.currencies[0]} and the offer in ${currency}, and it counts as ${currency}: write it in ${currency}, or correct “currency”.`,
          first,
          ...within,
        );
      if (!mayBeDotted(value) || !(LARGE.has(name) || RUNG_KEYS.has(name))) continue;
      const place = front.valueRange(first, ...within);
      const dotted = place && DOTTED.exec(text.slice(place.start, place.end))?.[1];
      if (dotted !== undefined && dotted !== '')
        reader.report(
          `“${dotted}” is read as ${figure.value}, with a decimal point: write ${dotted.replaceAll('.', '')} if you mean that much.`,
          first,
          ...within,
        );
    }
  }
}

/** Looking a place up takes time: only what can be such a figure is looked at. */
const mayBeDotted = (value: unknown): boolean =>
  typeof value === 'number' ? value > 0 && value < 1000 : /\.\d{3}(?!\d)/u.test(String(value));

interface Leaf {
  readonly value: unknown;
  readonly path: Path;
}

/** The values that are no maps and no lists. Front matter is not deeper than a few levels where it is read. */
function leaves(value: unknown, path: Path): Leaf[] {
  if (NOT_LOOKED_AT.has(String(path.at(-1))) || path.length > 4) return [];
  if (Array.isArray(value))
    return value.slice(0, MOST_ITEMS).flatMap((item: unknown, index) => leaves(item, [...path, index]));
  if (isRecord(value))
    return Object.entries(value)
      .slice(0, MOST_ITEMS)
      .flatMap(([key, item]) => leaves(item, [...path, key]));
  return typeof value === 'number' || typeof value === 'string' ? [{ value, path }] : [];
}
