/** Shows what a replan would change before it does, each change to be accepted or not. */
import * as vscode from 'vscode';
import { formatShortDate } from '../core/days/dates';
import type { PlanChange } from '../core/replan/replan';

const { t } = vscode.l10n;

interface ChangeItem extends vscode.QuickPickItem {
  readonly change?: PlanChange;
  /** Whether it is decided, or follows from the others: then it cannot be unticked by itself. */
  readonly isFixed?: boolean;
}

export interface Preview {
  readonly title: string;
  readonly changes: readonly PlanChange[];
  /** The round that is rescheduled: it stands first, and is decided. */
  readonly moved?: { readonly title: string; readonly shift: string; readonly detail: string } | undefined;
}

/** The accepted changes, what follows from them included; undefined when the user left the question. */
export function askChanges({ title, changes, moved }: Preview): Promise<readonly PlanChange[] | undefined> {
  const pick = vscode.window.createQuickPick<ChangeItem>();
  const first: ChangeItem[] = moved
    ? [
        { label: t('Rescheduled'), kind: vscode.QuickPickItemKind.Separator },
        { label: moved.title, detail: `${moved.shift} · ${moved.detail}`, isFixed: true },
      ]
    : [];
  const items = [
    ...first,
    ...group(t('Rounds'), changes, 'round'),
    ...group(t('Follows the rounds'), changes, 'feedback'),
    ...group(t('Preparation'), changes, 'task'),
  ];
  pick.title = title;
  pick.placeholder = t('Everything that would move to another day. Untick what should stay.');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDetail = true;
  pick.items = items;
  const choices = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  pick.selectedItems = choices;
  return new Promise((resolve) => {
    let selected: readonly ChangeItem[] = choices;
    pick.onDidChangeSelection((now) => {
      const lost = choices.filter((item) => item.isFixed && !now.includes(item));
      selected = [...now, ...lost];
      if (lost.length > 0) pick.selectedItems = selected;
    });
    pick.onDidAccept(() => {
      resolve(selected.flatMap(({ change }) => (change ? [change] : [])));
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function group(label: string, changes: readonly PlanChange[], kind: PlanChange['kind']): ChangeItem[] {
  const own = changes.filter((change) => change.kind === kind);
  if (own.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...own.map((change): ChangeItem => ({
      label: change.title,
      // Under the title, as a long one leaves no room beside it.
      detail: `${shiftOf(change.from, change.to)} · ${change.why}`,
      isFixed: kind === 'feedback',
      change,
    })),
  ];
}

/** “Mon 30 Nov → Fri 4 Dec”. */
export function shiftOf(from: string | undefined, to: string): string {
  if (from === to) return t('stays on {0}', formatShortDate(to));
  return `${from === undefined ? t('no date') : formatShortDate(from)} → ${formatShortDate(to)}`;
}
