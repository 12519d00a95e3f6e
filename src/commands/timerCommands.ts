import * as vscode from 'vscode';
import type { Clock } from '../core/ports';
import { isRehearsal } from '../core/timer/rehearsal';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isActive } from '../core/timer/timer';
import type { PrepStore } from '../store/api';
import { planLocated } from '../timer/roundPlan';
import { startAsking } from '../timer/startTimer';
import type { TimerService } from '../timer/timerService';
import type { RehearsePanels } from '../webview/host/rehearsePanels';
import type { RoundPanels } from '../webview/host/roundPanels';
import { registerCommand } from './ids';
import { decodeRoundArgument, findRound, pickRound, type LocatedRound } from './roundArgument';

/** What the commands of a round and its timer use. */
export interface RoundCommandServices {
  readonly store: PrepStore;
  readonly timer: TimerService;
  readonly panels: RoundPanels;
  readonly rehearsals: RehearsePanels;
  readonly clock: Clock;
}

/** Registers `openRound` and the commands of the timer. */
export function registerRoundCommands(services: RoundCommandServices): vscode.Disposable[] {
  const { timer } = services;
  return [
    registerCommand('prepLoop.openRound', (argument) => openRound(services, argument)),
    registerCommand('prepLoop.startTimer', (argument) => startTimer(services, argument)),
    registerCommand('prepLoop.pauseTimer', () => timer.pause()),
    registerCommand('prepLoop.resumeTimer', () => timer.resume()),
    registerCommand('prepLoop.nextPhase', () => timer.nextPhase()),
    registerCommand('prepLoop.addMinute', () => timer.addMinute()),
    registerCommand('prepLoop.stopTimer', () => timer.stop()),
    registerCommand('prepLoop.resetTimer', () => timer.reset()),
    ...keepContext(services),
  ];
}

/** Opens the round that is named, else the one that is timed unless it is in front already, else the one that is chosen. */
async function openRound({ store, timer, panels, clock }: RoundCommandServices, argument: unknown): Promise<undefined> {
  const shot = timer.snapshot();
  const isInFront = panels.active?.loop === shot?.loopUri && panels.active?.round === shot?.round;
  const timed = shot && isActive(shot) && !isRehearsal(shot) && !isInFront ? { loop: shot.loopUri, round: shot.round } : undefined;
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
  const { store, timer, panels, rehearsals, clock } = services;
  const named = decodeRoundArgument(argument);
  if (!named && rehearsals.active) return rehearsals.startActive();
  const wanted = named ?? panels.active;
  const found: LocatedRound | string | undefined = wanted ? await findRound(store, wanted) : await pickRound(store, clock, 'Start Round Timer');
  if (found === undefined) return undefined;
  const plan = typeof found === 'string' ? found : await planLocated(store, found.located, found.round.id);
  if (typeof plan === 'string') {
    void vscode.window.showWarningMessage(plan);
    return undefined;
  }
  return named && !named.fromMenu ? timer.start(plan) : startAsking(timer, plan);
}

/**
 * Keeps the context keys that menus and keybindings ask: `prepLoop.timer`, the state of the window's timer, and
 * `prepLoop.roundTimer`, that of the active panel's round or story (`idle` where something else is timed).
 */
function keepContext({ timer, panels, rehearsals }: RoundCommandServices): vscode.Disposable[] {
  let kept = '';
  const update = (): void => {
    const shot = timer.snapshot();
    const status = shot?.status ?? 'idle';
    const active = panels.active ?? rehearsals.active;
    const own = active !== undefined && shot?.loopUri === active.loop && shot.round === active.round ? status : 'idle';
    if (kept === `${status} ${own}`) return;
    kept = `${status} ${own}`;
    void vscode.commands.executeCommand('setContext', 'prepLoop.timer', status);
    void vscode.commands.executeCommand('setContext', 'prepLoop.roundTimer', own);
  };
  update();
  return [timer.onDidChange(update), panels.onDidChangeActive(update), rehearsals.onDidChangeActive(update)];
}
