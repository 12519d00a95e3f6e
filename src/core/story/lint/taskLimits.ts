import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import {
  ALLOWED,
  ANY,
  AS_BEFORE,
  AVOIDS,
  BANNED,
  BEFORE_BANNED,
  BES,
  DO_NOTS,
  HARMS,
  KEEPS,
  KEPT,
  MEANS,
  MEANS_BEFORE,
  MUST_NOTS,
  MUSTS,
  NOBODY,
  PROVIDED,
} from './lexicon/limits';
import { taskSentences } from './taskParts';

/** What a task forbids, or wants left as it is, in a clause of its own. */

const [NOT, TO, AND, BUT, WITH, STILL, HAD, DO, THAT, AS, LONG, SO, AT] = wordIds(
  'not to and but with still had do that as long so at',
);

/** Tokens `first` to `last` (exclusive) say what the limit is about. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** "Never at the price of accuracy". */
const EXPENSE = wordSet('expense cost price');
/** How many words a limit's subject may have, and how many may stand between its parts. */
const REACH = 6;
/** How many words a subject may have before "must not". */
const WORDS_OF_SUBJECT = 9;
/** How many words after "must not" say what. */
const WORDS_OF_LIMIT = 7;
const PROMISES = wordSet('promised promise agreed condition conditions assured');
/** How many words after the one that forbids say what. */
const AFTER = 4;

/** The limit that begins at a token: undefined where none does. */
export function limitAt(story: StoryContext, k: number, range: Range): Range | undefined {
  if (!isClauseStart(story, k, range.first) || isTaskItself(story, k))
    return heldAt(story, k, range) ?? meansAt(story, k, range);
  return (
    forbiddenAt(story, k, range) ??
    noneAt(story, k, range) ??
    nobodyAt(story, k, range) ??
    providedAt(story, k, range) ??
    bannedAt(story, k, range) ??
    mustNotAt(story, k, range) ??
    heldAt(story, k, range) ??
    meansAt(story, k, range)
  );
}

/** "No patient was to wait": what the task begins with is what was asked for, and no limit beside it. */
const isTaskItself = (story: StoryContext, k: number): boolean =>
  story.sentences[taskSentences(story)[0] ?? -1]?.first === k;

const isClauseStart = (story: StoryContext, k: number, first: number): boolean =>
  k === first ||
  story.tokens.afterBreak(k) ||
  story.id(k - 1) === AND ||
  story.id(k - 1) === BUT ||
  (story.id(k - 1) === THAT && NOBODY.has(story.id(k)));

/** What is forbidden ends with its clause. */
function untilBreak(story: StoryContext, from: number, last: number): number {
  const most = Math.min(last, from + WORDS_OF_LIMIT);
  const end = story.find(from + 1, most, (k) => story.tokens.afterBreak(k));
  return end < 0 ? most : end;
}

const upTo = (k: number, last: number): number => Math.min(last, k + AFTER);

/** "Don't break any integration", "never drop a call", "not break a single merchant", "avoiding layoffs". */
function forbiddenAt(story: StoryContext, k: number, { first, last }: Range): Range | undefined {
  const word = story.id(k);
  if (AVOIDS.has(word) && k > first) return { first: k + 1, last: upTo(k + 1, last) };
  if ((word === NOT || DO_NOTS.has(word)) && story.id(k + 1) === AT && EXPENSE.has(story.id(k + 3)))
    return { first: k + 4, last: upTo(k + 4, last) };
  const isDoNot = word === DO && story.id(k + 1) === NOT;
  if (!isDoNot && !DO_NOTS.has(word) && word !== NOT) return undefined;
  const verb = isDoNot ? k + 2 : story.id(k + 1) === TO ? k + 2 : k + 1;
  return HARMS.has(story.id(verb)) ? { first: verb, last: upTo(verb, last) } : undefined;
}

/** "Not one post more", "not a single call lost". */
const noneAt = (story: StoryContext, k: number, { last }: Range): Range | undefined =>
  story.id(k) === NOT && ANY.has(story.id(k + 1)) && k + 2 < last
    ? { first: k + 2, last: upTo(k + 2, last) }
    : undefined;

/** "Nobody was to be paid late", "no pupil should lose a lesson". */
function nobodyAt(story: StoryContext, k: number, { first, last }: Range): Range | undefined {
  if (!NOBODY.has(story.id(k))) return undefined;
  const must = story.find(
    k + 1,
    Math.min(last, k + AFTER),
    (at) =>
      MUSTS.has(story.id(at)) ||
      (BES.has(story.id(at)) && story.id(at + 1) === TO) ||
      (story.is(at).would && story.hasWord(PROMISES, first, k)),
  );
  if (must < 0 || story.some(k + 1, must, (at) => story.tokens.afterBreak(at))) return undefined;
  return { first: k + 1, last: untilBreak(story, must + 1, last) };
}

