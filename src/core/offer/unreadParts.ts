/** The parts of an offer that its file gives and that cannot be read: they are unknown, and not nothing. */
import type { FrontMatter } from '../frontMatter/parseFrontMatter';
import { isRecord } from '../frontMatter/valueReaders';
import { MOST_YEARS, NOTHING_UNREAD, type Offer, type UnreadParts } from './offerModel';
import { numberIn } from './writtenFigure';

type Read = Pick<Offer, 'base' | 'bonusPercent' | 'signOn' | 'refreshers'> & { readonly equity: unknown };

/** @param text the file, on the side that counts where it is in a merge conflict. */
export function unreadParts(text: string, { data, errors, range }: FrontMatter, read: Read): UnreadParts {
  const isBroken = errors.length > 0 && Object.keys(data).length === 0;
  const broken = isBroken ? text.slice(0, range?.yamlEnd ?? MOST_FRONT_MATTER) : '';
  const isGiven = (key: string): boolean => {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    return isBroken ? mentions(broken, key) : !isEmpty;
  };
  const signOn = isGiven('signOn') ? unreadSignOn(data['signOn'], read.signOn.length, isBroken) : [];
  const equity =
    (isGiven('equity') && read.equity === undefined) ||
    (isGiven('equityPercent') && read.equity === undefined) ||
    (isGiven('refreshers') && itemsOf(data['refreshers']).length > read.refreshers.length);
  const parts: UnreadParts = {
    base: isGiven('base') && read.base === undefined,
    bonus: isGiven('bonusPercent') && read.bonusPercent === undefined,
    signOn,
    equity: equity || (isBroken && isGiven('refreshers')),
  };
  return parts.base || parts.bonus || parts.equity || signOn.length > 0 ? parts : NOTHING_UNREAD;
}

const MOST_FRONT_MATTER = 20_000;

const mentions = (text: string, key: string): boolean => text.split('\n').some((line) => line.startsWith(`${key}:`));

const itemsOf = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (each) => each !== null && each !== undefined,
  );

/** The years whose sign-on bonus cannot be read; any year where the file does not say which. */
function unreadSignOn(value: unknown, read: number, isBroken: boolean): readonly number[] {
  if (isBroken) return [ANY_YEAR];
  const items = itemsOf(value);
  if (items.length <= read) return [];
  return items.flatMap((item): readonly number[] => {
    if (!isRecord(item)) return [ANY_YEAR];
    const year = item['year'] === undefined ? 1 : numberIn(item['year']);
    const isYear = year !== undefined && Number.isInteger(year) && year >= 1 && year <= MOST_YEARS;
    if (!isYear) return [ANY_YEAR];
    const amount = numberIn(item['amount']);
    return amount === undefined || amount < 0 ? [year] : [];
  });
}

/** In a list of years: whichever. */
export const ANY_YEAR = 0;
