import * as vscode from 'vscode';
import type { CommandId } from '../commandTable';
import { Owner } from '../lifecycle';
import type { SharedRuns } from '../timer/sharedRuns';
import type { TimerService } from '../timer/timerService';

/** Says in the status bar that another window on this folder times something, and offers to take it over. */
export class ElsewhereStatusBar extends Owner {
  private readonly item = this._register(
    vscode.window.createStatusBarItem('prepLoop.timerElsewhere', vscode.StatusBarAlignment.Left, 50),
  );

  constructor(
    private readonly shared: SharedRuns,
    timer: TimerService,
  ) {
    super();
    this.item.name = 'Prep Loop: Timer of Another Window';
    this.item.command = 'prepLoop.takeOverTimer' satisfies CommandId;
    this._register(shared.onDidChange(() => this.show()));
    this._register(timer.onDidChange(() => this.show()));
    this.show();
  }

  private show(): void {
    const shot = this.shared.elsewhere;
    if (!shot) {
      this.item.hide();
      return;
    }
    const says = `${shot.title} ${shot.status === 'paused' ? 'is paused' : 'runs'} in another window`;
    this.item.text = `$(multiple-windows) ${says}: Take Over`;
    this.item.tooltip = `${shot.phaseTitle === '' ? says : `${says}, phase ${shot.phaseTitle}`}. Click to go on with it here.`;
    this.item.accessibilityInformation = { label: `${says}. Take over`, role: 'button' };
    this.item.show();
  }
}
