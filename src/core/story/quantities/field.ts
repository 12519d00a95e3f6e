import { CAPITAL_B, FULL_STOP, isDash, isDigit, isLetter } from '../prose/chars';
import { withProse, type Prose } from '../prose/prose';
import { wordIds } from '../prose/vocabulary';
import { digitsAt } from './digits';
import { isMeasure, measureAt } from './measure';
import { isNumber } from './number';
import { gap } from './phrase';
import { rangeFrom } from './range';
import { changed, measured, measureOf, type Measure, type Period, type QuantityKind } from './types';
import { BITS, unitNamed } from './units';

/** A figure that stands where nothing but a figure belongs, as in `nodes: 10`: a bare number counts too. */
export interface FieldFigure {
  /** In UTF-16 units of the text that was read. */
  readonly start: number;
  readonly end: number;
  /** Undefined for a bare number. */
  readonly kind: QuantityKind | undefined;
  /** Normalised as a quantity's; the low end of a range. */
  readonly value: number;
  /** The high end of a range. */
  readonly high: number | undefined;
  /** From the number as it is written to `value`: 1e6 in "2M". */
  readonly factor: number;
  readonly unit: string | null;
  readonly per: Period | undefined;
}

const [PER] = wordIds('per');
const BILLION = 1e9;
/** How much of a text is looked at. */
const LONGEST = 120;

/**
 * Reads the figure, or the range of figures, at the start of a text.
 * @param wanted what it should be of: "500 B" is a size where one is wanted, else 500 billion.
 */
export function readFieldFigure(text: string, wanted?: QuantityKind): FieldFigure | undefined {
  return withProse(text.slice(0, LONGEST), (prose) => fieldFigureIn(prose, wanted));
}

function fieldFigureIn(prose: Prose, wanted: QuantityKind | undefined): FieldFigure | undefined {
  const low = fieldMeasure(prose, gap(prose, 0), wanted);
  if (!low) return undefined;
  const range = low.kind === undefined || prose.code(low.end) !== FULL_STOP ? rangeFrom(prose, low, 0) : undefined;
  const whole = range?.nothing === true ? undefined : range;
  if (!whole) return figureFrom(low, bareEnd(prose, low));
  // Falling figures are a range too, where no change is meant.
  return whole.from
    ? figureFrom(changed(whole.measure, { start: low.start, end: whole.measure.end }), whole.from)
    : figureFrom(whole.measure, whole.measure.high);
}

/** The high end of "30-50", which prose takes for a name or a score. */
function bareEnd(prose: Prose, low: Measure): Measure | undefined {
  const dash = gap(prose, low.end);
  if (low.kind !== undefined || !isDash(prose.code(dash))) return undefined;
  const start = gap(prose, dash + 1);
  const high = isDigit(prose.code(start)) ? fieldMeasure(prose, start, undefined) : undefined;
  return high?.kind === undefined ? high : undefined;
}

function figureFrom(measure: Measure, other: Measure | undefined): FieldFigure | undefined {
  const { start, end, kind, unit, per } = measure;
  const ends = other ? [valueOf(measure), valueOf(other)] : [valueOf(measure)];
  if (!ends.every(Number.isFinite)) return undefined;
  return {
    start,
    end: Math.max(end, other?.end ?? 0),
    kind,
    value: Math.min(...ends),
    high: other && Math.max(...ends),
    factor: measure.scale * measure.factor,
    unit: kind === 'size' && unit === BITS ? 'bytes' : unit,
    // “$30-50 a month”: what the high end of a sum is spread over, the low end is too.
    per: per ?? (kind === 'money' ? other?.per : undefined),
  };
}

const valueOf = (measure: Measure): number => Number(measured(measure).toPrecision(15));

/** A measure as prose has it, or a number with an abbreviation that prose takes for something else: "3 d", "500 us". */
function fieldMeasure(prose: Prose, start: number, wanted: QuantityKind | undefined): Measure | undefined {
  const found = measureAt(prose, start);
  const measure = isMeasure(found) && found.kind === 'money' ? forSoMany(prose, found) : found;
  if (isMeasure(measure)) {
    if (wanted === 'size' && isBytes(prose, measure))
      return changed(measure, { scale: measure.scale / BILLION, kind: 'size', unit: 'bytes' });
    if (measure.kind !== undefined) return measure;
  }
  const c = prose.code(start);
  const number = isDigit(c) || (c === FULL_STOP && isDigit(prose.code(start + 1))) ? digitsAt(prose, start) : undefined;
  if (!isNumber(number)) return isMeasure(measure) ? measure : undefined;
  const from = gap(prose, number.end);
  const end = prose.lettersEnd(from);
  const unit = end > from && !isDigit(prose.code(end)) ? unitNamed(prose.text.slice(from, end)) : undefined;
  if (unit?.attached === true && unit.kind === 'duration')
    return measureOf({
      start,
      end,
      mantissa: number.mantissa,
      scale: number.scale,
      factor: unit.factor,
      kind: 'duration',
      unit: 'ms',
    });
  if (isMeasure(measure)) return measure;
  return end > from && from === number.end
    ? undefined
    : measureOf({ start, end: number.end, mantissa: number.mantissa, scale: number.scale });
}

/** "1M", "10k", "1 million". */
const MAGNITUDE = /^(?:[kKMB]|bn|mn|[ \t]+(?:thousand|million|billion))(?![\p{L}\p{N}])/u;

/** "$2 per 1,000", "$3 per 1M": of what is said elsewhere. */
function forSoMany(prose: Prose, sum: Measure): Measure {
  const word = gap(prose, sum.end);
  const start = gap(prose, prose.lettersEnd(word));
  if (sum.per !== undefined || prose.wordAt(word) !== PER || !isDigit(prose.code(start))) return sum;
  const number = digitsAt(prose, start);
  if (!isNumber(number)) return sum;
  const end = number.end + (MAGNITUDE.exec(prose.text.slice(number.end))?.[0].length ?? 0);
  return changed(sum, { end, per: prose.text.slice(start, end) });
}

/** The "B" of "500 B" ends the measure, and is not part of a word. */
const isBytes = (prose: Prose, { kind, end, scale }: Measure): boolean =>
  (kind === undefined || kind === 'count') &&
  scale >= BILLION &&
  prose.code(end - 1) === CAPITAL_B &&
  !isLetter(prose.code(end));
