import * as vscode from 'vscode';
import type { Clock } from '../core/ports';
import { markerLine } from '../core/practice/mark';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, timedRound } from '../core/timer/subject';
import { isActive } from '../core/timer/timer';
import { registerCommand } from '../editorCommands';
import type { PrepStore } from '../store/api';
import { planLocated } from '../timer/roundPlan';
import { startAsking, startThinking } from '../timer/startTimer';
import type { ThinkTime } from '../timer/thinkTime';
import type { TimerService } from '../timer/timerService';
import type { RehearsePanels } from '../webview/host/rehearsePanels';
import type { RoundPanels } from '../webview/host/roundPanels';
import { asText, fields } from './decode';
import { decodeRoundArgument, findRound, pickRound, type LocatedRound } from './roundArgument';

/** What the commands of a round and its timer use. */
export interface RoundCommandServices {
  readonly store: PrepStore;
  readonly timer: TimerService;
  readonly think: ThinkTime;
  readonly panels: RoundPanels;
  readonly rehearsals: RehearsePanels;
  readonly clock: Clock;
}

/** Registers `openRound` and the commands of the timer. */
export function registerRoundCommands(services: RoundCommandServices): vscode.Disposable[] {
  const { timer, think } = services;
  return [
    registerCommand('prepLoop.openRound', (argument) => openRound(services, argument)),
    registerCommand('prepLoop.startTimer', (argument) => startTimer(services, argument)),
    registerCommand('prepLoop.pauseTimer', () => timer.pause()),
    registerCommand('prepLoop.resumeTimer', () => timer.resume()),
    registerCommand('prepLoop.nextPhase', () => timer.nextPhase()),
    registerCommand('prepLoop.addMinute', () => timer.addMinute()),
    registerCommand('prepLoop.stopTimer', () => (think.plan ? think.cancel() : timer.stop()) ?? undefined),
    registerCommand('prepLoop.addMarker', (argument) => addMarker(services, argument)),
    registerCommand('prepLoop.resetTimer', () => timer.reset()),
    ...keepContext(services),
  ];
}

/**
 * Opens the round that is named, else the one that is timed unless it is in front already, else the one that is chosen.
 */
async function openRound({ store, timer, panels, clock }: RoundCommandServices, argument: unknown): Promise<undefined> {
  const shot = timer.snapshot();
  const inFront = panels.active && timedRound(panels.active);
  const timed =
    shot && isActive(shot) && shot.subject.kind === 'round' && !isSameSubject(shot.subject, inFront)
      ? shot.subject
      : undefined;
  const named = decodeRoundArgument(argument) ?? timed;
  const found = named ? await findRound(store, named) : await pickRound(store, clock, 'Open Round');
  if (typeof found === 'string') void vscode.window.showWarningMessage(found);
  else if (found) panels.open(found.located, found.round);
  return undefined;
}

/**
 * Starts timing the round that is named, else what the active panel shows, a round or a story; else the round that is
 * chosen. A caller that names a round has decided: any other timer is replaced. A person is asked first.
 */
async function startTimer(services: RoundCommandServices, argument: unknown): Promise<TimerSnapshot | undefined> {
  const { store, timer, think, panels, rehearsals, clock } = services;
  const named = decodeRoundArgument(argument);
  if (!named && rehearsals.active) return rehearsals.startActive();
  // Asked for while someone thinks, from wherever: then the thinking is over.
  const wanted = named ?? panels.active ?? think.plan?.subject;
  const found: LocatedRound | string | undefined = wanted
    ? await findRound(store, wanted)
    : await pickRound(store, clock, 'Start Round Timer');
  if (found === undefined) return undefined;
  const plan = typeof found === 'string' ? found : await planLocated(store, found.located, found.round.id);
  if (typeof plan === 'string') {
    void vscode.window.showWarningMessage(plan);
    return undefined;
  }
  if (named && !named.fromMenu) return timer.start(plan);
  // In a mock, the peer says when to begin.
  return fields(argument)['atOnce'] === true ? startAsking(timer, plan) : startThinking(timer, think, plan);
}

/** Stamps the time and the phase into the notes of the round that is timed, and puts the cursor there. */
async function addMarker({ store, timer, panels }: RoundCommandServices, argument: unknown): Promise<undefined> {
  const shot = timer.snapshot();
  if (!shot || !isActive(shot) || shot.subject.kind !== 'round') {
    void vscode.window.showInformationMessage('There is no moment to mark: start the timer of a round first.');
    return undefined;
  }
  const found = await findRound(store, { loop: vscode.Uri.parse(shot.subject.loop), round: shot.subject.round });
  if (typeof found === 'string') void vscode.window.showWarningMessage(found);
  else await panels.open(found.located, found.round).mark(markerLine(shot, asText(fields(argument)['text'])));
  return undefined;
}

/**
 * Keeps the context keys that menus and keybindings ask: `prepLoop.timer`, the state of the window's timer, or
 * `thinking`
 * before it starts, and `prepLoop.roundTimer`, that of the active panel's round or story (`idle` where something else
 * is
 * timed).
 */
function keepContext({ timer, think, panels, rehearsals }: RoundCommandServices): vscode.Disposable[] {
  let kept = '';
  const update = (): void => {
    const shot = timer.snapshot();
    const timed = (think.plan ?? shot)?.subject;
    const status = think.plan ? 'thinking' : (shot?.status ?? 'idle');
    const active = panels.active ? timedRound(panels.active) : rehearsals.active;
    const own = isSameSubject(timed, active) ? status : 'idle';
    if (kept === `${status} ${own}`) return;
    kept = `${status} ${own}`;
    void vscode.commands.executeCommand('setContext', 'prepLoop.timer', status);
    void vscode.commands.executeCommand('setContext', 'prepLoop.roundTimer', own);
  };
  update();
  return [
    timer.onDidChange(update),
    think.onDidChange(update),
    panels.onDidChangeActive(update),
    rehearsals.onDidChangeActive(update),
  ];
}
