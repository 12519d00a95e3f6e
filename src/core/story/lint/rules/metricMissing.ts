import { wordIds, wordSet } from '../../prose/vocabulary';
import { isAchieved } from '../achieved';
import { contrastsWithBefore } from '../beforeContrast';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { openingOf } from '../greeting';
import { NO_CLASSES } from '../lexicon/classes';
import { NUMBERS } from '../lexicon/numbers';
import { isNumberAt } from '../numbersOf';
import { USED_TO } from '../lexicon/setting';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import { answersGoal, goalsOfTask } from '../taskGoals';
import { isHalfWritten, saysFigures } from './impactFirst';

const [WHERE, ALL, BOTH, HELP, OF, ONLY, JUST] = wordIds('where all both help of only just');
/** What a contrast with before is counted in. */
const COUNTS = wordSet('no nobody none zero single one twice once');
const NONE = wordSet('no none single zero nobody');
/** Things that it is good to have none of. */
const HARM = wordSet(`
  lost missed failed crashed broke broken injured hurt died stolen quit cancelled canceled dismissed
  dismissal dismissals layoff layoffs redundancy redundancies resignation resignations complaint complaints loss losses
  accident accidents injury injuries incident incidents error errors mistake mistakes defect defects failure failures
  outage outages delay delays crash crashes death deaths cancellation cancellations fine fines unsubscribed
  unfilled unanswered overdue wrong
`);
const ATTAINS = wordSet('passed graduated stayed recovered survived qualified kept found finished returned won');

/** What work leaves behind, and whom it is done with: how many of them there were is effort, not an outcome. */
const MATERIAL = wordSet(`
  page pages slide slides worksheet worksheets workshop workshops demo demos meeting meetings leaflet leaflets handout
  handouts memo memos presentation presentations
`);
const TEACHES = wordSet('trained coached taught mentored briefed instructed');
/** How many words before a figure its verb may stand. */
const NEAR_VERB = 3;
/** How many words before a figure and after it a verb of its own clause may stand. */
const NEAR_GAIN = 12;

/** "A guide of 30 pages", "trained 64 teachers", "with the help of two workers": how much was done, and by whom. */
function isEffort(story: StoryContext, { sentence, quantity, first, last }: JudgedFigure): boolean {
  if (quantity.kind !== 'count' || quantity.from !== undefined) return false;
  if (story.id(first - 1) === OF && story.id(first - 2) === HELP) return true;
  const { change, comparative } = story.sentences[sentence]?.has ?? NO_CLASSES;
  if (change || comparative) return false;
  return story.hasWord(MATERIAL, first, last) || story.hasWord(TEACHES, first - NEAR_VERB, first);
}

/** The figure says what came of it: not what was to be, and not how many were asked on the way. */
export function isResult(story: StoryContext, figure: JudgedFigure): boolean {
  const { sentence, quantity } = figure;
  if (story.isSetting(sentence) || !isAchieved(story, figure) || isEffort(story, figure)) return false;
  if (story.sectionOf(sentence) !== 'Action' || quantity.from !== undefined) return true;
  if (quantity.kind !== 'count' && quantity.kind !== 'duration') return true;
  return isGainedIn(story, figure);
}

/** "Won 12 dealers", "80 readers joined": a verb of its own clause says that they were gained. */
function isGainedIn(story: StoryContext, { sentence, first, last }: JudgedFigure): boolean {
  const { first: start = 0, last: end = 0, has = NO_CLASSES } = story.sentences[sentence] ?? {};
  if (!has.change && !has.achieve && !has.adopt) return false;
  const isGain = (k: number): boolean => {
    const { change, achieve, adopt } = story.is(k);
    return (change || achieve || adopt) && story.id(k) !== HELP;
  };
  for (let k = first - 1; k >= Math.max(start, first - NEAR_GAIN) && !story.tokens.afterBreak(k + 1); k -= 1)
    if (isGain(k)) return true;
  for (let k = last; k < Math.min(end, last + NEAR_GAIN) && !story.tokens.afterBreak(k); k += 1)
    if (isGain(k)) return true;
  return false;
}

