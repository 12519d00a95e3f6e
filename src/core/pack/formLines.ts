/** How the lines of an interviewer's form are told apart, however a peer has written them. */
import type { Scored } from './sheetModel';

/** A bullet, a number, or the edge of a table. */
export const LIST_MARK = /^[ \t\u00a0]*(?:[-*+•·–|]|\d{1,9}[.)])(?:[ \t\u00a0]+|$)/u;
const BULLET = /^[ \t\u00a0]*[-*+•·–|](?:[ \t\u00a0]+|$)/u;
/** What a name or a figure may be dressed in. */
const MARKS = /[*_`\\]/gu;
/** Nothing further along a line than this belongs to a name. */
const LONGEST_NAME = 300;
/** What stands for “no view”. */
const BLANK = /^(?:[-–—_?.…]*|n\/?a|none|no view)$/iu;

const FIELD =
  /^ {0,3}(?:(?:[-*+•·–|]|\d{1,9}[.)])[ \t\u00a0]+)?([*_]{0,2})(evidence|red[ -]flags?|hire(?:[ \t]+or[ \t]+no[ \t]+hire)?(?:[ \t]*\([^()]{0,200}\))?)(?:\1[ \t]*[:：=|]|[ \t]*[:：=|]\1)[ \t]*/iu;

/** What is asked for besides the scores. */
export type FieldName = 'evidence' | 'redFlags' | 'hire';

/** What a line of a field begins with, and what was written after its label. */
export function readField(content: string): { readonly name: FieldName; readonly value: string } | undefined {
  const [label, , words = ''] = FIELD.exec(content) ?? [];
  if (label === undefined) return undefined;
  const first = words[0]?.toLowerCase();
  const name = first === 'e' ? 'evidence' : first === 'r' ? 'redFlags' : 'hire';
  return { name, value: content.slice(label.length).trim() };
}

/** A line that gives a competency a score. */
export interface ScoreLine {
  readonly competency: Scored;
  /** What stands after the name. */
  readonly value: string;
  /** Whether it is one of the form's own, and not words that happen to begin with a competency's name. */
  readonly isForm: boolean;
}

/** A competency is known by its id or its title, before a colon or what stands for one. */
export function readScoreLine(content: string, competencies: readonly Scored[]): ScoreLine | undefined {
  const plain = plainLine(content);
  const separators = [...plain.slice(0, LONGEST_NAME).matchAll(/[:：=|–—-]/gu)].map(({ index }) => index);
  // From the right, since one name may begin with another.
  for (const at of separators.reverse()) {
    const name = plain.slice(0, at);
    const competency = findScored(name, competencies);
    if (!competency) continue;
    const value = plain
      .slice(at + 1)
      .replace(/\|\s*$/u, '')
      .trim();
    return {
      competency,
      value,
      isForm: BULLET.test(content) || foldName(name).endsWith(foldName(`(${competency.id})`)),
    };
  }
  return undefined;
}

/** The name of what is scored in a line, where it is not known; '' for any other line. */
export function unknownName(content: string): string {
  if (!LIST_MARK.test(content)) return '';
  const [, name = ''] = /^([^:=]+)[:=][ \t]*\d/u.exec(plainLine(content)) ?? [];
  return name.trim();
}

export function findScored(name: string, competencies: readonly Scored[]): Scored | undefined {
  const named = foldName(name);
  return competencies.find(({ id, title }) =>
    [id, title, `${title} (${id})`].some((known) => foldName(known) === named),
  );
}

export function isBlankValue(value: string): boolean {
  return BLANK.test(value);
}

/** Without list marks and what words are dressed in. */
export function plainLine(content: string): string {
  return content.replace(MARKS, '').replace(LIST_MARK, '').trim();
}

export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/[\s-]+/gu, ' ')
    .trim();
}
