/** Makes what the offer panel shows from the files. Pure. */
import { formatShortDate } from '../../core/days/dates';
import { compareOffers, type NamedOffer, type OfferComparison } from '../../core/offer/compareOffers';
import { cellOf } from '../../core/offer/comparisonFile';
import { centsOf, exactly, type Cents } from '../../core/offer/exactMath';
import { bandStandings, type BandStanding, type Compensation } from '../../core/offer/offerBands';
import { money, wholeNumberText } from '../../core/offer/offerMoney';
import { hasFigures, RUNGS, type Ask, type Offer, type RungName } from '../../core/offer/offerModel';
import type { ReadOffer } from '../../core/offer/readOffer';
import { statedText, whenSaid } from '../../core/offer/stated';
import {
  NAMES,
  PARTS,
  worthOf,
  type OfferWorth,
  type WorkedMoney,
  type WorthOfYear,
} from '../../core/offer/valueOffer';
import { payments } from '../../core/offer/vesting';
import { clip } from '../protocol/common';
import type { ComparisonPanelView, FigureView, OfferBandView, OfferPanelView, OfferYearView } from '../protocol/offer';

export interface OfferSources {
  readonly title: string;
  readonly read: ReadOffer;
  readonly compensation: Compensation | undefined;
  /** What the price of a share is multiplied by. */
  readonly factor: number;
  readonly roundTitle: (id: string) => string | undefined;
}

const MOST_SHOWN = 50;

export function makeOfferView({ title, read, compensation, factor, roundTitle }: OfferSources): OfferPanelView {
  const { offer, problems } = read;
  const worth = worthOf(offer, exactly(factor));
  const most = worth.years.reduce((high, { known }) => (known > high ? known : high), 1n);
  const months = worth.years.length * 12;
  return {
    title: clip(title),
    facts: factsOf(offer).map(clip),
    years: worth.years.map((year) => yearView(year, offer, most)),
    sums: [
      { title: 'Four years', figure: figureOf(worth.fourYears, offer) },
      { title: 'Average, a year', figure: figureOf(worth.average, offer) },
      { title: 'Recurring, a year', figure: figureOf(worth.recurring, offer) },
    ],
    months,
    marks: marksOf(offer, worth, months),
    bands: bandStandings(offer, compensation).map(bandView),
    bandNote: compensation ? 'Bands as the playbook gives them; the equity band is the guide’s and unverified.' : '',
    ...(offer.equity && worth.grant?.value.cents !== undefined ? { price: priceView(offer, worth, factor) } : {}),
    ...dilutionOf(offer, worth),
    stated: offer.stated.slice(-MOST_SHOWN).map((figure) => ({
      text: clip(statedText(figure, offer.currency)),
      when: clip(whenSaid(figure, roundTitle)),
    })),
    asks: RUNGS.flatMap((rung) => (offer.asks[rung] ? [askView(rung, offer.asks[rung], offer, worth)] : [])),
    notes: worth.notes.map(clip),
    problems: problems.slice(0, MOST_SHOWN).map(({ message }) => clip(message)),
    empty: !hasFigures(offer),
  };
}

function factsOf({ level, location, deadline, start }: Offer): string[] {
  return [
    level === undefined ? '' : `Level ${level}`,
    location ?? '',
    deadline === undefined ? '' : `Answer by ${formatShortDate(deadline)}`,
    start === undefined ? '' : `Start on ${formatShortDate(start)}`,
  ].filter((fact) => fact !== '');
}

function figureOf({ cents, formula }: WorkedMoney, { currency }: Offer): FigureView {
  return {
    text: cents === undefined ? 'unknown' : money(cents, currency),
    formula: clip(formula),
    unknown: cents === undefined,
  };
}

function yearView(year: WorthOfYear, offer: Offer, most: Cents): OfferYearView {
  return {
    title: `Year ${year.year}`,
    parts: PARTS.map((kind) => ({
      kind,
      title: NAMES[kind],
      share: shareOf(year[kind].cents ?? 0n, most),
      figure: figureOf(year[kind], offer),
    })),
    total: figureOf(year.total, offer),
    known: year.total.cents === undefined ? `at least ${money(year.known, offer.currency)}` : '',
  };
}

const shareOf = (part: Cents, all: Cents): number =>
  all <= 0n ? 0 : Math.min(1, Number((part * 10_000n) / all) / 10_000);

function marksOf(offer: Offer, worth: OfferWorth, months: number): OfferPanelView['marks'] {
  const at = (month: number): number => Math.min(1, month / months);
  const { vesting, equity, signOn, currency } = offer;
  const shares = worth.grant?.shares;
  const [first] = shares === undefined ? [] : payments(shares, vesting);
  // Before the first part is due, a cliff pays nothing.
  const atCliff = first?.month === vesting.cliffMonths ? first.amount : undefined;
  const cliff =
    equity && vesting.cliffMonths > 0
      ? [
          {
            kind: 'cliff' as const,
            from: at(vesting.cliffMonths),
            to: at(vesting.cliffMonths),
            text: `Cliff: nothing vests before month ${vesting.cliffMonths}${atCliff === undefined ? '' : `, then ${wholeNumberText(atCliff)} shares at once`}`,
          },
        ]
      : [];
  const back = signOn.flatMap(({ year, amount, clawbackMonths }) => {
    const from = (year - 1) * 12;
    if (clawbackMonths === undefined || clawbackMonths === 0 || from >= months) return [];
    const paid = money(centsOf(exactly(amount)), currency);
    return [
      {
        kind: 'clawback' as const,
        from: at(from),
        to: at(from + clawbackMonths),
        text: `Clawback: ${paid} of sign-on is to be paid back on leaving before month ${from + clawbackMonths}`,
      },
    ];
  });
  return [...cliff, ...back];
}

