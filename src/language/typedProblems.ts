/** Problems of open documents, shown a moment after they were typed in. */
import * as vscode from 'vscode';
import { TypingPauses } from '../analysis/typingPauses';
import { Owner } from '../lifecycle';
import { SOURCE } from './diagnostics';

type Found = readonly vscode.Diagnostic[] | undefined;

export interface CheckOfDocument {
  /** What is wrong with a document; undefined for one that is not checked. */
  problemsOf(document: vscode.TextDocument): Found | Promise<Found>;
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
      const found = this.check.problemsOf(document);
      if (found instanceof Promise) void this.showLater(document, found);
      else this.set(document, found);
    });
  }

  /** What was found in a text counts for no other. */
  private async showLater(document: vscode.TextDocument, finding: Promise<Found>): Promise<void> {
    const { version } = document;
    const found = await finding;
    if (document.version === version && !document.isClosed && !this.isDisposed) this.set(document, found);
  }

  private set(document: vscode.TextDocument, problems: Found): void {
    this.collection.set(document.uri, problems && problems.length > 0 ? problems : undefined);
    if (problems) this.check.checked?.();
  }
}
