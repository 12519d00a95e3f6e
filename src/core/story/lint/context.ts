import type { Line } from '../../markdown/text';
import { lineIndexAt } from '../../markdown/text';
import { parseStory, type Story, type StorySection } from '../parse';
import { readProse } from '../prose/prose';
import type { WordId } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import { quantitiesIn } from '../quantities/extract';
import type { Placeholder } from '../placeholders';
import type { SectionName } from '../sections';
import { DEFAULT_WORDS_PER_MINUTE } from '../spoken';
import { judgeFigures, type Figure } from './figures';
import { W } from './lexicon/classes';
import { scan, type Sentence } from './scan';
import { isDirective, mayHaveDirective } from './directive';
import type { Tokens } from './tokens';
import type { LintOptions, LintTarget, TextKind } from './types';

/** Words from which on a story can be judged as a whole; below, it is only begun. */
const ENOUGH_WORDS = 10;
/**
 * A story is told by somebody: prose without headings and front matter in which nobody says I or we is something else.
 */
const TELLERS = W.first | W.mine | W.we;

/** What all rules share: the text is read, split and looked up once. Offsets are UTF-16 units into `text`. */
export class StoryContext {
  readonly text: string;
  readonly story: Story;
  readonly quantities: readonly Quantity[];
  /** What the story says, in order; notes and other asides are left out. */
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  readonly figures: readonly Figure[];
  readonly kind: TextKind;
  readonly targets: readonly LintTarget[];
  readonly wordsPerMinute: number;
  /** It has at least one of the contract's headings. */
  readonly usesHeadings: boolean;
  /** There is too little text to judge. */
  readonly draft: boolean;
  /** A line of it may be a comment that silences a rule. */
  readonly hasDirective: boolean;
  private readonly sections: readonly (SectionName | undefined)[];
  private readonly bySentence: readonly (readonly Figure[])[];

  constructor(text: string, options: LintOptions = {}) {
    const story = options.parsed?.text === text ? options.parsed : parseStory(text);
    const prose = readProse(text);
    const hasDirective = mayHaveDirective(text);
    this.hasDirective = hasDirective;
    const { tokens, sentences } = scan(
      prose,
      story.said,
      story.lines,
      story.kinds,
      (line) => hasDirective && isDirective(text, story.lines[line] as Line),
    );
    this.text = text;
    this.story = story;
    this.tokens = tokens;
    this.sentences = withoutAsides(sentences, story);
    this.sections = sectionsOf(this.sentences, story.sections);
    this.quantities = quantitiesIn(prose);
    this.figures = judgeFigures(text, this.quantities, this.sentences, tokens);
    this.bySentence = grouped(this.figures, this.sentences.length);
    this.usesHeadings = story.sections.length > 0;
    const isProse = !this.usesHeadings && story.kinds[0] !== 'frontMatter';
    this.draft =
      story.words < ENOUGH_WORDS || (isProse && !this.sentences.some(({ classes }) => (classes & TELLERS) !== 0));
    this.kind = options.kind ?? detectKind(this);
    this.targets = options.playbook?.targets ?? [];
    this.wordsPerMinute =
      options.wordsPerMinute !== undefined && options.wordsPerMinute > 0
        ? options.wordsPerMinute
        : DEFAULT_WORDS_PER_MINUTE;
  }

  /** Says that nothing more is asked of the tokens: their table serves the next text. */
  release(): void {
    this.tokens.release();
  }

  /** The section of a sentence, by its index; undefined outside the contract's sections. */
  sectionOf(sentence: number): SectionName | undefined {
    return this.sections[sentence];
  }

  /** The first section of a name. */
  section(name: SectionName): StorySection | undefined {
    return this.story.sections.find((section) => section.name === name);
  }

  /** The indices of a section's sentences; without headings, of all. */
  sentencesIn(name: SectionName): number[] {
    const indices: number[] = [];
    for (let i = 0; i < this.sentences.length; i += 1)
      if (!this.usesHeadings || this.sections[i] === name) indices.push(i);
    return indices;
  }

