import { quotationsAround, type BlockLine } from '../../markdown/blocks';
import { lineIndexAt, type Line } from '../../markdown/text';
import type { LineKind } from '../../markdown/outline';
import { DIRECTIVE_OPENING, directiveIn, isDirective } from '../directive';
import type { Finding } from './finding';
import { RULE_CODES } from './registry';
import type { Fix } from './types';

/** The title of the fix that silences a finding. */
export const SILENCE = 'Silence here';

/** The rules' codes, and those of the calculators and of figures across files, which are silenced the same way. */
const CODES: ReadonlySet<string> = new Set([
  ...RULE_CODES,
  'budget-exceeded',
  'capacity-exceeded',
  'goal-missed',
  'contradicts-stated',
  'figure-differs',
  'figure-unsupported',
  'claim-retracted',
]);

/**
 * The findings that start on a line whose line above silences their code:
 * `<!-- prep-loop-disable-next-line CODE CODE: the reason -->`. In front matter the comment comes after a `#`.
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

/** The codes that a line silences in the next, calculators' codes among them. */
export function codesSilencedBy(text: string, line: Line): readonly string[] {
  const directive = directiveIn(text, line);
  return directive ? silencedCodes(directive.said) : [];
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

/**
 * Writes the comment on a line of its own above the finding's, or adds the code to the comment that is there. In a
 * quotation the comment is quoted as well; a line that goes on in one without its mark gets the mark, as the comment
 * would end the paragraph, and the quotation with it.
 */
export function silenceFix(
  text: string,
  lines: readonly BlockLine[],
  kinds: readonly LineKind[],
  code: string,
  start: number,
): Fix {
  const index = lineIndexAt(lines, start);
  const line = lines[index] as BlockLine;
  const above = lines[index - 1];
  const title = SILENCE;
  const directive =
    above && isDirective(text, above) && kinds[index - 1] !== 'code' ? directiveIn(text, above) : undefined;
  if (directive) return { title, edits: [{ start: directive.start, end: directive.start, newText: `${code} ` }] };
  const first = lines[0] as Line;
  const eol = text.slice(first.end, first.next) || '\n';
  const comment = `${DIRECTIVE_OPENING} ${code} -->${eol}`;
  const opening = /^[ \t>]*/u.exec(text.slice(line.start, line.content))?.[0] ?? '';
  const depth = quotationsAround(line.block?.container);
  const unmarked = depth > 0 ? '> '.repeat(Math.max(0, depth - (opening.split('>').length - 1))) : '';
  const lead = depth > 0 ? '> '.repeat(depth) : (/^[ \t]*/u.exec(opening)?.[0] ?? '');
  const newText = `${lead}${kinds[index] === 'frontMatter' ? '# ' : ''}${comment}${unmarked}`;
  return { title, edits: [{ start: line.start, end: line.start, newText }] };
}
