/** Where the prompts stand in a text: in a playbook’s file of a round, or under the same heading in a loop’s. */
import { outline } from '../markdown/outline';

export interface PromptPlace {
  readonly title: string;
  /** The first paragraph below the heading, in one line; '' where nothing is asked yet. */
  readonly question: string;
  /** The heading's line, 0-based. */
  readonly line: number;
}

/** The prompts under `## Prompts`, in their order. Linear in the text. */
export function promptPlaces(text: string): PromptPlace[] {
  const sections = outline(text);
  const prompts = sections.find(({ level, title }) => level === 2 && title.toLowerCase() === 'prompts');
  if (!prompts) return [];
  return sections
    .filter(({ level, start }) => level === 3 && start >= prompts.contentStart && start < prompts.end)
    .map(({ title, line, contentStart, contentEnd }) => ({
      title,
      line,
      question:
        /^\s*(\S[\s\S]*?)(?=\r?\n[ \t]*\r?\n|$)/u
          .exec(text.slice(contentStart, contentEnd))?.[1]
          ?.replace(/\s+/gu, ' ')
          .trim() ?? '',
    }));
}
