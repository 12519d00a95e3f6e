/** Recording with a click whether a round's date is pinned, and how it went. One value of its front matter changes. */
import * as vscode from 'vscode';
import type { RoundStatus } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { roundEdits } from '../core/replan/replanWrites';
import { registerCommand, runCommand } from '../editorCommands';
import type { PrepStore, TextFiles } from '../store/api';
import { editFile } from '../store/refusals';
import { decodeRoundArgument, roundToUse, roundUri, type LocatedRound } from './roundArgument';

const { t } = vscode.l10n;

export interface RoundStateParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
}

export function registerRoundStateCommands(parts: RoundStateParts): vscode.Disposable {
  const pin = (pinned: boolean) => (argument: unknown) => pinRound(parts, argument, pinned);
  const mark = (status: RoundStatus) => (argument: unknown) => markRound(parts, argument, status);
  return vscode.Disposable.from(
    registerCommand('prepLoop.pinRound', pin(true), false),
    registerCommand('prepLoop.unpinRound', pin(false), false),
    registerCommand('prepLoop.markRoundPlanned', mark('planned'), false),
    registerCommand('prepLoop.markRoundDone', mark('done'), false),
    registerCommand('prepLoop.markRoundPassed', mark('passed'), false),
    registerCommand('prepLoop.markRoundFailed', mark('failed'), false),
  );
}

/** Gives true when the file says so now. A person who marks a round that took place is offered to debrief it. */
async function markRound(parts: RoundStateParts, argument: unknown, status: RoundStatus): Promise<boolean> {
  const found = await roundToUse(parts.store, parts.clock, argument, t('Mark a Round'));
  if (!found || !(await write(parts, found, { status }))) return false;
  const isPerson = decodeRoundArgument(argument)?.isPerson ?? true;
  if (isPerson && status !== 'planned' && found.round.debrief === undefined) void offerDebrief(found);
  return true;
}

async function offerDebrief({ located, round }: LocatedRound): Promise<void> {
  const debrief = t('Debrief…');
  const message = t('“{0}”: write down what was asked while you remember it.', round.title);
  if ((await vscode.window.showInformationMessage(message, debrief)) === debrief)
    await runCommand('prepLoop.debriefRound', { loop: located.uri, round: round.id });
}

async function pinRound(parts: RoundStateParts, argument: unknown, pinned: boolean): Promise<boolean> {
  const title = pinned ? t('Pin the Date of a Round') : t('Unpin the Date of a Round');
  const found = await roundToUse(parts.store, parts.clock, argument, title);
  return found !== undefined && write(parts, found, { pinned });
}

/** Gives true when the file says so now. */
async function write(
  { store, files }: RoundStateParts,
  found: LocatedRound,
  values: Readonly<Record<string, string | boolean>>,
): Promise<boolean> {
  const { path, date } = found.round;
  try {
    await editFile(files, roundUri(found), (text) => roundEdits(text, { path, was: date, values }), 'changeRound');
    return true;
  } catch (error) {
    // What was shown is out of date.
    store.refresh();
    throw error;
  }
}
