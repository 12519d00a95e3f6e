/** Snippets for stories, scripts and offers: offered in the prep folder, where they make sense, and nowhere else. */
import * as vscode from 'vscode';
import { parseSnippet, snippetText } from '../core/story/snippetSyntax';
import { insertionPoint, prepFileKind, snippetsAt, type StorySnippet } from '../core/story/snippets';
import type { PrepStore } from '../store/api';
import { pathUnder } from '../store/files';

export class SnippetCompletions implements vscode.CompletionItemProvider {
  constructor(
    private readonly store: PrepStore,
    private readonly snippets: readonly StorySnippet[],
  ) {}

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const kind = this.store.roots
      .map(({ uri }) => pathUnder(uri, document.uri))
      .map((path) => (path === undefined ? undefined : prepFileKind(path)))
      .find((found) => found !== undefined);
    if (kind === undefined) return [];
    const point = insertionPoint(kind, document.getText(), document.offsetAt(position));
    if (!point) return [];
    const range = new vscode.Range(document.positionAt(point.wordStart), position);
    return snippetsAt(this.snippets, point).map((snippet, index) => completion(snippet, range, index));
  }
}

export function registerSnippetCompletions(store: PrepStore, snippets: readonly StorySnippet[]): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    new SnippetCompletions(store, snippets),
  );
}

function completion(
  { name, prefix, description, body }: StorySnippet,
  range: vscode.Range,
  index: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: prefix, description: name }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(body);
  item.range = range;
  item.detail = description;
  item.documentation = new vscode.MarkdownString().appendCodeblock(preview(body), 'markdown');
  item.sortText = String(index).padStart(3, '0');
  return item;
}

function preview(body: string): string {
  const parsed = parseSnippet(body);
  return 'nodes' in parsed ? snippetText(parsed.nodes) : body;
}
