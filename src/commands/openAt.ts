import * as vscode from 'vscode';
import { report } from '../refusal';
import { statOrThrow } from '../store/files';
import { fileRefusal } from '../store/refusals';

export interface Opening {
  /** 0-based. */
  readonly line?: number | undefined;
  /** An offset as in the editor; with `end`, the text between is selected. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** Whether the next file may take its tab. */
  readonly preview?: boolean;
  /** Beside what is active, unless it is open already: then where it is. */
  readonly beside?: boolean;
}

/** Opens a file at a place; where that cannot be, says why. */
export async function openAt(uri: vscode.Uri, opening: Opening = {}): Promise<void> {
  const { beside = false, preview = !beside } = opening;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, {
      preview,
      ...(beside && { viewColumn: columnOf(uri) ?? vscode.ViewColumn.Beside }),
    });
    const range = rangeOf(document, opening);
    if (!range) return;
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    report(fileRefusal('open', (await isMissing(uri)) ? 'missing' : 'failed', uri, error));
  }
}

function rangeOf(document: vscode.TextDocument, { line, start, end = start }: Opening): vscode.Range | undefined {
  if (start !== undefined && end !== undefined)
    return new vscode.Range(document.positionAt(start), document.positionAt(end));
  return line === undefined ? undefined : document.validateRange(new vscode.Range(line, 0, line, 0));
}

/** The editor's own error does not say. */
async function isMissing(uri: vscode.Uri): Promise<boolean> {
  return statOrThrow(uri).then(
    (found) => found === undefined,
    () => false,
  );
}

/** Where a file is open already. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  return group?.viewColumn;
}
