/** What exporting a pack asks. Every question can be left with Escape, and then nothing was written. */
import * as vscode from 'vscode';
import type { LocatedStory } from '../store/storyStore';
import { nameOf } from '../store/files';

const { t } = vscode.l10n;
const TITLE = t('Pack a Round for a Peer');

/** The two files of a pack: one to read, one to fill in. */
export interface PackFiles {
  readonly html: vscode.Uri;
  readonly markdown: vscode.Uri;
}

/** The stories that the peer may read: none unless chosen. Undefined where the question was left. */
export async function askStories(
  stories: readonly LocatedStory[],
  round: string,
): Promise<readonly LocatedStory[] | undefined> {
  if (stories.length === 0) return [];
  const items = stories.map((located) => {
    const { rounds, title } = located.story;
    const fits = rounds.includes(round) ? t('for this round') : '';
    return { label: title ?? located.name, description: fits, located };
  });
  items.sort((a, b) => Number(b.description !== '') - Number(a.description !== '') || a.label.localeCompare(b.label));
  const placeHolder = t('Which of your stories may the peer read? None, if you just press Enter.');
  return (
    await vscode.window.showQuickPick(items, { title: TITLE, placeHolder, canPickMany: true, ignoreFocusOut: true })
  )?.map(({ located }) => located);
}

/** Where the pack goes: the usual place, or a file chosen in the editor's own dialog. */
export async function askPlace(usual: vscode.Uri): Promise<{ readonly chosen: vscode.Uri | undefined } | undefined> {
  const here = {
    label: t('$(folder) In the loop’s folder'),
    detail: vscode.workspace.asRelativePath(usual, false),
    other: false,
  };
  const elsewhere = { label: t('$(save-as) Another place…'), other: true };
  const answer = await vscode.window.showQuickPick([here, elsewhere], {
    title: TITLE,
    placeHolder: t('Where to?'),
    ignoreFocusOut: true,
  });
  if (!answer) return undefined;
  if (!answer.other) return { chosen: undefined };
  const chosen = await vscode.window.showSaveDialog({ defaultUri: usual, filters: { HTML: ['html'] }, title: TITLE });
  return chosen && { chosen };
}

/** Whether files that are there, and say something else, may be replaced. */
export async function askReplace(there: readonly vscode.Uri[]): Promise<boolean> {
  const replace = t('Replace');
  const names = there.map(nameOf).join(', ');
  const detail = t('What a peer wrote into the Markdown file would be lost: import the scores first.');
  return (
    (await vscode.window.showWarningMessage(t('Replace {0}?', names), { modal: true, detail }, replace)) === replace
  );
}
