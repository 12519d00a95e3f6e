/** What the editor shows of the interview of a peer: lenses that start its clock and export it, and what is wrong. */
import * as vscode from 'vscode';
import { outline } from '../core/markdown/outline';
import { readInterviewKeys } from '../core/pack/interview';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import { Refusal } from '../refusal';
import type { PrepStore } from '../store/api';
import type { InterviewStore } from '../store/interviewStore';
import { rangeOf } from './convert';
import { diagnosticOf } from './diagnostics';
import { TypedProblems } from './typedProblems';

const { t } = vscode.l10n;
const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

export class InterviewLanguage extends Owner implements vscode.CodeLensProvider {
  constructor(
    private readonly interviews: InterviewStore,
    store: PrepStore,
  ) {
    super();
    this._register(vscode.languages.registerCodeLensProvider(MARKDOWN, this));
    const problems = this._register(
      new TypedProblems('interviews', {
        follows: (document) => this.isInterview(document),
        problemsOf: (document) => (this.isInterview(document) ? this.problemsOf(document) : undefined),
      }),
    );
    this._register(store.onDidChange(() => problems.showAll()));
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
