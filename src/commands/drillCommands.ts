import type * as vscode from 'vscode';
import { registerCommand } from '../editorCommands';
import type { PrepStore } from '../store/api';
import type { DrillsPanels } from '../webview/host/drillsPanel';
import { loopToUse } from './loopArgument';

/**
 * `prepLoop.reviewCards`: the drill cards of the loop that is named, else of the only one, else of the one that is
 * chosen.
 */
export function registerDrillCommand(store: PrepStore, panels: DrillsPanels): vscode.Disposable {
  return registerCommand('prepLoop.reviewCards', async (argument) => {
    const located = await loopToUse(store, argument, 'Review Drill Cards');
    if (located) panels.open(located);
    return undefined;
  });
}
