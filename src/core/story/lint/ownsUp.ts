import { wordSet } from '../prose/vocabulary';
import type { StorySection } from '../parseStory';
import type { StoryContext } from './context';
import { BUT, CONTENT } from './lexicon/weighing';
import type { Sentence } from './sentences';

/** Whether one owns up to what something cost, in whatever words the cost itself is told. */

/** What one does with a price that one knows. */
const OWNS_UP = wordSet(
  'chose choose kept keep accept accepted judged judge preferred prefer rather willing signed knew',
);
/** "What it cost", "Price", "What I gave up": the label says what its section is. */
const NAMES_PRICE = /\b(?:cost|price|gave up|paid|downsides?)\b/iu;

/** "I judged that cheap", "we were willing to wait", "I knew that, I chose the shift workers". */
export function ownsUp(story: StoryContext, index: number): boolean {
  const { first, last, has } = story.sentences[index] as Sentence;
  if ((!has.first && !has.we) || isPraise(story, index)) return false;
  return story.some(
    first,
    last,
    (k) =>
      OWNS_UP.has(story.id(k)) &&
      !story.tokens.quoted(k) &&
      !story.is(k - 1).would &&
      (isOwn(story, k - 1) || isOwn(story, k - 2)),
  );
}

const isOwn = (story: StoryContext, k: number): boolean => story.is(k).first || story.is(k).we;

/** In the second half of a story what one chose or accepted is what it cost; before, it is a step of the work. */
export const isOwnedUpLater = (story: StoryContext, index: number): boolean =>
  2 * index >= story.sentences.length && ownsUp(story, index);

/** "Everyone was happy with it"; with a "but", something else follows. */
export function isPraise(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  return story.hasWord(CONTENT, first, last) && !story.hasWord(BUT, first, last);
}

/** The heading or label says that what follows is what it cost. */
export const namesPrice = (story: StoryContext, { start, headingEnd }: StorySection): boolean =>
  NAMES_PRICE.test(story.text.slice(start, headingEnd));
