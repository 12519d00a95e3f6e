/** Ticks and unticks checklist items in the user's files. */
import type * as vscode from 'vscode';
import { toggleItem } from '../core/checklist/checklist';
import type { TextFiles } from './api';
import { editFile, fileRefusal } from './refusals';

/**
 * Ticks or unticks the item at a line, provided the line still says what was shown; one character changes.
 * @param line 0-based.
 * @param text the item's text as it was shown, or its whole line.
 * @param checked the state to reach; left out, the state is toggled.
 * @param nth its place among the items of that text when it was shown; left out, only the text is compared.
 * @returns the item's state now.
 */
export async function toggleInFile(
  files: TextFiles,
  uri: vscode.Uri,
  line: number,
  text: string,
  checked?: boolean,
  nth?: number,
): Promise<boolean> {
  // If another program was faster, it is set to the same state again, not toggled back.
  let now = checked;
  const change = (present: string) => {
    const result = toggleItem(present, line, text, now, nth);
    if (result.kind === 'refused') throw fileRefusal('tick', result.reason, uri);
    now = result.checked;
    return result.kind === 'edit' ? [result.edit] : [];
  };
  await editFile(files, uri, change, 'tick');
  return now === true;
}
