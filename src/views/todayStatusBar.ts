import * as vscode from 'vscode';
import type { CommandId } from '../commandTable';
import { loopDay, type LoopDay } from '../core/loop/loopDay';
import type { Today, TodayFacts } from '../core/today/todayModel';
import { mergedTodayRow } from '../core/tracker/todayRows';
import { Owner } from '../lifecycle';
import { onDidChangeSetting, showsTodayInStatusBar } from '../store/settings';

/**
 * One quiet line in the status bar while a loop runs: how much the day asks for. A click shows Today in the tracker.
 */
export class TodayStatusBar extends Owner {
  private readonly item = this._register(
    vscode.window.createStatusBarItem('prepLoop.today', vscode.StatusBarAlignment.Left, 49),
  );
  private days: readonly { readonly facts: TodayFacts; readonly today: Today }[] = [];

  constructor() {
    super();
    this.item.name = 'Prep Loop: Today';
    this.item.command = 'prepLoop.showToday' satisfies CommandId;
    this._register(onDidChangeSetting(['statusBar'], () => this.draw()));
  }

  /** @param days those of the open loops; one that is over, or that has not begun and asks for nothing, is left out. */
  show(days: readonly { readonly facts: TodayFacts; readonly today: Today }[]): void {
    this.days = days;
    this.draw();
  }

  private draw(): void {
    const running = this.days
      .filter(({ facts: { loop, today }, today: day }) => isShown(loopDay(loop, today), day))
      .map(({ today }) => today);
    if (!showsTodayInStatusBar() || running.length === 0) {
      this.item.hide();
      return;
    }
    const { item } = this;
    const { description = '', children } = mergedTodayRow('Today', running);
    const tomorrow = running.flatMap((today) => today.tomorrow).length > 0;
    item.text = `$(calendar) ${running.every(({ due }) => due.length === 0) ? 'Nothing due' : description}`;
    const lines = children.map((line) =>
      line.description === undefined || line.description === '' ? line.label : `${line.label} (${line.description})`,
    );
    item.tooltip = ['Prep Loop: Today', ...lines, 'Click to show it in the tracker'].join('\n');
    item.accessibilityInformation = {
      label: `Interview preparation today: ${description}${tomorrow ? ', a round tomorrow' : ''}`,
    };
    item.show();
  }
}

function isShown(at: LoopDay | undefined, { due }: Today): boolean {
  return at?.kind === 'running' || (at?.kind === 'ahead' && due.length > 0);
}
