import * as vscode from 'vscode';
import { nameOf } from '../store/files';
import { sayBriefly } from './say';

/**
 * Opens a file at a line or an offset; says so where that cannot be. @param preview whether the next file may take its
 * tab.
 */
export async function openAt(uri: vscode.Uri, line?: number, start?: number, preview = true): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const at = start === undefined ? new vscode.Position(line ?? 0, 0) : document.positionAt(start);
    const editor = await vscode.window.showTextDocument(document, { preview });
    if (line === undefined && start === undefined) return;
    const place = document.validatePosition(at);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch {
    sayBriefly(vscode.l10n.t('{0} is not there any more.', nameOf(uri)));
  }
}
