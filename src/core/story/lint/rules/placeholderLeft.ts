import { plural } from '../../../words';
import type { Placeholder } from '../../placeholders';
import { findPlaceholders } from '../../placeholders';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';

const HALF_OF_THE_SECTIONS = 3;
/** More of a blank than this is not quoted, in UTF-16 units. */
const LONGEST_QUOTE = 40;

export const placeholderLeft: Rule<'placeholder-left'> = {
  code: 'placeholder-left',
  severity: 'warning',
  title: 'A blank is left',
  summary: 'Every blank of the template is filled in.',
  raisedWhen: 'a template’s blank is still there: one finding for all of a file',
  // Each blank in a section that is otherwise written costs this much.
  weight: { points: 3, most: 36 },
  anyLanguage: true,
  scene: { says: { Result: '{weak}' } },
  kinds: ['story', 'offer', 'script'],
  check(story) {
    const all = blanksLeft(story);
    const [first] = all;
    if (!first) return [];
    // A script comes with its blanks, to be filled in when it is rehearsed: nothing is wrong with them yet. The same
    // goes for a story that has just been made from a template: its blanks warn once half of it is written.
    const begun = story.usesHeadings && story.parsed.filledCount < HALF_OF_THE_SECTIONS;
    const severity = story.kind === 'script' ? ('hint' as const) : story.draft || begun ? ('info' as const) : undefined;
    const { start, end } = first;
    const quoted = story.text.slice(start, Math.min(end, start + LONGEST_QUOTE)).replace(/\s+/gu, ' ');
    const message =
      all.length === 1
        ? `“${quoted}” is still to be filled in.`
        : `${plural(all.length, 'blank')} left: the first is “${quoted}”.`;
    return [{ start, end, message, ...(severity ? { severity } : {}) }];
  },
};

/** The blanks of a text, in order: those of the front matter too, since the title may be a template's. */
export function blanksLeft({
  text,
  parsed: { bodyStart, placeholders },
}: Pick<StoryContext, 'text' | 'parsed'>): readonly Placeholder[] {
  const front = text.slice(0, bodyStart);
  if (!front.includes('${') && !front.includes('{{')) return placeholders;
  const inFront = findPlaceholders(text, 0, bodyStart).filter(
    ({ start }) => text.startsWith('${', start) || text.startsWith('{{', start),
  );
  return [...inFront, ...placeholders];
}
