/** An offer’s worth in plain numbers, for other extensions. */
import { badArgument, readText, type ArgumentProblem } from '../argument';
import { withoutBom } from '../markdown/text';
import type { TextProblem } from '../ports';
import { unitsOf } from './exactMath';
import { readOffer } from './readOffer';
import { worthOf, type WorkedMoney } from './valueOffer';

/** A year’s pay, in units of the offer’s currency. Undefined is what cannot be worked out: `problems` says why. */
export interface ValuedYear {
  /** From 1. */
  readonly year: number;
  readonly base: number | undefined;
  readonly bonus: number | undefined;
  readonly signOn: number | undefined;
  readonly equity: number | undefined;
  readonly total: number | undefined;
}

/** Money is exact to the cent, as the number closest to it. */
export interface ValuedOffer {
  /** Four, or as many as the grant vests in where those are more. */
  readonly years: readonly ValuedYear[];
  readonly currency: string;
  /** Of all years; undefined where a part of it is unknown. */
  readonly total: number | undefined;
  /** A year. */
  readonly average: number | undefined;
  /** A year, without what is paid once: the sign-on bonuses. Grants count as they vest. */
  readonly recurring: number | undefined;
  /** Of the initial grant; undefined where it is given in money, or their number is unknown. */
  readonly shares: number | undefined;
  /** What was assumed or is not counted, in sentences. */
  readonly notes: readonly string[];
  readonly problems: readonly (TextProblem | ArgumentProblem)[];
}

/** What an offer’s file is worth. Never throws, whatever it is given. */
export function valueOffer(markdown: unknown): ValuedOffer {
  const read = readText('markdown', markdown);
  if ('problem' in read) return noValue(read.problem);
  const { offer, problems } = readOffer(withoutBom(read.text));
  const { years, total, average, recurring, grant, notes } = worthOf(offer);
  return {
    years: years.map((worth) => ({
      year: worth.year,
      base: inUnits(worth.base),
      bonus: inUnits(worth.bonus),
      signOn: inUnits(worth.signOn),
      equity: inUnits(worth.equity),
      total: inUnits(worth.total),
    })),
    currency: offer.currency,
    total: inUnits(total),
    average: inUnits(average),
    recurring: inUnits(recurring),
    shares: grant?.shares === undefined ? undefined : Number(grant.shares),
    notes,
    problems,
  };
}

/** The answer to what cannot be read at all. */
export function noValue(problem: ArgumentProblem = badArgument('“markdown” cannot be read.')): ValuedOffer {
  return {
    years: [],
    currency: '',
    total: undefined,
    average: undefined,
    recurring: undefined,
    shares: undefined,
    notes: [],
    problems: [problem],
  };
}

const inUnits = ({ cents }: WorkedMoney): number | undefined => (cents === undefined ? undefined : unitsOf(cents));
