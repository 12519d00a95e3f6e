/** Completion and hovers of an offer’s front matter. */
import { aboutKey, keyAt, suggestKeys, type KeySuggestions } from '../frontMatter/keyHelp';
import { escapeMarkdown } from '../markdown/escape';
import type { Span } from '../ports';
import { OFFER_HELP } from './offerHelp';
import { money } from './offerMoney';
import { hasFigures } from './offerModel';
import { readOffer } from './readOffer';
import { worthOf, type OfferWorth, type WorkedMoney } from './valueOffer';

/** What can be written at an offset of an offer’s file, and what it replaces; undefined where nothing can. */
export const suggestInOffer = (text: string, offset: number): KeySuggestions | undefined =>
  suggestKeys(text, offset, OFFER_HELP);

/** What a key means, and what is worked out from it with its formula; as Markdown. */
export function offerHover(text: string, offset: number): (Span & { readonly text: string }) | undefined {
  const found = keyAt(text, offset, OFFER_HELP);
  if (!found) return undefined;
  const { name, within, help, word } = found;
  return { ...word, text: [aboutKey(name, help), ...worked(text, within[0] ?? name)].join('\n\n') };
}

const SHOWN: Readonly<Record<string, 'base' | 'bonus' | 'signOn' | 'equity'>> = {
  base: 'base',
  bonusPercent: 'bonus',
  signOn: 'signOn',
  equity: 'equity',
  equityPercent: 'equity',
  vesting: 'equity',
  refreshers: 'equity',
};

function worked(text: string, key: string): string[] {
  const part = Object.hasOwn(SHOWN, key) ? SHOWN[key] : undefined;
  if (part === undefined) return [];
  const { offer } = readOffer(text);
  if (!hasFigures(offer)) return [];
  const worth = worthOf(offer);
  const line = (title: string, figure: WorkedMoney): string =>
    `- ${title}: ${figure.cents === undefined ? '' : `**${escapeMarkdown(money(figure.cents, offer.currency))}** = `}${escapeMarkdown(figure.formula)}`;
  const years = worth.years.map((year) => line(`Year ${year.year}`, year[part]));
  return [(part === 'base' ? [...years.slice(0, 1), ...totals(worth, line)] : years).join('\n')];
}

const totals = (
  { years, fourYears, recurring }: OfferWorth,
  line: (title: string, figure: WorkedMoney) => string,
): string[] => [
  ...(years[0] ? [line('First year', years[0].total)] : []),
  line('Four years', fourYears),
  line('Recurring, a year', recurring),
];
