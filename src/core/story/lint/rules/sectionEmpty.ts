import type { Rule } from '../rule';

export const sectionEmpty: Rule<'section-empty'> = {
  code: 'section-empty',
  severity: 'warning',
  summary: 'Every section says something.',
  raisedWhen: 'a section says nothing yet',
  weight: { points: 8, most: 48 },
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