/** An outcome in words: "a seven-figure contract", "all three passed", "one, where there had been five". */
const saysInWords = (story: StoryContext, index: number): boolean =>
  saysFigures(story, index) ||
  tellsWhereBefore(story, index) ||
  contrastsWithBefore(story, index) ||
  tellsOfAll(story, index) ||
  tellsOfFew(story, index);

/** "Nobody has quit, where we used to lose one a month". */
function tellsWhereBefore(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  const isContrast = (k: number): boolean =>
    story.id(k) === WHERE && story.hasWord(USED_TO, k + 1, Math.min(last, k + 4));
  const isCounted = (k: number): boolean => story.tokens.isFigure(k) || COUNTS.has(story.id(k));
  return (
    story.some(first, last, isContrast) && (story.figuresIn(index).length > 0 || story.some(first, last, isCounted))
  );
}

/** "All three passed their exam": each of those that were to do so did. */
function tellsOfAll(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  return story.some(first, last, (k) => {
    if ((story.id(k) !== ALL && story.id(k) !== BOTH) || story.tokens.quoted(k)) return false;
    if (story.id(k) === ALL && !NUMBERS.has(story.id(k + 1))) return false;
    const noun = story.id(k) === ALL ? k + 2 : k + 1;
    return story.some(noun, Math.min(last, noun + 2), (at) => {
      const { adopt, achieve } = story.is(at);
      return adopt || achieve || ATTAINS.has(story.id(at));
    });
  });
}

/** "Lost no order in three outages", "not a single parcel was lost", "only two people left": none is a figure. */
function tellsOfFew(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  return story.some(first, last, (k) => {
    if (story.tokens.quoted(k) || !(NONE.has(story.id(k)) || isOnlySoMany(story, k))) return false;
    return story.hasWord(HARM, Math.max(first, k - 2), Math.min(last, k + 5));
  });
}

/** "Only 14", "just two". */
const isOnlySoMany = (story: StoryContext, k: number): boolean =>
  (story.id(k) === ONLY || story.id(k) === JUST) && (isNumberAt(story, k + 1) || COUNTS.has(story.id(k + 1)));

/** Where Result and Impact are missing or empty, that is said already, and each asks for its figure. */
const hasPlaceForOutcome = ({ usesHeadings, parsed: { sections } }: StoryContext): boolean =>
  !usesHeadings ||
  sections.some(
    ({ names, words, blanks }) => (words > 0 || blanks > 0) && (names.includes('Result') || names.includes('Impact')),
  );

const MISSING =
  'No outcome in this story has a figure. Dates, team sizes, losses, prices and how long it took do not count: what changed, and by how much?';
const FILL_IN = 'The only outcome in this story is a blank: fill in what changed, and by how much.';

export const metricMissing: Rule<'metric-missing'> = {
  code: 'metric-missing',
  severity: 'warning',
  title: 'A metric is missing',
  summary: 'The story has at least one quantified outcome.',
  raisedWhen: 'there is no quantified outcome anywhere',
  weight: { points: 12, most: 12 },
  scene: { says: { Impact: '{weak}', Result: 'Everyone was glad of it.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.sentences.length === 0 || !hasPlaceForOutcome(story)) return [];
    if (story.figures.some((figure) => isResult(story, figure))) return [];
    if (story.sentences.some((_, index) => !story.isSetting(index) && saysInWords(story, index))) return [];
    if (answersGoal(story, goalsOfTask(story))) return [];
    const isBlank = story.parsed.placeholders.length > 0;
    if (isBlank && isHalfWritten(story)) return [];
    const places = story.usesHeadings ? (['Result', 'Impact', undefined] as const) : [undefined];
    const openings = places.map((name) =>
      openingOf(story, name ? story.sentencesIn(name) : [...story.sentences.keys()]),
    );
    const at = story.sentences[openings.find((index) => index !== undefined) ?? 0];
    if (!at) return [];
    const message = isBlank ? FILL_IN : MISSING;
    return [{ start: at.start, end: at.end, message }];
  },
};
