/** What exporting a pack asks. Every question can be left with Escape, and then nothing was written. */
import * as vscode from 'vscode';
import type { LocatedStory } from '../store/storyStore';

const { t } = vscode.l10n;
const TITLE = t('Pack a Round for a Peer');

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
