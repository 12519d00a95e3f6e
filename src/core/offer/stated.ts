/** Figures that were said to the company, and what a later ask must not fall behind. */
import type { CalendarDate } from '../days/dates';
import { appendToList } from '../frontMatter/appendToList';
import type { TextEdit } from '../markdown/text';
import { joined } from '../words';
import { centsOf, exactly } from './exactMath';
import { money } from './offerMoney';
import type { Offer, StatedFigure } from './offerModel';

/** The edits that add a figure to `stated` of an offer’s file; undefined where nothing may be written. */
export function addStated(
  text: string,
  figure: StatedFigure & { readonly date: CalendarDate },
): TextEdit[] | undefined {
  const { date, round, to, base, total } = figure;
  const entry = Object.fromEntries(
    Object.entries({ date, round, to, base, total }).filter(
      (pair): pair is [string, string | number] => pair[1] !== undefined,
    ),
  );
  return appendToList(text, 'stated', entry);
}

/** What was said last of each kind of figure. */
export interface LastStated {
  readonly currency: string;
  readonly base?: SaidAmount | undefined;
  readonly total?: SaidAmount | undefined;
  readonly rates: Offer['rates'];
}

export interface SaidAmount {
  readonly value: number;
  /** “to Sam on 2026-12-02”; '' where neither is known. */
  readonly when: string;
}

/** The latest by date; of one day, or without a date, the one that stands last. */
export function lastStated({
  stated,
  currency,
  rates,
}: Pick<Offer, 'stated' | 'currency' | 'rates'>): LastStated | undefined {
  if (stated.length === 0) return undefined;
  const ordered = [...stated].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1));
  const last = (field: 'base' | 'total'): SaidAmount | undefined => {
    const said = ordered.filter((figure) => figure[field] !== undefined).at(-1);
    return said && { value: said[field] as number, when: whenSaid(said) };
  };
  return { currency, base: last('base'), total: last('total'), rates };
}

/** “phone screen” for “phone-screen” or “01-phone-screen”, where no loop says what the round is called. */
const roundInWords = (id: string): string => id.replace(/^\d{1,2}-/u, '').replace(/-/gu, ' ');

/** “to Sam on 2026-12-02, in Phone screen”. @param titleOf what a round is called; undefined where it is not known. */
export function whenSaid(
  { to, date, round }: StatedFigure,
  titleOf: (id: string) => string | undefined = () => undefined,
): string {
  const said = joined([to === undefined ? '' : `to ${to}`, date === undefined ? '' : `on ${date}`], ' ');
  const where =
    round === undefined
      ? ''
      : `in ${titleOf(round) ?? titleOf(round.replace(/^\d{1,2}-/u, '')) ?? roundInWords(round)}`;
  return joined([said, where], ', ');
}

/** “base $205,000, total $330,000”. */
export function statedText({ base, total }: StatedFigure, currency: string): string {
  const text = (value: number): string => money(centsOf(exactly(value)), currency);
  return joined(
    [base === undefined ? '' : `base ${text(base)}`, total === undefined ? '' : `first year ${text(total)}`],
    ', ',
  );
}
