/**
 * What earns the upper range of a story's score, and what costs it points besides the rules: {@link STRENGTHS} and
 * {@link WEAKNESSES}. Each is a test of sentences by the classes and shapes of their words, whatever the headings.
 */
import type { StoryContext } from '../context';
import { isAlternative, isDecision, isSwitch } from './choice';
import { isApplied, isFault } from './learning';
import { findOpening, findShortSetUp, isAnswer, isTimed } from './outcome';
import { isComparison, isConfirmed, isConfounder, isStaged } from './proof';
import type { Strength, Told } from './signal';
import { isStake } from './stakes';

export type { Strength, Told, Weakness } from './signal';
export { WEAKNESSES, type WeaknessName } from './weaknesses';

const sentenceWith =
  (test: (told: Told) => boolean): Strength['find'] =>
  (all) =>
    all.find((each) => test(each))?.index ?? -1;

/** Together 40 points. */
export const STRENGTHS = [
  {
    name: 'comparison',
    points: 5,
    title: 'A comparison with what was left unchanged',
    advice: 'Compare the result with somebody or something that you left unchanged.',
    find: sentenceWith(isComparison),
  },
  {
    name: 'alternative',
    points: 5,
    title: 'An alternative and its price',
    advice: 'Say what the other way would have cost, in money, time or risk.',
    find: sentenceWith(isAlternative),
  },
  {
    name: 'decision',
    points: 4,
    title: 'Your decision and its reason',
    advice: 'Say what you decided, and why: “I chose … because …”.',
    find: sentenceWith(isDecision),
  },
  {
    name: 'switching-point',
    points: 4,
    title: 'The point at which you would choose differently',
    advice: 'Say at what point you would have chosen differently: “above …, I would …”.',
    find: sentenceWith(isSwitch),
  },
  {
    name: 'other-causes',
    points: 4,
    title: 'Other causes, admitted',
    advice: 'Say what else may have helped, and how much of the result you claim.',
    find: sentenceWith(isConfounder),
  },
  {
    name: 'lesson-applied',
    points: 4,
    title: 'A lesson that was used again',
    advice: 'Say where you have used what you learned since.',
    find: sentenceWith(isApplied),
  },
  {
    name: 'own-mistake',
    points: 3,
    title: 'A mistake of your own',
    advice: 'Say what you got wrong.',
    find: sentenceWith(isFault),
  },
  {
    name: 'stakes',
    points: 3,
    title: 'What was at stake',
    advice: 'Say who would have lost what.',
    find: sentenceWith(isStake),
  },
  {
    name: 'staged-rollout',
    points: 2,
    title: 'A change made in steps',
    advice: 'Say how you tried it on a few before you rolled it out to all.',
    find: sentenceWith(isStaged),
  },
  {
    name: 'outcome-with-time',
    points: 2,
    title: 'An outcome with its time frame',
    advice: 'Say what the figure was, what it became, and how long that took.',
    find: sentenceWith(isTimed),
  },
  {
    name: 'result-first',
    points: 1,
    title: 'The result first',
    advice: 'Open with what it achieved, in figures.',
    find: findOpening,
  },
  {
    name: 'short-set-up',
    points: 1,
    title: 'A short set-up',
    advice: 'Get to what you did within the first quarter of the story.',
    find: findShortSetUp,
  },
  {
    name: 'task-answered',
    points: 1,
    title: 'The result measured against the task',
    advice: 'Say whether the goal was met, missed or passed.',
    find: sentenceWith(isAnswer),
  },
  {
    name: 'confirmed',
    points: 1,
    title: 'Confirmation by somebody else',
    advice: 'Say who checked the result, or who has adopted it.',
    find: sentenceWith(isConfirmed),
  },
] as const satisfies readonly Strength[];

export type StrengthName = (typeof STRENGTHS)[number]['name'];

/** The sentences of a story, each with its place. */
export const toldSentences = (story: StoryContext): Told[] =>
  story.sentences.map((sentence, index) => ({ story, sentence, index, count: story.sentences.length }));
