import { wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';

const [WITHOUT, AS] = wordIds('without as');
/** How many words after "without" are its own. */
const REACH = 6;
/** Words that are not what the condition is about. */
const EMPTY = wordSet(`
  a an the any one single more new extra further additional our my your their his her its us me them it this that those these
  having making letting taking being getting doing giving putting adding using losing touching hiring slowing stopping breaking
  hurting harming in on at to from of for with and or by even ever too much many all every each what which who away down up off
  out people work team time first
`);
/** Any of these after the task may answer it. */
const ANSWERS = wordSet(`
  without same stayed stay stays remained remain unchanged kept keep keeps no none nobody nothing never not neither still flat
  steady either zero held holds hold holding unaffected constant identical intact maintained preserved continue continues
  continued equally alike equal level untouched remaining staying keeping
`);
/** "As in the year before", "as much as ever", "as planned". */
const AS_WHAT = wordSet('before previous previously ever always usual usually planned promised agreed earlier');
/** How many words after "as" it may stand. */
const NEAR_AS = 6;
/** A stem of so many letters tells words of one family. */
const STEM = 4;
const FEWEST_LETTERS = 3;

export const taskUnanswered: Rule<'task-unanswered'> = {
  code: 'task-unanswered',
  severity: 'hint',
  title: 'The task is not answered',
  summary: 'A condition of the task (“without …”) is taken up again in the result.',
  raisedWhen: 'the task says “without …”, and nothing later says whether that was kept',
  weight: { points: 2, most: 2 },
  scene: { says: { Task: 'I was asked to stop it without slowing checkout down.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || !story.usesHeadings || story.parsed.placeholders.length > 0) return [];
    if (!story.parsed.sections.some(({ name, filled }) => filled && name === 'Result')) return [];
    for (const index of story.sentencesIn('Task')) {
      const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
      const without = story.find(first, last, (k) => story.id(k) === WITHOUT);
      if (without < 0) continue;
      const end = endOfCondition(story, without, last);
      const stems = stemsIn(story, without + 1, end);
      if (stems.length === 0 || isAnswered(story, stems) || hasSecondOutcome(story)) return [];
      const start = story.tokens.start(without);
      const stop = story.tokens.end(end - 1);
      const condition = story.text.slice(start, stop).replace(/\s+/gu, ' ');
      return [
        { start, end: stop, message: `“${condition}” was part of the task: say in the result whether you kept to it.` },
      ];
    }
    return [];
  },
};

function endOfCondition(story: StoryContext, without: number, last: number): number {
  let end = without + 1;
  while (end < last && end <= without + REACH && !story.tokens.afterBreak(end)) end += 1;
  return end;
}

function stemsIn(story: StoryContext, from: number, to: number): string[] {
  const stems: string[] = [];
  for (let k = from; k < to; k += 1) {
    const word = story.tokens.word(k);
    if (!EMPTY.has(story.id(k)) && word.length >= FEWEST_LETTERS) stems.push(word.slice(0, STEM));
  }
  return stems;
}

/** A second sentence of the result has a figure: in what words it answers the task is not for a list to know. */
const hasSecondOutcome = (story: StoryContext): boolean =>
  story.sentencesIn('Result').filter((index) => story.figuresIn(index).length > 0).length > 1;

/** Something outside the set-up speaks of it, or says in general that nothing got worse. */
function isAnswered(story: StoryContext, stems: readonly string[]): boolean {
  return story.sentences.some(({ first, last }, index) => {
    if (story.isSetting(index)) return false;
    const isOutcome = story.sectionOf(index) !== 'Action';
    return story.some(first, last, (k) => {
      if (isOutcome && (ANSWERS.has(story.id(k)) || isAsBefore(story, k, last))) return true;
      const word = story.tokens.word(k);
      return stems.some((stem) => word.startsWith(stem));
    });
  });
}

const isAsBefore = (story: StoryContext, k: number, last: number): boolean =>
  story.id(k) === AS && story.hasWord(AS_WHAT, k + 1, Math.min(last, k + 1 + NEAR_AS));
