/**
 * What an offer is worth, year by year, in whole cents, each figure with its formula. What cannot be worked out is
 * undefined, and so is every total that it belongs to: an unknown is never a number.
 */
import {
  centsOf,
  exactly,
  minus,
  ONE,
  over,
  roundHalfUp,
  sumOfCents,
  times,
  whole,
  type Cents,
  type Exact,
} from './exactMath';
import { hasStrike, sharesOf, worthOfShare } from './grantShares';
import { money, wholeNumberText } from './offerMoney';
import { FOUR_YEARS, type Equity, type Offer } from './offerModel';
import { unknownEquity } from './readOffer';
import { ANY_YEAR } from './unreadParts';
import { allocate, payments, vestedByYear } from './vesting';

/** A figure and how it comes about; undefined where it cannot be worked out, and the formula says why. */
export interface WorkedMoney {
  readonly cents: Cents | undefined;
  readonly formula: string;
}

export const PARTS = ['base', 'bonus', 'signOn', 'equity'] as const;
export type PartName = (typeof PARTS)[number];

export interface WorthOfYear extends Readonly<Record<PartName, WorkedMoney>> {
  /** From 1. */
  readonly year: number;
  readonly total: WorkedMoney;
  /** The parts that are known, together. */
  readonly known: Cents;
}

export interface WorthOfGrant {
  /** Undefined for a grant in money, and where their number is unknown. */
  readonly shares: bigint | undefined;
  /** Of the whole grant, dilution taken off. */
  readonly value: WorkedMoney;
  /** The same without dilution. */
  readonly undiluted: Cents | undefined;
}

export interface OfferWorth {
  readonly years: readonly WorthOfYear[];
  readonly total: WorkedMoney;
  /** The first four years. */
  readonly fourYears: WorkedMoney;
  /** A year, of all years. */
  readonly average: WorkedMoney;
  /** A year, of all years, without what is paid once: the sign-on bonus. */
  readonly recurring: WorkedMoney;
  readonly grant: WorthOfGrant | undefined;
  /** What was assumed, and what is not counted: sentences. */
  readonly notes: readonly string[];
}

/** @param factor what the price of a share is multiplied by, to see what depends on it. */
export function worthOf(offer: Offer, factor: Exact = ONE): OfferWorth {
  return new Worth(offer, factor).all();
}

class Worth {
  private readonly notes: string[];
  private readonly count: number;

  constructor(
    private readonly offer: Offer,
    private readonly factor: Exact,
  ) {
    this.notes = [...offer.assumed];
    this.count = Math.max(FOUR_YEARS, offer.equity ? offer.vesting.years : 0);
  }

  all(): OfferWorth {
    const { offer } = this;
    if (offer.base === undefined && !offer.unread.base) this.notes.push('No base is given: it counts as nothing.');
    const grant = this.grant();
    const granted = this.grantByYear(grant);
    const refreshed = this.refreshedByYear();
    const years = Array.from({ length: this.count }, (_, index) =>
      this.year(index + 1, granted[index] as WorkedMoney, refreshed[index] as WorkedMoney),
    );
    const over4 = years.slice(0, FOUR_YEARS);
    const totals = (some: readonly WorthOfYear[]): (Cents | undefined)[] => some.map(({ total }) => total.cents);
    const oneOff = sumOfCents(years.map(({ signOn }) => signOn.cents ?? 0n));
    const lasting = this.sum(
      years.flatMap((year) => PARTS.filter((part) => part !== 'signOn').map((part) => year[part].cents)),
      '',
    );
    const all = this.sum(totals(years), `the total of ${this.count} years`);
    return {
      years,
      total: all,
      fourYears: this.sum(totals(over4), 'the total of four years'),
      average: this.perYear(all.cents, `${this.text(all.cents)} ÷ ${this.count} years`),
      recurring: this.perYear(
        lasting.cents,
        all.cents === undefined
          ? `${this.text(lasting.cents)} without the sign-on ÷ ${this.count} years`
          : `(${this.text(all.cents)} − ${this.text(oneOff)} sign-on) ÷ ${this.count} years`,
      ),
      grant,
      notes: this.notes,
    };
  }

  private year(year: number, granted: WorkedMoney, refreshed: WorkedMoney): WorthOfYear {
    const parts: Record<PartName, WorkedMoney> = {
      base: this.base(),
      bonus: this.bonus(),
      signOn: this.signOn(year),
      equity: refreshed.cents === 0n ? granted : this.both(granted, refreshed),
    };
    const cents = PARTS.map((part) => parts[part].cents);
    const total = this.sum(
      cents,
      PARTS.filter((part) => parts[part].cents !== 0n)
        .map((part) => NAMES[part])
        .join(' + '),
    );
    return { year, ...parts, total, known: sumOfCents(cents.map((part) => part ?? 0n)) };
  }

