import { wordIds, wordSet } from '../../prose/vocabulary';
import { tellsOutcome } from '../../storySections';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';
import { goalLeftOpen, measuredGoals, secondTaskLeftOpen } from '../goalLeftOpen';
import type { Sentence } from '../sentences';
import { stemsIn } from '../stems';
import { MOST_SENTENCES } from '../taskGoals';
import { isLeftOpen } from '../taskLeftOpen';
import type { Report } from '../types';

const [WITHOUT, AS, NO, LONGER] = wordIds('without as no longer');
const WHO_IS_WITHOUT = wordSet('nobody noone one none anybody anyone left is are be being go going');
/** How many words after "without" are its own. */
const REACH = 6;
/** How many words of the task itself come before a second part of it, at least. */
const FEWEST_BEFORE = 2;
/** Any of these after the task may answer it. */
const ANSWERS = wordSet(`
  without same stayed stay stays remained remain unchanged kept keep keeps no none nobody nothing never not neither still flat
  steady either zero held holds hold holding unaffected constant identical intact maintained preserved continue continues
  continued equally alike equal level untouched remaining staying keeping
`);
/** A condition in such words may be answered by any second figure. */
const BROAD = wordSet('quality service safety trust experience satisfaction standards standard results output');
const CIRCUMSTANCES = wordSet('for in at during before while when until');
/** "Without saying what": how it was asked, not a condition. */
const REPORTS = wordSet('saying telling explaining knowing asking what how why whether');
/** "As in the year before", "as much as ever", "as planned". */
const AS_WHAT = wordSet('before previous previously ever always usual usually planned promised agreed earlier');
/** How many words after "as" it may stand. */
const NEAR_AS = 6;
/** "And keep", "while holding", "but protect": what begins a condition beside the task itself. */
const BESIDE = wordSet('and while but whilst yet');
const KEEPS = wordSet(
  'keep keeping hold holding maintain maintaining protect protecting preserve preserving leave leaving',
);

