/** Recording with a click whether a round's date is pinned, and how it went. One value of its front matter changes. */
import * as vscode from 'vscode';
import type { RoundStatus } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { roundEdits } from '../core/replan/replanWrites';
import { registerCommand } from '../editorCommands';
import type { PrepStore, TextFiles } from '../store/api';
import { editFile } from '../store/refusals';
import { roundToUse, roundUri } from './roundArgument';

const { t } = vscode.l10n;

export interface RoundStateParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
}

export function registerRoundStateCommands(parts: RoundStateParts): vscode.Disposable {
  const pin = (pinned: boolean) => (argument: unknown) =>
    write(parts, argument, pinned ? t('Pin the Date of a Round') : t('Unpin the Date of a Round'), { pinned });
  const mark = (status: RoundStatus) => (argument: unknown) => write(parts, argument, t('Mark a Round'), { status });
  return vscode.Disposable.from(
    registerCommand('prepLoop.pinRound', pin(true), false),
    registerCommand('prepLoop.unpinRound', pin(false), false),
    registerCommand('prepLoop.markRoundPlanned', mark('planned'), false),
    registerCommand('prepLoop.markRoundDone', mark('done'), false),
    registerCommand('prepLoop.markRoundPassed', mark('passed'), false),
    registerCommand('prepLoop.markRoundFailed', mark('failed'), false),
  );
}

/** Gives true when the file says so now. */
async function write(
  { store, files, clock }: RoundStateParts,
  argument: unknown,
  title: string,
  values: Readonly<Record<string, string | boolean>>,
): Promise<boolean> {
  const found = await roundToUse(store, clock, argument, title);
  if (!found) return false;
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
