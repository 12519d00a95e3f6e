/** The page to read in the last fifteen minutes before a round: what stands on it, and where each line is from. */
import type { CommandCall } from '../../commandTable';
import { withoutLineComments } from '../markdown/comments';
import { escapeMarkdown } from '../markdown/escape';
import type { FilePlace } from '../place';
import type { OwnPart } from './ownBrief';
import { clipWords } from '../words';

/** The parts of the page, in the order in which they are read. */
export const BRIEF_PARTS = [
  'when',
  'open',
  'leave',
  'stories',
  'figures',
  'people',
  'questions',
  'stated',
  'feedback',
] as const;
export type BriefPartId = (typeof BRIEF_PARTS)[number];

export const BRIEF_TITLES: Readonly<Record<BriefPartId, string>> = {
  when: 'When and where',
  open: 'Open with',
  leave: 'Leave behind',
  stories: 'Stories',
  figures: 'Figures',
  people: 'Who you meet',
  questions: 'Ask',
  stated: 'Pay you have stated',
  feedback: 'Feedback to show as used',
};

/** What a line's link does: opens a place, makes room to write the user's own part, or runs a command. */
export type BriefLink = { readonly label: string } & (
  | { readonly kind: 'place'; readonly place: FilePlace }
  | { readonly kind: 'write'; readonly part: OwnPart }
  | { readonly kind: 'run'; readonly call: CommandCall }
);

export interface BriefLine {
  /** `said` is what a file says; `blank` stands for something that is not known; `problem` says what does not fit. */
  readonly kind: 'said' | 'blank' | 'problem';
  /** What it is about, plain: a story’s title, a person’s name; '' where the text says it all. */
  readonly label: string;
  /** Markdown, in one line. */
  readonly text: string;
  /** A few words each, plain: further figures, why it is here. */
  readonly details: readonly string[];
  readonly link?: BriefLink | undefined;
  /** Whether the text is longer in its file. */
  readonly clipped?: boolean;
}

export interface BriefPart {
  readonly id: BriefPartId;
  readonly title: string;
  readonly lines: readonly BriefLine[];
}

export interface Brief {
  /** The round’s title, plain. */
  readonly title: string;
  /** The loop as people name it. */
  readonly loop: string;
  /** All of {@link BRIEF_PARTS}, in their order. */
  readonly parts: readonly BriefPart[];
}

/** The longest text of a line, in UTF-16 units: more is no line to glance at. */
export const LONGEST_LINE = 600;
/** The longest title, label or detail. */
export const LONGEST_NAME = 120;
/** More lines than this are not read before a round. */
export const MOST_LINES = 30;

/** A text that fits into a line of the page: see {@link clipWords}. */
export const clipLine = (text: string, longest = LONGEST_LINE): string => clipWords(text, longest);

export const said = (text: string, more: Partial<Omit<BriefLine, 'kind' | 'text'>> = {}): BriefLine => ({
  kind: 'said',
  label: '',
  details: [],
  ...more,
  ...clipped(text),
});

/** Stands where something is not known: never an invented sentence. */
export const blank = (text: string, link?: BriefLink, label = ''): BriefLine => ({
  kind: 'blank',
  label,
  text,
  details: [],
  link,
});

export const problem = (text: string, link?: BriefLink, label = ''): BriefLine => ({
  kind: 'problem',
  label,
  ...clipped(text),
  details: [],
  link,
});

function clipped(whole: string): Pick<BriefLine, 'text' | 'clipped'> {
  const text = clipLine(whole);
  return text === clipLine(whole, Infinity) ? { text } : { text, clipped: true };
}

/** A link to the web, as Markdown that stays a link wherever it is put. @param words plain. */
export const webLink = (words: string, url: string): string =>
  `[${escapeMarkdown(words)}](${url.replace(/[()]/gu, (sign) => (sign === '(' ? '%28' : '%29'))})`;

/** Plain words of a file as Markdown that says exactly that, without its comments. */
export const fileWords = (words: string): string => escapeMarkdown(withoutLineComments(words));

export const placeLink = (label: string, place: FilePlace): BriefLink => ({ kind: 'place', label, place });
