import { countWords } from '../countWords';
import { StoryContext } from '../lint/context';
import { openingOf } from '../lint/greeting';
import { statesOutcome } from '../lint/rules/impactFirst';
import { isOwnAct } from '../lint/rules/ownership';
import { weighsAlternatives } from '../lint/rules/tradeOffMissing';
import type { Sentence } from '../lint/sentences';
import type { Story } from '../parseStory';
import type { SectionName } from '../storySections';

/** A sentence to be told. Offsets are UTF-16 units into the story's text. */
export interface Told {
  readonly start: number;
  readonly end: number;
  /** Words said aloud in it. */
  readonly words: number;
  /**
   * How much of the story hangs on it: 0 for a sentence that has no figure, act of the speaker's or trade-off, and does
   * not lead its section.
   */
  readonly weight: number;
  /** How much it says of what the speaker did: 3 for such an act in Action, 2 elsewhere, 1 for the rest of Action. */
  readonly act: number;
}

/** A part of the story as it is told: a section, or a paragraph where there are no headings. */
export interface Part {
  /** The heading's text; undefined for what stands under none. */
  readonly section: string | undefined;
  /** In the order of the text, but for the impact sentence, which leads. At least one. */
  readonly sentences: readonly Told[];
  /**
   * Index of the sentence that calls the rest to mind: the one with the figure in Impact and Result, else the first.
   */
  readonly cue: number;
}

/** What a figure, an act of the speaker's and a trade-off weigh when a story has to be told in less time. */
const WEIGHTS = { outcome: 4, ownAct: 3, tradeOff: 3, figure: 2, leads: 1 } as const;

/**
 * The story in the order in which it is told: the impact sentence's part first, then the others as they stand in the
 * text. The impact sentence is the first sentence of Impact that states an outcome, else the first of Impact; without
 * Impact, the first sentence of the story that states one, else the first of the story. A script is told as it stands.
 */
export function rehearsalParts(
  text: string,
  kind: 'story' | 'script' = 'story',
): { readonly story: Story; readonly parts: readonly Part[] } {
  const context = new StoryContext(text, { kind }, { quoted: true });
  const { parsed: story, sentences } = context;
  const lead = kind === 'script' ? firstOf(context) : leadOf(context);
  if (lead === undefined) return { story, parts: [] };
  const groups = new Map<number, { readonly heading: string | undefined; readonly indices: number[] }>();
  const headings = [...story.sections, ...story.others].sort((a, b) => a.start - b.start);
  let next = 0;
  let current = -1;
  sentences.forEach((sentence, index) => {
    while (next < headings.length && (headings[next]?.contentStart ?? 0) <= sentence.start) current = next++;
    const heading = headings[current];
    // Without a heading over it, each paragraph is a part; keys below zero are those.
    const key = heading ? current : -1 - sentence.block;
    const group = groups.get(key);
    if (group) group.indices.push(index);
    else groups.set(key, { heading: heading?.title, indices: [index] });
  });
  const parts: Part[] = [];
  for (const { heading, indices } of groups.values()) {
    const leads = indices.includes(lead);
    if (!leads) parts.push(partOf(context, heading, indices));
    else if (context.sectionOf(lead) === 'Impact' || indices[0] === lead)
      parts.unshift(partOf(context, heading, [lead, ...indices.filter((index) => index !== lead)]));
    else {
      parts.unshift(partOf(context, undefined, [lead]));
      parts.push(
        partOf(
          context,
          heading,
          indices.filter((index) => index !== lead),
        ),
      );
    }
  }
  return { story, parts };
}

const firstOf = ({ sentences }: StoryContext): number | undefined => (sentences.length > 0 ? 0 : undefined);

function leadOf(context: StoryContext): number | undefined {
  const all = context.sentences.map((_, index) => index);
  const impact = context.usesHeadings ? context.sentencesIn('Impact') : [];
  const candidates = impact.length > 0 ? impact : all;
  return candidates.find((index) => statesOutcome(context, index)) ?? openingOf(context, candidates);
}

const FIGURE_CUES: ReadonlySet<SectionName | undefined> = new Set<SectionName>(['Impact', 'Result']);

function partOf(context: StoryContext, section: string | undefined, indices: readonly number[]): Part {
  const [first = 0] = indices;
  const sentences = indices.map((index, place) => toldOf(context, index, place === 0));
  const withFigure = FIGURE_CUES.has(context.sectionOf(first))
    ? (firstPlace(indices, (index) => statesOutcome(context, index)) ??
      firstPlace(indices, (index) => context.figuresIn(index).length > 0))
    : undefined;
  return { section, sentences, cue: withFigure ?? indices.indexOf(openingOf(context, indices) ?? first) };
}

function firstPlace(indices: readonly number[], test: (index: number) => boolean): number | undefined {
  const place = indices.findIndex(test);
  return place < 0 ? undefined : place;
}

function actOf(isOwn: boolean, section: SectionName | undefined): number {
  if (section === 'Action') return isOwn ? 3 : 1;
  return isOwn ? 2 : 0;
}

function toldOf(context: StoryContext, index: number, leads: boolean): Told {
  const sentence = context.sentences[index] as Sentence;
  const section = context.sectionOf(index);
  const figures = context.figuresIn(index).length > 0;
  const isOwn = isOwnAct(context, sentence);
  const weight =
    (leads ? WEIGHTS.leads : 0) +
    (figures ? (statesOutcome(context, index) ? WEIGHTS.outcome : WEIGHTS.figure) : 0) +
    (isOwn ? WEIGHTS.ownAct : 0) +
    (weighsAlternatives(context, index) || (section === 'Trade-offs' && leads) ? WEIGHTS.tradeOff : 0);
  return {
    start: sentence.start,
    end: sentence.end,
    words: countWords(context.parsed.said, sentence.start, sentence.end),
    weight,
    act: actOf(isOwn, section),
  };
}
