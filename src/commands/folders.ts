/** In which workspace folder a command writes, and what to do where it cannot. */
import * as vscode from 'vscode';
import type { PrepRoot, PrepStore } from '../store/api';
import { isReadonlyError, pathUnder } from '../store/files';
import { asText, asUri } from './decode';

const { t } = vscode.l10n;

/** What a command is about to write: the messages name it. */
export type Writing = 'loop' | 'story' | 'templates' | 'retrospective';

/** Of those, what a workspace folder is asked for. */
type Offered = Exclude<Writing, 'retrospective'>;

/**
 * The root to write in: that of the workspace folder which is named, else that of the file being edited, else the only
 * one, else the one that the user chooses. Undefined, and said why, where there is none.
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
  if (named !== undefined) {
    const root = findRoot(roots, named);
    if (!root)
      void vscode.window.showErrorMessage(
        t(
          'There is no workspace folder “{0}”. There are: {1}.',
          String(named),
          roots.map(({ folder }) => folder.name).join(', '),
        ),
      );
    return root;
  }
  const active = follow ? vscode.window.activeTextEditor?.document.uri : undefined;
  return roots.find(({ uri }) => active && pathUnder(uri, active) !== undefined) ?? askRoot(roots, title);
}

function findRoot(roots: readonly PrepRoot[], named: unknown): PrepRoot | undefined {
  const uri = asUri(named)?.toString().replace(/\/$/u, '');
  const name = asText(named);
  return (
    roots.find(({ folder }) => folder.uri.toString().replace(/\/$/u, '') === uri) ??
    roots.find(({ folder }) => folder.name === name)
  );
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
    loop: t('A loop is a folder of Markdown files: open a folder for it first.'),
    story: t('A story is a Markdown file: open a folder for it first.'),
    templates: t('Templates are Markdown files: open a folder for them first.'),
  };
  const answer = await vscode.window.showInformationMessage(messages[writing], open);
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
}

/** Says why nothing could be written in a root, and offers the setting that says where it is. */
export async function explainFailure(error: unknown, root: PrepRoot, writing: Writing): Promise<void> {
  const place = vscode.workspace.asRelativePath(root.uri, true);
  const failed: Record<Writing, string> = {
    loop: t('The loop was not started'),
    story: t('The story was not made'),
    templates: t('The templates were not copied'),
    retrospective: t('The retrospective was not written'),
  };
  const reason = error instanceof Error ? error.message : String(error);
  const message = isReadonlyError(error)
    ? t(
        '{0}: “{1}” is read-only. Open a folder that you can write to, or change the setting “Prep Loop: Folder”.',
        failed[writing],
        place,
      )
    : t('{0}: {1}', failed[writing], reason);
  const settings = t('Open Settings');
  if ((await vscode.window.showErrorMessage(message, settings)) === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'prepLoop.folder');
}
