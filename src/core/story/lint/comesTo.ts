import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import type { Sentence } from './sentences';

const [TO, UP] = wordIds('to up');
/** Before a verb, these make it a purpose or a plan: "To cut latency to 40 ms, I …". */
const PLANS = wordSet('to would could should will might can');
/** How many words before a figure the verb that leads to it may stand. */
const REACH = 12;
const HEDGES = wordSet(
  `
  just about around nearly under below over roughly only a an the less than more almost approximately some as low high
  well barely above its our
`,
);

/** The figure is what something came to be: "cut latency to 35 ms", "grew revenue up to $2M". */
export function comesTo(story: StoryContext, { first, quantity }: JudgedFigure, { first: start }: Sentence): boolean {
  let to = first - 1;
  while (to >= start && HEDGES.has(story.id(to))) to -= 1;
  if (story.id(to) !== TO || /^to\b/iu.test(quantity.text)) return false;
  if (story.id(to - 1) === UP && !story.is(to - 2).improvement) return false;
  for (let back = to - 1; back >= start && back >= to - REACH; back -= 1) {
    if (story.is(back).improvement) return !PLANS.has(story.id(back - 1));
    if (story.tokens.isFigure(back)) return false;
  }
  return false;
}
