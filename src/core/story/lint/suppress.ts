import { lineIndexAt, type Line } from '../../markdown/text';
import type { LineKind } from '../../markdown/outline';
import { RULE_CODES, type Finding, type Fix, type RuleCode } from './types';

const OPENING = '<!-- prep-loop-disable-next-line';
const DIRECTIVE = /<!--[ \t]*prep-loop-disable-next-line[ \t]+([^\r\n]*)/u;

/** The rules' codes, and those of the calculators, which are silenced the same way. */
const CODES: ReadonlySet<string> = new Set([...RULE_CODES, 'budget-exceeded', 'capacity-exceeded']);

/** A longer line is no comment of ours, and is not looked through for one. */
const LONGEST_DIRECTIVE = 1000;

/**
 * Whether any line can be one that {@link isDirective} knows: most texts have none, and need not be looked through by
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

/**
 * Leaves out the findings that start on a line whose line above silences their code:
 * `<!-- prep-loop-disable-next-line CODE CODE: the reason -->`. In front matter the comment stands behind a `#`.
 */
export function withoutSilenced(
  text: string,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  findings: readonly Finding[],
): Finding[] {
  return findings.filter((finding) => {
    const index = lineIndexAt(lines, finding.start) - 1;
    const above = lines[index];
    return (
      !above ||
      kinds[index] === 'code' ||
      above.end - above.start > LONGEST_DIRECTIVE ||
      !silencedCodes(text.slice(above.start, above.end)).includes(finding.code)
    );
  });
}

/** The codes come first, with spaces or commas between them; a colon, `--` or any other word begins the reason. */
function silencedCodes(line: string): string[] {
  const rest = DIRECTIVE.exec(line)?.[1]?.split('-->', 1)[0];
  if (rest === undefined) return [];
  const codes: string[] = [];
  for (const item of rest.split(/[\s,]+/u)) {
    const code = item.endsWith(':') ? item.slice(0, -1) : item;
    if (!CODES.has(code)) break;
    codes.push(code);
    if (code !== item) break;
  }
  return codes;
}

/** Writes the comment on a line of its own above the finding's, or adds the code to the comment that is there. */
export function silenceFix(
  text: string,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  code: RuleCode,
  start: number,
): Fix {
  const index = lineIndexAt(lines, start);
  const line = lines[index] as Line;
  const above = lines[index - 1];
  const title = 'Silence here';
  if (above && isDirective(text, above) && kinds[index - 1] !== 'code') {
    const match = DIRECTIVE.exec(text.slice(above.start, above.end)) as RegExpExecArray;
    const at = above.start + match.index + match[0].length - (match[1] as string).length;
    return { title, edits: [{ start: at, end: at, newText: `${code} ` }] };
  }
  let indent = line.start;
  while (indent < line.end && (text[indent] === ' ' || text[indent] === '\t')) indent += 1;
  const first = lines[0] as Line;
  const eol = text.slice(first.end, first.next) || '\n';
  const lead = text.slice(line.start, indent) + (kinds[index] === 'frontMatter' ? '# ' : '');
  return { title, edits: [{ start: line.start, end: line.start, newText: `${lead}${OPENING} ${code} -->${eol}` }] };
}