  private base(): WorkedMoney {
    const { base, unread } = this.offer;
    if (unread.base) return { cents: undefined, formula: `The base ${UNREAD}` };
    return base === undefined
      ? { cents: 0n, formula: 'No base is given' }
      : { cents: centsOf(exactly(base)), formula: 'The base, as given' };
  }

  private bonus(): WorkedMoney {
    const { base, bonusPercent, unread } = this.offer;
    if (unread.bonus) return { cents: undefined, formula: `The bonus ${UNREAD}` };
    if (bonusPercent === undefined) return { cents: 0n, formula: 'No bonus is given' };
    if (base === undefined)
      return { cents: bonusPercent === 0 ? 0n : undefined, formula: `${bonusPercent}% of a base that is not given` };
    const cents = centsOf(over(times(exactly(base), exactly(bonusPercent)), whole(100n)));
    return { cents, formula: `${bonusPercent}% of the base of ${this.text(centsOf(exactly(base)))}` };
  }

  private signOn(year: number): WorkedMoney {
    const paid = this.offer.signOn.filter((one) => one.year === year);
    const late = this.offer.signOn.filter((one) => one.year > this.count);
    if (year === this.count && late.length > 0)
      this.notes.push(`A sign-on bonus after year ${this.count} is not counted.`);
    const { unread } = this.offer;
    if (unread.signOn.some((of) => of === year || of === ANY_YEAR))
      return { cents: undefined, formula: `The sign-on bonus ${UNREAD}` };
    if (paid.length === 0) return { cents: 0n, formula: 'No sign-on bonus in this year' };
    const back = paid.flatMap(({ clawbackMonths }) => clawbackMonths ?? []);
    const held = back.length > 0 ? `; to be paid back on leaving within ${Math.max(...back)} months` : '';
    return {
      cents: sumOfCents(paid.map(({ amount }) => centsOf(exactly(amount)))),
      formula: `The sign-on bonus of year ${year}, paid once${held}`,
    };
  }

  /** The initial grant as a whole. */
  private grant(): WorthOfGrant | undefined {
    const { equity } = this.offer;
    if (!equity) return undefined;
    const shares = sharesOf(equity);
    const unknown = unknownEquity(equity);
    if (unknown !== undefined) return { shares, value: { cents: undefined, formula: unknown }, undiluted: undefined };
    const worth = this.worthOfShares(shares) ?? times(exactly(equity.value ?? 0), this.factor);
    const kept = dilutionKept(equity);
    const { dilutionPercent } = equity;
    const formula = this.formulaOfGrant(equity, shares);
    return {
      shares,
      value: {
        cents: centsOf(times(worth, kept)),
        formula: dilutionPercent === undefined ? formula : `${formula}, less ${dilutionPercent}% dilution`,
      },
      undiluted: centsOf(worth),
    };
  }

  private formulaOfGrant(
    { kind, percent, outstanding, shares: given, strike }: Equity,
    shares: bigint | undefined,
  ): string {
    if (shares === undefined || !this.perShare())
      return `The grant’s value, as given${this.isAsPriced ? '' : ` × ${this.factorText}`}`;
    const counted =
      given === undefined && percent !== undefined && outstanding !== undefined
        ? `${percent}% of ${wholeNumberText(BigInt(outstanding))} = ${wholeNumberText(shares)} shares`
        : `${wholeNumberText(shares)} ${kind === 'options' ? 'options' : 'shares'}`;
    return `${counted} × ${this.perShareText(strike)}`;
  }

  private perShareText(strike: number | undefined): string {
    const price = `the price of ${this.offer.equity?.price ?? 0}${this.isAsPriced ? '' : ` × ${this.factorText}`}`;
    return this.offer.equity && hasStrike(this.offer.equity)
      ? `max(0, ${price} − the strike of ${strike ?? 0})`
      : price;
  }

  private get isAsPriced(): boolean {
    return this.factor.top === this.factor.bottom;
  }

  private get factorText(): string {
    return String(Number(this.factor.top) / Number(this.factor.bottom));
  }

  /** What one share brings; undefined where the grant is in money. */
  private perShare(): Exact | undefined {
    return this.offer.equity && worthOfShare(this.offer.equity, this.factor);
  }

  private worthOfShares(shares: bigint | undefined): Exact | undefined {
    const each = this.perShare();
    return shares === undefined || each === undefined ? undefined : times(whole(shares), each);
  }