/** The band in the middle of its track, with the offer’s figure on the same scale. */
function bandView({ title, low, high, at, range, standing }: BandStanding): OfferBandView {
  const span = high > low ? high - low : Math.max(1, high);
  const from = Math.min(low - span / 2, at ?? low);
  const to = Math.max(high + span / 2, at ?? high);
  const share = (value: number): number => Math.max(0, Math.min(1, (value - from) / (to - from)));
  return {
    title,
    range,
    standing,
    low: share(low),
    high: share(high),
    ...(at === undefined ? {} : { at: share(at) }),
  };
}

const FACTORS = [0.5, 1, 2] as const;

function priceView(offer: Offer, worth: OfferWorth, factor: number): NonNullable<OfferPanelView['price']> {
  const priceOf = (by: number): string => {
    const { price } = offer.equity ?? {};
    return price === undefined ? '' : ` (${money(centsOf(exactly(Number((price * by).toFixed(4)))), offer.currency)})`;
  };
  return {
    factor,
    rows: FACTORS.map((by) => ({
      title: `×${by}${priceOf(by)}`,
      figure: figureOf(worthOf(offer, exactly(by)).fourYears, offer),
      current: by === factor,
    })),
    chosen: { title: `×${factor}${priceOf(factor)}`, figure: figureOf(worth.fourYears, offer) },
  };
}

function dilutionOf(offer: Offer, { grant }: OfferWorth): { dilution?: string } {
  const { dilutionPercent } = offer.equity ?? {};
  const value = grant?.value.cents;
  if (dilutionPercent === undefined || grant?.undiluted === undefined || value === undefined) return {};
  const [before, after] = [money(grant.undiluted, offer.currency), money(value, offer.currency)];
  return {
    dilution: `Dilution of ${dilutionPercent}%, as you assume it: the grant is worth ${after} and not ${before}.`,
  };
}

const RUNG_TITLES: Readonly<Record<RungName, string>> = {
  target: 'Target',
  acceptable: 'Acceptable',
  walkAway: 'Walk away below',
};

function askView(rung: RungName, ask: Ask, offer: Offer, worth: OfferWorth): OfferPanelView['asks'][number] {
  const cash = (value: number | undefined, what: string): string[] =>
    value === undefined ? [] : [`${what} ${money(centsOf(exactly(value)), offer.currency)}`];
  const parts = [
    ...cash(ask.base, 'base'),
    ...(ask.equityPercent === undefined ? [] : [`equity ${ask.equityPercent}%`]),
    ...cash(ask.grant, 'grant'),
    ...cash(ask.signOn, 'sign-on'),
    ...cash(ask.total, 'first year'),
  ];
  return {
    title: RUNG_TITLES[rung],
    text: parts.join(', '),
    impact: clip(ask.impact ?? ''),
    standing: standingOf(ask, offer, worth),
  };
}

/** Whether the offer reaches an ask, by its first figure that can be compared. */
function standingOf(ask: Ask, offer: Offer, worth: OfferWorth): string {
  const first = worth.years[0]?.total.cents;
  const [asked, given] =
    ask.total !== undefined && first !== undefined
      ? [centsOf(exactly(ask.total)), first]
      : ask.base !== undefined && offer.base !== undefined
        ? [centsOf(exactly(ask.base)), centsOf(exactly(offer.base))]
        : [undefined, undefined];
  if (asked === undefined || given === undefined) return '';
  const what = ask.total !== undefined && first !== undefined ? 'first year' : 'base';
  const gap = money(asked > given ? asked - given : given - asked, offer.currency);
  if (asked === given) return `The offer’s ${what} is just that.`;
  return asked > given ? `The offer’s ${what} is ${gap} short.` : `The offer’s ${what} is ${gap} above.`;
}

/** The offers side by side, and what is written into the file. */
export function makeComparisonView(offers: readonly NamedOffer[]): ComparisonPanelView {
  return comparisonView(compareOffers(offers));
}

function comparisonView({ offers, currency, sentences }: OfferComparison): ComparisonPanelView {
  const most = offers.reduce(
    (high, { fourYears: { common } }) => (common !== undefined && common > high ? common : high),
    1n,
  );
  const row = (
    title: string,
    pick: (offer: (typeof offers)[number]) => string,
  ): { title: string; cells: string[] } => ({
    title,
    cells: offers.map((offer) => clip(pick(offer))),
  });
  const rows = [
    row('Year one', (offer) => cellOf(offer, offer.yearOne, currency)),
    row('Four years', (offer) => cellOf(offer, offer.fourYears, currency)),
    row('Recurring, a year', (offer) => cellOf(offer, offer.recurring, currency)),
    ...PARTS.map((part) => row(`${NAMES[part]}, four years`, (offer) => cellOf(offer, offer.parts[part], currency))),
    row('Rate', ({ rateText }) => rateText),
    row('Level', ({ offer }) => offer.level ?? ''),
    row('Location', ({ offer }) => offer.location ?? ''),
    row('Answer by', ({ offer }) => offer.deadline ?? ''),
  ];
  return {
    currency,
    offers: offers.map((offer) => ({
      name: clip(offer.name),
      share: shareOf(offer.fourYears.common ?? 0n, most),
      four: cellOf(offer, offer.fourYears, currency),
    })),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
    sentences: sentences.map(clip),
  };
}
