/** What was read of a metric, and what a rule asks for. */
import * as vscode from 'vscode';
import type { CommandId } from '../commandTable';
import { escapeMarkdown } from '../core/markdown/escape';
import { RULES, type Analysis, type Finding } from '../core/story/lint';
import { formatQuantity, type Quantity, type QuantityKind } from '../core/story/quantities';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import type { Span } from '../core/ports';
import { commandUri, rangeOf } from './convert';

const KINDS: Readonly<Record<QuantityKind, string>> = {
  money: 'money',
  percent: 'percentage',
  duration: 'duration',
  rate: 'rate',
  size: 'size of data',
  count: 'count',
  multiplier: 'multiplier',
  points: 'points',
  ratio: 'share',
};

const CODE = /(?<![a-z])[a-z]+(?:-[a-z]+)+/gu;

export class StoryHovers implements vscode.HoverProvider {
  constructor(private readonly analyses: StoryAnalyses) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const analysis = this.analyses.of(document)?.analysis;
    if (!analysis) return undefined;
    const offset = document.offsetAt(position);
    const quantity = analysis.quantities.find((candidate) => covers(candidate, offset));
    if (quantity) return new vscode.Hover(readAs(quantity), rangeOf(document, quantity));
    return silencedCode(document, position, analysis) ?? ruleOf(document, analysis.findings, offset);
  }
}

const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

function readAs(quantity: Quantity): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  return markdown.appendMarkdown(`**${escapeMarkdown(formatQuantity(quantity))}** · ${KINDS[quantity.kind]}`);
}

/** The shortest finding at a place explains its rule; the problem itself is shown by the editor. */
function ruleOf(document: vscode.TextDocument, findings: readonly Finding[], offset: number): vscode.Hover | undefined {
  const here = findings
    .filter((finding) => covers(finding, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return here[0] && explain(here[0].code, rangeOf(document, here[0]));
}

/** A code in a comment that silences it. */
function silencedCode(
  document: vscode.TextDocument,
  position: vscode.Position,
  { silenced, score }: Analysis,
): vscode.Hover | undefined {
  const line = document.lineAt(position.line).text;
  if (!line.includes('prep-loop-disable-next-line')) return undefined;
  for (const match of line.matchAll(CODE)) {
    const range = new vscode.Range(position.line, match.index, position.line, match.index + match[0].length);
    const isHere = silenced.some(
      ({ code, start }) => code === match[0] && document.positionAt(start).line === position.line + 1,
    );
    const costs = isHere && score ? 'Silenced here: the finding is hidden, but still costs its points.' : undefined;
    const hover = range.contains(position) ? explain(match[0], range, costs) : undefined;
    if (hover) return hover;
  }
  return undefined;
}

/** @param also a sentence to add. */
function explain(code: string, range: vscode.Range, also?: string): vscode.Hover | undefined {
  const rule = RULES.find((candidate) => candidate.code === code);
  if (!rule) return undefined;
  const markdown = new vscode.MarkdownString(
    `**${rule.title}.** ${rule.summary} [Why, and an example](${commandUri('prepLoop.openRule', { code }).toString()})${also === undefined ? '' : `\n\n${also}`}`,
  );
  markdown.isTrusted = { enabledCommands: ['prepLoop.openRule'] satisfies CommandId[] };
  return new vscode.Hover(markdown, range);
}
