/** Offers in the text editor: problems of their front matter as it is typed, completion and hovers. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import { TypingPauses } from '../analysis/typingPauses';
import { offerHover, suggestInOffer } from '../core/offer/offerLanguage';
import { readOffer } from '../core/offer/readOffer';
import { checkedPath } from '../core/story/checked';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { rangeOf, severityOf } from './convert';
import { SOURCE } from './diagnostics';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** The text of a document that is an offer; undefined for any other, and for one that is too large. */
type OfferText = (document: vscode.TextDocument) => string | undefined;

/** Shows what is wrong with an offer’s front matter a moment after it was typed. */
class OfferDiagnostics extends Owner {
  private readonly collection = this._register(vscode.languages.createDiagnosticCollection(`${SOURCE}-offers`));
  private readonly pauses = this._register(new TypingPauses((document) => this.check(document)));

  constructor(
    private readonly textOf: OfferText,
    store: PrepStore,
  ) {
    super();
    const { workspace } = vscode;
    this._register(workspace.onDidOpenTextDocument((document) => this.check(document)));
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && textOf(document) !== undefined) this.pauses.begin(document);
      }),
    );
    this._register(workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)));
    this._register(store.onDidChange((entries) => entries === undefined && this.checkOpen()));
    this.checkOpen();
  }

  private checkOpen(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  private check(document: vscode.TextDocument): void {
    this.pauses.end(document, () => {
      const text = this.textOf(document);
      const problems = text === undefined ? [] : readOffer(text).problems;
      const shown = problems.map((problem) => {
        const diagnostic = new vscode.Diagnostic(
          rangeOf(document, problem),
          problem.message,
          severityOf(problem.severity),
        );
        diagnostic.source = SOURCE;
        return diagnostic;
      });
      this.collection.set(document.uri, shown.length > 0 ? shown : undefined);
    });
  }
}

class OfferHovers implements vscode.HoverProvider {
  constructor(private readonly textOf: OfferText) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const text = this.textOf(document);
    const hover = text === undefined ? undefined : offerHover(text, document.offsetAt(position));
    return hover && new vscode.Hover(new vscode.MarkdownString(hover.text), rangeOf(document, hover));
  }
}

class OfferCompletions implements vscode.CompletionItemProvider {
  constructor(private readonly textOf: OfferText) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] | undefined {
    const text = this.textOf(document);
    const found = text === undefined ? undefined : suggestInOffer(text, document.offsetAt(position));
    if (!found) return undefined;
    const range = rangeOf(document, found.replace);
    const { Property, Value } = vscode.CompletionItemKind;
    return found.items.map(({ label, insert, kind, about }, index) => {
      const item = new vscode.CompletionItem(label, kind === 'key' ? Property : Value);
      item.insertText = new vscode.SnippetString(insert);
      item.documentation = new vscode.MarkdownString(about);
      item.range = range;
      item.sortText = String(index).padStart(3, '0');
      return item;
    });
  }
}

/** Puts together what the editor shows of offers. */
export class OfferLanguage extends Owner {
  constructor(store: PrepStore) {
    super();
    const { languages } = vscode;
    const textOf: OfferText = (document) => {
      if (document.languageId !== 'markdown' || document.isClosed) return undefined;
      const isOffer = store.roots.some(({ uri }) => checkedPath(pathUnder(uri, document.uri) ?? '')?.kind === 'offer');
      const text = isOffer ? document.getText() : undefined;
      return text !== undefined && text.length <= LARGEST ? text : undefined;
    };
    this._register(new OfferDiagnostics(textOf, store));
    this._register(languages.registerHoverProvider(MARKDOWN, new OfferHovers(textOf)));
    this._register(
      languages.registerCompletionItemProvider(MARKDOWN, new OfferCompletions(textOf), '{', ',', ' ', ':'),
    );
  }
}
