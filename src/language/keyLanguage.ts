/** Completion and hovers in the front matter of files whose keys are explained by a table. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import type { KeySuggestions } from '../core/frontMatter/keyHelp';
import type { Span } from '../core/ports';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { rangeOf } from './convert';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** The files of one kind, and what is known of their keys. */
export interface KeyLanguage {
  /** The text of a document of that kind; undefined for any other. */
  textOf(document: vscode.TextDocument): string | undefined;
  suggest(text: string, offset: number): KeySuggestions | undefined;
  /** As Markdown. */
  hover(text: string, offset: number): (Span & { readonly text: string }) | undefined;
}

export function registerKeyLanguage(language: KeyLanguage): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerHoverProvider(MARKDOWN, {
      provideHover: (document, position) => {
        const text = language.textOf(document);
        const hover = text === undefined ? undefined : language.hover(text, document.offsetAt(position));
        return hover && new vscode.Hover(new vscode.MarkdownString(hover.text), rangeOf(document, hover));
      },
    }),
    languages.registerCompletionItemProvider(
      MARKDOWN,
      {
        provideCompletionItems: (document, position) => {
          const text = language.textOf(document);
          const found = text === undefined ? undefined : language.suggest(text, document.offsetAt(position));
          return found && itemsOf(document, found);
        },
      },
      ...['{', ',', ' ', ':'],
    ),
  );
}

/** The text of an open Markdown document at such a path of a prep folder; undefined for any other, or a large one. */
export function textAtPath(
  store: PrepStore,
  document: vscode.TextDocument,
  isWanted: (path: string) => boolean,
): string | undefined {
  if (document.languageId !== 'markdown' || document.isClosed) return undefined;
  if (!store.roots.some(({ uri }) => isWanted(pathUnder(uri, document.uri) ?? ''))) return undefined;
  const text = document.getText();
  return text.length <= LARGEST ? text : undefined;
}

function itemsOf(document: vscode.TextDocument, { replace, items }: KeySuggestions): vscode.CompletionItem[] {
  const range = rangeOf(document, replace);
  const { Property, Value } = vscode.CompletionItemKind;
  return items.map(({ label, insert, kind, about }, index) => {
    const item = new vscode.CompletionItem(label, kind === 'key' ? Property : Value);
    item.insertText = new vscode.SnippetString(insert);
    item.documentation = new vscode.MarkdownString(about);
    item.range = range;
    item.sortText = String(index).padStart(3, '0');
    return item;
  });
}
