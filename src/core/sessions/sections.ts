/** The sections of a session's body: where they are, and how Markdown is kept from leaving its section. */
import { classifyLines, outline, type LineKind, type Section } from '../markdown/outline';
import { splitLines, type Line } from '../markdown/text';

/** In the order in which a new file has them. */
export const SECTION_TITLES = ['Notes', 'Markers', 'Peer’s comments', 'Feedback'] as const;

export type SectionTitle = (typeof SECTION_TITLES)[number];

/** A session's text, cut into lines and headings. */
export interface SessionBody {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly kinds: readonly LineKind[];
  readonly headings: readonly Section[];
}

export function sessionBody(text: string, bodyStart?: number): SessionBody {
  const lines = splitLines(text);
  const kinds = classifyLines(text, lines, bodyStart);
  return { text, lines, kinds, headings: outline(text, lines, kinds) };
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

/** Markdown without blank lines before and white space behind it, its line breaks as `\n`. */
export function tidy(markdown: string): string {
  return markdown
    .replace(/\r\n?/gu, '\n')
    .trimEnd()
    .replace(/^(?:[^\S\n]*\n)+/u, '');
}

/**
 * Markdown that stays in its section when it is read again: headings of the first two levels become such of the third,
 * and a code block or comment that is left open is closed.
 */
export function contained(markdown: string): string {
  const text = tidy(markdown.replace(/^\uFEFF+/u, ''));
  // A line in front keeps what looks like front matter from being taken for it.
  const { lines, kinds } = sessionBody(`\n${text}`);
  const kept = lines.slice(1).map((line, index) => {
    const content = text.slice(line.start - 1, line.end - 1);
    return kinds[index + 1] === 'heading' ? content.replace(/^( {0,3})#{1,2}(?!#)/u, '$1###') : content;
  });
  return kept.join('\n') + closing(text);
}

/** What closes the code block or comment that a text ends in: nothing mostly. */
function closing(text: string): string {
  const kindOfProbe = (end: string): LineKind | undefined => sessionBody(`\n${text}${end}\n# probe`).kinds.at(-1);
  if (kindOfProbe('') === 'heading') return '';
  if (kindOfProbe('\n-->') === 'heading') return '\n-->';
  const fences = new Set(text.match(/^ *(?:`{3,}|~{3,})/gmu)?.map((fence) => fence.trim()));
  const ending = [...fences].map((fence) => `\n${fence}`).find((end) => kindOfProbe(end) === 'heading');
  return ending ?? '';
}

function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’`´]/gu, '')
    .trim();
}
