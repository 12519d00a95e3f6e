/** An offer as its file says it. Money is in units of its currency, as written; nothing here is worked out. */
import type { CalendarDate } from '../days/dates';

export const CADENCES = ['monthly', 'quarterly', 'yearly'] as const;
export type Cadence = (typeof CADENCES)[number];
export const SHARE_ROUNDINGS = ['cumulative', 'frontLoaded', 'backLoaded', 'down'] as const;
export type ShareRounding = (typeof SHARE_ROUNDINGS)[number];
export const EQUITY_KINDS = ['rsu', 'options', 'percent'] as const;
export type EquityKind = (typeof EQUITY_KINDS)[number];

/** The years that are worked out at least, and the most that vesting may take. */
export const FOUR_YEARS = 4;
export const MOST_YEARS = 10;

export interface SignOn {
  /** In which year it is paid, from 1. */
  readonly year: number;
  readonly amount: number;
  /** How many months after it was paid it has to be paid back by somebody who leaves. */
  readonly clawbackMonths?: number | undefined;
}

export interface Equity {
  readonly kind: EquityKind;
  /** Of the whole grant, in money. */
  readonly value?: number | undefined;
  /** Whole. */
  readonly shares?: number | undefined;
  /** Of the company: 0.09 for 0.09 %. */
  readonly percent?: number | undefined;
  /** Of one share. */
  readonly price?: number | undefined;
  /** What one share costs to exercise. */
  readonly strike?: number | undefined;
  /** All shares of the company, fully diluted. */
  readonly outstanding?: number | undefined;
  /** How much of its value later rounds of financing take, in percent. */
  readonly dilutionPercent?: number | undefined;
  readonly taxNote?: string | undefined;
}

export interface Vesting {
  readonly years: number;
  /** Nothing vests before this month. */
  readonly cliffMonths: number;
  readonly cadence: Cadence;
  /** What vests in each year; 100 together, or in these proportions. */
  readonly split: readonly number[];
  readonly rounding: ShareRounding;
}

/** A further grant, which vests in equal parts from its year on. */
export interface Refresher {
  readonly year: number;
  readonly value: number;
  readonly years: number;
}

/** A figure that the candidate has said to the company. */
export interface StatedFigure {
  readonly date?: CalendarDate | undefined;
  /** The round’s id, or any words. */
  readonly round?: string | undefined;
  readonly to?: string | undefined;
  readonly base?: number | undefined;
  /** Pay of the first year. */
  readonly total?: number | undefined;
}

export const RUNGS = ['target', 'acceptable', 'walkAway'] as const;
export type RungName = (typeof RUNGS)[number];

/** A rung of the ladder of asks. */
export interface Ask {
  readonly base?: number | undefined;
  readonly equityPercent?: number | undefined;
  /** Value of the whole grant. */
  readonly grant?: number | undefined;
  readonly signOn?: number | undefined;
  /** Pay of the first year. */
  readonly total?: number | undefined;
  /** The impact shown that it rests on, in words. */
  readonly impact?: string | undefined;
}

/** What the file gives and cannot be read; each is a problem of the file. */
export interface UnreadParts {
  readonly base: boolean;
  readonly bonus: boolean;
  /** The years of such sign-on bonuses; 0 means any year. */
  readonly signOn: readonly number[];
  readonly equity: boolean;
}

export const NOTHING_UNREAD: UnreadParts = { base: false, bonus: false, signOn: [], equity: false };

export interface Offer {
  readonly company: string | undefined;
  readonly base: number | undefined;
  /** ISO 4217. */
  readonly currency: string;
  readonly bonusPercent: number | undefined;
  readonly signOn: readonly SignOn[];
  readonly equity: Equity | undefined;
  readonly vesting: Vesting;
  readonly refreshers: readonly Refresher[];
  readonly level: string | undefined;
  readonly location: string | undefined;
  /** The last day to answer. */
  readonly deadline: CalendarDate | undefined;
  readonly start: CalendarDate | undefined;
  /** What one unit of each other currency is in this one, as the user says. */
  readonly rates: Readonly<Record<string, number>>;
  readonly stated: readonly StatedFigure[];
  readonly asks: Readonly<Partial<Record<RungName, Ask>>>;
  /** What is assumed, as the file does not say it: sentences. */
  readonly assumed: readonly string[];
  readonly unread: UnreadParts;
}

/** Whether it says anything that is paid. */
export function hasFigures({ base, signOn, equity, refreshers, unread }: Offer): boolean {
  return (
    unread !== NOTHING_UNREAD ||
    base !== undefined ||
    signOn.length > 0 ||
    equity !== undefined ||
    refreshers.length > 0
  );
}
