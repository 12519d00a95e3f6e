/** The fit check as Markdown: the generated part of a loop's `fit.md`. */
import { findConflict } from '../markdown/outline';
import { escapeMarkdown } from '../markdown/escape';
import { linkTarget } from '../markdown/links';
import { endOfLine, type TextEdit } from '../markdown/text';
import { listed, lowerFirst, plural } from '../words';
import { countFit } from './checkFit';
import type { FitRow, FitState } from './fitModel';

/** Between these two lines the text is written anew by each check; all the rest of the file is the user's. */
const BEGIN = '<!-- prep-loop fit: written by Check Fit, replaced each time -->';
const END = '<!-- /prep-loop fit -->';
const BEGIN_LINE = /^<!-- prep-loop fit:[^\r\n]*-->[ \t]*$/mu;
const END_LINE = /^<!-- \/prep-loop fit -->[ \t]*$/mu;

export const FIT_WORDS: Readonly<Record<FitState, string>> = {
  strong: 'Strong',
  partial: 'Partial',
  missing: 'Missing',
  yours: 'For you to answer',
};

/** “3 strong, 1 partial, 2 missing”. */
export function fitSummary(rows: readonly FitRow[]): string {
  const counts = countFit(rows);
  const parts = (['strong', 'partial', 'missing'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`);
  const yours = counts.yours === 0 ? [] : [`${plural(counts.yours, 'question')} for you to answer`];
  return [...parts, ...yours].join(', ');
}

/** A new fit.md. */
export function newFitFile(rows: readonly FitRow[]): string {
  return `# Does it fit?\n\n${generated(rows, '\n')}\n\n## Notes\n`;
}

/**
 * The edits that write the check into a fit.md: its generated part is replaced, or added at the end where there is
 * none.
 * @returns undefined where the file is in a merge conflict, or the end of its generated part is missing.
 */
export function fitEdits(text: string, rows: readonly FitRow[]): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const eol = endOfLine(text);
  const part = generated(rows, eol);
  const begin = BEGIN_LINE.exec(text);
  if (!begin) {
    const end = text.trimEnd().length;
    return [{ start: end, end, newText: `${end === 0 ? '' : eol + eol}${part}${end === text.length ? eol : ''}` }];
  }
  const rest = text.slice(begin.index);
  const end = END_LINE.exec(rest);
  if (!end) return undefined;
  const stop = begin.index + end.index + end[0].length;
  return text.slice(begin.index, stop) === part ? [] : [{ start: begin.index, end: stop, newText: part }];
}

function generated(rows: readonly FitRow[], eol: string): string {
  const blocks =
    rows.length === 0 ? ['The playbook asks for nothing.'] : [`${fitSummary(rows)}.`, ...rows.map(rowText)];
  return [BEGIN, ...blocks, END].join('\n\n').replace(/\n/gu, eol);
}

function rowText({ question, expects, state, reason, proofs, action, frame }: FitRow): string {
  const links = proofs.map(
    ({ title, path, line }) => `[${escapeMarkdown(title)}](../${linkTarget(path)}#L${line + 1})`,
  );
  const seen = links.length === 0 ? '' : ` See ${listed(links)}.`;
  return [
    `### ${FIT_WORDS[state]}: ${escapeMarkdown(question)}`,
    `They expect: ${expects}`,
    `${escapeMarkdown(reason)}${seen}`,
    ...(action ? [`To close the gap: ${lowerFirst(action.title)}.`] : []),
    ...(frame === '' ? [] : [`Until then: ${lowerFirst(frame)}`]),
  ].join('\n\n');
}
