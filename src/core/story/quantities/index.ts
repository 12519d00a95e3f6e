/**
 * Finds the metrics in prose. How a text becomes quantities, and which file does what:
 *
 * 1. `../prose`: the text is read once, its words are looked up, and places that may begin a figure are marked.
 * 2. `extract.ts` walks over the marks; `markdown.ts` says where prose stops and markup begins. `words.ts` reads the
 *    words that begin a quantity ("doubled", "a third", "half", "sub-second").
 * 3. `measure.ts` reads one figure with its unit, from left to right: `sign.ts`, `currency.ts`, the number (`digits.ts`
 *    or `spelledNumber.ts`), `scale.ts`, the unit (`unit.ts`, with `percent.ts`, `fraction.ts`, `duration.ts` and
 *    `noun.ts` for what is counted) and what it is spread over (`period.ts`). It also knows what only looks like a
 *    figure. `decimalMark.ts` tells 1.400 from 1,400 with the help of the rest of the text, `machine.ts` reads
 *    "8xA100".
 * 4. `share.ts` puts a part and its whole together ("5 of 7", "9/10"), `proportion.ts` reads "4:1".
 * 5. `compose.ts` makes ranges (`range.ts`) and changes (`change.ts`) out of two measures; `side.ts` lets one side
 *    say what the other leaves out.
 *    `ellipsis.ts` reads a bare figure that is of what the last one was of.
 * 6. `field.ts` reads the one figure of a field (`nodes: 10`) in place of a text.
 * 7. `resolve.ts` decides what a bare figure is of, if of anything, and makes the `Quantity`; `format.ts` writes it for
 *    people.
 *
 * Where something new goes: a unit or a period in `units.ts`; a currency in `currencies.ts`; a scale word in
 * `lexicon.ts`, its abbreviation in `scale.ts`; a word that multiplies, or a word list of the grammar, in `lexicon.ts`;
 * a phrase that begins with a word in `words.ts`; a kind of unit after the figure in `unit.ts`. `context.ts` judges the
 * words before a figure, `phrase.ts` has the moves over the text that all share.
 */
export { extractQuantities, type ExtractOptions } from './extract';
export { readFieldFigure, type FieldFigure } from './field';
export { formatQuantity } from './format';
export type { Period, Quantity, QuantityKind } from './types';
