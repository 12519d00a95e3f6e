import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import * as technology from './lexicon/technology';
import type { Sentence } from './sentences';
import { technologyAt } from './technologyAt';

/** Where a technology is told of as one's own, from its first character to its last. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const [I, WE, MY, TO, ME] = wordIds('i we my to me');
const THAT = wordSet('that which');
const PRIDE = wordSet(technology.PRIDE);
const DONE_TO_IT = wordSet(technology.DONE_TO_IT);
const THANKS = wordSet('thanks due owing');
/** "We now have", "it now runs on". */
const HAS = wordSet('have has run runs running use uses using is');
/** How many words after a technology "that I built" may follow: "the twin of the hospital that I built". */
const NEAR_THAT = 6;
/** How many words after "that I" its verb may stand. */
const NEAR_BUILT = 3;
/** How many words after "my" the technology may begin: "my first small language model". */
const NEAR_MY = 4;
/** Nouns that make something else of "my machine learning …". */
const NO_TECHNOLOGY = wordSet(`
  skills courses studies classes papers talks lectures lessons notes books colleagues friends years exams certificates
  teams engineers
`);
/** What may follow a technology that is the subject, besides a verb in -s or -ed. */
const AFTER_SUBJECT = wordSet(`
  is was has had for of that which now on in with behind can could will would does did went took made found cut gave
  finds lets runs reads ran won got became
`);

/** "Thanks to the digital twin that I built", "the ranking model we trained", "my knowledge graph links". */
export const technologyOfMine = (story: StoryContext, sentence: Sentence, modelsOnly: boolean): Place | undefined =>
  builtByMe(story, sentence, modelsOnly) ?? possession(story, sentence, modelsOnly) ?? namedMine(story, sentence);

function builtByMe(story: StoryContext, { first, last, has }: Sentence, modelsOnly: boolean): Place | undefined {
  if (!has.first && !has.we) return undefined;
  for (let k = first; k < last; k += 1) {
    const who = story.id(k);
    if (who !== I && who !== WE) continue;
    const verb = story.find(k + 1, Math.min(last, k + 1 + NEAR_BUILT), (at) => isDoneToIt(story, at));
    const from = verb < 0 ? undefined : technologyBefore(story, first, k, modelsOnly);
    if (from !== undefined) return { start: story.tokens.start(from), end: story.tokens.end(verb) };
  }
  return undefined;
}

const isDoneToIt = (story: StoryContext, k: number): boolean => story.is(k).build || DONE_TO_IT.has(story.id(k));

/** The first token of the technology that a clause from token `who` on speaks of. */
function technologyBefore(story: StoryContext, first: number, who: number, modelsOnly: boolean): number | undefined {
  const hasThat = THAT.has(story.id(who - 1));
  const nearest = hasThat ? who - 1 : who;
  for (let k = nearest - 1; k >= Math.max(first, nearest - (hasThat ? NEAR_THAT : NEAR_BUILT)); k -= 1) {
    const end = technologyAt(story, k, modelsOnly);
    if (end !== undefined && (hasThat ? end <= nearest : end === nearest) && !story.tokens.afterBreak(nearest))
      return k;
  }
  return undefined;
}

/** "My proudest work is a forecast with a transformer", "we now have a real-time pipeline". */
function possession(story: StoryContext, { first, last, has }: Sentence, modelsOnly: boolean): Place | undefined {
  const pride = story.find(first, last, (k) => PRIDE.has(story.id(k)));
  const from = pride < 0 && has.now && has.we ? story.find(first, last, (k) => HAS.has(story.id(k))) : pride;
  if (from >= 0) return firstTechnology(story, from + 1, last, modelsOnly);
  return has.mine && story.some(first, last, (k) => isMyDoing(story, k))
    ? firstTechnology(story, first, last, false)
    : undefined;
}

function firstTechnology(story: StoryContext, from: number, last: number, modelsOnly: boolean): Place | undefined {
  for (let k = from; k < last; k += 1) {
    const end = technologyAt(story, k, modelsOnly);
    if (end !== undefined && end <= last) return { start: story.tokens.start(k), end: story.tokens.end(end - 1) };
  }
  return undefined;
}

/** "Thanks to me". */
const isMyDoing = (story: StoryContext, k: number): boolean =>
  THANKS.has(story.id(k)) && story.id(k + 1) === TO && story.id(k + 2) === ME;

/** "My knowledge graph connects trials": the subject, at the beginning. */
function namedMine(story: StoryContext, { first, last, has }: Sentence): Place | undefined {
  if (!has.mine || story.id(first) !== MY) return undefined;
  for (let k = first + 1; k <= first + NEAR_MY && k < last; k += 1) {
    const end = technologyAt(story, k, false);
    if (end !== undefined)
      return isSubject(story, end) ? { start: story.tokens.start(first), end: story.tokens.end(end - 1) } : undefined;
  }
  return undefined;
}

/** The word after it is a verb or belongs to a verb's subject. */
function isSubject(story: StoryContext, after: number): boolean {
  if (AFTER_SUBJECT.has(story.id(after))) return true;
  return (
    !NO_TECHNOLOGY.has(story.id(after)) && !story.is(after).team && /(?:[^s]s|ed)$/u.test(story.tokens.word(after))
  );
}
