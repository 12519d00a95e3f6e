/** Asks in scripts that contradict what was said to the company: problems as they are typed, with their fixes. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import { lastStated } from '../core/offer/stated';
import { checkedPath } from '../core/story/checked';
import { contradictions, type SaidBefore, type StatedFinding } from '../core/story/lint/contradictsStated';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import type { OfferStore } from '../store/offerStore';
import { onDidChangeSetting, ruleLevelsAt } from '../store/settings';
import { fixEdit, rangeOf } from './convert';
import { diagnosticOf } from './diagnostics';
import { rulePage } from './rulePages';
import { TypedProblems } from './typedProblems';

export class StatedLanguage extends Owner implements vscode.CodeActionProvider {
  /** What was said to each company, by the loop's folder. */
  private said: ReadonlyMap<string, SaidBefore> = new Map();
  private readonly problems: TypedProblems;

  constructor(
    private readonly store: PrepStore,
    private readonly offers: OfferStore,
  ) {
    super();
    const { workspace, languages } = vscode;
    this._register(workspace.onDidOpenTextDocument((document) => void this.opened(document)));
    this.problems = this._register(
      new TypedProblems('stated', {
        follows: (document) => this.loopOf(document) !== undefined,
        problemsOf: (document) => (this.loopOf(document) === undefined ? undefined : this.diagnosticsOf(document)),
      }),
    );
    this._register(offers.onDidChange(() => void this.refresh()));
    this._register(onDidChangeSetting(['lint.rules'], () => this.problems.showAll()));
    this._register(
      languages.registerCodeActionsProvider({ language: 'markdown' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
    if (workspace.textDocuments.some((document) => this.loopOf(document) !== undefined)) void this.refresh();
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (only?.intersects(vscode.CodeActionKind.QuickFix) === false) return [];
    return this.findings(document)
      .filter((finding) => rangeOf(document, finding).intersection(range) !== undefined)
      .flatMap(({ fixes, message }) =>
        fixes.map((fix) => {
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          action.edit = fixEdit(document, fix);
          action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.message === message);
          return action;
        }),
      );
  }

  private async opened(document: vscode.TextDocument): Promise<void> {
    if (this.loopOf(document) !== undefined) await this.refresh();
  }

  /** Reads the offers again, and checks the open scripts. */
  private async refresh(): Promise<void> {
    const said = new Map<string, SaidBefore>();
    for (const { loop, offer } of await this.offers.offers()) {
      const last = lastStated(offer);
      if (loop && last) said.set(loop.uri.toString(), last);
    }
    if (this.isDisposed) return;
    this.said = said;
    this.problems.showAll();
  }

  private diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
    return this.findings(document).map((finding) => {
      const code = { value: finding.code, target: rulePage(finding.code) };
      return diagnosticOf(rangeOf(document, finding), finding, code);
    });
  }

  private findings(document: vscode.TextDocument): StatedFinding[] {
    const loop = this.loopOf(document);
    const said = loop === undefined ? undefined : this.said.get(loop);
    const text = said && document.getText();
    if (text === undefined || text.length > LARGEST) return [];
    return contradictions(text, said as SaidBefore, ruleLevelsAt(document.uri));
  }

  /** The folder of the loop that a script belongs to; undefined for a document that is not a script. */
  private loopOf(document: vscode.TextDocument): string | undefined {
    if (document.languageId !== 'markdown' || document.isClosed) return undefined;
    for (const { uri } of this.store.roots) {
      const checked = checkedPath(pathUnder(uri, document.uri) ?? '');
      if (checked?.kind === 'script' && checked.loop !== undefined)
        return vscode.Uri.joinPath(uri, checked.loop).toString();
    }
    return undefined;
  }
}
