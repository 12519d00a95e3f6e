/** The comment that silences findings of the next line: `<!-- prep-loop-disable-next-line CODE: the reason -->`. */
import type { Line } from '../markdown/text';

export const DIRECTIVE_OPENING = '<!-- prep-loop-disable-next-line';
const DIRECTIVE = /<!--[ \t]*prep-loop-disable-next-line[ \t]+([^\r\n]*)/u;

/** A longer line is not one of our comments, and is not searched for one. */
const LONGEST_DIRECTIVE = 1000;

/**
 * Whether any line may be one that {@link isDirective} knows: most texts have none, and need not be searched line by
 * line.
 */
export function mayHaveDirective(text: string): boolean {
  return text.includes('<!--') && text.includes('prep-loop-disable-next-line');
}

/** Whether a line is nothing but the comment that silences the next. */
export function isDirective(text: string, line: Line): boolean {
  if (line.end - line.start > LONGEST_DIRECTIVE) return false;
  const content = text.slice(line.start, line.end);
  return content.includes('<!--') && DIRECTIVE.test(content) && content.trimEnd().endsWith('-->');
}

/** What a line's comment says from its first code on, and where that begins; undefined where there is no comment. */
export function directiveIn(text: string, line: Line): { readonly start: number; readonly said: string } | undefined {
  if (line.end - line.start > LONGEST_DIRECTIVE) return undefined;
  const match = DIRECTIVE.exec(text.slice(line.start, line.end));
  const said = match?.[1];
  if (!match || said === undefined) return undefined;
  return { start: line.start + match.index + match[0].length - said.length, said };
}
