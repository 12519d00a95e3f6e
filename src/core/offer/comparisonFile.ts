/** The comparison as a table in a Markdown file: between two marks, so that notes around it stay. */
import { COMPARISON_NAME, OFFERS_FOLDER } from '../loop/prepFolder';
import { escapeMarkdown } from '../markdown/escape';
import { linkTarget, relativePath } from '../markdown/links';
import { endOfLine, type TextEdit } from '../markdown/text';
import type { ComparedMoney, ComparedOffer, OfferComparison } from './compareOffers';
import { money } from './offerMoney';
import { NAMES, PARTS } from './valueOffer';

/** Relative to the prep folder. */
export const COMPARISON_FILE = `${OFFERS_FOLDER}/${COMPARISON_NAME}`;

const BEGIN = '<!-- prep-loop: comparison, written by Compare Offers -->';
const END = '<!-- prep-loop: end of the comparison -->';

/** The text of a new file. */
export function comparisonFile(comparison: OfferComparison): string {
  return `# Offers compared\n\nThis file is private: keep it out of a shared repository.\n\n${block(comparison, '\n')}\n\n## Notes\n`;
}

/**
 * The edits that bring the comparison in a file up to date, or put one at its end. Undefined where its end mark is
 * missing: then what is the user’s cannot be told apart.
 */
export function comparisonEdits(text: string, comparison: OfferComparison): TextEdit[] | undefined {
  const eol = endOfLine(text);
  const written = block(comparison, eol);
  const start = text.indexOf(BEGIN);
  if (start < 0) {
    const gap = text === '' ? '' : text.endsWith(eol) ? eol : eol + eol;
    return [{ start: text.length, end: text.length, newText: `${gap}${written}${eol}` }];
  }
  const close = text.indexOf(END, start);
  if (close < 0) return undefined;
  const end = close + END.length;
  return text.slice(start, end) === written ? [] : [{ start, end, newText: written }];
}

function block({ offers, currency, sentences }: OfferComparison, eol: string): string {
  const lines = offers.length === 0 ? ['No offer has figures yet.'] : table(offers, currency);
  const points = sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`);
  return [BEGIN, '', ...lines, ...(points.length > 0 ? ['', ...points] : []), '', END].join(eol);
}

function table(offers: readonly ComparedOffer[], currency: string): string[] {
  const row = (head: string, cell: (offer: ComparedOffer) => string): string =>
    `| ${head} | ${offers.map((offer) => cell(offer)).join(' | ')} |`;
  const plain = (head: string, text: (offer: ComparedOffer) => string | undefined): string[] =>
    offers.some((offer) => text(offer) !== undefined) ? [row(head, (offer) => escapeMarkdown(text(offer) ?? ''))] : [];
  return [
    row('', ({ name, path }) => `[${escapeMarkdown(name)}](${linkTo(path)})`),
    `| --- |${' ---: |'.repeat(offers.length)}`,
    row('Year one', (offer) => cellOf(offer, offer.yearOne, currency)),
    row('Four years', (offer) => cellOf(offer, offer.fourYears, currency)),
    row('Recurring, a year', (offer) => cellOf(offer, offer.recurring, currency)),
    ...PARTS.map((part) => row(`${NAMES[part]}, four years`, (offer) => cellOf(offer, offer.parts[part], currency))),
    ...(offers.some(({ rateText }) => rateText !== '')
      ? [row('Rate', ({ rateText }) => escapeMarkdown(rateText))]
      : []),
    ...plain('Level', ({ offer }) => offer.level),
    ...plain('Location', ({ offer }) => offer.location),
    ...plain('Answer by', ({ offer }) => offer.deadline),
    ...plain('Start', ({ offer }) => offer.start),
  ];
}

const linkTo = (path: string): string => linkTarget(relativePath(COMPARISON_FILE, path));

/** “$330,000”, “€200,000 = $216,000”, “unknown”. */
export function cellOf({ offer }: ComparedOffer, { own, common }: ComparedMoney, currency: string): string {
  if (own === undefined) return 'unknown';
  const text = money(own, offer.currency);
  if (offer.currency === currency) return text;
  return common === undefined ? text : `${text} = ${money(common, currency)}`;
}
