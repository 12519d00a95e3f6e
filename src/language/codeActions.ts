/** Quick fixes for findings, from the text as it is now, and the fixes that are safe to make all at once. */
import * as vscode from 'vscode';
import type { CommandId } from '../commandTable';
import { RULES, SILENCE, type Finding, type RuleCode } from '../core/story/lint';
import { headingEdits } from '../core/story/labelsToHeadings';
import { commandOf } from '../editorCommands';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { fixEdit, rangeOf } from './convert';
import { SOURCE } from './diagnostics';

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append(SOURCE);

/** The rules whose first fix may be made without being looked at. */
const SAFE: ReadonlySet<RuleCode> = new Set(RULES.filter(({ isFixSafe }) => isFixSafe).map(({ code }) => code));

export class StoryCodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite, FIX_ALL],
  };

  constructor(private readonly analyses: StoryAnalyses) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const wantsFixAll = only?.intersects(FIX_ALL) ?? false;
    const wantsFixes = !only || only.intersects(vscode.CodeActionKind.QuickFix);
    const wantsRefactoring = !only || only.intersects(vscode.CodeActionKind.RefactorRewrite);
    const refactorings = wantsRefactoring ? this.refactorings(document) : [];
    const ours = diagnostics.filter(({ source }) => source === SOURCE);
    if (!wantsFixAll && (!wantsFixes || ours.length === 0)) return refactorings;
    const findings = this.analyses.of(document)?.analysis.findings ?? [];
    const fixable = wantsFixes ? ours.flatMap((diagnostic) => fixedBy(document, diagnostic, findings)) : [];
    // At each place, repairs come first, then silencing a problem, turning its rule off, and reading about it.
    const fixes = fixable.flatMap((one) => quickFixes(document, one, fixable)).sort((a, b) => rankOf(a) - rankOf(b));
    return [...fixes, ...refactorings, ...(wantsFixAll ? fixAll(document, findings) : [])];
  }

  /** Turns the labels of a story into headings, in one edit. */
  private refactorings(document: vscode.TextDocument): vscode.CodeAction[] {
    const checked = this.analyses.of(document);
    if (checked?.analysis.kind !== 'story') return [];
    const edits = headingEdits(checked.analysis.parsed);
    if (edits.length === 0) return [];
    const action = new vscode.CodeAction('Turn labels into headings', vscode.CodeActionKind.RefactorRewrite);
    action.edit = fixEdit(document, { title: action.title, edits });
    return [action];
  }
}

/** A problem that is shown, and what it refers to in the text as it is now. */
interface Fixable {
  readonly diagnostic: vscode.Diagnostic;
  readonly finding: Finding;
}

function fixedBy(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  findings: readonly Finding[],
): Fixable[] {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : undefined;
  // The problem shown may be older than the text; the current finding is the one with its code at its place.
  const finding = findings.find(
    (candidate) => candidate.code === code && rangeOf(document, candidate).intersection(diagnostic.range),
  );
  return finding ? [{ diagnostic, finding }] : [];
}

/**
 * @param all the problems whose fixes share a menu: where two have a fix of the same title, it says which it is for.
 */
function quickFixes(
  document: vscode.TextDocument,
  { diagnostic, finding }: Fixable,
  all: readonly Fixable[],
): vscode.CodeAction[] {
  const actions = finding.fixes.map((fix, index) => {
    const isShared = all.some(
      (other) => other.finding.code !== finding.code && other.finding.fixes.some(({ title }) => title === fix.title),
    );
    const action = new vscode.CodeAction(
      isShared ? `${fix.title}: ${finding.code}` : fix.title,
      vscode.CodeActionKind.QuickFix,
    );
    action.edit = fixEdit(document, fix);
    action.diagnostics = [diagnostic];
    action.isPreferred = index === 0 && SAFE.has(finding.code);
    return action;
  });
  if (finding.code === 'placeholder-left') actions.unshift(nextBlank(document, diagnostic));
  const off = new vscode.CodeAction(
    `Turn this rule off in this workspace (${finding.code})`,
    vscode.CodeActionKind.QuickFix,
  );
  off.command = commandOf('prepLoop.turnRuleOff', off.title, { code: finding.code, uri: document.uri });
  off.diagnostics = [diagnostic];
  const page = new vscode.CodeAction(`Open the page on “${titleOf(finding.code)}”`, vscode.CodeActionKind.QuickFix);
  page.command = commandOf('prepLoop.openRule', page.title, { code: finding.code });
  page.diagnostics = [diagnostic];
  return [...actions, off, page];
}

/** Blanks are filled in one after the other: the fix goes to the first. */
function nextBlank(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction('Go to the next blank', vscode.CodeActionKind.QuickFix);
  action.command = commandOf('prepLoop.nextBlank', action.title, { uri: document.uri });
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

const COMMAND_RANKS: Partial<Record<string, number>> = {
  'prepLoop.turnRuleOff': 2,
  'prepLoop.openRule': 3,
} satisfies Partial<Record<CommandId, number>>;

const rankOf = ({ title, command }: vscode.CodeAction): number =>
  COMMAND_RANKS[command?.command ?? ''] ?? (title.startsWith(SILENCE) ? 1 : 0);

const titleOf = (code: RuleCode): string => RULES.find((rule) => rule.code === code)?.title ?? code;

function fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  // Fixes of one kind rewrite the same place: the first of a code does for all of them.
  const safe = findings.filter(
    ({ code }, index) => SAFE.has(code) && findings.findIndex((other) => other.code === code) === index,
  );
  return safe.flatMap(({ fixes: [fix] }) => {
    if (!fix || fix.snippet) return [];
    const action = new vscode.CodeAction(fix.title, FIX_ALL);
    action.edit = fixEdit(document, fix);
    return [action];
  });
}
