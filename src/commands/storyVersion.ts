import * as vscode from 'vscode';
import { Refusal } from '../refusal';
import { VERSION_IDS, type VersionId } from '../webview/protocol/rehearse';
import { fields } from './decode';

/**
 * The version of a story that an argument names; undefined where it names none.
 * @throws Refusal where there is no such version.
 */
export function versionOf(argument: unknown): VersionId | undefined {
  const { version } = fields(argument);
  if (version === undefined) return undefined;
  const id = VERSION_IDS.find((each) => each === version);
  if (id !== undefined) return id;
  const message = vscode.l10n.t(
    'There is no version “{0}” of a story. Choose one of: {1}.',
    String(version),
    VERSION_IDS.join(', '),
  );
  throw new Refusal('argument', message);
}
