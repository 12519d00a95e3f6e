/** Completion and hovers of an offer’s front matter. */
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { isRecord } from '../frontMatter/valueReaders';
import type { Span } from '../ports';
import { escapeMarkdown } from '../markdown/escape';
import { OFFER_HELP, type HelpTable, type KeyHelp } from './offerHelp';
import { money } from './offerMoney';
import { hasFigures } from './offerModel';
import { offerPlaceAt, topKeys } from './offerPlace';
import { readOffer } from './readOffer';
import { worthOf, type OfferWorth, type WorkedMoney } from './valueOffer';

export interface OfferSuggestion {
  readonly label: string;
  /** In snippet syntax. */
  readonly insert: string;
  readonly kind: 'key' | 'value';
  readonly about: string;
}

/** What can be written at an offset of an offer’s file, and what it replaces; undefined where nothing can. */
export function suggestInOffer(
  text: string,
  offset: number,
): { readonly replace: Span; readonly items: readonly OfferSuggestion[] } | undefined {
  const place = offerPlaceAt(text, offset);
  if (!place) return undefined;
  const { within, key, word } = place;
  const table = tableOf(within);
  if (!table) return undefined;
  if (key !== undefined) {
    const help = Object.hasOwn(table, key) ? table[key] : undefined;
    const values = (help?.values ?? []).map((value): OfferSuggestion => ({
      label: value,
      insert: value,
      kind: 'value',
      about: '',
    }));
    const snippet = help?.snippet;
    const whole: OfferSuggestion[] =
      snippet === undefined || !place.isLast
        ? []
        : [{ label: plain(snippet), insert: snippet, kind: 'value', about: help?.about ?? '' }];
    const items = [...values, ...whole];
    return items.length > 0 ? { replace: word, items } : undefined;
  }
  const present = presentKeys(text, within);
  const current = text.slice(word.start, word.end);
  const items = Object.entries(table)
    .filter(([name]) => name === current || !present.has(name))
    .map(([name, { about, snippet }]): OfferSuggestion => {
      const value = text[word.end] === ':' ? '' : place.isLast || within.length > 0 ? ': ' : '';
      return { label: name, insert: name + value + (value === '' ? '' : (snippet ?? '')), kind: 'key', about };
    });
  return { replace: word, items };
}

/** The fields that a map may have; undefined for a key that has none. */
function tableOf(within: readonly string[]): HelpTable | undefined {
  let table: HelpTable | undefined = OFFER_HELP;
  for (const key of within) table = table && Object.hasOwn(table, key) ? table[key]?.fields : undefined;
  return table;
}

/** The keys that are there already; in a list every item may have each. */
function presentKeys(text: string, within: readonly string[]): ReadonlySet<string> {
  // At the top level lines are read: what is being typed is no YAML yet.
  if (within.length === 0) return topKeys(text);
  let map: unknown = parseFrontMatter(text).data;
  for (const key of within) map = isRecord(map) ? map[key] : undefined;
  return new Set(isRecord(map) ? Object.keys(map) : []);
}

/** A snippet as it reads before anything is filled in: of several choices, with the first. */
const plain = (snippet: string): string =>
  snippet.replace(/\$\{\d([:|])([^}]*)\}/gu, (_, mark: string, inner: string) =>
    mark === ':' ? inner : (inner.split(/[,|]/u)[0] ?? ''),
  );

/** What a key means, and what is worked out from it with its formula; as Markdown. */
export function offerHover(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  const place = offerPlaceAt(text, offset);
  if (!place || place.word.start === place.word.end) return undefined;
  const { within, key, word } = place;
  // On a value, its key is explained.
  const name = key ?? text.slice(word.start, word.end);
  const help = tableOf(within)?.[name];
  if (!help || !Object.hasOwn(tableOf(within) ?? {}, name)) return undefined;
  return { ...word, text: [aboutKey(name, help), ...worked(text, within[0] ?? name)].join('\n\n') };
}

const aboutKey = (name: string, { about, values }: KeyHelp): string =>
  `**${name}** ${about}${values ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : ''}`;

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
