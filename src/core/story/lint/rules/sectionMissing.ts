import { applyEdits } from '../../../markdown/text';
import { parseStory } from '../../parseStory';
import type { Rule } from '../rule';
import { addMissingEdits } from '../sections';

export const sectionMissing: Rule<'section-missing'> = {
  code: 'section-missing',
  severity: 'warning',
  summary: 'A story that uses the headings has all six.',
  raisedWhen: 'a story with headings lacks one of the six',
  weight: { points: 10, most: 10 },
  scene: { sections: ['Impact', 'Action', 'Result'] },
  kinds: ['story'],
  check(story) {
    const { missing } = story.parsed;
    if (!story.usesHeadings || missing.length === 0) return [];
    const names = missing.join(', ');
    const one = missing.length === 1;
    const edits = addMissingEdits(story);
    // A heading that lands in an open fence or comment is no section.
    const isSound = parseStory(applyEdits(story.text, edits)).missing.length === 0;
    const title = one ? 'Add the missing section' : 'Add the missing sections';
    const message = one ? `The section ${names} is missing.` : `These sections are missing: ${names}.`;
    return [
      {
        ...story.titleRange(),
        message,
        fixes: isSound ? [{ title, edits }] : [],
        ...(story.draft ? { severity: 'info' as const } : {}),
      },
    ];
  },
};
