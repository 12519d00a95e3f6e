import { findPlaceholders } from '../../placeholders';
import type { Rule } from '../rule';

const HALF_OF_THE_SECTIONS = 3;

export const placeholderLeft: Rule<'placeholder-left'> = {
  code: 'placeholder-left',
  severity: 'warning',
  summary: 'No blank of a template is left.',
  raisedWhen: 'a template’s blank is still there',
  weight: { points: 5, most: 60 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story', 'offer', 'script'],
  check(story) {
    const { bodyStart, placeholders } = story.parsed;
    // The title may be a template's too.
    const blank = story.text.indexOf('${');
    // A script comes with its blanks, to be filled in when it is rehearsed: nothing is wrong with them yet. Nor is it
    // with
    // those of a story that has just been made from a template: they warn once half of it is written.
    const begun = story.usesHeadings && story.parsed.filledCount < HALF_OF_THE_SECTIONS;
    const severity = story.kind === 'script' ? ('hint' as const) : story.draft || begun ? ('info' as const) : undefined;
    const inFront =
      blank >= 0 && blank < bodyStart
        ? findPlaceholders(story.text, 0, bodyStart).filter(({ start }) => story.text.startsWith('${', start))
        : [];
    return [...inFront, ...placeholders].map(({ start, end }) => ({
      start,
      end,
      message: `“${story.text.slice(start, Math.min(end, start + 40)).replace(/\s+/gu, ' ')}” is still to be filled in.`,
      ...(severity ? { severity } : {}),
    }));
  },
};
