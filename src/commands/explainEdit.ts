import * as vscode from 'vscode';
import type { EditOutcome } from '../store/api';
import { nameOf } from '../store/files';
import { openAt } from './openAt';

const { t } = vscode.l10n;

type Refused = Exclude<EditOutcome, 'done' | 'unchanged'>;

/**
 * Whether a file is as it was to be; where it could not be written, says why and offers to open it.
 * @param reasons what to say instead, where a command knows more of what is lost and what to do.
 */
export function explainEdit(
  uri: vscode.Uri,
  outcome: EditOutcome,
  reasons: Readonly<Record<Refused, string>> = plainReasons(nameOf(uri)),
): boolean {
  if (outcome === 'done' || outcome === 'unchanged') return true;
  if (outcome === 'missing') void vscode.window.showWarningMessage(reasons.missing);
  else void offerFile(uri, reasons[outcome]);
  return false;
}

function plainReasons(name: string): Readonly<Record<Refused, string>> {
  return {
    stale: t(
      '{0} cannot be written to as it is: mend its front matter, or resolve its merge conflict. Nothing was written.',
      name,
    ),
    readonly: t('{0} is read-only. Nothing was written.', name),
    missing: t('{0} is not there any more. Nothing was written.', name),
    encoding: t('{0} is not UTF-8: save it with that encoding first. Nothing was written.', name),
  };
}

/** Warns of a file, and offers to open it. */
export async function offerFile(uri: vscode.Uri, reason: string): Promise<void> {
  const open = t('Open File');
  if ((await vscode.window.showWarningMessage(reason, open)) === open) await openAt(uri);
}
