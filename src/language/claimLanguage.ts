/** Figures across the files of a loop in the text editor: problems at their places, and what can be done about them. */
import * as vscode from 'vscode';
import type { LoopClaims } from '../analysis/loopClaims';
import type { ClaimFinding, ClaimRuleCode } from '../core/claims/claimModel';
import { CLAIM_CODES, CLAIM_RULES } from '../core/claims/claimRules';
import { parseBlocks } from '../core/markdown/blocks';
import { classifyLines } from '../core/markdown/outline';
import { STATED_RULE } from '../core/story/lint/contradictsStated';
import { silenceFix } from '../core/story/lint/suppress';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import { pathUnder, uriIn } from '../store/files';
import { lintScopeAt, onDidChangeSetting } from '../store/settings';
import { fixEdit, Places, rangeOf } from './convert';
import { diagnosticOf, SOURCE } from './diagnostics';
import { rulePage } from './rulePages';

const { t } = vscode.l10n;

class ClaimDiagnostics extends Owner {
  private readonly collection = this._register(vscode.languages.createDiagnosticCollection(`${SOURCE}-figures`));

  constructor(private readonly claims: LoopClaims) {
    super();
    this._register(claims.onDidChange(() => this.show()));
    this._register(onDidChangeSetting(['lint.scope'], () => this.show()));
    this._register(
      vscode.workspace.onDidOpenTextDocument(({ languageId }) => languageId === 'markdown' && this.show()),
    );
    this._register(
      vscode.workspace.onDidCloseTextDocument(({ languageId }) => languageId === 'markdown' && this.show()),
    );
  }

  private show(): void {
    const found = new Map<string, { readonly uri: vscode.Uri; readonly diagnostics: vscode.Diagnostic[] }>();
    const seen = new Set<string>();
    const places = new Map<string, Places>();
    for (const { root, files, findings } of this.claims.known) {
      const texts = new Map(files.map(({ path, text }) => [path, text]));
      const placesIn = (path: string): Places => {
        const key = uriIn(root.uri, path).toString();
        const known = places.get(key) ?? new Places(texts.get(path) ?? this.claimsText(root.uri) ?? '');
        places.set(key, known);
        return known;
      };
      for (const one of findings) {
        const uri = uriIn(root.uri, one.path);
        const key = `${uri.toString()} ${one.start} ${one.code} ${one.message}`;
        // In a script that is open, it is shown as it is typed.
        if (seen.has(key) || !isShown(uri) || (one.code === STATED_RULE.code && isOpen(uri))) continue;
        seen.add(key);
        const page = { value: one.code, target: rulePage(one.code) };
        const diagnostic = diagnosticOf(placesIn(one.path).range(one), one, page);
        diagnostic.relatedInformation = one.related.map(
          (other) =>
            new vscode.DiagnosticRelatedInformation(
              new vscode.Location(uriIn(root.uri, other.path), placesIn(other.path).range(other)),
              other.message,
            ),
        );
        const list = found.get(uri.toString()) ?? { uri, diagnostics: [] };
        list.diagnostics.push(diagnostic);
        found.set(uri.toString(), list);
      }
    }
    for (const { uri, text, problems } of this.claims.claimProblems)
      if (problems.length > 0 && isShown(uri)) {
        const own = new Places(text);
        const diagnostics = problems.map((problem) => diagnosticOf(own.range(problem), problem));
        found.set(uri.toString(), { uri, diagnostics });
      }
    this.collection.clear();
    this.collection.set(
      [...found.values()].map(({ uri, diagnostics }): [vscode.Uri, vscode.Diagnostic[]] => [uri, diagnostics]),
    );
  }

  private claimsText(root: vscode.Uri): string | undefined {
    return this.claims.claimProblems.find(({ uri }) => pathUnder(root, uri) !== undefined)?.text;
  }
}

const isOpen = (uri: vscode.Uri): boolean =>
  vscode.workspace.textDocuments.some(({ uri: open, isClosed }) => !isClosed && open.toString() === uri.toString());

/** Findings of files that are not open are shown where the setting says so. */
const isShown = (uri: vscode.Uri): boolean => lintScopeAt(uri) === 'folder' || isOpen(uri);

class ClaimCodeActions implements vscode.CodeActionProvider {
  constructor(private readonly claims: LoopClaims) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (only?.intersects(vscode.CodeActionKind.QuickFix) === false) return [];
    const ours = diagnostics.filter((one) => codeOf(one) !== undefined);
    if (ours.length === 0) return [];
    const findings = this.claims.findingsIn(document.uri);
    return ours.flatMap((diagnostic) => {
      // What was compared may be older than the text: a place that says something else by now is left unchanged.
      const found = findings.find(
        (one) =>
          one.code === codeOf(diagnostic) &&
          one.message === diagnostic.message &&
          rangeOf(document, one).isEqual(diagnostic.range),
      );
      return found && this.isUpToDate(document, found) ? actionsFor(document, diagnostic, found) : [];
    });
  }

  private isUpToDate(document: vscode.TextDocument, { path }: ClaimFinding): boolean {
    const text = document.getText();
    return this.claims.known.some(
      ({ root, files }) =>
        pathUnder(root.uri, document.uri) === path && files.some((file) => file.path === path && file.text === text),
    );
  }
}

const codeOf = ({ source, code }: vscode.Diagnostic): ClaimRuleCode | undefined => {
  const value = typeof code === 'object' ? code.value : code;
  return source === SOURCE ? CLAIM_CODES.find((each) => each === value) : undefined;
};

function actionsFor(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  finding: ClaimFinding,
): vscode.CodeAction[] {
  const { code, start, end, fixes } = finding;
  const text = document.getText();
  const action = (title: string): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = [diagnostic];
    return made;
  };
  const uses = fixes.map(({ title, start: from, end: to, newText }) => {
    const made = action(title);
    made.edit = fixEdit(document, { title, edits: [{ start: from, end: to, newText }] });
    return made;
  });
  const retract = action(t('Mark as retracted…'));
  retract.command = commandOf('prepLoop.retractFigure', retract.title, { uri: document.uri, start, end });
  const parsed = parseBlocks(text);
  const silenced = silenceFix(text, parsed.lines, classifyLines(text, parsed), code, start);
  const silence = action(silenced.title);
  silence.edit = fixEdit(document, silenced);
  const off = action(t('Turn this rule off in this workspace ({0})', code));
  off.command = commandOf('prepLoop.turnRuleOff', off.title, { code, uri: document.uri });
  const page = action(t('Open the page on “{0}”', CLAIM_RULES.find((rule) => rule.code === code)?.title ?? code));
  page.command = commandOf('prepLoop.openRule', page.title, { code });
  return [...uses, ...(code === 'claim-retracted' ? [] : [retract]), silence, off, page];
}

/** Puts together what the editor shows of figures across files. */
export class ClaimLanguage extends Owner {
  constructor(claims: LoopClaims) {
    super();
    this._register(new ClaimDiagnostics(claims));
    this._register(
      vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new ClaimCodeActions(claims), {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }
}