/** "Discounts were off the table". */
function bannedAt(story: StoryContext, k: number, { last }: Range): Range | undefined {
  const be = story.find(k + 1, Math.min(last, k + AFTER), (at) => BES.has(story.id(at)));
  if (be < 0 || story.some(k + 1, be + 1, (at) => story.tokens.afterBreak(at))) return undefined;
  const isPhrase = BEFORE_BANNED.has(story.id(be + 1));
  return story.some(be + 1, Math.min(last, be + (isPhrase ? AFTER + 1 : 2)), (at) => BANNED.has(story.id(at)))
    ? { first: k, last: be }
    : undefined;
}

/** "Provided that nobody had to move", "as long as the lights stayed on". */
function providedAt(story: StoryContext, k: number, { first, last }: Range): Range | undefined {
  if (k === first) return undefined;
  const isAsLong = (story.id(k) === AS || story.id(k) === SO) && story.id(k + 1) === LONG && story.id(k + 2) === AS;
  const from = isAsLong ? k + 3 : PROVIDED.has(story.id(k)) && story.id(k + 1) === THAT ? k + 2 : -1;
  return from < 0 ? undefined : { first: from, last: upTo(from + 1, last) };
}

/** "Production must not stop", "the express was not to be held", "the slips were still to go out by the 26th". */
function mustNotAt(story: StoryContext, k: number, { first, last }: Range): Range | undefined {
  if (story.id(k) === AND || NOBODY.has(story.id(k))) return undefined;
  const isPromised = story.hasWord(PROMISES, first, last);
  for (let at = k + 1; at < Math.min(last, k + WORDS_OF_SUBJECT) && !story.tokens.afterBreak(at); at += 1) {
    const verb =
      afterMustNot(story, at) ?? afterHadToKeep(story, k, at) ?? (isPromised ? afterWouldNot(story, at) : undefined);
    if (verb !== undefined && verb < last) return { first: k, last: untilBreak(story, verb, last) };
  }
  return undefined;
}

/** "The Dutch pages had to keep their ranking"; what we had to keep is the task. */
const afterHadToKeep = (story: StoryContext, subject: number, k: number): number | undefined =>
  (story.id(k) === HAD || MUSTS.has(story.id(k))) &&
  !story.is(subject).first &&
  !story.is(subject).we &&
  KEEPS.has(story.id(story.id(k) === HAD ? k + 2 : k + 1))
    ? k + 1
    : undefined;

/** "The neighbours had been promised that we would not work at weekends". */
const afterWouldNot = (story: StoryContext, k: number): number | undefined =>
  story.is(k).would && (story.id(k + 1) === NOT || story.is(k).not) ? k + 1 : undefined;

/** The token after "must not", "was not to", "had still to"; undefined where none of them stands. */
function afterMustNot(story: StoryContext, k: number): number | undefined {
  const [word, next, third] = [story.id(k), story.id(k + 1), story.id(k + 2)];
  if (MUST_NOTS.has(word)) return k + 1;
  const isNot = next === NOT || story.tokens.word(k + 1) === 'never';
  if (MUSTS.has(word) && (isNot || next === STILL)) return k + 2;
  if (!BES.has(word) && word !== HAD) return undefined;
  if (next === STILL && third === TO) return k + 3;
  if (word === HAD || !isNot) return undefined;
  if (third === TO) return k + 3;
  return ALLOWED.has(third) && story.id(k + 3) === TO ? k + 4 : undefined;
}

/** "With the harvest kept at the level it had". */
function heldAt(story: StoryContext, k: number, { first, last }: Range): Range | undefined {
  if (story.id(k) !== WITH || k === first) return undefined;
  const kept = story.find(k + 2, Math.min(last, k + REACH), (at) => KEPT.has(story.id(at)));
  if (kept < 0 || story.some(k + 1, kept, (at) => story.tokens.afterBreak(at))) return undefined;
  return { first: k + 1, last: kept };
}

/** "With the same team", "on the existing budget". */
function meansAt(story: StoryContext, k: number, { first, last }: Range): Range | undefined {
  if (!MEANS_BEFORE.has(story.id(k)) || k === first) return undefined;
  const as = story.find(k + 1, k + 3, (at) => AS_BEFORE.has(story.id(at)));
  return as < 0 || as + 1 >= last || !MEANS.has(story.id(as + 1))
    ? undefined
    : { first: as + 1, last: Math.min(last, as + 2) };
}
