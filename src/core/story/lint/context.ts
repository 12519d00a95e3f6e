import { firstIndex } from '../../firstIndex';
import { isQuoted } from '../../markdown/blocks';
import type { Line } from '../../markdown/text';
import { lineIndexAt } from '../../markdown/text';
import { parseStory, type Story, type StorySection } from '../parseStory';
import type { Placeholder } from '../placeholders';
import { withProse } from '../prose/prose';
import type { WordId, WordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import { quantitiesIn } from '../quantities/extract';
import { DEFAULT_WORDS_PER_MINUTE } from '../spoken';
import type { SectionName } from '../storySections';
import { kindAt } from './characters';
import { isDirective, mayHaveDirective } from '../directive';
import { figuresOf, type JudgedFigure } from './figures';
import { isEnglish } from './language';
import type { WordClasses } from './lexicon/classes';
import { scan } from './scan';
import type { Sentence } from './sentences';
import type { Tokens } from './tokens';
import type { LintOptions, LintTarget, TextKind } from './types';

/** Words from which on a story can be judged as a whole; below, it is only begun. */
const ENOUGH_WORDS = 10;
/** This many are enough where none of its sections is empty: what is there is meant to be read. */
const ENOUGH_WORDS_IN_SECTIONS = 5;
/**
 * What all rules share: the text is read, split and looked up once. Offsets are UTF-16 units into `text`. Sentences are
 * asked for by index, words and figures by token: `story.id(k)` is compared with words, `story.is(k)` has classes.
 */
export class StoryContext {
  readonly text: string;
  /** The text with its front matter and sections read. */
  readonly parsed: Story;
  readonly quantities: readonly Quantity[];
  /** What the story says, in order; notes and other asides are left out, but for an offer's. */
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  readonly figures: readonly JudgedFigure[];
  readonly kind: TextKind;
  readonly targets: readonly LintTarget[];
  readonly wordsPerMinute: number;
  /** It has at least one of the contract's sections, by a heading or a label. */
  readonly usesHeadings: boolean;
  /** There is too little text to judge. */
  readonly draft: boolean;
  /** Most of what it says is English: in other languages only its form and its figures are looked at. */
  readonly isEnglish: boolean;
  /** A line of it may be a comment that silences a rule. */
  readonly hasDirective: boolean;
  private readonly sections: readonly (StorySection | undefined)[];
  private readonly bySentence: readonly (readonly JudgedFigure[])[];

  /** @param quoted whether the quotations of others (`>`) count as what the story says. */
  constructor(text: string, options: LintOptions = {}, { quoted = false } = {}) {
    const parsed = options.parsed?.text === text ? options.parsed : parseStory(text);
    const hasDirective = mayHaveDirective(text);
    this.hasDirective = hasDirective;
    const { said, lines, kinds, breaks } = parsed;
    const isTransparent = (line: number): boolean => hasDirective && isDirective(text, lines[line] as Line);
    const { scanned, quantities } = withProse(text, (prose) => ({
      scanned: scan(prose, said, lines, kinds, breaks, isTransparent),
      quantities: quantitiesIn(prose, lines),
    }));
    const { tokens, sentences } = scanned;
    this.text = text;
    this.parsed = parsed;
    this.tokens = tokens;
    const told = withoutAsides(quoted ? sentences : withoutQuotations(sentences, parsed), parsed);
    this.kind = options.kind ?? detectKind({ text, parsed, sentences: told });
    // The notes are where an offer's file has its ask; a story's notes stand beside what is told.
    this.sentences = this.kind === 'offer' ? sentences : told;
    this.isEnglish = isEnglish(text, tokens, this.sentences);
    this.sections = sectionsOf(this.sentences, parsed.sections);
    this.quantities = quantities;
    this.figures = figuresOf(text, this.quantities, this.sentences, tokens);
    this.bySentence = grouped(this.figures, this.sentences.length);
    this.usesHeadings = parsed.sections.length > 0;
    this.draft = parsed.words < enoughWords(parsed) || (isPlainProse(parsed) && !this.sentences.some(isTold));
    this.targets = options.playbook?.targets ?? [];
    this.wordsPerMinute =
      options.wordsPerMinute !== undefined && options.wordsPerMinute > 0
        ? options.wordsPerMinute
        : DEFAULT_WORDS_PER_MINUTE;
  }

  /** The section of a sentence, by its index; undefined outside the contract's sections. */
  sectionOf(sentence: number): SectionName | undefined {
    return this.sections[sentence]?.name;
  }

  /** The first section of a name. */
  section(name: SectionName): StorySection | undefined {
    return this.parsed.sections.find(({ names }) => names.includes(name));
  }

  /** The indices of a section's sentences; without headings, of all. */
  sentencesIn(name: SectionName): number[] {
    const indices: number[] = [];
    let section: StorySection | undefined;
    let isWanted = !this.usesHeadings;
    for (let i = 0; i < this.sentences.length; i += 1) {
      if (this.usesHeadings && this.sections[i] !== section) {
        section = this.sections[i];
        isWanted = section !== undefined && section.names.includes(name);
      }
      if (isWanted) indices.push(i);
    }
    return indices;
  }

  /** Where the story says what was to be done, not what came of it. */
  isSetting(sentence: number): boolean {
    const section = this.sectionOf(sentence);
    return section === 'Situation' || section === 'Task';
  }

  figuresIn(sentence: number): readonly JudgedFigure[] {
    return this.bySentence[sentence] ?? NO_FIGURES;
  }

  /** The first blank that begins after an offset. */
  blankAfter(offset: number): Placeholder | undefined {
    const { placeholders } = this.parsed;
    return placeholders[firstIndex(placeholders, ({ start }) => start > offset)];
  }

  /** The number of a token's word; 0 outside the text, and for a word that no list has. */
  id(token: number): WordId {
    return this.tokens.id(token);
  }

  /** What a token's word is: `story.is(k).users`. */
  is(token: number): WordClasses {
    return this.tokens.is(token);
  }

  /** The first token from `from` to `to` (exclusive) for which the test holds; -1 where there is none. */
  find(from: number, to: number, test: (token: number) => boolean): number {
    for (let k = from; k < to; k += 1) if (test(k)) return k;
    return -1;
  }

  /** Whether the test holds for a token from `from` to `to` (exclusive). */
  some(from: number, to: number, test: (token: number) => boolean): boolean {
    return this.find(from, to, test) >= 0;
  }

  /** Whether one of the words stands from token `from` to `to` (exclusive). */
  hasWord(words: WordSet, from: number, to: number): boolean {
    return this.tokens.hasWord(words, from, to);
  }

  /** The 0-based line that an offset stands in. */
  lineAt(offset: number): number {
    return lineIndexAt(this.parsed.lines, offset);
  }

  /**
   * Where a finding about the whole story goes: the title in the front matter, else the first heading, else the first
   * line that says something.
   */
  titleRange(): { readonly start: number; readonly end: number } {
    const { lines, kinds, outline, bodyStart } = this.parsed;
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

const NO_FIGURES: readonly JudgedFigure[] = [];

const enoughWords = ({ sections }: Story): number =>
  sections.length > 0 && sections.every(({ filled }) => filled) ? ENOUGH_WORDS_IN_SECTIONS : ENOUGH_WORDS;

/** It has neither the contract's headings nor front matter. */
const isPlainProse = ({ sections, kinds }: Story): boolean => sections.length === 0 && kinds[0] !== 'frontMatter';

/** A story is told by somebody: prose in which nobody says I or we is something else. */
const isTold = ({ has }: Sentence): boolean => has.first || has.mine || has.we;

function grouped(figures: readonly JudgedFigure[], sentences: number): readonly (readonly JudgedFigure[])[] {
  const groups: (readonly JudgedFigure[])[] = [];
  for (let sentence = 0, from = 0, next = 0; sentence < sentences; sentence += 1, from = next) {
    while (next < figures.length && (figures[next] as JudgedFigure).sentence === sentence) next += 1;
    groups.push(from === next ? NO_FIGURES : figures.slice(from, next));
  }
  return groups;
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let to = end;
  while (to > start && kindAt(text, to - 1) === 'blank') to -= 1;
  return { start, end: to };
}

/** Without somebody else's words, unless all of the story is one quotation. */
function withoutQuotations(sentences: readonly Sentence[], { lines, isQuotation }: Story): readonly Sentence[] {
  if (isQuotation) return sentences;
  const isOwn = ({ line }: Sentence): boolean => !isQuoted(lines[line]?.block?.container);
  return sentences.every(isOwn) ? sentences : sentences.filter(isOwn);
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

function sectionsOf(sentences: readonly Sentence[], sections: readonly StorySection[]): (StorySection | undefined)[] {
  let k = 0;
  return sentences.map(({ start }) => {
    while (k < sections.length && (sections[k] as StorySection).end <= start) k += 1;
    const section = sections[k];
    return section && section.contentStart <= start ? section : undefined;
  });
}

const OFFER_KEYS = /^(?:base|equityPercent|signOn|vesting)[ \t]*:/u;

/**
 * An offer has the front matter of one; a script has no story's headings or front matter, and asks for pay; everything
 * else is a story.
 */
function detectKind({ text, parsed, sentences }: Pick<StoryContext, 'text' | 'parsed' | 'sentences'>): TextKind {
  if (parsed.sections.length > 0) return 'story';
  for (let i = 0; i < parsed.lines.length && parsed.kinds[i] === 'frontMatter'; i += 1) {
    const line = parsed.lines[i] as Line;
    if (OFFER_KEYS.test(text.slice(line.start, Math.min(line.end, line.start + 80)))) return 'offer';
  }
  if (parsed.competencies.length > 0 || parsed.rounds.length > 0) return 'story';
  const asks = sentences.some(({ has }) => has.ask && has.pay && has.market);
  return asks ? 'script' : 'story';
}
