/** What was read of a metric, and what a rule asks for. */
import * as vscode from 'vscode';
import type { CommandId } from '../commandTable';
import { RULES, type Finding } from '../core/story/lint';
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
    return silencedCode(document, position) ?? ruleOf(document, analysis.findings, offset);
  }
}

const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

function readAs(quantity: Quantity): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**');
  markdown.appendText(formatQuantity(quantity));
  return markdown.appendMarkdown(`** · ${KINDS[quantity.kind]}`);
}

/** The shortest finding at a place explains its rule; the problem itself is shown by the editor. */
function ruleOf(document: vscode.TextDocument, findings: readonly Finding[], offset: number): vscode.Hover | undefined {
  const here = findings
    .filter((finding) => covers(finding, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return here[0] && explain(here[0].code, rangeOf(document, here[0]));
}

/** A code in a comment that silences it. */
function silencedCode(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const line = document.lineAt(position.line).text;
  if (!line.includes('prep-loop-disable-next-line')) return undefined;
  for (const match of line.matchAll(CODE)) {
    const range = new vscode.Range(position.line, match.index, position.line, match.index + match[0].length);
    const hover = range.contains(position) ? explain(match[0], range) : undefined;
    if (hover) return hover;
  }
  return undefined;
}

function explain(code: string, range: vscode.Range): vscode.Hover | undefined {
  const rule = RULES.find((candidate) => candidate.code === code);
  if (!rule) return undefined;
  const markdown = new vscode.MarkdownString(
    `${rule.summary} [Why, and an example](${commandUri('prepLoop.openRule', { code }).toString()})`,
  );
  markdown.isTrusted = { enabledCommands: ['prepLoop.openRule'] satisfies CommandId[] };
  return new vscode.Hover(markdown, range);
}
