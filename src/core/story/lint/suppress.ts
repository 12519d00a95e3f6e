import { lineIndexAt, type Line } from '../../markdown/text';
import type { LineKind } from '../../markdown/outline';
import { DIRECTIVE_OPENING, directiveIn, isDirective } from './directive';
import type { Finding } from './finding';
import { RULE_CODES, type RuleCode } from './registry';
import type { Fix } from './types';

/** The title of the fix that silences a finding. */
export const SILENCE = 'Silence here';

/** The rules' codes, and those of the calculators, which are silenced the same way. */
const CODES: ReadonlySet<string> = new Set([...RULE_CODES, 'budget-exceeded', 'capacity-exceeded']);

/**
 * The findings that start on a line whose line above silences their code:
 * `<!-- prep-loop-disable-next-line CODE CODE: the reason -->`. In front matter the comment stands behind a `#`.
 */
export function silencedIn(
  text: string,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  findings: readonly Finding[],
): ReadonlySet<Finding> {
  const silenced = findings.filter((finding) => {
    const index = lineIndexAt(lines, finding.start) - 1;
    const above = lines[index];
    const directive = above && kinds[index] !== 'code' ? directiveIn(text, above) : undefined;
    return directive !== undefined && silencedCodes(directive.said).includes(finding.code);
  });
  return new Set(silenced);
}

/** The codes come first, with spaces or commas between them; a colon, `--` or any other word begins the reason. */
function silencedCodes(said: string): string[] {
  const codes: string[] = [];
  for (const item of (said.split('-->', 1)[0] as string).split(/[\s,]+/u)) {
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
  const title = SILENCE;
  const directive =
    above && isDirective(text, above) && kinds[index - 1] !== 'code' ? directiveIn(text, above) : undefined;
  if (directive) return { title, edits: [{ start: directive.start, end: directive.start, newText: `${code} ` }] };
  let indent = line.start;
  while (indent < line.end && (text[indent] === ' ' || text[indent] === '\t')) indent += 1;
  const first = lines[0] as Line;
  const eol = text.slice(first.end, first.next) || '\n';
  const lead = text.slice(line.start, indent) + (kinds[index] === 'frontMatter' ? '# ' : '');
  return {
    title,
    edits: [{ start: line.start, end: line.start, newText: `${lead}${DIRECTIVE_OPENING} ${code} -->${eol}` }],
  };
}
