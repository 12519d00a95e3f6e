import { wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { FAULTS } from './count';
import type { JudgedFigure } from './index';

/** What one does by hand to what a model learns from: "labelled 3,000 mails". */
const PREPARES = wordSet(`
  labelled labeled annotated tagged sorted read collected photographed transcribed marked gathered checked scanned
  corrected looked listened
`);
const NEAR_PREPARED = 4;
/** So many in one of these are something to run under; fewer are what goes wrong, or meetings. */
const LOAD = 1000;
const SECONDS_OF_DAY = 86_400;
const DAYS_OF = new Map([
  ['week', 7],
  ['month', 30],
  ['quarter', 91],
  ['year', 365],
]);

/** It says what the technology runs under: not how much was labelled for it, nor what happens a few times a month. */
export function isOfOperation(story: StoryContext, { quantity, first, last }: JudgedFigure): boolean {
  if (quantity.kind === 'count')
    return !story.hasWord(PREPARES, first - NEAR_PREPARED, first) && !story.hasWord(FAULTS, first, last + 1);
  const days = DAYS_OF.get(quantity.per ?? '');
  return quantity.kind !== 'rate' || days === undefined || quantity.value * SECONDS_OF_DAY * days >= LOAD;
}
