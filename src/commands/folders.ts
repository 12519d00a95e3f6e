/** In which workspace folder a command writes. */
import * as vscode from 'vscode';
import { Refusal } from '../refusal';
import type { PrepRoot, PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import type { Created } from '../store/refusals';
import { asText, asUri } from './decode';

const { t } = vscode.l10n;

/** What a workspace folder is asked for. */
type Offered = Extract<Created, 'loop' | 'playbook' | 'story' | 'templates'>;

/**
 * The root to write in: that of the workspace folder which is named, else that of the file being edited, else the only
 * one, else the one that the user chooses. Undefined where no folder is open, which is said, or none is chosen.
 * @throws Refusal where the one that is named is not open.
 * @param named a workspace folder's name or Uri, as a caller gave it.
 * @param follow whether the file being edited decides.
 */
export async function rootFor(
  { roots }: PrepStore,
  writing: Offered,
  title: string,
  named: unknown,
  follow = true,
): Promise<PrepRoot | undefined> {
  if (roots.length === 0) {
    void offerFolder(writing);
    return undefined;
  }
  if (named !== undefined) return findRoot(roots, named);
  const active = follow ? vscode.window.activeTextEditor?.document.uri : undefined;
  return roots.find(({ uri }) => active && pathUnder(uri, active) !== undefined) ?? askRoot(roots, title);
}

function findRoot(roots: readonly PrepRoot[], named: unknown): PrepRoot {
  const uri = asUri(named)?.toString().replace(/\/$/u, '');
  const name = asText(named);
  const root =
    roots.find(({ folder }) => folder.uri.toString().replace(/\/$/u, '') === uri) ??
    roots.find(({ folder }) => folder.name === name);
  if (root) return root;
  const names = roots.map(({ folder }) => folder.name).join(', ');
  throw new Refusal('argument', t('There is no workspace folder “{0}”. Choose one of: {1}.', String(named), names));
}

async function askRoot(roots: readonly PrepRoot[], title: string): Promise<PrepRoot | undefined> {
  if (roots.length < 2) return roots[0];
  const items = roots.map((root) => ({
    label: root.folder.name,
    description: vscode.workspace.asRelativePath(root.uri, true),
    root,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title,
      placeHolder: t('In which workspace folder?'),
      ignoreFocusOut: true,
    })
  )?.root;
}

async function offerFolder(writing: Offered): Promise<void> {
  const open = t('Open Folder');
  const messages: Record<Offered, string> = {
    loop: t('A loop is a folder of Markdown files: open a folder to keep it in first.'),
    story: t('A story is a Markdown file: open a folder to keep it in first.'),
    playbook: t('A playbook is a folder of files: open a folder to keep it in first.'),
    templates: t('Templates are Markdown files: open a folder to keep them in first.'),
  };
  const answer = await vscode.window.showInformationMessage(messages[writing], open);
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
}
