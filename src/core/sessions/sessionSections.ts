/** The sections of a session's body: where they are, and how Markdown is kept from leaving its section. */
import { missingEndOf, parseBlocks } from '../markdown/blocks';
import { classifyLines, levelEdit, outline, type LineKind, type Section } from '../markdown/outline';
import { applyEdits, tidy, type Line } from '../markdown/text';

/** In the order in which a new file has them. */
export const SECTION_TITLES = ['Notes', 'Markers', 'Peer’s comments', 'Feedback'] as const;

export type SectionTitle = (typeof SECTION_TITLES)[number];

/** A session's text, cut into lines and headings. */
export interface SessionBody {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly kinds: readonly LineKind[];
  readonly headings: readonly Section[];
  /** What closes the block that is open at the end, as `missingEndOf` gives it. */
  readonly missingEnd: string | undefined;
}

export function sessionBody(text: string, bodyStart?: number): SessionBody {
  const blocks = parseBlocks(text, bodyStart);
  return {
    text,
    lines: blocks.lines,
    kinds: classifyLines(text, blocks),
    headings: outline(text, blocks),
    missingEnd: missingEndOf(blocks),
  };
}

/** The section of a title: a heading of the second level, whatever its case and the kind of its apostrophe. */
export function findSection({ headings }: SessionBody, title: SectionTitle): Section | undefined {
  return headings.find(
    (heading) => heading.level === 2 && (heading.title === title || fold(heading.title) === fold(title)),
  );
}

/**
 * A section's Markdown without the blank lines around it, its line breaks as `\n`; '' where there is no such section.
 */
export function sectionMarkdown(body: SessionBody, title: SectionTitle): string {
  const section = findSection(body, title);
  return section ? tidy(body.text.slice(section.contentStart, section.end)) : '';
}

/**
 * Markdown that stays in its section when it is read again: headings of the first two levels become third-level ones,
 * and a code block or comment that is left open is closed.
 */
export function contained(markdown: string): string {
  const text = tidy(markdown.replace(/^\uFEFF+/u, ''));
  // What looks like front matter is not: it stands within a file.
  const blocks = parseBlocks(text, 0);
  const high = outline(text, blocks).filter(({ level }) => level < 3);
  const end = missingEndOf(blocks) || undefined;
  return applyEdits(
    text,
    high.map((section) => levelEdit(text, section, 3)),
  ).concat(end === undefined ? '' : `\n${end}`);
}

function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’`´]/gu, '')
    .trim();
}
