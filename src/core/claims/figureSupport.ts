/** What supports a figure: a value of a story, a block or the case with its unit and its noun. */
import type { Quantity } from '../story/quantities';
import type { BlockFigure, Figure, FileFigures } from './claimModel';
import { isContent, stemOf } from './measureWords';
import { comparable, numbersIn, PER_TIME, writtenNumbers, type Comparable } from './sameFigure';

const DAY = 86_400_000;

/** Nobody has 99.95% of two things: so many digits tell a figure without its noun. */
const TELLING_DIGITS = 3;

/** A value that stories, blocks or the case hold. */
export type Support = { readonly value: Comparable } & (
  | {
      readonly figure: Figure;
      readonly file: FileFigures;
      /** A change implies it: nobody says “80% faster” of the noun that took 40 minutes. */
      readonly isImplied?: boolean;
      readonly names?: undefined;
    }
  /** A block's, with the stems of its title and unit: it has no sentence. */
  | { readonly figure?: undefined; readonly names: ReadonlySet<string> }
);

export const sharesAny = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const each of a) if (b.has(each)) return true;
  return false;
};

export const contradict = (a: Figure, b: Figure): boolean =>
  a.qualifiers.size > 0 && b.qualifiers.size > 0 && !sharesAny(a.qualifiers, b.qualifiers);

/** Whether what a story holds is what the figure says. */
export function supports(support: Support, said: Figure): boolean {
  const isCounted = said.quantity.kind === 'count';
  if (!support.figure) return !isCounted || said.quantity.unit === null || sharesAny(said.stems, support.names);
  const { figure: held, file } = support;
  if (contradict(held, said)) return false;
  const [named, heldNamed] = [namesOf(said), namesOf(held)];
  if (named.size === 0 || sharesAny(named, heldNamed) || sharesAny(named, held.context)) return true;
  if (isOfPeople(nounOf(said)) && isOfPeople(nounOf(held)) && isSomebody(said, held)) return true;
  if (isCounted) return false;
  // “2 of our 8” is “2 of 8”, whatever of.
  if (heldNamed.size === 0 && isSamePart(said.quantity, held.quantity)) return true;
  if (digitsOf(said) >= TELLING_DIGITS) return true;
  // “34% of callers” is “34% of those who called”.
  if (said.mode === 'part') return sharesBeginning(named, held.context);
  if (support.isImplied === true) return true;
  // The sentence may call it something else; where it has no word of the story, it speaks of something else.
  return held.stems.size === 0 || sharesAny(said.context, held.context) || sharesAny(said.context, file.subject);
}

const isSamePart = (a: Quantity, b: Quantity): boolean =>
  a.kind === 'ratio' && b.kind === 'ratio' && numbersIn(a.text).join(' of ') === numbersIn(b.text).join(' of ');

/** The noun that stands within a figure: “satellites” in “2 of our 8 satellites”. */
function nounOf({ quantity: { kind, unit, text } }: Figure): string | null {
  if (kind !== 'ratio') return unit;
  const [noun = '', ...before] = text.toLowerCase().slice(-80).split(/\s+/u).reverse();
  const number = before.findIndex((word) => /^\d/u.test(word));
  return number < 0 || /^\P{L}/u.test(noun) ? null : noun;
}

/** The stems of all that a figure says it is of. */
function namesOf(figure: Figure): ReadonlySet<string> {
  const noun = figure.quantity.kind === 'ratio' ? nounOf(figure) : null;
  return noun === null || !isContent(noun) ? figure.stems : new Set([...figure.stems, stemOf(noun)]);
}

/** “12 people” are the 12 engineers of a story. */
const isSomebody = (said: Figure, held: Figure): boolean =>
  [said, held].some((figure) => figure.head === 'person' || stemOf(nounOf(figure) ?? '') === 'person');

const PEOPLE = /(?:person|people|[a-z]{3}(?:er|or|ist|ant|ian|ee|yst)s?|women|men|staff|hires|reports|colleagues)$/iu;
const isOfPeople = (unit: string | null): boolean => unit !== null && PEOPLE.test(unit.slice(-40));

const FAMILY = 4;
const sharesBeginning = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((each) => each.length >= FAMILY && [...b].some((other) => other.startsWith(each.slice(0, FAMILY))));

/** How many digits a figure is written with; of a change, the new one. */
const digitsOf = ({ quantity }: Figure): number =>
  digitsIn(quantity.from === undefined ? quantity.text : (writtenNumbers(quantity).now ?? ''));

/** How many digits a text has, without zeros at its ends. */
export const digitsIn = (text: string): number =>
  text
    .slice(0, 80)
    .replace(/\D/gu, '')
    .replace(/^0{1,80}/u, '')
    .split(/0{1,80}$/u, 1)[0]?.length ?? 0;

