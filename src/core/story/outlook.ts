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
export const storyOutlook = (story: StoryCard, fallback: string, wordsPerMinute: number): StoryOutlook =>
  new Outlook(story, fallback, wordsPerMinute);

/** Of ten thousand stories, one is opened up now and then: only then its sections are worked out. */
class Outlook implements StoryOutlook {
  readonly title: string;
  readonly progress: Progress;
  readonly description: string;
  readonly spoken: string;
  readonly seconds: number;
  readonly over: number;
  readonly #story: StoryCard;
  readonly #wordsPerMinute: number;

  constructor(story: StoryCard, fallback: string, wordsPerMinute: number) {
    const { words, filledCount, spokenTarget } = story;
    const total = REQUIRED_SECTIONS.length;
    this.title = story.title ?? fallback;
    this.seconds = speakingSeconds(words, wordsPerMinute);
    this.over = Math.max(0, this.seconds - (spokenTarget ?? Infinity));
    this.progress = filledCount === total ? 'filled' : words > 0 ? 'started' : 'empty';
    const said = formatSeconds(this.seconds);
    const time = this.over > 0 ? `${said} of ${formatSeconds(spokenTarget ?? 0)}` : said;
    this.description = `${filledCount}/${total} sections · ${plural(words, 'word')} · ${time}`;
    this.spoken = `${this.title}, ${filledCount} of ${total} sections filled, ${plural(words, 'word')}, ${inWords(this.seconds)} to say`;
    this.#story = story;
    this.#wordsPerMinute = wordsPerMinute;
  }

  get sections(): readonly SectionOutlook[] {
    return SECTION_NAMES.flatMap((name, index) => sectionOutlook(this.#story, name, index, this.#wordsPerMinute));
  }
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
