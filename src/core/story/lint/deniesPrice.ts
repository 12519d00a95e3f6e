import { wordIds, wordSet, WordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { BUT, DRAWBACKS, EXCEPT, LITTLE, SAYS } from './lexicon/weighing';
import type { Sentence } from './sentences';

const [TO, FOR, AGAINST, ANY, NO, BRAINER] = wordIds('to for against any no brainer');
const NONE_AT_ALL = wordSet('none nothing');
/** Of "no" in the table's class there are those beside: "we haven't", "I wouldn't". */
const NOT_YET = wordSet("weren't haven't hasn't hadn't wouldn't");
/** What is not done with a downside that there is: "we could not avoid the trade-off", "I won't hide the drawback". */
const AVOIDS = wordSet('avoid avoided hide ignore escape deny help solve without');
/** How many words may stand after "none" that is an answer, and between a "no" and the downside that it denies. */
const WORDS_AFTER_NONE = 3;
const NEAR_NO = 6;
/** What one would do if there had been a downside: think of it, see it, name it. */
const FINDS = wordSet('think see name recall remember imagine');
/** What there is of it: "think of any", "name one", "see what there would be". */
const FOUND = wordSet('any anything one none what');
const NEAR_FOUND = 3;
/** "I would not change a thing", "would do nothing differently". */
const CHANGES = wordSet('change do alter');
const UNCHANGED = wordSet('thing anything nothing differently otherwise');
/** So early in a sentence "not much to say" is what it says. */
const WORDS_OF_LITTLE = 8;
const NEAR_LITTLE = 5;
const LITTLE_ALONE = wordSet('little nothing');
const DENIALS = new WordSet([...NOT_YET.words, ...LITTLE_ALONE.words]);
const HAVE_TO_SAY = wordSet('they he she had has have');

/** Whether a sentence says that nothing was paid, or nothing of it: "none that I can think of", "not much to say". */
export function deniesPrice(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const { first, last, has } = sentence;
  // Most sentences have no word of denial at all.
  if (!has.not && !story.hasWord(DENIALS, first, last)) return false;
  if (story.some(first, last, (k) => isException(story, k))) return false;
  return story.some(first, last, (k) => saysNone(story, k, sentence)) || saysLittle(story, sentence);
}

/** What follows takes the denial back: "but", "except". In "nothing but praise" it does not. */
const isException = (story: StoryContext, k: number): boolean =>
  (BUT.has(story.id(k)) || EXCEPT.has(story.id(k))) && !NONE_AT_ALL.has(story.id(k - 1));

/** "None really", "no real trade-offs", "can't think of any", "would not change a thing", "a no-brainer". */
function saysNone(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!isNo(story, k)) return false;
  if (k === first && isAnswer(story, k, last)) return true;
  if (story.id(k) === NO && story.id(k + 1) === BRAINER) return true;
  const end = Math.min(last, k + 1 + NEAR_NO);
  if (story.hasWord(AVOIDS, k + 1, end)) return false;
  return story.some(
    k + 1,
    end,
    (at) => DRAWBACKS.has(story.id(at)) || isNotFound(story, at, last) || isAsGood(story, at, last),
  );
}

const isNo = (story: StoryContext, k: number): boolean =>
  !story.tokens.quoted(k) && (story.is(k).not || NOT_YET.has(story.id(k)));

/** "None.", "nothing really", "not really any". */
function isAnswer(story: StoryContext, k: number, last: number): boolean {
  if (NONE_AT_ALL.has(story.id(k)) && last - k <= WORDS_AFTER_NONE) return true;
  return story.some(k + 1, Math.min(last, k + WORDS_AFTER_NONE), (at) => story.id(at) === ANY);
}

/** "Think of any", "name one", "see what there would be to discuss". */
const isNotFound = (story: StoryContext, k: number, last: number): boolean =>
  FINDS.has(story.id(k)) && story.hasWord(FOUND, k + 1, Math.min(last, k + 1 + NEAR_FOUND));

/** "Change a thing", "do anything differently". */
const isAsGood = (story: StoryContext, k: number, last: number): boolean =>
  CHANGES.has(story.id(k)) && story.hasWord(UNCHANGED, k + 1, Math.min(last, k + 1 + NEAR_FOUND));

/** "There is not much to say here", "nothing much to report"; not "not much to say for the old hall". */
function saysLittle(story: StoryContext, { first, last }: Sentence): boolean {
  const says = story.find(first, last, (k) => SAYS.has(story.id(k)) && story.id(k - 1) === TO);
  if (says < 0 || story.id(says + 1) === FOR || story.id(says + 1) === AGAINST) return false;
  if (says - first > WORDS_OF_LITTLE || !story.hasWord(LITTLE, Math.max(first, says - NEAR_LITTLE), says - 1))
    return false;
  const isSaid = (test: (k: number) => boolean): boolean => story.some(first, says, test);
  // "They had little to say in it" is said of people.
  return (
    isSaid((k) => story.is(k).not || LITTLE_ALONE.has(story.id(k))) &&
    !isSaid(
      (k) =>
        story.is(k).first || story.is(k).we || story.is(k).users || story.is(k).team || HAVE_TO_SAY.has(story.id(k)),
    )
  );
}