/** What else a held figure can be said as: its year left out, and a part of one as percent. */
export function otherForms({ kind, unit, per, value }: Quantity, held: Comparable): Comparable[] {
  // “Precision rose to 0.93” is said as 93%.
  if (
    value > 0 &&
    value <= 1 &&
    (kind === 'points' ? unit !== 'pp' && unit !== 'points' : kind === 'count' && unit === null)
  )
    return [{ ...held, dimension: 'share', low: held.low * 100, high: held.high * 100, slack: held.slack * 100 }];
  const { dimension } = held;
  if (per === 'year' && dimension.endsWith(PER_TIME))
    return [{ ...held, dimension: dimension.slice(0, -PER_TIME.length) }];
  if (kind !== 'money') return [];
  if (per === undefined) return [{ ...held, dimension: `${dimension}${PER_TIME}` }];
  // “$4.50 an order” is said as $4.50 where its noun is named.
  return dimension.endsWith(PER_TIME) ? [] : [{ ...held, dimension: `money ${unit ?? ''}` }];
}

/** The rest of a part: where 3 of 120 customers left, 97.5% of them stayed. */
export function restOf({ quantity: { kind }, mode }: Figure, held: Comparable): Comparable[] {
  if (held.dimension !== 'share' || held.high >= 100 || held.low <= 0 || (kind !== 'ratio' && mode !== 'part'))
    return [];
  // What is worked out is said in whole percent.
  return [{ ...held, low: 100 - held.high, high: 100 - held.low, slack: Math.max(held.slack, 0.5) }];
}

/** More figures of one sentence are not multiplied. */
const MOST_FACTORS = 6;

/** What a sentence’s figures come to: “40 customers at $25k a year each” are $1M a year. */
export function productsOf(file: FileFigures): Support[] {
  const sentences = new Map<number, Figure[]>();
  for (const figure of file.figures) {
    const known = sentences.get(figure.sentence);
    if (!known) sentences.set(figure.sentence, [figure]);
    else if (known.length < MOST_FACTORS) known.push(figure);
  }
  return [...sentences.values()].flatMap((figures) =>
    figures.flatMap((one) => figures.flatMap((other) => productOf(file, one, other) ?? [])),
  );
}

/** Of an amount of money and a count; what is worked out is said in two digits or three. */
function productOf(file: FileFigures, amount: Figure, { quantity: counted }: Figure): Support | undefined {
  if (amount.quantity.kind !== 'money' || counted.kind !== 'count' || counted.unit === null) return undefined;
  const value = comparable({ ...amount.quantity, value: amount.quantity.value * counted.value });
  return { value: { ...value, slack: Math.abs(value.low) * 0.03 }, figure: amount, file, isImplied: true };
}

export const stemsOfNames = ({ title, unit }: BlockFigure): ReadonlySet<string> =>
  new Set(
    `${title} ${unit ?? ''}`
      .toLowerCase()
      .slice(0, 200)
      .split(/[^\p{L}\d-]+/u)
      .filter(isContent)
      .map(stemOf),
  );

/** Only what is written in digits and is neither a length of service nor a small thing said in passing. */
export function needsSupport({ quantity, stems }: Figure): boolean {
  if (!/\d/u.test(quantity.text)) return false;
  switch (quantity.kind) {
    case 'duration':
      return quantity.value < DAY && stems.size > 0;
    case 'count':
      return (
        quantity.unit !== null && !/^(?:year|month|week|day|hour|minute|time|way|thing|point)s?$/iu.test(quantity.unit)
      );
    default:
      return true;
  }
}

export function blockValues({ value, low, high, unit }: BlockFigure): Comparable[] {
  const quantity = quantityOf(value, unit);
  if (!quantity) return [];
  const slack = (v: number): Comparable => {
    const plain = comparable({ ...quantity, value: v });
    // What is worked out is said in two digits or three.
    return { ...plain, slack: Math.abs(plain.low) * 0.03 };
  };
  const values = [value, low, high].filter((each) => each !== undefined);
  const found = values.map(slack);
  // A worked figure is yearly in the block, and said without its year.
  return found.flatMap((each) =>
    each.dimension.endsWith(PER_TIME)
      ? [each, { ...each, dimension: each.dimension.slice(0, -PER_TIME.length) }]
      : [each],
  );
}

/** A block's value as a quantity. */
function quantityOf(value: number, unit: string | null): Quantity | undefined {
  const base = { start: 0, end: 0, text: String(value), value };
  if (unit === null) return { ...base, kind: 'count', unit: null };
  if (unit === '%') return { ...base, kind: 'percent', unit };
  if (unit === 'ms') return { ...base, kind: 'duration', unit };
  if (unit === 'bytes') return { ...base, kind: 'size', unit };
  const [what = '', per] = unit.split('/');
  if (/^[A-Z]{3}$/u.test(what)) return { ...base, kind: 'money', unit: what, ...(per === undefined ? {} : { per }) };
  if (per === 's') return { ...base, kind: 'rate', unit: what };
  return per === undefined ? { ...base, kind: 'count', unit: what } : undefined;
}
