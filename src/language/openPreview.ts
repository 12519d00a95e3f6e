/** Opens documents that are there to be read. */
import * as vscode from 'vscode';

const PREVIEW_EDITOR = 'vscode.markdown.preview.editor';

/** Shows a Markdown document as it is meant to be read; as text where the editor has no Markdown preview. */
export async function openPreview(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  try {
    await vscode.commands.executeCommand('vscode.openWith', uri, PREVIEW_EDITOR, options);
  } catch {
    await vscode.window.showTextDocument(uri, options);
  }
}
