import type { Prose } from '../prose/prose';
import { wordIds } from '../prose/vocabulary';
import { articleDuration } from './duration';
import { halfAt } from './fraction';
import { isMeasure, measureAt } from './measure';
import { changed, figureOf, type Measure } from './types';

const [HALF] = wordIds('half');

/**
 * One side of a range or a change, in figures, words or as "an hour"; undefined where none starts at `p`. `money` is a
 * currency that the figure takes over.
 */
export function sideMeasureAt(prose: Prose, p: number, money?: string | null): Measure | undefined {
  const found = measureAt(prose, p, money ?? undefined);
  if (isMeasure(found)) return found;
  if (found !== undefined) return undefined;
  return articleDuration(prose, p) ?? (prose.wordAt(p) === HALF ? halfAt(prose, p) : undefined);
}

/** "2" in "$2-3 million" is millions, too: as much as the other side, or a like figure in a change. */
function takesScale(side: Measure, other: Measure, isRange: boolean): boolean {
  if (side.scale !== 1 || other.scale <= 1 || side.mantissa === 0 || Math.abs(figureOf(side)) >= 1000) return false;
  if (side.kind !== undefined && side.kind !== other.kind) return false;
  const proportion = side.mantissa / other.mantissa;
  return isRange ? proportion <= 1 : proportion >= 0.1 && proportion <= 10;
}

/** Gives a side that leaves its unit or scale out what the other side says: "$2-3 million", "from 120 to 35 ms". */
export function carried(side: Measure, other: Measure, isRange: boolean): Measure {
  const scale = takesScale(side, other, isRange) ? other.scale : side.scale;
  if (side.kind === undefined && other.kind !== undefined)
    return changed(side, {
      scale,
      kind: other.kind,
      unit: other.unit,
      factor: other.factor,
      whole: other.whole,
      per: other.per,
    });
  if (side.kind === other.kind && side.unit === null && other.unit !== null)
    return changed(side, { scale, unit: other.unit });
  return scale === side.scale ? side : changed(side, { scale });
}

/** "active users" and "User" are the same. */
const stem = (unit: string): string => (unit.split(' ').pop() ?? unit).toLowerCase().replace(/s$/, '');

const isDoubtful = (m: Measure): boolean => m.suspect && !m.spelled;

/** Both sides measure the same thing, or one of them does not say what it measures. */
export function agree(a: Measure, b: Measure): boolean {
  if (isDoubtful(a) || isDoubtful(b)) return false;
  if (a.kind === undefined || b.kind === undefined) return true;
  if (a.kind !== b.kind) return false;
  if (a.unit === b.unit || a.unit === null || b.unit === null || a.kind === 'size') return true;
  const namesWhatIsCounted = a.kind === 'count' || a.kind === 'rate' || a.kind === 'points';
  return namesWhatIsCounted && stem(a.unit) === stem(b.unit);
}
