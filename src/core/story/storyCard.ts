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
export function cardOf(story: StoryCard): StoryCard {
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
  /** As JSON: ten thousand cards are read at the start, and next to none of their sections is ever looked at. */
  sections: string,
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
    JSON.stringify(sections.map(packSection)),
  ];
}

const packSection = ({ names, start, end, words, blanks, filled }: CardSection): PackedSection => [
  names,
  start,
  end,
  words,
  blanks,
  filled,
];

export const unpackCard = (packed: PackedCard): StoryCard => new UnpackedCard(packed);

/**
 * Its sections are only read where a story is opened up: most of ten thousand never are. It is a class: an object
 * with a getter of its own takes seven times the memory.
 */
class UnpackedCard implements StoryCard {
  readonly title: StoryCard['title'];
  readonly competencies: StoryCard['competencies'];
  readonly rounds: StoryCard['rounds'];
  readonly spokenTarget: StoryCard['spokenTarget'];
  readonly told: StoryCard['told'];
  readonly filledCount: number;
  readonly words: number;
  readonly problems: StoryCard['problems'];
  readonly text: StoryCard['text'];
  readonly #sections: string;

  constructor(packed: PackedCard) {
    const [title, competencies, rounds, spokenTarget, told, filledCount, words, problems, length, sections] = packed;
    this.title = title ?? undefined;
    this.competencies = competencies;
    this.rounds = rounds;
    this.spokenTarget = spokenTarget ?? undefined;
    this.told = told;
    this.filledCount = filledCount;
    this.words = words;
    this.problems = problems;
    this.text = { length };
    this.#sections = sections;
  }

  get sections(): readonly CardSection[] {
    return (JSON.parse(this.#sections) as readonly PackedSection[]).map(unpackSection);
  }

  /** With its sections, as any other card. */
  toJSON(): StoryCard {
    return cardOf(this);
  }
}

function unpackSection([names, start, end, words, blanks, filled]: PackedSection): CardSection {
  return { name: names[0] as SectionName, names, start, end, words, blanks, filled };
}
