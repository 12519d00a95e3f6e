import * as vscode from 'vscode';
import { DEFAULT_WORDS_PER_MINUTE } from '../core/story/spoken';

export const PACE_SETTING = 'prepLoop.wordsPerMinute';

/** How fast the user speaks, in words a minute, from 60 to 260; the default where the setting is no such number. */
export function paceAt(uri: vscode.Uri): number {
  const pace: unknown = vscode.workspace.getConfiguration('prepLoop', uri).get('wordsPerMinute');
  return typeof pace === 'number' && pace >= 60 && pace <= 260 ? pace : DEFAULT_WORDS_PER_MINUTE;
}
