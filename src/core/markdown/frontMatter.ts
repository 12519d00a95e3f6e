/** Where a text's front matter is. What it says is read and edited in the room `frontMatter`. */
import { lineAt, textStart } from './text';

/** The block with its fences is `start`-`bodyStart`, the YAML between them `yamlStart`-`yamlEnd`. */
export interface FrontMatterRange {
  readonly start: number;
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
}

const FENCE = /^---[ \t]*$/u;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/u;
const FULL_STOP = 46;

/**
 * Finds the front matter: a `---` on the very first line, up to the next `---` or `...`. 'unclosed' when no such line
 * follows.
 */
export function locateFrontMatter(text: string): FrontMatterRange | 'unclosed' | undefined {
  const start = textStart(text);
  const opening = lineAt(text, start);
  if (!FENCE.test(text.slice(opening.start, opening.end))) return undefined;
  for (let line = opening; line.next > line.end;) {
    line = lineAt(text, line.next);
    if (text.charCodeAt(line.start) > FULL_STOP) continue;
    if (CLOSING_FENCE.test(text.slice(line.start, line.end))) {
      return { start, yamlStart: opening.next, yamlEnd: line.start, bodyStart: line.next };
    }
  }
  return 'unclosed';
}