export const taskUnanswered: Rule<'task-unanswered'> = {
  code: 'task-unanswered',
  severity: 'hint',
  title: 'The task is not answered',
  summary: 'The result says whether a condition of the task (“without …”) was met.',
  raisedWhen:
    'the task says “without …” or “and keep …”, and nothing later says whether that was kept; or the result is about something other than the task',
  weight: { points: 2, most: 2 },
  scene: { says: { Task: 'I was asked to stop it without slowing checkout down.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || !story.usesHeadings || mayBeAnsweredByBlank(story)) return [];
    if (!story.parsed.sections.some(({ name, filled, written }) => (filled || written) && name === 'Result')) return [];
    const found = conditionLeftOpen(story) ?? partLeftOpen(story);
    return found ? [found] : [];
  },
};

/** "[company name]", "[add a quote]": what no goal is answered with. */
const NO_ANSWER = /(?<![\p{L}\p{N}])(?:name|company|quote|client|customer|team|photo|link)(?![\p{L}\p{N}])/iu;

/** A blank that is left after the Task may be where the answer goes. */
const mayBeAnsweredByBlank = ({ parsed, text }: StoryContext): boolean =>
  parsed.placeholders.some(
    ({ start, end }) =>
      !parsed.sections.some(
        ({ name, contentStart, end: stop }) =>
          (name === 'Situation' || name === 'Task') && contentStart <= start && start < stop,
      ) && !NO_ANSWER.test(text.slice(start, end)),
  );

/** The first condition of the task, where nothing says whether it was kept. */
function conditionLeftOpen(story: StoryContext): Report | undefined {
  for (const index of story.sentencesIn('Task')) {
    const { first, last } = story.sentences[index] as Sentence;
    const begin = story.find(first, last, (k) => beginsCondition(story, k, first));
    if (begin < 0) continue;
    const end = endOfCondition(story, begin, last);
    const stems = stemsIn(story, begin + 1, end);
    if (stems.length === 0 || story.hasWord(REPORTS, begin + 1, end)) return undefined;
    if ((story.hasWord(BROAD, begin, end) && hasSecondOutcome(story)) || isAnswered(story, stems)) return undefined;
    const start = story.tokens.start(begin);
    const stop = story.tokens.end(end - 1);
    const condition = story.text.slice(start, stop).replace(/\s+/gu, ' ');
    const message = `“${condition}” was part of the task: say in the result whether you kept to it.`;
    return { start, end: stop, message };
  }
  return undefined;
}

/** What the task asks for, where the result is about something else. */
function partLeftOpen(story: StoryContext): Report | undefined {
  const goals = measuredGoals(story);
  const goal = goalLeftOpen(story, goals);
  if (goal) {
    const { start, end } = story.sentences[goal.figure.sentence] as Sentence;
    return { start, end, message: `“${goal.figure.quantity.text}” was the task: say in the result what became of it.` };
  }
  const isMeasured = (index: number): boolean => goals.some(({ figure }) => figure.sentence === index);
  const indices = story.sentencesIn('Task');
  const sentences = indices
    .slice(0, MOST_SENTENCES)
    .filter((index) => !isMeasured(index))
    .map(sentenceOf(story));
  const asked =
    (indices.map(sentenceOf(story)).some((each) => hasCondition(story, each))
      ? undefined
      : sentences.find((sentence) => isLeftOpen(story, sentence))) ?? secondTaskLeftOpen(story);
  if (!asked) return undefined;
  const message = 'The result is about something else: say what became of the task.';
  return { start: asked.start, end: asked.end, message };
}

const sentenceOf =
  ({ sentences }: StoryContext) =>
  (index: number): Sentence =>
    sentences[index] as Sentence;

const hasCondition = (story: StoryContext, { first, last }: Sentence): boolean =>
  story.some(first, last, (k) => beginsCondition(story, k, first));

/** "Without …", "and keep …": a condition beside what is to be done. */
function beginsCondition(story: StoryContext, k: number, first: number): boolean {
  // "Nobody is left without power": what has to be, and no condition beside it.
  if (story.id(k) === WITHOUT) return !WHO_IS_WITHOUT.has(story.id(k - 1));
  return k > first + FEWEST_BEFORE && KEEPS.has(story.id(k)) && BESIDE.has(story.id(k - 1));
}

function endOfCondition(story: StoryContext, begin: number, last: number): number {
  let end = begin + 1;
  while (end < last && end <= begin + REACH && !story.tokens.afterBreak(end) && !endsCondition(story, end)) end += 1;
  return end;
}

/** "Without overtime for the engineers": for whom, where and when is not what the condition is about. */
const endsCondition = (story: StoryContext, k: number): boolean => CIRCUMSTANCES.has(story.id(k));

/** A second sentence of the result has a figure: no list can know whether it answers a broad condition. */
const hasSecondOutcome = (story: StoryContext): boolean =>
  story.sentencesIn('Result').filter((index) => story.figuresIn(index).length > 0).length > 1;

/** Something outside the set-up speaks of it, or says in general that nothing got worse. */
function isAnswered(story: StoryContext, stems: readonly string[]): boolean {
  return story.sentences.some(({ first, last }, index) => {
    if (story.isSetting(index)) return false;
    const section = story.sectionOf(index);
    const isOutcome = section !== 'Action';
    return story.some(first, last, (k) => {
      // "Without a test, the first month is chaos" is a price, not an answer.
      const isPrice = story.id(k) === WITHOUT && !tellsOutcome(section);
      const mayAnswer = isOutcome && !isPrice && !(story.id(k) === NO && story.id(k + 1) === LONGER);
      if (mayAnswer && (ANSWERS.has(story.id(k)) || isAsBefore(story, k, last))) return true;
      const word = story.tokens.word(k);
      return stems.some((stem) => word.startsWith(stem));
    });
  });
}

const isAsBefore = (story: StoryContext, k: number, last: number): boolean =>
  story.id(k) === AS && story.hasWord(AS_WHAT, k + 1, Math.min(last, k + 1 + NEAR_AS));
