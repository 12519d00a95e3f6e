import type { Rule } from '../rule';

export const sectionEmpty: Rule = {
  code: 'section-empty',
  severity: 'warning',
  summary: 'Every section says something.',
  kinds: ['story'],
  check(story) {
    return story.story.sections
      .filter(({ words, blanks }) => words === 0 && blanks === 0)
      .map(({ start, headingEnd, name }) => ({
        start,
        end: headingEnd,
        message: `The section ${name} is empty.`,
        ...(story.draft ? { severity: 'info' as const } : {}),
      }));
  },
};
