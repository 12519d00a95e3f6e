import { plural } from '../words';
import { formatSeconds, speakingSeconds } from './spoken';
import type { CardSection, StoryCard } from './storyCard';
import { SECTION_NAMES, REQUIRED_SECTIONS, type SectionName } from './storySections';

/** How far a story, or a section of it, has come. */
export type Progress = 'empty' | 'started' | 'filled';

/** A section as the view shows it, whether it is there or not. */
export interface SectionOutlook {
  readonly name: SectionName;
  readonly progress: Progress | 'missing';
  /** Such as “38 words” or “2 blanks left”. */
  readonly description: string;
  /** The offset to open the file at: the section's heading, or where a missing one belongs. */
  readonly start: number;
}

/** Where a story stands, in words: for a view, a tooltip, a screen reader. */
export interface StoryOutlook {
  readonly title: string;
  readonly progress: Progress;
  /** “4/6 sections · 212 words · 1:38”. */
  readonly description: string;
  readonly spoken: string;
  readonly seconds: number;
  /** Seconds over the story's own target; 0 where it keeps to it or has none. */
  readonly over: number;
  readonly sections: readonly SectionOutlook[];
}

/**
 * @param fallback the title of a story that has none: its file's name.
 * @param wordsPerMinute how fast the user speaks.
 */
export function storyOutlook(story: StoryCard, fallback: string, wordsPerMinute: number): StoryOutlook {
  const title = story.title ?? fallback;
  const seconds = speakingSeconds(story.words, wordsPerMinute);
  const over = Math.max(0, seconds - (story.spokenTarget ?? Infinity));
  const time =
    over > 0 ? `${formatSeconds(seconds)} of ${formatSeconds(story.spokenTarget ?? 0)}` : formatSeconds(seconds);
  const total = REQUIRED_SECTIONS.length;
  return {
    title,
    progress: story.filledCount === total ? 'filled' : story.words > 0 ? 'started' : 'empty',
    description: `${story.filledCount}/${total} sections · ${plural(story.words, 'word')} · ${time}`,
    spoken: `${title}, ${story.filledCount} of ${total} sections filled, ${plural(story.words, 'word')}, ${inWords(seconds)} to say`,
    seconds,
    over,
    // Only asked for where a story is opened up.
    get sections() {
      return SECTION_NAMES.flatMap((name, index) => sectionOutlook(story, name, index, wordsPerMinute));
    },
  };
}

/** Seconds as a screen reader says them: “1 minute 38 seconds”. */
export function inWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [plural(minutes, 'minute')] : []),
    ...(rest > 0 || minutes === 0 ? [plural(rest, 'second')] : []),
  ];
  return parts.join(' ');
}

function sectionOutlook(story: StoryCard, name: SectionName, index: number, wordsPerMinute: number): SectionOutlook[] {
  const found = story.sections.filter(({ names }) => names.includes(name));
  const first = found[0];
  if (!first)
    return name === 'Learned'
      ? []
      : [{ name, progress: 'missing', description: 'missing', start: placeOf(story, index) }];
  const words = sum(found, (section) => section.words);
  const blanks = sum(found, (section) => section.blanks);
  const progress = found.some((section) => section.filled) ? 'filled' : words > 0 ? 'started' : 'empty';
  const said = `${plural(words, 'word')} · ${formatSeconds(speakingSeconds(words, wordsPerMinute))}`;
  const left = `${plural(blanks, 'blank')} to fill`;
  const description = blanks > 0 ? left : words > 0 ? said : 'empty';
  return [{ name, progress, description, start: first.start }];
}

/** Where a missing section belongs: after the one that comes before it in the contract, else before the first. */
function placeOf(story: StoryCard, index: number): number {
  const earlier = new Set<string>(SECTION_NAMES.slice(0, index));
  const before = story.sections.filter((section) => earlier.has(section.name)).at(-1);
  return before?.end ?? story.sections[0]?.start ?? story.text.length;
}

function sum(sections: readonly CardSection[], value: (section: CardSection) => number): number {
  return sections.reduce((total, section) => total + value(section), 0);
}
