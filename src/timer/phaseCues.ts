import * as vscode from 'vscode';
import { cueOf, type Cue } from '../core/timer/cues';
import { speakClock } from '../core/timer/formatClock';
import { shownTime } from '../core/timer/shownTime';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { Owner } from '../lifecycle';
import { cuesByNotification } from '../store/settings';
import type { TimerService } from './timerService';

/** Says by notification that a phase is in its last minute, and that it is over: only where that is switched on. */
export class PhaseCues extends Owner {
  private last: { readonly key: string; readonly cue: Cue } | undefined;

  constructor(timer: TimerService) {
    super();
    this._register(timer.onDidChange((shot) => this.look(shot)));
    this._register(timer.onDidObserve((shot) => this.look(shot)));
  }

  private look(shot: TimerSnapshot | undefined): void {
    const phase = shot?.phases[shot.phaseIndex];
    if (shot?.status !== 'running' || !phase) return;
    const now = {
      key: `${shot.startedAt} ${shot.phaseIndex}`,
      cue: cueOf(shownTime(phase).remainingMs, phase.plannedMs + phase.addedMs),
    };
    const { last } = this;
    this.last = now;
    // What was already so when the window was loaded is not news.
    if (last?.key !== now.key || last.cue === now.cue || now.cue === 'calm') return;
    if (!cuesByNotification()) return;
    void vscode.window.showInformationMessage(
      `${phase.title}: ${now.cue === 'over' ? 'time is up' : speakClock(shownTime(phase).remainingMs)}.`,
    );
  }
}
