import type { TextEdit } from '../../markdown/text';
import type { Story } from '../parseStory';

export type Severity = 'hint' | 'info' | 'warning' | 'error';

/** A change that takes a finding away. Edits do not overlap; offsets are UTF-16 units into the text that was linted. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The blanks of the new text, `{{…}}`, are to be typed over one after the other: the first is to be selected. */
  readonly snippet?: true;
}

/** What a rule reports; the engine adds the code, the severity and the fix that silences it. */
export interface Report {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** A function where fixes are costly to work out: it is called when somebody asks for them, and once at most. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** Less than the rule's own severity, where the story is only begun. */
  readonly severity?: Severity;
}

/** What the text is: a story, the notes of an offer, or a script to say aloud. */
export type TextKind = 'story' | 'offer' | 'script';

/** The part of a playbook's target that the rules read. */
export interface LintTarget {
  readonly title: string;
  readonly kind: string;
  readonly unit?: string | undefined;
  /** Normalised like a Quantity's value. */
  readonly value: number;
  readonly direction: 'at-least' | 'at-most';
}

export interface LintOptions {
  /** Figures are compared with its targets. */
  readonly playbook?: { readonly targets?: readonly LintTarget[] | undefined } | undefined;
  /** Severities that replace the rules' own; 'off' leaves a rule out. Codes that are not known are ignored. */
  readonly rules?: Readonly<Partial<Record<string, Severity | 'off'>>> | undefined;
  /** How fast the story is said; 130 where it is left out or not above 0. */
  readonly wordsPerMinute?: number | undefined;
  /** The text's story where it is read already; one of another text is not used. */
  readonly parsed?: Story | undefined;
  /** Read from the text where it is left out: an offer by its front matter, a script by what it asks for. */
  readonly kind?: TextKind | undefined;
}
