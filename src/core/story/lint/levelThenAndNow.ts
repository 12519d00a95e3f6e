import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { sharesStemWith, stemsIn } from './stems';

const [NOW, IT] = wordIds('now it');
/** Kinds of figure that are a level of something. */
const LEVELS: ReadonlySet<string> = new Set(['percent', 'points', 'duration', 'ratio', 'rate']);
/** Before a figure, these say how something was. */
const WAS = wordSet(`
  was were been took used stood ran lasted had averaged hovered sat needed waited lost cost stuck passed failed finished got
  made spent went reached answered missed paid sold returned
`);
/** These make the figure a limit or a wish. */
const LIMITS = wordSet('to under below least most than target goal aim by until unless');
/** What a sentence begins with that adds how it was. */
const ADDS = wordSet('it they there before previously formerly');
const REACH = 8;
const NEAR = 4;
/** Each level is compared with those before it: a text with more of them is not a story. */
const MOST_LEVELS = 30;

/**
 * The new level of something whose old level an earlier sentence tells: "Renewals stood at 61%. I … . Renewals stand at
 * 74%." Undefined where there is none.
 */
export function newLevelOf(story: StoryContext): JudgedFigure | undefined {
  const levels = story.figures.filter((figure) => isLevel(story, figure)).slice(0, MOST_LEVELS);
  return levels.find(
    (now) => mayBeNow(story, now.sentence) && levels.some((then) => then !== now && isSameMeasure(story, then, now)),
  );
}

const isLevel = (story: StoryContext, { quantity, first }: JudgedFigure): boolean =>
  (LEVELS.has(quantity.kind) || (quantity.kind === 'count' && quantity.unit !== null)) &&
  quantity.from === undefined &&
  !story.tokens.quoted(first);

function mayBeNow(story: StoryContext, index: number): boolean {
  const section = story.sectionOf(index);
  return section === 'Result' || section === 'Impact' || section === undefined;
}

/** What was, before the deed; where there are sections, in the set-up. */
function mayBeThen(story: StoryContext, then: JudgedFigure, now: JudgedFigure): boolean {
  if (isAddedAfter(story, then, now)) return true;
  const section = story.sectionOf(then.sentence);
  if (section !== undefined) return section === 'Situation' && isOldLevel(story, then);
  return then.sentence + 1 < now.sentence && hasDeedBetween(story, then, now) && isOldLevel(story, then);
}

/** "Rejects are at 2%. They were at 9%." */
function isAddedAfter(story: StoryContext, then: JudgedFigure, now: JudgedFigure): boolean {
  const { first = -1, block } = story.sentences[then.sentence] ?? {};
  if (then.sentence !== now.sentence + 1 || story.sentences[now.sentence]?.block !== block) return false;
  return ADDS.has(story.id(first)) && isOldLevel(story, then);
}

const hasDeedBetween = (story: StoryContext, then: JudgedFigure, now: JudgedFigure): boolean =>
  story.sentences.slice(then.sentence + 1, now.sentence).some(({ has }) => has.first || has.we);

/** "Stood at 61%", "took 19 hours", "two in five pupils came late": it was so, and nobody wished for it. */
function isOldLevel(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const { first: start = 0, last: end = 0 } = story.sentences[sentence] ?? {};
  if (story.hasWord(LIMITS, first - 1, first) || story.some(start, first, (k) => story.is(k).goal)) return false;
  return (
    story.hasWord(WAS, Math.max(start, first - REACH), first) ||
    story.some(
      last,
      Math.min(end, last + NEAR),
      (k) => WAS.has(story.id(k)) || /[a-z]{2}ed$/u.test(story.tokens.word(k)),
    )
  );
}

function isSameMeasure(story: StoryContext, then: JudgedFigure, now: JudgedFigure): boolean {
  const [a, b] = [then.quantity, now.quantity];
  if (
    a.kind !== b.kind ||
    (a.kind === 'count' && a.unit !== b.unit) ||
    a.value === b.value ||
    !mayBeThen(story, then, now)
  )
    return false;
  const sentence = story.sentences[now.sentence];
  const told = story.sentences[then.sentence];
  if (!sentence || !told) return false;
  if (told.first > sentence.first) return true;
  if (story.id(sentence.first) === NOW || story.id(sentence.first) === IT) return true;
  return sharesStemWith(story, stemsIn(story, told.first, told.last), sentence);
}
