import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import { causeInWords, onDidRefuse, type Refusal } from '../refusal';
import { openAt } from './openAt';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

/**
 * Says every refusal to the user, and logs it with its cause. A file that cannot be read is tried often, but reported
 * once.
 */
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

async function say({ message, tone, remedy, file, text }: Refusal): Promise<void> {
  if (tone === 'brief') {
    sayBriefly(message);
    return;
  }
  const [open, settings, show] = [t('Open File'), t('Open Settings'), t('Show Its Text')];
  const offers = { open: file ? [open] : [], settings: [settings], text: [show] };
  const offered = remedy ? offers[remedy] : [];
  const answer = await (tone === 'error'
    ? vscode.window.showErrorMessage(message, ...offered)
    : vscode.window.showWarningMessage(message, ...offered));
  if (answer === open && file) await openAt(file);
  if (answer === show) await vscode.window.showTextDocument(await openCopy(text ?? ''));
  if (answer === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'prepLoop.folder');
}

function openCopy(content: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ content, language: 'markdown' });
}
