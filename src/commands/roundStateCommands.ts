/** What a click says of a round: its date is pinned or not, and how it went. One value of its front matter changes. */
import * as vscode from 'vscode';
import type { RoundStatus } from '../core/loop/model';
import type { Clock } from '../core/ports';
import { roundEdits } from '../core/replan/replanWrites';
import { registerCommand } from '../editorCommands';
import type { PrepStore, TextFiles } from '../store/api';
import { nameOf } from '../store/files';
import { decodeRoundArgument, findRound, pickRound } from './roundArgument';

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
    registerCommand('prepLoop.pinRound', pin(true)),
    registerCommand('prepLoop.unpinRound', pin(false)),
    registerCommand('prepLoop.markRoundPlanned', mark('planned')),
    registerCommand('prepLoop.markRoundDone', mark('done')),
    registerCommand('prepLoop.markRoundPassed', mark('passed')),
    registerCommand('prepLoop.markRoundFailed', mark('failed')),
  );
}

/** Gives true when the file says so now. */
async function write(
  { store, files, clock }: RoundStateParts,
  argument: unknown,
  title: string,
  values: Readonly<Record<string, string | boolean>>,
): Promise<boolean> {
  const named = decodeRoundArgument(argument);
  const found = named ? await findRound(store, named) : await pickRound(store, clock, title);
  if (typeof found === 'string') void vscode.window.showWarningMessage(found);
  if (found === undefined || typeof found === 'string') return false;
  const { located, round } = found;
  const uri = vscode.Uri.joinPath(located.root.uri, ...round.path.split('/'));
  const outcome = await files.edit(uri, (text) => roundEdits(text, { path: round.path, was: round.date, values }));
  if (outcome === 'done' || outcome === 'unchanged') return true;
  store.refresh();
  void vscode.window.showWarningMessage(
    t(
      '{0} was left as it is: it has changed since, its front matter is broken, or it cannot be written to.',
      nameOf(uri),
    ),
  );
  return false;
}
