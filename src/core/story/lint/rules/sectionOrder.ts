import { applyEdits } from '../../../markdown/text';
import { parseStory } from '../../parseStory';
import type { Rule } from '../rule';
import { asTold, isInOrder, misplaced, reorderEdits } from '../sections';
import type { Fix } from '../types';

export const sectionOrder: Rule<'section-order'> = {
  code: 'section-order',
  severity: 'warning',
  title: 'Sections out of order',
  summary: 'The sections come in the order you tell them: impact first.',
  raisedWhen: 'the sections are not in the order you tell them',
  weight: { points: 2, most: 2 },
  isFixSafe: true,
  anyLanguage: true,
  scene: { sections: ['Situation', 'Task', 'Action', 'Result', 'Impact', 'Trade-offs'] },
  kinds: ['story'],
  check(story) {
    if (isInOrder(story.parsed.sections)) return [];
    const [first] = misplaced(asTold(story.parsed.sections));
    if (!first) return [];
    const message = `${first.name} is out of place: the order is Impact, Situation, Task, Action, Result, Trade-offs, Learned.`;
    const fixes = (): Fix[] => {
      const edits = reorderEdits(story);
      const isSound = edits.length > 0 && isInOrder(parseStory(applyEdits(story.text, edits)).sections);
      return isSound ? [{ title: 'Reorder sections', edits }] : [];
    };
    return [{ start: first.start, end: first.headingEnd, message, fixes }];
  },
};
