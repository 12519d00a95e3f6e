/** Offers side by side: in one currency where the user states a rate, and what makes the difference in plain words. */
import { centsOf, exactly, over, sumOfCents, times, whole, type Cents, type Exact } from './exactMath';
import { money } from './offerMoney';
import { FOUR_YEARS, hasFigures, type Offer } from './offerModel';
import { NAMES, PARTS, worthOf, type OfferWorth, type PartName } from './valueOffer';

export interface NamedOffer {
  readonly name: string;
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  readonly offer: Offer;
}

/** An amount in the offer’s own currency, and in the one that all are compared in. */
export interface ComparedMoney {
  readonly own: Cents | undefined;
  /** Undefined where it is unknown, or no rate is stated. */
  readonly common: Cents | undefined;
}

export interface ComparedOffer extends NamedOffer {
  readonly worth: OfferWorth;
  /** Units of the common currency for one of its own; undefined where none is stated. */
  readonly rate: Exact | undefined;
  /** The rate in words: “1.08, as stated in globex/offer.md”; '' for the common currency itself. */
  readonly rateText: string;
  readonly yearOne: ComparedMoney;
  readonly fourYears: ComparedMoney;
  readonly recurring: ComparedMoney;
  /** Over four years, each part. */
  readonly parts: Readonly<Record<PartName, ComparedMoney>>;
}

export interface OfferComparison {
  readonly currency: string;
  readonly offers: readonly ComparedOffer[];
  /** Sentences: what is not comparable, then what makes the difference. */
  readonly sentences: readonly string[];
}

/** Compares the offers that say any figure, in their order. */
export function compareOffers(all: readonly NamedOffer[]): OfferComparison {
  const given = all.filter(({ offer }) => hasFigures(offer));
  const currency = commonCurrency(given);
  const sentences: string[] = all
    .filter(({ offer }) => !hasFigures(offer))
    .map(({ name }) => `${name} has no figures yet.`);
  const offers = given.map((named) => compared(named, currency, given, sentences));
  for (const { name, worth } of offers) {
    const unknown = worth.years
      .flatMap(({ bonus, equity }) => [bonus, equity])
      .find(({ cents }) => cents === undefined);
    if (unknown) sentences.push(`The total of ${name} is unknown, so it is not compared. ${fullStop(unknown.formula)}`);
  }
  return { currency, offers, sentences: [...sentences, ...differences(offers, currency)] };
}

