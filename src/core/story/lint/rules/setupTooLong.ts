import type { StoryContext } from '../context';
import type { Rule } from '../rule';

/** From this share of the words on, Situation and Task are too long. */
const MOST_SHARE = 0.4;
/** Shorter stories have room for a set-up of two sentences and little else. */
const FEWEST_WORDS = 80;

export const setupTooLong: Rule<'setup-too-long'> = {
  code: 'setup-too-long',
  severity: 'hint',
  title: 'The set-up is too long',
  summary: 'Situation and Task take less than 40 % of the words.',
  raisedWhen: 'Situation and Task take 40 % of the words or more',
  weight: { points: 2, most: 2 },
  scene: {
    says: {
      Situation:
        'The importer had been written in the first year of the company, and since then it had been handed from one team to the next. There were several views on whether to replace it. Shops with more than a few hundred articles had trouble with it, the hotline knew that, and so did sales. A first project to improve it had been given up in spring, because nobody could agree on what a good import is.',
      Task: 'I was asked to find out why shops leave in their second month, and to stop it before the end of the year.',
    },
  },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.parsed.words < FEWEST_WORDS || !isWholeStory(story)) return [];
    const setUp = wordsIn(story, 'Situation') + wordsIn(story, 'Task');
    const share = setUp / story.parsed.words;
    if (share < MOST_SHARE) return [];
    const at = story.section('Situation') ?? story.section('Task');
    if (!at) return [];
    const message = `Situation and Task take ${Math.floor(share * 100)} % of the words: cut them to what the listener needs to follow what you did.`;
    return [{ start: at.start, end: at.headingEnd, message }];
  },
};

/** Both what was done and what came of it are written: before that, the set-up is all there is. */
function isWholeStory({ parsed: { sections } }: StoryContext): boolean {
  const isWritten = (...names: readonly string[]): boolean =>
    sections.some(({ name, filled }) => filled && names.includes(name));
  return isWritten('Action') && isWritten('Result', 'Impact');
}

const wordsIn = ({ parsed: { sections } }: StoryContext, wanted: 'Situation' | 'Task'): number =>
  sections.reduce((sum, { name, words }) => sum + (name === wanted ? words : 0), 0);
