/** Opening the panels of a loop: its dashboard and its drill cards. */
import * as vscode from 'vscode';
import type { CardScope } from '../core/recall/cardScope';
import { registerCommand } from '../editorCommands';
import type { PrepStore } from '../store/api';
import type { DashboardPanels } from '../webview/host/dashboardPanel';
import type { DrillsPanels } from '../webview/host/drillsPanel';
import { asText, fields } from './decode';
import { loopToUse } from './loopArgument';

/** Each opens for the loop that is named, else for the only one, else for the one that is chosen. */
export function registerPanelCommands(
  store: PrepStore,
  { dashboards, drills }: { readonly dashboards: DashboardPanels; readonly drills: DrillsPanels },
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.openDashboard', async (argument) => {
      const located = await loopToUse(store, argument, 'Open Dashboard');
      if (located) await dashboards.open(located);
      return undefined;
    }),
    registerCommand('prepLoop.reviewCards', async (argument) => {
      const located = await loopToUse(store, argument, 'Review Drill Cards');
      if (located) drills.open(located, decodeScope(argument));
      return undefined;
    }),
  );
}

function decodeScope(argument: unknown): CardScope {
  const { competency, round, group, limit } = fields(argument);
  return {
    competency: asText(competency),
    round: asText(round),
    group: asText(group),
    limit: typeof limit === 'number' && limit > 0 ? limit : undefined,
  };
}
