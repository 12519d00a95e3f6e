/** Ticks and unticks checklist items in the user's files. */
import type * as vscode from 'vscode';
import { toggleItem, type ToggleResult } from '../core/checklist/checklist';
import type { TextFiles, ToggleOutcome } from './api';

/**
 * Ticks or unticks the item at a line, provided the line still says what was shown; one character changes.
 * @param line 0-based.
 * @param text the item's text as it was shown, or its whole line.
 * @param checked the state to reach; left out, the state is turned over.
 */
export async function toggleInFile(
  files: TextFiles,
  uri: vscode.Uri,
  line: number,
  text: string,
  checked?: boolean,
): Promise<ToggleOutcome> {
  let result: ToggleResult = { kind: 'refused', reason: 'changed' };
  const outcome = await files.edit(uri, (present) => {
    result = toggleItem(present, line, text, checked);
    if (result.kind === 'refused') return undefined;
    return result.kind === 'edit' ? [result.edit] : [];
  });
  // The closure ran before `edit` resolved, which the compiler cannot see.
  const toggled = result as ToggleResult;
  if (toggled.kind === 'refused') return { refused: outcome === 'stale' ? toggled.reason : outcome };
  return outcome === 'done' || outcome === 'unchanged' ? { checked: toggled.checked } : { refused: outcome };
}
