import type * as vscode from 'vscode';
import { registerCommand } from '../editorCommands';
import type { PrepStore } from '../store/api';
import type { DashboardPanels } from '../webview/host/dashboardPanel';
import { loopToUse } from './loopArgument';

/** `prepLoop.openDashboard`: of the loop that is named, else of the only one, else of the one that is chosen. */
export function registerDashboardCommand(store: PrepStore, panels: DashboardPanels): vscode.Disposable {
  return registerCommand('prepLoop.openDashboard', async (argument) => {
    const located = await loopToUse(store, argument, 'Open Dashboard');
    if (located) await panels.open(located);
    return undefined;
  });
}
