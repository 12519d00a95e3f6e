import * as vscode from 'vscode';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isActive, type TimerPlan } from '../core/timer/timer';
import type { TimerService } from './timerService';

/**
 * Starts timing a round for a person: where another round is being timed, asks first whether to leave it.
 * @returns undefined when the other timer is kept.
 */
export async function startAsking(timer: TimerService, plan: TimerPlan): Promise<TimerSnapshot | undefined> {
  const present = timer.snapshot();
  const isOther = present !== undefined && isActive(present) && (present.loopUri !== plan.loop || present.round !== plan.round);
  if (isOther) {
    const replace = { label: `$(play) Stop ${present.title} and start ${plan.title}` };
    const keep = { label: `$(watch) Go on with ${present.title}` };
    const picked = await vscode.window.showQuickPick([replace, keep], {
      title: 'Start Round Timer',
      placeHolder: `A window has one timer, and it is timing ${present.title}`,
    });
    if (picked !== replace) return undefined;
  }
  return timer.start(plan);
}
