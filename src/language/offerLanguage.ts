/** Offers in the text editor: problems of their front matter as it is typed, completion and hovers. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import { offerHover, suggestInOffer } from '../core/offer/offerLanguage';
import { readOffer } from '../core/offer/readOffer';
import { checkedPath } from '../core/story/checked';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { rangeOf } from './convert';
import { diagnosticOf } from './diagnostics';
import { TypedProblems } from './typedProblems';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** The text of a document that is an offer; undefined for any other, and for one that is too large. */
type OfferText = (document: vscode.TextDocument) => string | undefined;

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
    const problems = this._register(
      new TypedProblems('offers', {
        follows: (document) => textOf(document) !== undefined,
        problemsOf: (document) => {
          const text = textOf(document);
          return text === undefined
            ? undefined
            : readOffer(text).problems.map((problem) => diagnosticOf(rangeOf(document, problem), problem));
        },
      }),
    );
    this._register(store.onDidChange((entries) => entries === undefined && problems.showAll()));
    this._register(languages.registerHoverProvider(MARKDOWN, new OfferHovers(textOf)));
    this._register(
      languages.registerCompletionItemProvider(MARKDOWN, new OfferCompletions(textOf), '{', ',', ' ', ':'),
    );
  }
}
