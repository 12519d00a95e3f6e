/** Reads an offer’s file. Whatever it says, there is an offer, and what is wrong is reported at its place. */
import { FrontMatterReader } from '../frontMatter/frontMatterReader';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { conflictProblems, ourSide } from '../markdown/conflict';
import type { TextProblem } from '../ports';
import { plural } from '../words';
import { checkFigures, checkKeys, currencyWritten } from './checkWritten';
import { centsOf, times, unitsOf, whole } from './exactMath';
import { hasStrike, sharesOf, sharesOfPercent, worthOfShare } from './grantShares';
import { OFFER_KEYS, type WrittenEquity, type WrittenVesting } from './offerKeys';
import { lastStated } from './stated';
import { unreadParts } from './unreadParts';
import { RUNGS, type Ask, type Equity, type Offer, type Vesting } from './offerModel';

export interface ReadOffer {
  readonly offer: Offer;
  /** What cannot be read, and what does not fit together. Offsets are the editor's. */
  readonly problems: readonly TextProblem[];
}

export const DEFAULT_CURRENCY = 'USD';
const EVEN_YEARS = 4;

/** @param text without a byte-order mark where offsets are to be the editor's. */
export function readOffer(text: string): ReadOffer {
  const front = parseFrontMatter(ourSide(text));
  const reader = new FrontMatterReader(front);
  const keys = reader.readAll(OFFER_KEYS);
  const assumed: string[] = [];
  if (keys.equityPercent !== undefined && keys.equity !== undefined)
    reader.report('“equity” says it too, and counts: remove “equityPercent”.', 'equityPercent');
  const equity = keys.equity ? equityOf(keys.equity) : percentOf(keys.equityPercent);
  const vesting = vestingOf(keys.vesting, reader, assumed, equity !== undefined);
  if (equity) checkEquity(equity, reader, keys.equity === undefined ? 'equityPercent' : 'equity');
  checkAsks(keys.asks, reader);
  if (keys.bonusPercent !== undefined && keys.bonusPercent > 0 && keys.bonusPercent < 1)
    reader.report(`“bonusPercent” is read as ${keys.bonusPercent}% of the base: write 15 for 15%.`, 'bonusPercent');
  if (keys.bonusPercent !== undefined && keys.base === undefined && front.data['base'] === undefined)
    reader.report('The bonus is a percentage of a base that is not given: add “base”.', 'bonusPercent');
  checkKeys(front, reader);
  const known = keys.currency ?? currencyWritten(front);
  if (known === undefined) assumed.push(`No currency is given: ${DEFAULT_CURRENCY} is assumed.`);
  const currency = known ?? DEFAULT_CURRENCY;
  checkTarget({ ...keys, currency }, reader);
  checkFigures(text, front, currency, reader);
  const { equityPercent: _, currency: __, ...others } = keys;
  const unread = unreadParts(ourSide(text), front, { ...others, equity });
  return {
    offer: { ...others, currency, equity, vesting, assumed, unread },
    problems: [...conflictProblems(text, 'file'), ...front.errors, ...reader.problems],
  };
}

function equityOf(written: WrittenEquity): Equity {
  const inferred =
    written.strike !== undefined
      ? 'options'
      : written.percent !== undefined && written.shares === undefined
        ? 'percent'
        : 'rsu';
  return { ...written, kind: written.kind ?? inferred };
}

function percentOf(percent: number | undefined): Equity | undefined {
  return percent === undefined ? undefined : { kind: 'percent', percent };
}

function vestingOf(
  written: WrittenVesting | undefined,
  reader: FrontMatterReader,
  assumed: string[],
  isNeeded: boolean,
): Vesting {
  const { years: said, split: given, cliffMonths = 0, cadence = 'yearly', rounding = 'cumulative' } = written ?? {};
  if (said !== undefined && given && given.length !== said)
    reader.report(
      `“vesting.split” is for ${given.length} years, and “vesting.years” is ${said}: the split counts.`,
      'vesting',
      'split',
    );
  const years = given?.length ?? said ?? EVEN_YEARS;
  const split = given ?? Array<number>(years).fill(100 / years);
  checkSplit(given, reader);
  if (cliffMonths > years * 12)
    reader.report(
      `The cliff is after the ${plural(years, 'year')} in which the grant vests: correct it.`,
      'vesting',
      'cliffMonths',
    );
  if (isNeeded && !written) assumed.push('No vesting is given: four years in equal parts are assumed.');
  else if (isNeeded && written?.cadence === undefined)
    assumed.push('No cadence of vesting is given: once a year is assumed.');
  return { years, split, cliffMonths: Math.min(cliffMonths, years * 12), cadence, rounding };
}

function checkSplit(split: readonly number[] | undefined, reader: FrontMatterReader): void {
  const sum = (split ?? [100]).reduce((total, part) => total + part, 0);
  // Thirds are written as 33.33 or 33.3.
  if (Math.abs(sum - 100) > 0.5)
    reader.report(
      `“vesting.split” adds up to ${Number(sum.toFixed(2))} and not to 100: correct it; until then the grant vests in these proportions.`,
      'vesting',
      'split',
    );
}

/** What is missing or contradicts itself: an unknown value is said here, and is no number anywhere else. */
function checkEquity(equity: Equity, reader: FrontMatterReader, key: 'equity' | 'equityPercent'): void {
  const { kind, percent, price, strike } = equity;
  const unknown = unknownEquity(equity);
  if (unknown !== undefined)
    reader.report(unknown, key, ...(key === 'equity' && percent !== undefined ? ['percent'] : []));
  if (kind === 'rsu' && strike !== undefined)
    reader.report('Restricted stock has no strike: remove it, or write “kind: options”.', key, 'strike');
  checkGrant(equity, reader, key);
  if (kind === 'options' && price !== undefined && strike !== undefined && price <= strike)
    reader.report(
      `At a price of ${price} an option with a strike of ${strike} is worth nothing: it counts as 0.`,
      key,
      'price',
    );
}

