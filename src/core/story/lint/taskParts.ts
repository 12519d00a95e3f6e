import { wordIds, wordSet } from '../prose/vocabulary';
import { tellsOutcome, type SectionName } from '../storySections';
import type { StoryContext } from './context';
import { AFTER_REQUEST_NOUN, ASKED, ASKS, DEMANDS_OF, HAS_TO, OWNERS, REQUEST_NOUNS } from './lexicon/requests';
import { contrastsWithBefore } from './beforeContrast';
import { movesIn, numbersIn } from './numbersOf';
import type { Sentence } from './sentences';

/**
 * What each sentence is to the task: said before it, the task itself, what was done about it, or what came of it. With
 * sections these say so; in running text the first sentence that tells of a request is the task.
 */
export type TaskPart = 'before' | 'task' | 'deeds' | 'outcome' | 'rest';

const [TO, I, WE, ME, US, OUT, SET, SINCE] = wordIds('to i we me us out set since');
/** How many words after "I" or "was" the rest of the phrase may stand. */
const NEAR = 3;
/** How many words into a sentence the one who did it may stand: "then, in May, I". */
const NEAR_START = 4;
/** A request that comes later is one of many in a longer text. */
const MOST_BEFORE = 6;
/** A task of more sentences is a story of its own. */
const MOST_OF_TASK = 3;
const ONLY = wordSet('only just now today');
const PAST = wordSet('was were had');
const SAID = wordSet('said says');
const GENITIVE = /['’]s$/u;
const FROM_WHOM = wordSet('from by for in there at');
const WAS = wordSet("was were been got am is had i'd we'd");

interface Parts {
  /** Of each sentence. */
  readonly parts: readonly TaskPart[];
  readonly task: readonly number[];
}

/** Every rule on the task asks for the same parts, sentence by sentence. */
const known = new WeakMap<StoryContext, Parts>();

function partsOf(story: StoryContext): Parts {
  const before = known.get(story);
  if (before) return before;
  const parts = story.usesHeadings ? partsOfSections(story) : partsOfText(story);
  const own = story.usesHeadings ? story.sentencesIn('Task') : [];
  const task = own.length > 0 ? own : parts.flatMap((part, index) => (part === 'task' ? [index] : []));
  known.set(story, { parts, task });
  return { parts, task };
}

/** Where no section is called Task, the Situation may say what was asked. */
function partsOfSections(story: StoryContext): readonly TaskPart[] {
  const hasTask = story.sentencesIn('Task').length > 0;
  return story.sentences.map((sentence, index) => {
    const part = partOfSection(story.sectionOf(index));
    return part === 'before' && !hasTask && asksSomething(story, sentence) ? 'task' : part;
  });
}

function partOfSection(name: SectionName | undefined): TaskPart {
  if (name === 'Task') return 'task';
  if (name === 'Situation') return 'before';
  if (name === 'Action') return 'deeds';
  return tellsOutcome(name) ? 'outcome' : 'rest';
}

/** All that follows the request is what was done or what came of it; a text without a request has no parts. */
function partsOfText(story: StoryContext): readonly TaskPart[] {
  const { sentences } = story;
  const task = sentences.slice(0, MOST_BEFORE).findIndex((sentence) => asksSomething(story, sentence));
  if (task < 0) return sentences.map(() => 'rest');
  let last = task;
  while (last + 1 < task + MOST_OF_TASK && isRequired(story, sentences[last + 1])) last += 1;
  return sentences.map((sentence, index) => {
    // An answer may open with what came of it.
    if (index === 0 && index < task && isOpeningOutcome(story, index)) return 'outcome';
    if (index < task) return 'before';
    if (index <= last) return 'task';
    return index + 1 < sentences.length && isDeed(story, sentence, index) ? 'deeds' : 'outcome';
  });
}

/** "Only 6 % of the patients miss their hour", with nothing of the past. */
const isOnlySo = (story: StoryContext, { first, last }: Pick<Sentence, 'first' | 'last'>): boolean =>
  ONLY.has(story.id(first)) && story.tokens.isFigure(first + 1) && !story.hasWord(PAST, first, last);

/** "An open rate of 54 % since I turned it upside down", "now 70 a week". */
const isSinceThen = (story: StoryContext, { first, last, has }: Sentence): boolean =>
  has.now ||
  isOnlySo(story, { first, last }) ||
  story.some(first, last, (k) => story.id(k) === SINCE && (story.is(k + 1).first || story.is(k + 1).we));

/** "Last winter we lost 7 % of the apples, and the winter before it was 13 %". */
const isOpeningOutcome = (story: StoryContext, index: number): boolean =>
  story.figuresIn(index).some(({ quantity }) => quantity.from !== undefined) ||
  movesIn(story, numbersIn(story, index)).length > 0 ||
  (story.figuresIn(index).length > 0 && isSinceThen(story, story.sentences[index] as Sentence)) ||
  contrastsWithBefore(story, index);

/** "I was asked to", "the CTO asked me for", "my job was to", "we had to". */
function asksSomething(story: StoryContext, { first, last }: Sentence): boolean {
  return story.some(first, last, (k) => {
    const word = story.id(k);
    if (REQUEST_NOUNS.has(word)) return isRequestNoun(story, k, first, last);
    if (word === I || word === WE) return isAskedOf(story, k + 1, last);
    if (ASKS.has(word) && (story.id(k + 1) === ME || story.id(k + 1) === US)) return true;
    // "It fell to me to", "I set out to".
    // "My boss said to me: make it work".
    if (word === ME && SAID.has(story.id(k - 2)) && story.id(k - 1) === TO) return true;
    if ((word === ME || word === OUT) && story.id(k + 1) === TO) return story.id(k - 1) === (word === ME ? TO : SET);
    if (DEMANDS_OF.has(word)) return k > first && story.id(k - 1) !== I && story.id(k - 1) !== WE;
    return ASKED.has(word) && (story.is(k - 1).we || story.is(k - 1).first);
  });
}

function isRequestNoun(story: StoryContext, k: number, first: number, last: number): boolean {
  if (!story.some(Math.max(first, k - 2), k, (at) => OWNERS.has(story.id(at)) || GENITIVE.test(story.tokens.word(at))))
    return false;
  // "My brief from the CFO was".
  if (FROM_WHOM.has(story.id(k + 1)))
    return story.some(k + 2, Math.min(last, k + 2 + NEAR_START), (at) => story.is(at).be);
  return k + 1 < last && (AFTER_REQUEST_NOUN.has(story.id(k + 1)) || story.tokens.afterBreak(k + 1));
}

/** After "I": "was asked", "had to", "had been set". */
function isAskedOf(story: StoryContext, k: number, last: number): boolean {
  if (!WAS.has(story.id(k)) && !HAS_TO.has(story.id(k))) return false;
  if (HAS_TO.has(story.id(k)) && story.id(k + 1) === TO) return true;
  return story.some(k, Math.min(last, k + NEAR), (at) => ASKED.has(story.id(at)) && WAS.has(story.id(at - 1)));
}

/** "And nobody was to work at night": the sentence after a request still says what had to be. */
function isRequired(story: StoryContext, sentence: Sentence | undefined): boolean {
  if (!sentence) return false;
  return story.some(sentence.first, sentence.last, (k) => {
    const word = story.id(k);
    if (MUSTS.has(word)) return true;
    return HAS_TO.has(word) && story.id(k + 1) === TO;
  });
}
const MUSTS = wordSet('must should shall mustnt shouldnt may');

/** What I or we did: told with "I" near its beginning, and with no change from one figure to another. */
const isDeed = (story: StoryContext, { first, last }: Sentence, index: number): boolean =>
  story.some(first, Math.min(last, first + NEAR_START), (k) => story.is(k).first || story.is(k).we) &&
  !story.figuresIn(index).some(({ quantity }) => quantity.from !== undefined);

/** What the sentence is to the task. */
export const taskPart = (story: StoryContext, index: number): TaskPart => partsOf(story).parts[index] ?? 'rest';

/** The sentences that say what was asked, in order; none where a text does not tell. */
export const taskSentences = (story: StoryContext): readonly number[] => partsOf(story).task;

/** Before the task or in it: it says what was to be done, not what came of it. */
export function isSetUp(story: StoryContext, index: number): boolean {
  const part = taskPart(story, index);
  return part === 'before' || part === 'task';
}

/** Outside the set-up and what was done. */
export function isAfterwards(story: StoryContext, index: number): boolean {
  const part = taskPart(story, index);
  return part === 'outcome' || part === 'rest';
}

/** Where it is told what came of it. */
export const tellsOutcomeAt = (story: StoryContext, index: number): boolean => taskPart(story, index) === 'outcome';
