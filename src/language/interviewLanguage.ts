/** What the editor shows of the interview of a peer: lenses that start its clock and export it, and what is wrong. */
import * as vscode from 'vscode';
import { TypingPauses } from '../analysis/typingPauses';
import { outline } from '../core/markdown/outline';
import { readInterviewKeys } from '../core/pack/interview';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import { Refusal } from '../refusal';
import type { PrepStore } from '../store/api';
import type { InterviewStore } from '../store/interviewStore';
import { rangeOf } from './convert';
import { diagnosticOf, SOURCE } from './diagnostics';

const { t } = vscode.l10n;
const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

export class InterviewLanguage extends Owner implements vscode.CodeLensProvider {
  private readonly collection = this._register(vscode.languages.createDiagnosticCollection(`${SOURCE}-interviews`));
  private readonly pauses = this._register(new TypingPauses((document) => this.check(document)));

  constructor(
    private readonly interviews: InterviewStore,
    store: PrepStore,
  ) {
    super();
    const { workspace, languages } = vscode;
    this._register(languages.registerCodeLensProvider(MARKDOWN, this));
    this._register(workspace.onDidOpenTextDocument((document) => this.check(document)));
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isInterview(document)) this.pauses.begin(document);
      }),
    );
    this._register(workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)));
    this._register(store.onDidChange(() => this.checkAll()));
    this.checkAll();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!this.isInterview(document)) return [];
    const { uri } = document;
    const text = document.getText();
    const line = outline(text)[0]?.line ?? 0;
    const range = new vscode.Range(line, 0, line, 0);
    const { peer } = readInterviewKeys(text);
    return [
      commandOf('prepLoop.startTimer', t('Start the clock'), { uri, ask: true }),
      { title: t('Show as a page'), command: 'markdown.showPreviewToSide', arguments: [uri] },
      commandOf('prepLoop.exportInterview', peer === '' ? t('Export…') : t('Export for {0}…', peer), {
        uri,
        ask: true,
      }),
    ].map((command) => new vscode.CodeLens(range, command));
  }

  private checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  private check(document: vscode.TextDocument): void {
    this.pauses.end(document, () => {
      if (this.isInterview(document)) void this.show(document);
    });
  }

  private async show(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    const problems = await this.problemsOf(document);
    if (document.version === version && !document.isClosed && !this.isDisposed) this.collection.set(uri, problems);
  }

  private async problemsOf(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
    try {
      const found = await this.interviews.readText(document.uri, document.getText());
      return (found?.interview.problems ?? []).map((problem) => diagnosticOf(rangeOf(document, problem), problem));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [diagnosticOf(new vscode.Range(0, 0, 0, 0), { message: error.message, severity: 'warning' })];
    }
  }

  private isInterview(document: vscode.TextDocument): boolean {
    return document.languageId === 'markdown' && this.interviews.isInterview(document.uri);
  }
}