/** A grant that says the same twice says it alike: within a hundredth, as people round. */
function checkGrant(equity: Equity, reader: FrontMatterReader, key: 'equity' | 'equityPercent'): void {
  const { kind, value, shares, percent, outstanding } = equity;
  const ofCompany = sharesOfPercent(equity);
  if (shares !== undefined && ofCompany !== undefined && !isAbout(Number(ofCompany), shares))
    reader.report(
      `${percent}% of ${outstanding} are ${ofCompany} shares, and not ${shares}: “shares” counts. Correct one of the three.`,
      key,
      'percent',
    );
  const [granted, each] = [sharesOf(equity), worthOfShare(equity)];
  if (value === undefined || granted === undefined || each === undefined || unknownEquity(equity) !== undefined) return;
  const worth = unitsOf(centsOf(times(whole(granted), each)));
  if (isAbout(worth, value)) return;
  const what = kind === 'options' ? 'options' : 'shares';
  const at = hasStrike(equity) ? `${equity.price} with a strike of ${equity.strike}` : equity.price;
  reader.report(
    `${granted} ${what} at ${at} are ${worth}, and not ${value}: the ${what} count. Correct one of them.`,
    key,
    'value',
  );
}

const isAbout = (worked: number, said: number): boolean => Math.abs(worked - said) <= Math.max(1, said * 0.01);

/** Why the value of a grant cannot be worked out, and what to add; undefined where it can. */
export function unknownEquity(equity: Equity): string | undefined {
  const { kind, value, shares, percent, price, strike, outstanding } = equity;
  if (kind === 'options') {
    const missing = [
      ...(shares === undefined && (percent === undefined || outstanding === undefined) ? ['shares'] : []),
      ...(strike === undefined ? ['strike'] : []),
      ...(price === undefined ? ['price'] : []),
    ];
    return missing.length === 0 ? undefined : `The value of the options is unknown: add “${missing.join('” and “')}”.`;
  }
  if (value !== undefined || percent === 0) return undefined;
  if (shares !== undefined)
    return price === undefined ? 'The value of the shares is unknown: add “price”, or the grant’s “value”.' : undefined;
  if (percent === undefined) return 'The equity says no figure: add “value”, “shares” and “price”, or “percent”.';
  const missing = [...(outstanding === undefined ? ['outstanding'] : []), ...(price === undefined ? ['price'] : [])];
  if (missing.length === 0) return undefined;
  const what = outstanding === undefined ? 'The number of shares is unknown' : 'The value of the shares is unknown';
  return `${what}: ${percent}% of the company is a number only with “outstanding” (all its shares) and “price” in “equity”. Add “${missing.join('” and “')}”.`;
}

/** To ask for less than what was said gives it away. */
function checkTarget(
  { asks, ...offer }: Pick<Offer, 'asks' | 'stated' | 'currency' | 'rates'>,
  reader: FrontMatterReader,
): void {
  const said = lastStated(offer);
  for (const field of ['base', 'total'] as const) {
    const [asked, before] = [asks.target?.[field], said?.[field]];
    if (asked === undefined || before === undefined || asked >= before.value) continue;
    const when = before.when === '' ? '' : ` ${before.when}`;
    reader.report(
      `The target asks for less than the ${field === 'base' ? 'base' : 'total'} of ${before.value} that you stated${when}.`,
      'asks',
      'target',
      field,
    );
  }
}

const RUNG_NAMES = { target: 'target', acceptable: 'acceptable', walkAway: 'walk-away' } as const;
const COMPARED = ['base', 'equityPercent', 'grant', 'signOn', 'total'] as const;

/** The rungs go down from target to walk-away, and each rests on impact. */
function checkAsks(asks: Offer['asks'], reader: FrontMatterReader): void {
  const said = RUNGS.flatMap((rung) => (asks[rung] ? [{ rung, ask: asks[rung] }] : []));
  for (const { rung, ask } of said) {
    if (ask.impact === undefined)
      reader.report(
        `The ${RUNG_NAMES[rung]} ask has no “impact”: name the impact you showed that it rests on.`,
        'asks',
        rung,
      );
    if (COMPARED.every((field) => ask[field] === undefined))
      reader.report(`The ${RUNG_NAMES[rung]} ask says no figure: add “base”, “grant” or “total”.`, 'asks', rung);
  }
  for (const [index, { rung, ask }] of said.entries()) {
    const fieldAbove = (other: Ask): (typeof COMPARED)[number] | undefined =>
      COMPARED.find((name) => isAbove(ask, other, name));
    const above = said.slice(0, index).find((other) => fieldAbove(other.ask) !== undefined);
    const field = above && fieldAbove(above.ask);
    if (above && field)
      reader.report(
        `The ${RUNG_NAMES[rung]} ask is above the ${RUNG_NAMES[above.rung]} one (“${field}”: ${ask[field]} and ${above.ask[field]}): order them from target down to walk-away.`,
        'asks',
        rung,
        field,
      );
  }
}

function isAbove(ask: Ask, other: Ask, field: (typeof COMPARED)[number]): boolean {
  const [own, above] = [ask[field], other[field]];
  return own !== undefined && above !== undefined && own > above;
}
