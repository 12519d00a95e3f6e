/** Adding drill cards at the end of the user's own file. */
import * as vscode from 'vscode';
import type { TextEdit } from '../core/markdown/text';
import { appendingTrouble } from '../core/recall/ownCards';
import { Refusal } from '../refusal';
import type { TextFiles } from '../store/api';
import { nameOf } from '../store/files';
import { createFile, editFile, fileRefusal } from '../store/refusals';

const { t } = vscode.l10n;

/**
 * Adds to the file that is there; a new one is never written over one made a moment before.
 * @param added what to add to a text.
 * @throws Refusal where it could not, or what is added would not be read as cards.
 */
export async function appendCards(files: TextFiles, uri: vscode.Uri, added: (text: string) => string): Promise<void> {
  const add = (): Promise<boolean> => editFile(files, uri, (text) => appendingEdits(text, uri, added));
  try {
    await add();
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'missing') throw error;
    if ((await createFile(files, uri, added(''))) === 'exists') await add();
  }
}

/** The edits of a file that is there. @throws Refusal where what is added would not be read as cards. */
export function appendingEdits(text: string, uri: vscode.Uri, added: (text: string) => string): TextEdit[] {
  const trouble = appendingTrouble(text);
  if (trouble === 'conflict') throw fileRefusal('edit', 'conflict', uri);
  if (trouble === 'open')
    throw new Refusal(
      'stale',
      t('{0} ends within code or a comment: close it first. Nothing was written.', nameOf(uri)),
      { file: uri, remedy: 'open' },
    );
  const newText = added(text);
  return newText === '' ? [] : [{ start: text.length, end: text.length, newText }];
}
