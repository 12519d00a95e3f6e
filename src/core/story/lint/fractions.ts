import { WordMap, wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { CHANGE_WORDS } from './lexicon/aroundFigures';
import { changeAt, MOST_FIGURES, type Change } from './multiples';
import type { Report } from './types';

/**
 * A change and the fraction that it is said to be: "from 24 % to 18 %, so a third fewer". "A quarter" is no figure
 * where figures are looked for, since it may be three months.
 */

const [OF, THAN] = wordIds('of than');
const PARTS = new WordMap([
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
]);
const HOW_MANY_PARTS = new WordMap([
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);
/** What may stand between a change and its fraction. */
const SAME = wordSet(`
  so or which that is was are means meaning i.e thus therefore hence about around roughly nearly almost some a an of
  more over than least well just namely ${CHANGE_WORDS}
`);
/** Before a fraction these say that it is of the change, and after it the others do. */
const CUT = wordSet(CHANGE_WORDS);
const LESS = wordSet('less fewer more lower higher');
const MORE_THAN = wordSet('more over least');
/** When the change was may stand between: "from 30 % to 20 % by June, so …". */
const DETAIL_BEGINS = wordSet('in by within since over during this last');
const WORDS_OF_DETAIL = 5;
const CONJUNCTIONS = wordSet('and but while as when where because since although though after before');
/** How many words after a change its fraction may stand. */
const REACH = 10;
/** How far off a third or a quarter may be. */
const SLACK = 0.05;
/** How many words before a fraction "more than" may stand. */
const NEAR = 3;

/** What is wrong with the fractions that restate a change. */
export function wrongFractions(story: StoryContext): Report[] {
  const reports: Report[] = [];
  for (let index = 0; index < story.sentences.length; index += 1) {
    const figures = story.figuresIn(index);
    if (figures.length > MOST_FIGURES) continue;
    for (const figure of figures) {
      const change = changeAt(story, figure);
      const report = change && wrongFractionAfter(story, change, story.sentences[index]?.last ?? 0);
      if (report) reports.push(report);
    }
  }
  return reports;
}

function wrongFractionAfter(story: StoryContext, change: Change, last: number): Report | undefined {
  const part = story.find(change.last + 1, Math.min(last, change.last + REACH), (k) => isFraction(story, k));
  if (part < 0 || !restates(story, change, part)) return undefined;
  const told = (PARTS.get(story.id(part)) ?? 0) * (HOW_MANY_PARTS.get(story.id(part - 1)) ?? 0);
  const actual = Math.abs(change.value - change.from) / change.from;
  const isMore = story.hasWord(MORE_THAN, part - 1 - NEAR, part - 1) && actual >= told;
  if (Math.abs(actual - told) <= SLACK || isMore) return undefined;
  const [start, end] = [story.tokens.start(part - 1), story.tokens.end(part)];
  const message = `“${story.text.slice(start, end)}” does not fit “${change.text}”: that is ${Math.round(100 * actual)} %.`;
  return { start, end, message };
}

const isFraction = (story: StoryContext, k: number): boolean =>
  PARTS.get(story.id(k)) !== undefined && HOW_MANY_PARTS.get(story.id(k - 1)) !== undefined;

/** It is said of the change alone: "a third fewer", not "a third of them", "fewer than in town". */
function restates(story: StoryContext, change: Change, part: number): boolean {
  const isLess = LESS.has(story.id(part + 1));
  if (story.id(part + 1) === OF || story.id(part + 2) === THAN || story.id(part + 3) === THAN) return false;
  if (isLess && isOfElse(story, part + 2)) return false;
  let k = part - 1;
  while (k > change.last && SAME.has(story.id(k - 1)) && !story.tokens.afterBreak(k)) k -= 1;
  if (!isLess && !story.hasWord(CUT, k, part - 1)) return false;
  if (!story.some(change.last, part, (at) => story.tokens.afterBreak(at))) return false;
  return k === change.last || (story.tokens.afterBreak(k) && isDetail(story, change.last, k));
}

/** "A third fewer complaints": a noun of its own may be what else there were fewer of. */
const isOfElse = (story: StoryContext, k: number): boolean => {
  const { business, users, technical, team } = story.is(k);
  return !story.tokens.afterBreak(k) && (business || users || technical || team);
};

/** Nothing but when the change was. */
const isDetail = (story: StoryContext, from: number, to: number): boolean =>
  from === to ||
  (to - from <= WORDS_OF_DETAIL &&
    DETAIL_BEGINS.has(story.id(from)) &&
    !story.hasWord(CONJUNCTIONS, from + 1, to) &&
    !story.some(from + 1, to, (k) => story.tokens.afterBreak(k)));
