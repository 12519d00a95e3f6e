import type { Story, StorySection } from './parseStory';
import type { SectionName } from './storySections';

/** What a list of stories shows of one: far less than the story. A story is one of itself. */
export interface StoryCard extends Pick<
  Story,
  'title' | 'competencies' | 'rounds' | 'spokenTarget' | 'told' | 'filledCount' | 'words' | 'problems'
> {
  readonly sections: readonly CardSection[];
  /** The text itself is not kept. */
  readonly text: { readonly length: number };
}

export type CardSection = Pick<StorySection, 'name' | 'names' | 'start' | 'end' | 'words' | 'blanks' | 'filled'>;

/** A card without the story that it was made of. */
export function cardOf(story: Story): StoryCard {
  const { title, competencies, rounds, spokenTarget, told, filledCount, words, problems, text } = story;
  const sections = story.sections.map(({ name, names, start, end, words: said, blanks, filled }): CardSection => ({
    name,
    names,
    start,
    end,
    words: said,
    blanks,
    filled,
  }));
  return {
    title,
    competencies,
    rounds,
    spokenTarget,
    told,
    filledCount,
    words,
    problems,
    text: { length: text.length },
    sections,
  };
}

/** A card in a third of the characters, as a list of what JSON can hold. */
export type PackedCard = readonly [
  title: string | null,
  competencies: readonly string[],
  rounds: readonly string[],
  spokenTarget: number | null,
  told: StoryCard['told'],
  filledCount: number,
  words: number,
  problems: StoryCard['problems'],
  length: number,
  sections: readonly PackedSection[],
];

type PackedSection = readonly [
  names: CardSection['names'],
  start: number,
  end: number,
  words: number,
  blanks: number,
  filled: boolean,
];

export function packCard(card: StoryCard): PackedCard {
  const { title, competencies, rounds, spokenTarget, told, filledCount, words, problems, text, sections } = card;
  return [
    title ?? null,
    competencies,
    rounds,
    spokenTarget ?? null,
    told,
    filledCount,
    words,
    problems,
    text.length,
    sections.map((section) => [
      section.names,
      section.start,
      section.end,
      section.words,
      section.blanks,
      section.filled,
    ]),
  ];
}

export function unpackCard(packed: PackedCard): StoryCard {
  const [title, competencies, rounds, spokenTarget, told, filledCount, words, problems, length, sections] = packed;
  return {
    title: title ?? undefined,
    competencies,
    rounds,
    spokenTarget: spokenTarget ?? undefined,
    told,
    filledCount,
    words,
    problems,
    text: { length },
    // Only asked for where a story is opened up: most of ten thousand never are.
    get sections() {
      return sections.map(unpackSection);
    },
  };
}

function unpackSection([names, start, end, words, blanks, filled]: PackedSection): CardSection {
  return { name: names[0] as SectionName, names, start, end, words, blanks, filled };
}
