import { writeBlank } from '../../markdown/blanks';
import type { Line, TextEdit } from '../../markdown/text';
import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { Sentence } from './sentences';
import type { Fix } from './types';

const [WERE, ARE, WERENT, ARENT, AND, EACH, ONE, OTHER, ANOTHER] = wordIds(
  "were are weren't aren't and each one other another",
);
const WE = wordSet("we we'd we've we're we'll");
/** What only several people can do, or be: “I” would change what was said. */
const PLURAL_ACTS = wordSet('together ourselves jointly collectively agreed met argued debated voted');
const PLURAL_NEXT = wordSet('all both each two three four five six seven eight and');
/** Before "we" these ask a question, or turn the sentence around: "only then did we …". */
const TURNED = wordSet('did do were are have had has should would could can will must between');
/** What may stand between "we" and its verb. */
const BETWEEN = wordSet('also then still just really always never only first finally soon therefore quickly');

/** Whether the words after a token are an act: given by the rule, which knows what is not one. */
type IsAct = (next: number) => boolean;

/**
 * Says “I” for “we” in a sentence, where every “we” of it is one that acts: "we built and our users came" becomes "I
 * built and our users came". Other words keep their place; a verb follows its new subject.
 * @returns undefined where a “we” of the sentence has to stay, or none is an act.
 */
export function sayI(story: StoryContext, { first, last }: Sentence, isAct: IsAct): Fix | undefined {
  if (
    story.hasWord(PLURAL_ACTS, first, last) ||
    story.some(first, last, (k) => isJoinedToBe(story, k)) ||
    story.some(first, last, (k) => isEachOther(story, k))
  )
    return undefined;
  const edits: TextEdit[] = [];
  let acts = false;
  for (let k = first; k < last; k += 1) {
    if (!WE.has(story.id(k))) continue;
    if (!mayBeI(story, k, first, last)) return undefined;
    const verb = verbAfter(story, k, last);
    acts ||= verb < last && isAct(isToBe(story, verb) ? verb + 1 : verb);
    edits.push(...asI(story, k, verb));
  }
  return acts ? { title: 'Say “I”, if it was you', edits } : undefined;
}

/** Asks what the user did, in a sentence of its own before this one; undefined in a table. */
export function askWhatYouDid({ text, parsed }: StoryContext, { start, line }: Sentence): Fix | undefined {
  const { start: from, end } = parsed.lines[line] as Line;
  if (text.slice(from, end).trimStart().startsWith('|')) return undefined;
  const edits = [{ start, end: start, newText: `I ${writeBlank('what you did')}. ` }];
  return { title: 'Ask what you did: put a blank before the sentence', edits, snippet: true };
}

function mayBeI(story: StoryContext, k: number, first: number, last: number): boolean {
  if (story.tokens.quoted(k) || k + 1 >= last || story.tokens.afterBreak(k + 1)) return false;
  if (k > first && TURNED.has(story.id(k - 1)) && !story.tokens.afterBreak(k)) return false;
  return !PLURAL_NEXT.has(story.id(k + 1)) && !story.is(k + 1).team;
}

const isEachOther = (story: StoryContext, k: number): boolean =>
  (story.id(k) === EACH && story.id(k + 1) === OTHER) || (story.id(k) === ONE && story.id(k + 1) === ANOTHER);

/** "We built it and were done": whose "were" it is cannot be known. */
const isJoinedToBe = (story: StoryContext, k: number): boolean => story.id(k) === AND && isToBe(story, k + 1);

function verbAfter(story: StoryContext, k: number, last: number): number {
  let verb = k + 1;
  while (verb < last && BETWEEN.has(story.id(verb))) verb += 1;
  return verb;
}

const isToBe = (story: StoryContext, k: number): boolean => {
  const word = story.id(k);
  return word === WERE || word === ARE || word === WERENT || word === ARENT;
};

function asI(story: StoryContext, k: number, verb: number): TextEdit[] {
  const { text, tokens } = story;
  const [start, end] = [tokens.start(k), tokens.end(k)];
  // "We're" is "I'm"; "we've", "we'd" and "we'll" keep their ending.
  const rest = text.slice(start + 2, end).replace(/re$/iu, 'm');
  const edits: TextEdit[] = [{ start, end, newText: `I${rest}` }];
  const word = story.id(verb);
  const becomes =
    word === WERE ? 'was' : word === ARE ? 'am' : word === WERENT ? 'was not' : word === ARENT ? 'am not' : undefined;
  if (becomes !== undefined) edits.push({ start: tokens.start(verb), end: tokens.end(verb), newText: becomes });
  return edits;
}
