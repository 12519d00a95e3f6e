import { wordIds, wordSet } from '../prose/vocabulary';
import { kindAt } from './characters';
import type { StoryContext } from './context';
import type { Sentence } from './sentences';

/** What people say before they answer: “Sure.”, “Great question.”, “Thanks for asking!”, “So, yeah.” */
const COURTESIES = wordSet(`
  sure yes yeah yep okay ok well right alright absolutely certainly definitely hello hi hey thanks thank question happy
  glad great good excellent interesting nice fantastic wonderful pleasure gladly hmm um uh morning afternoon evening hiya moin welcome
  pleased honoured delighted outcome result short version straight first
`);
/** What stands around them. */
const FILLERS = wordSet(`
  so of course for asking you that the that's thats is it's its a an really very one i i'd would i'm am be to let me
  think see oh and there all yourself us my to answer share tell walk through moment second about it this having
  everybody everyone can hear making make taking time lot much many meet meeting have being here today panel invitation
  inviting give then story up front in at with by because start where begin number love office team name's call me
  getting got today's speak speaking honour pleasure say said quick quickly before we go
`);
const [LET, COURSE, IM, I, AM, MY, NAME] = wordIds("let course i'm i am my name");
const LONGEST_GREETING = 14;
const LONGEST_INTRODUCTION = 6;
/** A question asked back before the answer begins has fewer words than this. */
const LONGEST_QUESTION = 10;

/** Whether a sentence only greets, thanks or gains time: none of it belongs to the story. */
export function isGreeting(story: StoryContext, { first, last, end }: Sentence): boolean {
  if (last - first > LONGEST_GREETING) return false;
  if (story.text.charAt(end - 1) === '?' && last - first <= LONGEST_QUESTION) return true;
  if (isIntroduction(story, first, last)) return true;
  let isCourteous = false;
  for (let k = first; k < last; k += 1) {
    const word = story.id(k);
    const isCourtesy = COURTESIES.has(word) || word === COURSE || (word === LET && k === first);
    if (!isCourtesy && !FILLERS.has(word)) return false;
    isCourteous ||= isCourtesy;
  }
  return isCourteous;
}

/** "I'm Jan.", "My name is Ada." */
function isIntroduction(story: StoryContext, first: number, last: number): boolean {
  if (last - first > LONGEST_INTRODUCTION) return false;
  const from = story.find(first, last, (k) => !COURTESIES.has(story.id(k)));
  if (from < 0) return false;
  if (story.id(from) === IM) return isName(story, from + 1, last);
  if (story.id(from) === I && story.id(from + 1) === AM) return isName(story, from + 2, last);
  return story.id(from) === MY && story.id(from + 1) === NAME && isName(story, from + 3, last);
}

const isName = (story: StoryContext, k: number, last: number): boolean =>
  k < last && kindAt(story.text, story.tokens.start(k)) === 'capital';

/** Somebody else's words, with who said them: "“We would have closed,” the owner told the paper." */
function isQuotation(story: StoryContext, { first, last }: Sentence): boolean {
  let quoted = 0;
  for (let k = first; k < last; k += 1) if (story.tokens.quoted(k)) quoted += 1;
  return quoted > 0 && 2 * quoted >= last - first && story.tokens.quoted(first);
}

/**
 * Of the sentences at these indices, in order, the one that opens the story: the first that is neither a greeting nor
 * a quotation, or the first of all where there is nothing else.
 */
export function openingOf(story: StoryContext, indices: readonly number[]): number | undefined {
  const isOpening = (index: number): boolean => {
    const sentence = story.sentences[index] as Sentence;
    return !isGreeting(story, sentence) && !isQuotation(story, sentence);
  };
  return indices.find(isOpening) ?? indices[0];
}
