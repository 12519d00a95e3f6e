/** A part of a whole: where a story says how much of something is the user's, the whole proves nothing. */
import type { FitRequirement } from '../playbook/schema';
import type { StoryContext } from '../story/lint/context';
import type { JudgedFigure } from '../story/lint/figures';
import { sameUnit } from '../story/lint/sameUnit';
import { wordIds } from '../story/prose/vocabulary';

const [OF, OUT, BUT] = wordIds('of out but');
/** How many words, or figures, away the two may stand. */
const NEAR = 4;

type Measure = NonNullable<FitRequirement['measure']>;

export type PlacedFigure = Pick<JudgedFigure, 'quantity' | 'sentence' | 'first' | 'last'>;

/** “300k of the 2.5M events per second”, “of the 2.5M events per second, 12%”: the part, measured as the whole is. */
export function partOf(
  story: StoryContext,
  whole: PlacedFigure,
  index: number,
  measure: Measure,
): PlacedFigure | undefined {
  const { first, last, sentence } = whole;
  const { kind, unit } = whole.quantity;
  const opening = story.sentences[sentence]?.first ?? first;
  const of = ofBefore(story, first, opening);
  if (of === undefined || !DIVISIBLE.has(measure.kind)) return undefined;
  const before = story.figures[index - 1];
  if (before && before.last === (story.id(of - 1) === OUT ? of - 1 : of)) {
    const value = story.id(before.first - 1) === BUT ? undefined : valueOfPart(before, whole, measure);
    const [start, end] = [before.quantity.start, whole.quantity.end];
    const text = story.text.slice(start, end);
    return value === undefined
      ? undefined
      : { sentence, first: before.first, last, quantity: { kind, unit, start, end, text, value } };
  }
  if (!opensClause(story, of, opening)) return undefined;
  for (const after of story.figures.slice(index + 1, index + 1 + NEAR)) {
    const value = after.sentence === sentence ? valueOfPart(after, whole, measure) : undefined;
    const { start, end, text } = after.quantity;
    if (value !== undefined)
      return { sentence, first: after.first, last: after.last, quantity: { kind, unit, start, end, text, value } };
  }
  return undefined;
}

/** Measures of which a part is measured in the same way. */
const DIVISIBLE: ReadonlySet<string> = new Set(['rate', 'count', 'money', 'size']);

/** What a part comes to, in the unit of the whole; undefined where a figure is not a part of it. */
function valueOfPart({ quantity: part }: PlacedFigure, { quantity: whole }: PlacedFigure, measure: Measure) {
  const { kind, unit, value, from } = part;
  if (from !== undefined) return undefined;
  if (kind === 'percent' && unit === '%' && value < 100) return (whole.value * value) / 100;
  if (kind === 'ratio' && value > 0 && value < 1) return whole.value * value;
  if ((kind !== 'count' && kind !== whole.kind) || value >= whole.value) return undefined;
  const isAlike = unit === null || (measure.unit !== undefined && sameUnit(lastWord(unit), measure.unit));
  return isAlike ? value : undefined;
}

/** The “of” close before a token. */
export function ofBefore(story: StoryContext, first: number, opening: number): number | undefined {
  for (let k = first - 1; k >= opening && k >= first - NEAR; k -= 1) if (story.id(k) === OF) return k;
  return undefined;
}

/** “Of the 2M events”, “out of the 2M events”. */
function opensClause(story: StoryContext, of: number, opening: number): boolean {
  const start = story.id(of - 1) === OUT ? of - 1 : of;
  return start <= opening || story.tokens.afterBreak(start);
}

/** “Events” of “payment events”. */
export const lastWord = (unit: string | null): string | null => unit && unit.slice(unit.lastIndexOf(' ') + 1);
