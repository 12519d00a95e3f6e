import { checkedPath } from './checked';
import { NOT_LOOPS } from '../loop/prepFolder';
import { codeSpans } from '../markdown/codeSpans';
import { isInComment } from '../markdown/comments';
import { locateFrontMatter } from '../markdown/frontMatter';
import { lineAt, lineIndexAt, lineStartAt } from '../markdown/text';
import { hasMarkdownEnding } from '../markdownName';
import { parseStory } from './parseStory';
import { SECTION_NAMES, type SectionName } from './storySections';
import { markSnippetBlanks } from './templates';

/** Files that have snippets of their own. */
export type PrepFileKind = 'story' | 'script' | 'offer';

/**
 * Where a snippet makes sense: anywhere in a file of a kind, in a story that has nothing yet, or in one of its
 * sections.
 */
export type SnippetPlace = PrepFileKind | 'story.start' | `story.${Lowercase<SectionName>}`;

export const SNIPPET_PLACES: readonly SnippetPlace[] = [
  'story',
  'script',
  'offer',
  'story.start',
  ...SECTION_NAMES.map((name) => `story.${name.toLowerCase() as Lowercase<SectionName>}` as const),
];

/** A snippet as VS Code's snippet files have them, and where it makes sense. */
export interface StorySnippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  /** In snippet syntax; what it asks for is marked as a blank. */
  readonly body: string;
  readonly where: readonly SnippetPlace[];
}

/** Where one can insert a snippet. Offsets are into the text. */
export interface InsertionPoint {
  readonly places: readonly SnippetPlace[];
  /** Where the word that is being typed begins; it ends at the offset asked for. */
  readonly wordStart: number;
}

/** A story with at most this many words and no section yet is a start. */
const FEW_WORDS = 15;
const WORD_CHARACTER = /[\p{L}\p{N}_$-]/u;

/** What kind of file a path is, relative to the prep folder; undefined for one that has no snippets. */
export function prepFileKind(path: string): PrepFileKind | undefined {
  const [folder = '', ...rest] = path.split('/');
  if (folder === 'stories') return rest.length === 1 && hasMarkdownEnding(rest[0] ?? '') ? 'story' : undefined;
  if (checkedPath(path)?.kind === 'offer') return 'offer';
  if (NOT_LOOPS.has(folder)) return undefined;
  return rest.length === 2 && rest[0] === 'scripts' && hasMarkdownEnding(rest[1] ?? '') ? 'script' : undefined;
}

/**
 * Reads the snippets' data.
 * @throws TypeError when it does not have the form of VS Code's snippet files with a `where` list; a test checks that
 * ours does.
 */
export function readSnippets(data: unknown): StorySnippet[] {
  return Object.entries(data as Record<string, Record<string, unknown>>).map(
    ([name, { prefix, description, body, where }]) => {
      const lines: unknown[] = Array.isArray(body) ? body : [body];
      const places: unknown[] = Array.isArray(where) ? where : [];
      const known = places.every((place) => (SNIPPET_PLACES as readonly unknown[]).includes(place));
      if (
        typeof prefix !== 'string' ||
        typeof description !== 'string' ||
        !lines.every((line) => typeof line === 'string') ||
        places.length === 0 ||
        !known
      ) {
        throw new TypeError(
          `The snippet “${name}” has to have a prefix, a description, a body, and places where it makes sense.`,
        );
      }
      return { name, prefix, description, body: markSnippetBlanks(lines.join('\n')), where: places as SnippetPlace[] };
    },
  );
}

/** The snippets that make sense at an offset of a file, in the order of the data. */
export function snippetsAt(snippets: readonly StorySnippet[], point: InsertionPoint | undefined): StorySnippet[] {
  return point ? snippets.filter(({ where }) => where.some((place) => point.places.includes(place))) : [];
}

/**
 * What can be inserted at an offset; undefined where no snippet belongs: in front matter, headings, code, comments,
 * links' destinations, and inside a word.
 */
export function insertionPoint(kind: PrepFileKind, text: string, offset: number): InsertionPoint | undefined {
  const line = lineAt(text, lineStartAt(text, offset));
  const wordStart = typedWordStart(text, line.start, offset);
  const before = text.slice(line.start, wordStart);
  if (!/(?:^|\s)$/u.test(before) || WORD_CHARACTER.test(text.slice(offset, Math.min(line.end, offset + 1))))
    return undefined;
  if (codeSpans(before).isOpen || /\]\([^()]*$/u.test(before.slice(-500)) || locateFrontMatter(text) === 'unclosed')
    return undefined;
  const story = parseStory(text);
  if (
    offset < story.bodyStart ||
    story.kinds[lineIndexAt(story.lines, line.start)] !== 'text' ||
    isInComment(text, offset)
  )
    return undefined;
  if (kind !== 'story') return { places: [kind], wordStart };
  const section = story.sections.find(
    ({ contentStart, end }) => contentStart <= offset && (offset < end || end === text.length),
  );
  if (section) return { places: ['story', `story.${section.name.toLowerCase() as Lowercase<SectionName>}`], wordStart };
  const isStart = story.sections.length === 0 && story.words <= FEW_WORDS;
  return { places: isStart ? ['story', 'story.start'] : ['story'], wordStart };
}

function typedWordStart(text: string, from: number, offset: number): number {
  let start = offset;
  while (start > from && WORD_CHARACTER.test(text[start - 1] as string)) start -= 1;
  return start;
}