/** The one that most offers are in; the first offer’s where two are as frequent. */
function commonCurrency(offers: readonly NamedOffer[]): string {
  const counts = new Map<string, number>();
  for (const { offer } of offers) counts.set(offer.currency, (counts.get(offer.currency) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['USD', 0] as [string, number])[0];
}

function compared(named: NamedOffer, currency: string, all: readonly NamedOffer[], sentences: string[]): ComparedOffer {
  const { name, offer } = named;
  const worth = worthOf(offer);
  const { rate, text } = rateOf(offer.currency, currency, all, sentences);
  if (rate === undefined)
    sentences.push(
      `${name} is in ${offer.currency} and there is no rate: it is not added up with the others. State one in an offer in ${currency}, such as “rates: {${offer.currency}: 1.1}”.`,
    );
  const both = (own: Cents | undefined): ComparedMoney => ({
    own,
    common: own === undefined || rate === undefined ? undefined : centsOf(over(times(whole(own), rate), whole(100n))),
  });
  const four = worth.years.slice(0, FOUR_YEARS);
  const part = (key: PartName): Cents | undefined => {
    const cents = four.map((year) => year[key].cents);
    return cents.some((each) => each === undefined) ? undefined : sumOfCents(cents.map((each) => each ?? 0n));
  };
  return {
    ...named,
    worth,
    rate,
    rateText: text,
    yearOne: both(worth.years[0]?.total.cents),
    fourYears: both(worth.fourYears.cents),
    recurring: both(worth.recurring.cents),
    parts: Object.fromEntries(PARTS.map((key) => [key, both(part(key))])) as Record<PartName, ComparedMoney>,
  };
}

/** The rate that an offer states, in either direction; rates are never looked up. */
function rateOf(
  from: string,
  to: string,
  all: readonly NamedOffer[],
  sentences: string[],
): { rate: Exact | undefined; text: string } {
  if (from === to) return { rate: whole(1n), text: '' };
  const found = all.flatMap(({ path, offer }) => {
    const forward = offer.currency === to ? offer.rates[from] : undefined;
    const back = offer.currency === from ? offer.rates[to] : undefined;
    if (forward !== undefined) return [{ rate: exactly(forward), text: `1 ${from} = ${forward} ${to}`, path }];
    return back === undefined
      ? []
      : [{ rate: over(whole(1n), exactly(back)), text: `1 ${to} = ${back} ${from}`, path }];
  });
  const [first, ...others] = found;
  if (!first) return { rate: undefined, text: 'no rate' };
  const other = others.find(({ rate }) => rate.top * first.rate.bottom !== first.rate.top * rate.bottom);
  const said =
    other &&
    `Two rates are stated: ${first.text} (${first.path}) and ${other.text} (${other.path}). The first is used.`;
  if (said !== undefined && !sentences.includes(said)) sentences.push(said);
  return { rate: first.rate, text: `${first.text}, as stated in ${first.path}` };
}

type Comparable = ComparedOffer & { readonly four: Cents; readonly one: Cents };

/** Each offer beside the best over four years, and where the order turns. */
function differences(offers: readonly ComparedOffer[], currency: string): string[] {
  const known = offers.flatMap((offer): Comparable[] =>
    offer.fourYears.common === undefined || offer.yearOne.common === undefined
      ? []
      : [{ ...offer, four: offer.fourYears.common, one: offer.yearOne.common }],
  );
  const [best, ...others] = [...known].sort((a, b) => (a.four > b.four ? -1 : a.four < b.four ? 1 : 0));
  if (!best || others.length === 0) return [];
  return others.flatMap((other) => [
    difference(best, other, currency),
    ...turnedFirstYear(best, other, currency),
    ...turnedByPrice(best, other, currency),
  ]);
}

function difference(best: Comparable, other: Comparable, currency: string): string {
  const gap = best.four - other.four;
  const moves = PARTS.flatMap((part) => {
    const by = (best.parts[part].common ?? 0n) - (other.parts[part].common ?? 0n);
    return by === 0n ? [] : [{ part, by }];
  }).sort((a, b) => (size(a.by) > size(b.by) ? -1 : 1));
  const parts = moves.map(({ part, by }) => `${NAMES[part].toLowerCase()} ${by > 0n ? '+' : ''}${money(by, currency)}`);
  if (gap === 0n && parts.length === 0) return `${best.name} and ${other.name} pay the same over four years.`;
  const start =
    gap === 0n
      ? `${best.name} and ${other.name} pay the same over four years, in different parts`
      : `${best.name} pays ${money(gap, currency)} more than ${other.name} over four years`;
  return `${start}: ${parts.join(', ')}.`;
}

function turnedFirstYear(best: Comparable, other: Comparable, currency: string): string[] {
  if (other.one <= best.one || best.four === other.four) return [];
  const isSignOn = (other.worth.years[0]?.signOn.cents ?? 0n) > 0n;
  const why = isSignOn ? ': its sign-on bonus counts once' : '';
  return [
    `In the first year ${other.name} pays ${money(other.one - best.one, currency)} more than ${best.name}${why}.`,
  ];
}

const HALF: Exact = { top: 1n, bottom: 2n };

/** Whether the order turns when the shares of the better one lose half of their price. */
function turnedByPrice(best: Comparable, other: Comparable, currency: string): string[] {
  const halved = worthOf(best.offer, HALF).fourYears.cents;
  if (halved === undefined || best.rate === undefined) return [];
  const common = centsOf(over(times(whole(halved), best.rate), whole(100n)));
  if (common >= other.four || best.four === other.four) return [];
  return [
    `If the shares of ${best.name} lost half of their price, it would pay ${money(common, currency)} over four years, less than ${other.name}.`,
  ];
}

const size = (cents: Cents): Cents => (cents < 0n ? -cents : cents);
const fullStop = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
