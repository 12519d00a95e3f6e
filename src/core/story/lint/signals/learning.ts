/** What went wrong, and what one has done otherwise since. */
import { wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Sentence } from '../sentences';
import { hasSpeakerBefore } from './look';
import type { Told } from './signal';

const [MY, HAD, NOT, SINCE, THEN, FROM, NOW, NEXT, THE] = wordIds('my had not since then from now next the');
const [WHEN, TODAY, LATER, THIS, LAST, WRONG, BEEN, GOT, BADLY, DONE, HADNT] = wordIds(
  "when today later this last wrong been got badly done hadn't",
);
/** By themselves, with the speaker before them. */
const FAULTS = wordSet(`
  mistake mistakes failed erred misjudged misread misunderstood underestimated overestimated overlooked forgot forgotten
  neglected regret regretted fault backfired postponed bypassed ignored haste blamed
`);
const FIRST_TRIES = wordSet('first original early initial');
/** Done before, and told as what should not have been. */
const REGRETTED = wordSet(`
  taken counted promised approved cut sent planned made skipped argued told announced put shown chosen picked trusted
  assumed rung texted copied sold bought hidden left let built written asked
`);

/** One's own mistake, said as such. */
export function isFault({ story, sentence: { first, last, has }, index }: Told): boolean {
  if (!has.fault || !(has.first || has.mine) || index === 0) return false;
  return story.some(first, last, (k) => {
    const word = story.id(k);
    if (FAULTS.has(word)) return hasSpeakerBefore(story, k, first, 6);
    if (word === WRONG)
      return isBeing(story, k - 1) && story.some(first, k, (n) => story.is(n).first || story.is(n).mine);
    if (word === BADLY) return story.id(k - 1) === DONE;
    if (word === MY) return FIRST_TRIES.has(story.id(k + 1)) && index > 1 && !story.isSetting(index);
    return story.is(k).first && !story.isSetting(index) && isRegretted(story, k);
  });
}

const isBeing = (story: StoryContext, k: number): boolean => {
  const word = story.id(k);
  return story.is(k).be || word === BEEN || word === GOT;
};

/** "I had not asked them", "I hadn't", "I had promised too much". */
function isRegretted(story: StoryContext, k: number): boolean {
  if (story.id(k + 1) === HADNT) return true;
  if (story.id(k + 1) !== HAD) return false;
  return story.id(k + 2) === NOT || story.some(k + 2, k + 4, (n) => REGRETTED.has(story.id(n)));
}

const TIMES = wordSet('year month week summer spring autumn winter time round');

/** What one has done otherwise since, and where it was used again. */
export function isApplied({ story, sentence, index, count }: Told): boolean {
  const { first, last, has } = sentence;
  if (!has.afterwards || index < count / 3 || story.isSetting(index)) return false;
  const isLate = index > count / 2;
  return story.some(
    first,
    last,
    (k) => story.is(k).afterwards && (isSinceThen(story, k, sentence) || (isLate && isNextTime(story, k, sentence))),
  );
}

/** "Since then I …", "I now …", "today I …". */
function isSinceThen(story: StoryContext, k: number, { first, last, has }: Sentence): boolean {
  const isOwn = has.first || has.mine;
  switch (story.id(k)) {
    case SINCE:
      return isOwn && (story.id(k + 1) === THEN || k + 1 === last);
    case THEN:
      return isOwn && story.id(k - 1) === FROM;
    case NOW:
    case TODAY:
      return (
        (k === first && !has.we) || (k > first && story.is(k - 1).first) || (k + 1 < last && story.is(k + 1).first)
      );
    default:
      return false;
  }
}

/** "For the next fair I …", "when I planned …", "with a choir last year I …". */
function isNextTime(story: StoryContext, k: number, { first, has }: Sentence): boolean {
  const isOwn = has.first || has.mine;
  switch (story.id(k)) {
    case WHEN:
      return k === first && (story.is(k + 1).first || story.is(k + 1).we);
    case NEXT:
      return (isOwn || has.we) && (story.id(k - 1) === THE || story.id(k - 1) === MY);
    case LATER:
      return isOwn && TIMES.has(story.id(k - 1));
    case THIS:
    case LAST:
      return isOwn && TIMES.has(story.id(k + 1)) && story.id(k - 1) !== THE;
    default:
      return false;
  }
}