  /** Where the story says what was to be done, not what came of it. */
  isSetting(sentence: number): boolean {
    const section = this.sections[sentence];
    return section === 'Situation' || section === 'Task';
  }

  figuresIn(sentence: number): readonly Figure[] {
    return this.bySentence[sentence] ?? NO_FIGURES;
  }

  /** The first blank that begins behind an offset. */
  blankAfter(offset: number): Placeholder | undefined {
    const { placeholders } = this.story;
    let low = 0;
    let high = placeholders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((placeholders[middle] as Placeholder).start <= offset) low = middle + 1;
      else high = middle;
    }
    return placeholders[low];
  }

  /** The number of a token's word; 0 outside the text, and for a word that no list has. */
  id(token: number): WordId {
    return this.tokens.id(token);
  }

  /** The 0-based line that an offset stands in. */
  lineAt(offset: number): number {
    return lineIndexAt(this.story.lines, offset);
  }

  /**
   * Where a finding about the whole story goes: the title in the front matter, else the first heading, else the first
   * line that says something.
   */
  titleRange(): { readonly start: number; readonly end: number } {
    const { lines, kinds, outline, bodyStart } = this.story;
    for (let i = 0; i < lines.length && kinds[i] === 'frontMatter'; i += 1) {
      const line = lines[i] as Line;
      if (this.text.startsWith('title:', line.start)) return trimmed(this.text, line.start, line.end);
    }
    const heading = outline[0];
    if (heading) return trimmed(this.text, heading.start, heading.headingEnd);
    const sentence = this.sentences[0];
    const line = lines[lineIndexAt(lines, sentence?.start ?? bodyStart)] as Line;
    return trimmed(this.text, sentence?.start ?? line.start, line.end);
  }
}

const NO_FIGURES: readonly Figure[] = [];

function grouped(figures: readonly Figure[], sentences: number): readonly (readonly Figure[])[] {
  const groups: (readonly Figure[])[] = new Array<readonly Figure[]>(sentences).fill(NO_FIGURES);
  for (let i = 0, next = 0; i < figures.length; i = next) {
    const { sentence } = figures[i] as Figure;
    while (next < figures.length && (figures[next] as Figure).sentence === sentence) next += 1;
    groups[sentence] = figures.slice(i, next);
  }
  return groups;
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let to = end;
  while (to > start && text.charCodeAt(to - 1) <= 32) to -= 1;
  return { start, end: to };
}

function withoutAsides(sentences: readonly Sentence[], story: Story): readonly Sentence[] {
  const asides = story.others.filter(({ aside }) => aside);
  if (asides.length === 0) return sentences;
  let k = 0;
  return sentences.filter(({ start }) => {
    while (k < asides.length && (asides[k] as { end: number }).end <= start) k += 1;
    const aside = asides[k];
    return !aside || start < aside.start;
  });
}

function sectionsOf(sentences: readonly Sentence[], sections: readonly StorySection[]): (SectionName | undefined)[] {
  let k = 0;
  return sentences.map(({ start }) => {
    while (k < sections.length && (sections[k] as StorySection).end <= start) k += 1;
    const section = sections[k];
    return section && section.contentStart <= start ? section.name : undefined;
  });
}

const OFFER_KEYS = /^(?:base|equityPercent|signOn|vesting)[ \t]*:/u;

/**
 * An offer has the front matter of one; a script has no story's headings or front matter, and asks for pay; all else is
 * a story.
 */
function detectKind({ text, story, sentences, usesHeadings }: StoryContext): TextKind {
  if (usesHeadings) return 'story';
  for (let i = 0; i < story.lines.length && story.kinds[i] === 'frontMatter'; i += 1) {
    const line = story.lines[i] as Line;
    if (OFFER_KEYS.test(text.slice(line.start, Math.min(line.end, line.start + 80)))) return 'offer';
  }
  if (story.competencies.length > 0 || story.rounds.length > 0) return 'story';
  const asks = sentences.some(
    ({ classes }) => (classes & W.ask) !== 0 && (classes & W.pay) !== 0 && (classes & W.market) !== 0,
  );
  return asks ? 'script' : 'story';
}
