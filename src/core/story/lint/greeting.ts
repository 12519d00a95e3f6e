import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { Sentence } from './sentences';

/** What people say before they answer: “Sure.”, “Great question.”, “Thanks for asking!”, “So, yeah.” */
const COURTESIES = wordSet(`
  sure yes yeah yep okay ok well right alright absolutely certainly definitely hello hi hey thanks thank question happy
  glad great good excellent interesting nice fantastic wonderful pleasure gladly hmm um uh morning afternoon
`);
/** What stands around them. */
const FILLERS = wordSet(`
  so of course for asking you that the that's thats is it's its a an really very one i i'd would i'm am be to let me
  think see oh and there all yourself us my to answer share tell walk through moment second about it this having
`);
const [LET, COURSE] = wordIds('let course');
const LONGEST_GREETING = 12;

/** Whether a sentence only greets, thanks or gains time: nothing of it is the story's. */
export function isGreeting(story: StoryContext, { first, last }: Sentence): boolean {
  if (last - first > LONGEST_GREETING) return false;
  let isCourteous = false;
  for (let k = first; k < last; k += 1) {
    const word = story.id(k);
    const isCourtesy = COURTESIES.has(word) || word === COURSE || (word === LET && k === first);
    if (!isCourtesy && !FILLERS.has(word)) return false;
    isCourteous ||= isCourtesy;
  }
  return isCourteous;
}

/**
 * Of the sentences at these indices, in order, the one that opens the story: the first that is not a greeting, or the
 * first of all where there is nothing else.
 */
export function openingOf(story: StoryContext, indices: readonly number[]): number | undefined {
  return indices.find((index) => !isGreeting(story, story.sentences[index] as Sentence)) ?? indices[0];
}
