/** The bands of pay that a playbook gives, and where an offer stands in them. */
import type { Playbook } from '../playbook/schema';
import { centsOf, exactly } from './exactMath';
import { money } from './offerMoney';
import type { Offer } from './offerModel';

export type Compensation = NonNullable<Playbook['compensation']>;

export interface BandStanding {
  readonly title: string;
  readonly low: number;
  readonly high: number;
  /** The offer’s figure; undefined where it says none, or none that can be compared. */
  readonly at: number | undefined;
  /** “$185,000 to $210,000”. */
  readonly range: string;
  /** Where the offer stands, in words. */
  readonly standing: string;
}

/** Each band of the playbook. The equity band is what the guide says of the company, and named so. */
export function bandStandings(offer: Offer, compensation: Compensation | undefined): BandStanding[] {
  if (!compensation) return [];
  const { base, equityPercent, signOn, currency } = compensation;
  const isSame = currency === offer.currency;
  const other = `The band is in ${currency} and the offer in ${offer.currency}: they are not compared.`;
  const cash = (value: number): string => money(centsOf(exactly(value)), currency);
  const percent = (value: number): string => `${Number(value.toPrecision(4))}%`;
  const signed = offer.signOn.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...(base ? [standing('Base', base, isSame ? offer.base : undefined, cash, isSame ? NONE : other)] : []),
    ...(equityPercent
      ? [standing('Equity, the guide’s band', equityPercent, percentOfCompany(offer), percent, NO_PERCENT)]
      : []),
    ...(signOn
      ? [standing('Sign-on', signOn, isSame && signed > 0 ? signed : undefined, cash, isSame ? NONE : other)]
      : []),
  ];
}

const NONE = 'The offer says no figure yet.';
const NO_PERCENT = 'The offer gives no percentage: shares and “outstanding” would.';

/** What part of the company the grant is, in percent. */
function percentOfCompany({ equity }: Offer): number | undefined {
  const { percent, shares, outstanding } = equity ?? {};
  if (percent !== undefined) return percent;
  return shares === undefined || outstanding === undefined ? undefined : (shares / outstanding) * 100;
}

function standing(
  title: string,
  { low, high }: { readonly low: number; readonly high: number },
  at: number | undefined,
  text: (value: number) => string,
  otherwise: string,
): BandStanding {
  return {
    title,
    low,
    high,
    at,
    range: `${text(low)} to ${text(high)}`,
    standing: words(low, high, at, text) ?? otherwise,
  };
}

function words(low: number, high: number, at: number | undefined, text: (value: number) => string): string | undefined {
  if (at === undefined) return undefined;
  // “0.03% is 0.03% below” would read as a part of the band.
  const gap = (value: number): string => text(value).replace(/%$/u, ' percentage points');
  if (at < low) return `${text(at)} is ${gap(exactGap(low, at))} below the band.`;
  if (at > high) return `${text(at)} is ${gap(exactGap(at, high))} above the band.`;
  if (low === high) return `${text(at)} is the figure of the band.`;
  const way = Math.round(((at - low) / (high - low)) * 100);
  const where = way === 0 ? 'at the bottom of' : way === 100 ? 'at the top of' : `${way}% of the way up`;
  return `${text(at)} is ${where} the band.`;
}

/** The difference of two written figures, without the noise of binary fractions. */
const exactGap = (a: number, b: number): number => Number((a - b).toPrecision(12));
