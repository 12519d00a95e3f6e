import * as vscode from 'vscode';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject } from '../core/timer/subject';
import { isActive, type LeftRun, type RoundPlan, type TimerPlan } from '../core/timer/timer';
import { thinkSecondsAt } from '../store/settings';
import type { SharedRuns } from './sharedRuns';
import type { ThinkTime } from './thinkTime';
import type { TimerService } from './timerService';

/**
 * Starts timing for a person: where something else is being timed, asks first whether to leave it.
 * @returns undefined when the other timer is kept.
 */
export async function startAsking(timer: TimerService, plan: TimerPlan): Promise<TimerSnapshot | undefined> {
  return (await mayStart(timer, plan)) ? timer.start(plan) : undefined;
}

/**
 * As {@link startAsking}, but with time to think before a round that is not being timed yet. Asked again meanwhile, it
 * starts at once.
 * @returns undefined where the timer was not started, or is not yet.
 */
export async function startThinking(
  timer: TimerService,
  think: ThinkTime,
  plan: RoundPlan,
): Promise<TimerSnapshot | undefined> {
  const seconds = thinkSecondsAt(vscode.Uri.parse(plan.subject.loop));
  const present = timer.snapshot();
  const goesOn = present !== undefined && isActive(present) && isSameSubject(present.subject, plan.subject);
  if (goesOn || think.of(plan.subject) || seconds === 0) return startAsking(timer, plan);
  if (!(await mayStart(timer, plan))) return undefined;
  timer.stop();
  think.begin(plan, Math.round(seconds * 1000));
  return undefined;
}

/**
 * Takes up a run that was left, paused where it was left: where anything is being timed, asks first whether to leave
 * that.
 * @returns undefined when the other timer is kept.
 */
export async function takeUpAsking(
  timer: TimerService,
  plan: Pick<TimerPlan, 'subject' | 'title'>,
  run: LeftRun,
): Promise<TimerSnapshot | undefined> {
  const present = timer.snapshot();
  const isFree = present === undefined || !isActive(present);
  return isFree || (await mayLeave(present, plan)) ? timer.takeUp(plan, run) : undefined;
}

/** Asks whether to go on here with what another window times. @returns undefined where it stays there. */
export async function takeOverAsking(shared: SharedRuns, title: string): Promise<TimerSnapshot | undefined> {
  const take = { label: `$(multiple-windows) Take ${title} over here` };
  const leave = { label: '$(watch) Leave it in the other window' };
  const picked = await vscode.window.showQuickPick([take, leave], {
    title: 'Start Round Timer',
    placeHolder: `${title} is on the clock in another window on this folder`,
  });
  return picked === take ? shared.takeOver() : undefined;
}

/** Whether the timer is free for something, or the user leaves what it is on for. */
export async function mayStart(timer: TimerService, plan: Pick<TimerPlan, 'subject' | 'title'>): Promise<boolean> {
  const present = timer.snapshot();
  if (present === undefined || !isActive(present) || isSameSubject(present.subject, plan.subject)) return true;
  return mayLeave(present, plan);
}

async function mayLeave(present: TimerSnapshot, plan: Pick<TimerPlan, 'title'>): Promise<boolean> {
  const replace = { label: `$(play) Stop ${present.title} and start ${plan.title}` };
  const keep = { label: `$(watch) Go on with ${present.title}` };
  const picked = await vscode.window.showQuickPick([replace, keep], {
    title: 'Start Round Timer',
    placeHolder: `A window has one timer, and it is timing ${present.title}`,
  });
  return picked === replace;
}
