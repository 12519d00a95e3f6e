/** Problems of open documents, shown a moment after they were typed in. */
import * as vscode from 'vscode';
import { TypingPauses } from '../analysis/typingPauses';
import { Owner } from '../lifecycle';
import { SOURCE } from './diagnostics';

export interface CheckOfDocument {
  /** What is wrong with a document; undefined for one that is not checked. */
  problemsOf(document: vscode.TextDocument): readonly vscode.Diagnostic[] | undefined;
  /** Whether typing in a document is followed by a check. */
  follows(document: vscode.TextDocument): boolean;
  /** Called when a document was checked. */
  checked?(): void;
}

export class TypedProblems extends Owner {
  private readonly collection: vscode.DiagnosticCollection;
  private readonly pauses = this._register(new TypingPauses((document) => this.show(document)));

  /** @param name tells these problems from others of ours. */
  constructor(
    name: string,
    private readonly check: CheckOfDocument,
  ) {
    super();
    this.collection = this._register(vscode.languages.createDiagnosticCollection(`${SOURCE}-${name}`));
    const { workspace } = vscode;
    this._register(workspace.onDidOpenTextDocument((document) => this.show(document)));
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && check.follows(document)) this.pauses.begin(document);
      }),
    );
    this._register(workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)));
    this.showAll();
  }

  /** Checks all open documents. */
  showAll(): void {
    for (const document of vscode.workspace.textDocuments) this.show(document);
  }

  private show(document: vscode.TextDocument): void {
    this.pauses.end(document, () => {
      const problems = this.check.problemsOf(document);
      this.collection.set(document.uri, problems && problems.length > 0 ? problems : undefined);
      if (problems) this.check.checked?.();
    });
  }
}
