import type { Rule } from '../rule';

export const sectionEmpty: Rule<'section-empty'> = {
  code: 'section-empty',
  severity: 'warning',
  title: 'A section is empty',
  summary: 'Every section says something.',
  raisedWhen: 'a section says nothing yet',
  // What an empty section costs is what it would have earned: see score.ts.
  weight: { points: 0, most: 0 },
  anyLanguage: true,
  scene: { says: { Task: '' } },
  kinds: ['story'],
  check(story) {
    return story.parsed.sections
      .filter(({ words, blanks }) => words === 0 && blanks === 0)
      .map(({ start, headingEnd, name }) => ({
        start,
        end: headingEnd,
        message: `The section ${name} is empty.`,
        ...(story.draft ? { severity: 'info' as const } : {}),
      }));
  },
};