  /** What vests of the initial grant in each year. */
  private grantByYear(grant: WorthOfGrant | undefined): WorkedMoney[] {
    const { equity, vesting, unread } = this.offer;
    const none = Array.from({ length: this.count }, (): WorkedMoney => ({ cents: 0n, formula: 'No equity is given' }));
    if (unread.equity) return none.map(() => ({ cents: undefined, formula: `The equity ${UNREAD}` }));
    if (!equity || !grant) return none;
    const { cents, formula } = grant.value;
    if (cents === undefined) return none.map(() => ({ cents: undefined, formula }));
    const { shares } = grant;
    const isShares = shares !== undefined && this.perShare() !== undefined;
    // A grant in money has no shares to round: cents are spread by the cumulative method.
    const paid = payments(isShares ? shares : cents, isShares ? vesting : { ...vesting, rounding: 'cumulative' });
    const vested = vestedByYear(paid, this.count);
    const kept = dilutionKept(equity);
    const worth = vested.map((amount) =>
      isShares ? centsOf(times(this.worthOfShares(amount) as Exact, kept)) : amount,
    );
    return worth.map((now, index) => {
      const before = index === 0 ? 0n : (worth[index - 1] as Cents);
      const newly = (vested[index] as bigint) - (index === 0 ? 0n : (vested[index - 1] as bigint));
      return { cents: now - before, formula: this.formulaOfYear(index + 1, newly, isShares, shares, equity) };
    });
  }

  private formulaOfYear(
    year: number,
    newly: bigint,
    isShares: boolean,
    shares: bigint | undefined,
    equity: Equity,
  ): string {
    const { split } = this.offer.vesting;
    if (newly === 0n) return `Nothing vests in year ${year}`;
    const less = equity.dilutionPercent === undefined ? '' : `, less ${equity.dilutionPercent}% dilution`;
    if (!isShares || shares === undefined) {
      const of = split.reduce((sum, part) => sum + part, 0);
      return `${Number((((split[year - 1] ?? 0) / of) * 100).toFixed(2))}% of the grant vests in year ${year}${less}`;
    }
    const what = equity.kind === 'options' ? 'options' : 'shares';
    return `${wholeNumberText(newly)} of ${wholeNumberText(shares)} ${what} vest in year ${year} × ${this.perShareText(equity.strike)}${less}`;
  }

  /** What vests of further grants in each year. */
  private refreshedByYear(): WorkedMoney[] {
    const { refreshers } = this.offer;
    const sums = Array<Cents>(this.count).fill(0n);
    const formulas = Array.from({ length: this.count }, (): string[] => []);
    let after = 0n;
    for (const { year, value, years } of refreshers) {
      const cents = centsOf(times(exactly(value), this.factor));
      allocate(cents, Array<bigint>(years).fill(1n), 'cumulative').forEach((part, index) => {
        const at = year - 1 + index;
        if (at >= this.count) after += part;
        else {
          sums[at] = (sums[at] as Cents) + part;
          formulas[at]?.push(`a ${ordinal(years)} of the ${this.text(cents)} granted in year ${year}`);
        }
      });
    }
    if (after > 0n)
      this.notes.push(`${this.text(after)} of the refreshers vests after year ${this.count} and is not counted.`);
    return sums.map((cents, index) => ({ cents, formula: (formulas[index] ?? []).join(' and ') }));
  }

  private both(granted: WorkedMoney, refreshed: WorkedMoney): WorkedMoney {
    const cents =
      granted.cents === undefined || refreshed.cents === undefined ? undefined : granted.cents + refreshed.cents;
    const own = granted.cents === 0n ? '' : `${granted.formula}; and `;
    return { cents, formula: `${own}${refreshed.formula}` };
  }

  private sum(parts: readonly (Cents | undefined)[], formula: string): WorkedMoney {
    if (parts.some((part) => part === undefined))
      return { cents: undefined, formula: 'Unknown, as a part of it is: see the problems of the file' };
    return { cents: sumOfCents(parts.map((part) => part ?? 0n)), formula };
  }

  private perYear(cents: Cents | undefined, formula: string): WorkedMoney {
    if (cents === undefined) return { cents, formula: 'Unknown, as a part of it is: see the problems of the file' };
    return { cents: roundHalfUp({ top: cents, bottom: BigInt(this.count) }), formula };
  }

  private text(cents: Cents | undefined): string {
    return cents === undefined ? 'unknown' : money(cents, this.offer.currency);
  }
}

const UNREAD = 'cannot be read: see the problems of the file';

/** What each part of a year’s pay is called. */
export const NAMES: Readonly<Record<PartName, string>> = {
  base: 'Base',
  bonus: 'Bonus',
  signOn: 'Sign-on',
  equity: 'Equity',
};

/** What later rounds leave of a grant’s value. */
function dilutionKept({ dilutionPercent = 0 }: Equity): Exact {
  return over(minus(exactly(100), exactly(dilutionPercent)), whole(100n));
}

const ordinal = (years: number): string =>
  ['whole', 'half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][years - 1] ?? 'part';
