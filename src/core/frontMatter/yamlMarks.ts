/** Where front matter has comments and the dashes of its lists, which the library's tree of nodes does not say. */
import { Lexer } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import type { Span } from '../ports';
import { yamlOf } from './yamlDocument';

/** Offsets into the whole text. */
export interface YamlMarks {
  /** Each from its `#` to the end of its line. */
  readonly comments: readonly Span[];
  /** The `-` of each item of a list in lines. */
  readonly dashes: readonly number[];
}

/** Stands before a scalar among the lexer's tokens: what follows it is words, whatever they look like. */
const SCALAR = '\u001F';
/** Tokens that take no room: the beginning of a document, and the end of a bracket that is not closed. */
const NO_ROOM: ReadonlySet<string> = new Set(['\u0002', '\u0018']);

/** None where the text has no front matter that is closed. */
export function yamlMarks(text: string): YamlMarks {
  const range = locateFrontMatter(text);
  const comments: Span[] = [];
  const dashes: number[] = [];
  if (typeof range !== 'object') return { comments, dashes };
  let at = range.yamlStart;
  let isScalar = false;
  for (const token of new Lexer().lex(yamlOf(text, range))) {
    const isWords: boolean = isScalar;
    isScalar = !isWords && token === SCALAR;
    if (isScalar || (!isWords && NO_ROOM.has(token))) continue;
    if (!isWords && token.startsWith('#')) comments.push({ start: at, end: at + token.length });
    if (!isWords && token === '-') dashes.push(at);
    at += token.length;
  }
  return { comments, dashes };
}

/** Whether a comment, or a part of one, stands between two offsets. */
export const hasCommentIn = ({ comments }: Pick<YamlMarks, 'comments'>, start: number, end: number): boolean =>
  comments.some((comment) => comment.start < end && start < comment.end);
