/** Where the prep folders are: one in each workspace folder, by the setting `prepLoop.folder`. */
import * as vscode from 'vscode';
import { Refusal, report } from '../refusal';
import type { PrepRoot } from './api';
import { prepFolderIn, prepFolderProblem } from './settings';

/** The prep folder of each workspace folder, in the order of these. */
export function findRoots(): PrepRoot[] {
  return (vscode.workspace.workspaceFolders ?? []).map((folder) => ({
    folder,
    uri: vscode.Uri.joinPath(folder.uri, ...prepFolderIn(folder.uri)),
  }));
}

/** Says which setting of a folder is not used: each once, until it is changed. */
export class PrepFolderCheck {
  private said: ReadonlySet<string> = new Set();

  check(): void {
    const problems = new Set(
      (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => prepFolderProblem(uri) ?? []),
    );
    for (const problem of problems)
      if (!this.said.has(problem)) report(new Refusal('absent', problem, { remedy: 'settings' }));
    this.said = problems;
  }
}
