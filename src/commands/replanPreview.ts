/** Shows what a replan would change before it does, each change to be accepted or not. */
import * as vscode from 'vscode';
import { formatShortDate } from '../core/days/dates';
import type { PlanChange } from '../core/replan/replan';

const { t } = vscode.l10n;

interface ChangeItem extends vscode.QuickPickItem {
  readonly change?: PlanChange;
}

/** The accepted changes; undefined when the user left the question. @param name of the loop. */
export async function askChanges(
  name: string,
  changes: readonly PlanChange[],
): Promise<readonly PlanChange[] | undefined> {
  const items = [...group(t('Rounds'), changes, 'round'), ...group(t('Preparation'), changes, 'task')];
  const count = changes.length === 1 ? t('1 change') : t('{0} changes', changes.length);
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Replan {0}: {1}', name, count),
    placeHolder: t('Untick what is to keep its day; Escape changes nothing'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.flatMap(({ change }) => (change ? [change] : []));
}

function group(label: string, changes: readonly PlanChange[], kind: PlanChange['kind']): ChangeItem[] {
  const own = changes.filter((change) => change.kind === kind);
  if (own.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...own.map((change): ChangeItem => ({
      label: change.title,
      description: shift(change),
      detail: change.why,
      picked: true,
      change,
    })),
  ];
}

function shift({ from, to }: PlanChange): string {
  return `${from === undefined ? t('no date') : formatShortDate(from)} → ${formatShortDate(to)}`;
}
