/** Whether two figures measure the same thing, by their words. */
import type { Figure } from './claimModel';
import { contradict, sharesAny } from './figureSupport';

/** So many words that two sentences share say that they tell the same. */
export const TOLD_ALIKE = 2;

export const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((each) => b.has(each));

/** The two name something in common, and no percentile or the like in which they differ. */
export function shares(a: Figure, b: Figure): boolean {
  if (a.stems.size === 0 || b.stems.size === 0) return true;
  return sharesAny(a.stems, b.stems) && !contradict(a, b);
}

/** Precisely the same measure: its noun, its percentile, whether it is a level or a change, and for whom it holds. */
export function isSameMeasure(a: Figure, b: Figure): boolean {
  if (a.stems.size === 0 || b.stems.size === 0 || a.head !== b.head || a.mode !== b.mode) return false;
  if (!sameSet(a.qualifiers, b.qualifiers)) return false;
  const [fewer, more] = a.stems.size <= b.stems.size ? [a.stems, b.stems] : [b.stems, a.stems];
  if (!isWithin(fewer, more)) return false;
  if (isNamed(a)) return a.mode === 'part' || isCounted(a) ? sameSet(a.stems, b.stems) : true;
  return sameSet(a.stems, b.stems) && isToldAlike(a, b);
}

/**
 * Its noun says which measure it is. Of things that are counted there are many: only “weekly users” is one, “users” is
 * not. Two parts of one whole are two things: “1.5% of users touched it”, “it grew to 12% of users”.
 */
export const isNamed = (figure: Figure): boolean =>
  figure.mode !== 'part' && (!isCounted(figure) || figure.stems.size > 1);

const isCounted = ({ quantity: { kind, unit } }: Figure): boolean =>
  (kind === 'count' || kind === 'rate') && unit !== 'bytes' && unit !== null;

/** Two sentences say the same of what they count: “38,000 pupils finished the course”. */
function isToldAlike(a: Figure, b: Figure): boolean {
  if (!sameSet(a.circumstances, b.circumstances)) return false;
  let shared = 0;
  for (const stem of a.context) if (!a.stems.has(stem) && b.context.has(stem)) shared += 1;
  return shared >= TOLD_ALIKE;
}
