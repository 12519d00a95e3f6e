/** What reading labels gives, and what it needs. */
import type { BlockLine } from '../../markdown/blocks';
import type { LineKind } from '../../markdown/outline';
import type { SectionName } from '../storySections';

/** A label that begins a section or notes. Offsets are into the whole text. */
export interface Label {
  /** What it says, without its marks; the section's name for a first letter. */
  readonly title: string;
  /** The sections that it names; empty for notes. */
  readonly names: readonly SectionName[];
  /** `line` for one in running text, `row` and `column` for a cell that says what stands beside or below it. */
  readonly form: 'line' | 'row' | 'column';
  /** 0-based. */
  readonly line: number;
  /** The label with its marks. */
  readonly start: number;
  readonly labelEnd: number;
  /** What stands under it. */
  readonly contentStart: number;
  readonly end: number;
}

export interface Labels {
  /** In the order of what stands under them. */
  readonly labels: readonly Label[];
  /** Parts of the text that say nothing: the labels, and the heads of tables that have them. In order. */
  readonly unsaid: readonly { readonly start: number; readonly end: number }[];
}

export interface LabelSource {
  readonly text: string;
  readonly lines: readonly BlockLine[];
  readonly kinds: readonly LineKind[];
  /** The whole story is a quotation: then its labels are the story's own. */
  readonly isQuotation: boolean;
}

/** A label with its marks is not longer. */
export const LONGEST_LABEL = 56;
