import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import { causeInWords, onDidRefuse, type Refusal } from '../refusal';
import { openAt } from './openAt';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

/** Says every refusal to the user, and logs it with its cause. What cannot be read is read often, and said once. */
export function sayRefusals(log: Logger): vscode.Disposable {
  const unreadable = new Set<string>();
  return onDidRefuse((refusal) => {
    if (refusal.kind === 'unreadable') {
      if (unreadable.has(refusal.message)) return;
      unreadable.add(refusal.message);
    }
    const cause = refusal.cause === undefined ? '' : ` (${causeInWords(refusal.cause)})`;
    log.warn(`Refused, ${refusal.kind}: ${refusal.message}${cause}`);
    void say(refusal);
  });
}

async function say({ message, tone, remedy, file }: Refusal): Promise<void> {
  if (tone === 'brief') {
    sayBriefly(message);
    return;
  }
  const [open, settings] = [t('Open File'), t('Open Settings')];
  const offered = remedy === 'open' && file ? [open] : remedy === 'settings' ? [settings] : [];
  const answer = await (tone === 'error'
    ? vscode.window.showErrorMessage(message, ...offered)
    : vscode.window.showWarningMessage(message, ...offered));
  if (answer === open && file) await openAt(file);
  if (answer === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'prepLoop.folder');
}
