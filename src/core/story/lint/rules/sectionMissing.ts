import { applyEdits } from '../../../markdown/text';
import { parseStory } from '../../parseStory';
import type { Rule } from '../rule';
import { addMissingEdits } from '../sections';
import type { Fix } from '../types';

export const sectionMissing: Rule<'section-missing'> = {
  code: 'section-missing',
  severity: 'warning',
  title: 'A section is missing',
  summary: 'A story with headings or labels has all six sections.',
  raisedWhen: 'a story with headings or labels lacks one of the six',
  // What a missing section costs is what it would have earned: see score.ts.
  weight: { points: 0, most: 0 },
  anyLanguage: true,
  scene: { sections: ['Impact', 'Action', 'Result'] },
  kinds: ['story'],
  check(story) {
    const { missing } = story.parsed;
    if (!story.usesHeadings || missing.length === 0) return [];
    const names = missing.join(', ');
    const one = missing.length === 1;
    const title = one ? 'Add the missing section' : 'Add the missing sections';
    const fixes = (): Fix[] => {
      const edits = addMissingEdits(story);
      // A heading that lands in an open fence or comment is not a section.
      const isSound = parseStory(applyEdits(story.text, edits)).missing.length === 0;
      return isSound ? [{ title, edits, snippet: true }] : [];
    };
    const message = one ? `The section ${names} is missing.` : `These sections are missing: ${names}.`;
    return [
      {
        ...story.titleRange(),
        message,
        fixes,
        ...(story.draft ? { severity: 'info' as const } : {}),
      },
    ];
  },
};
