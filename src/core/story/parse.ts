import type { CalendarDate } from '../loop/model';
import { classifyLines, findConflict, outline, type LineKind, type Section } from '../markdown/outline';
import { splitLines, type Line } from '../markdown/text';
import { readStoryFrontMatter, type TextProblem } from './frontMatter';
import type { Placeholder } from './placeholders';
import { isAside, REQUIRED_SECTIONS, sectionNamed, type SectionName } from './sections';
import { readSpoken } from './spoken';
import { countWords } from './words';

export type { TextProblem } from './frontMatter';

/** A section of the contract, with its subsections. */
export interface StorySection extends Section {
  readonly name: SectionName;
  /** Words said aloud in it. */
  readonly words: number;
  /** Blanks still to be filled in, such as `${metric}`. */
  readonly blanks: number;
  /** It says something, and no blank is left in it. */
  readonly filled: boolean;
}

/** A section that the contract does not know. */
export interface OtherSection extends Section {
  /** Notes, links and the like stand beside the story: they are not said. */
  readonly aside: boolean;
}

/**
 * A story, read. Offsets are UTF-16 units into `text`. What a check of the text needs is carried along, so that it
 * need not scan again: the lines and what each is, the headings, and the text with everything unsaid blanked out.
 */
export interface Story {
  readonly text: string;
  /** From the front matter, else the first `#` heading. */
  readonly title: string | undefined;
  readonly competencies: readonly string[];
  readonly rounds: readonly string[];
  readonly date: CalendarDate | undefined;
  /** Seconds; undefined where the story sets none. */
  readonly spokenTarget: number | undefined;
  /** The contract's sections that are there, in the order of the file. */
  readonly sections: readonly StorySection[];
  /** The contract's sections that are not there, Learned apart, in the contract's order. */
  readonly missing: readonly SectionName[];
  readonly others: readonly OtherSection[];
  /** How many of the six required sections are filled: 0 to 6. */
  readonly filledCount: number;
  /** Words said aloud, in the whole story. */
  readonly words: number;
  /** The blanks in what would be said, in order. */
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly TextProblem[];
  readonly bodyStart: number;
  readonly lines: readonly Line[];
  /** What each of `lines` is. */
  readonly kinds: readonly LineKind[];
  readonly outline: readonly Section[];
  /** `text` with blanks in place of what is not said aloud; equally long. */
  readonly said: string;
}

/** Reads a story. Never throws, and takes linear time: what is wrong is told in `problems`, and the rest is read all the same. */
export function parseStory(text: string): Story {
  const { title, problems, ...front } = readStoryFrontMatter(text);
  const lines = splitLines(text);
  const kinds = classifyLines(text, lines);
  const headings = outline(text, lines, kinds);
  const { said, placeholders } = readSpoken(text, lines, kinds);
  const named = headings.map((heading) => sectionNamed(heading.title));
  const level = sectionLevel(headings, named);
  const titleHeading = headings.find((heading, index) => heading.level === 1 && named[index] === undefined);
  const sections: StorySection[] = [];
  const others: OtherSection[] = [];
  let unsaidWords = 0;
  let asideEnd = 0;
  headings.forEach((heading, index) => {
    const name = named[index];
    const aside = isAside(heading.title);
    if (aside && heading.start >= asideEnd) {
      unsaidWords += countWords(said, heading.contentStart, heading.end);
      asideEnd = heading.end;
    }
    if (name !== undefined && heading.level === level) {
      const words = countWords(said, heading.contentStart, heading.end);
      const blanks = countWithin(placeholders, heading.contentStart, heading.end);
      sections.push({ ...heading, name, words, blanks, filled: words > 0 && blanks === 0 });
    } else if (heading.level <= level && heading !== titleHeading) {
      others.push({ ...heading, aside });
    }
  });
  const conflict = findConflict(text);
  return {
    ...front,
    text,
    title: title ?? (titleHeading?.title || undefined),
    sections,
    missing: REQUIRED_SECTIONS.filter((name) => !sections.some((section) => section.name === name)),
    others,
    filledCount: REQUIRED_SECTIONS.filter((name) => sections.some((section) => section.name === name && section.filled)).length,
    words: countWords(said) - unsaidWords,
    placeholders,
    problems: conflict ? [...problems, { ...conflict, message: 'The file has merge-conflict markers: resolve the conflict first.', severity: 'error' }] : problems,
    lines,
    kinds,
    outline: headings,
    said,
  };
}

/** The level at which the story has the most of the contract's sections; the higher one where two have as many. 6 where there are none. */
function sectionLevel(headings: readonly Section[], named: readonly (SectionName | undefined)[]): number {
  const names = Array.from({ length: 7 }, () => new Set<SectionName>());
  headings.forEach(({ level }, index) => {
    const name = named[index];
    if (name !== undefined) names[level]?.add(name);
  });
  let best = 6;
  for (let level = 6; level >= 1; level -= 1) {
    const count = names[level]?.size ?? 0;
    if (count > 0 && count >= (names[best]?.size ?? 0)) best = level;
  }
  return best;
}

/** How many of the ranges, which are in order, begin between two offsets. */
function countWithin(ranges: readonly Placeholder[], from: number, to: number): number {
  return firstAtOrAfter(ranges, to) - firstAtOrAfter(ranges, from);
}

function firstAtOrAfter(ranges: readonly Placeholder[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Placeholder).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
