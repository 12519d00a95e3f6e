import * as vscode from 'vscode';
import { openDocument } from '../store/textFiles';

const ENDING = /\.(?:md|markdown)$/iu;

/** Whether a file is Markdown that may be written to: open in the editor, or in the workspace. */
export function isMarkdownHere(uri: vscode.Uri): boolean {
  const document = openDocument(uri);
  if (document) return document.languageId === 'markdown';
  return ENDING.test(uri.path) && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}
