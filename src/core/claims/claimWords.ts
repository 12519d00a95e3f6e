/** The findings of figures in words: what is said of one, where else to look, and what can be put in its place. */
import type { ClaimFinding, ClaimFix, ClaimRuleCode, Figure, FileFigures } from './claimModel';
import { CLAIM_RULES } from './claimRules';
import type { ComparedFigure } from './retold';

/** Further places of one finding are not listed. */
const MOST_RELATED = 8;

/** @param others the places that say something else, at least one. */
export function differing(one: ComparedFigure, others: readonly ComparedFigure[]): ClaimFinding {
  const first = others[0] as ComparedFigure;
  const { figure, file } = one;
  const said = shortened(first.figure.quantity.text);
  const message = `${capital(figure.measure)} is “${shortened(figure.quantity.text)}” here and “${said}” in ${placeOf(first, file)}: which one holds?`;
  const related = others.slice(0, MOST_RELATED).map((other) => ({
    path: other.file.path,
    start: other.figure.start,
    end: other.figure.end,
    message: `“${shortened(other.figure.quantity.text)}”`,
  }));
  const fixes = others.flatMap((other) => useFix(one, other) ?? []).slice(0, 3);
  return finding('figure-differs', one, message, related, uniqueTitles(fixes));
}

const uniqueTitles = (fixes: readonly ClaimFix[]): ClaimFix[] =>
  fixes.filter((fix, index) => fixes.findIndex(({ title }) => title === fix.title) === index);

/** *Use 28 ms here*: the new figure of a change goes where the new figure stands. */
function useFix({ figure, file }: ComparedFigure, { figure: other }: ComparedFigure): ClaimFix | undefined {
  const mine = newPart(figure);
  const theirs = newPart(other);
  if (!mine || !theirs) return undefined;
  return {
    title: `Use ${theirs.text} here`,
    path: file.path,
    start: mine.start,
    end: mine.end,
    newText: theirs.text,
  };
}

const CHANGE = /^(from\s.{1,60}?\sto\s+)(\S.*)$/su;

/** Where the figure stands without the old one of its change, and what it says; undefined where that is not clear. */
function newPart({ quantity }: Figure): { start: number; text: string; end: number } | undefined {
  const { text, start, end, from } = quantity;
  if (text.length > 80) return undefined;
  if (from === undefined) return { start, end, text };
  const change = CHANGE.exec(text);
  return change ? { start: start + (change[1] as string).length, end, text: change[2] as string } : undefined;
}

const placeOf = ({ file, figure }: ComparedFigure, own: FileFigures): string =>
  file === own ? `line ${figure.line + 1}` : `${file.path}, line ${figure.line + 1}`;

export const ofMeasure = ({ measure, quantity }: Figure): string =>
  measure === '' || quantity.kind === 'count' || quantity.kind === 'rate' ? '' : ` for ${shortened(measure)}`;

export const shortened = (text: string): string => {
  const plain = text.replace(/\s+/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
};

const capital = (text: string): string =>
  text === '' ? 'This' : shortened(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);

export function finding(
  code: ClaimRuleCode,
  { file, figure: { start, end } }: ComparedFigure,
  message: string,
  related: ClaimFinding['related'],
  fixes: readonly ClaimFix[],
): ClaimFinding {
  const severity = CLAIM_RULES.find((rule) => rule.code === code)?.severity ?? 'warning';
  return { code, severity, path: file.path, start, end, message, related, fixes };
}
