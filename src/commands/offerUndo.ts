/** Takes back what a command has written, where the user wants so. */
import * as vscode from 'vscode';
import { reportAll } from '../refusal';
import type { TextFiles } from '../store/api';
import { takeBackFiles, type WrittenFile } from '../store/notedEdits';
import type { FileTask } from '../store/refusals';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

export interface UndoOffer {
  /** What was done: the sentence beside the button. */
  readonly done: string;
  /** What is said once it is taken back. */
  readonly undone: string;
  readonly task?: FileTask;
}

/** Says what was done, and offers to take it back. Nobody has to wait for the answer. */
export async function offerUndo(files: TextFiles, file: WrittenFile, offer: UndoOffer): Promise<void> {
  const undo = t('Undo');
  if ((await vscode.window.showInformationMessage(offer.done, undo)) === undo) await undoWriting(files, file, offer);
}

/** Takes back what was written, as long as the file still says it; says that it did, or why it did not. */
export async function undoWriting(
  files: TextFiles,
  file: WrittenFile,
  { undone, task = 'undo' }: Omit<UndoOffer, 'done'>,
): Promise<void> {
  const refused = await takeBackFiles(files, [file], task);
  reportAll(refused);
  if (refused.length === 0) sayBriefly(undone);
}
