/** Shows what an invite would change before anything is written, each change with a tick. */
import * as vscode from 'vscode';
import { formatDate } from '../core/days/dates';
import type { InviteChange, InvitePart, InviteProposal } from '../core/invite/inviteChanges';
import { rowsOfText, ticksStep, type Answer } from './steps';

const { t } = vscode.l10n;

const LABELS: Readonly<Record<InvitePart, string>> = {
  date: t('Day'),
  time: t('Time'),
  pinned: t('Pinned'),
  platform: t('Platform'),
  link: t('Link'),
  place: t('Place'),
  people: t('Interviewer'),
};

interface ChangeItem extends vscode.QuickPickItem {
  readonly change?: InviteChange;
}

interface InvitePreview {
  readonly title: string;
  readonly proposal: InviteProposal;
  readonly hasBack: boolean;
}

/** The changes that the user accepts. */
export async function askInviteChanges({
  title,
  proposal,
  hasBack,
}: InvitePreview): Promise<Answer<readonly InviteChange[]>> {
  const items = proposal.changes.map((change): ChangeItem => ({
    label: `${LABELS[change.part]}: ${shownChange(change)}`,
    detail: change.why,
    picked: change.isProposed,
    change,
  }));
  // Entries, though a tick does nothing to them: a screen reader passes over what stands between entries.
  const notes = proposal.notes
    .flatMap(rowsOfText)
    .map(({ first, second }): ChangeItem => ({ label: `$(info) ${first}`, detail: second }));
  const answer = await ticksStep({
    title,
    hasBack,
    placeholder: t('Nothing is written before you press Enter. Untick what should stay as it is.'),
    items: [...items, ...notes],
  });
  return answer === 'back' || answer === undefined ? answer : answer.flatMap(({ change }) => change ?? []);
}

/** “Mon 30 Nov 2026 → Thu 3 Dec 2026” */
function shownChange({ part, from, to }: InviteChange): string {
  const shown = (value: string): string => {
    if (value === '') return t('none');
    if (part === 'date') return formatDate(value);
    return part === 'pinned' ? (value === 'true' ? t('yes') : t('no')) : value;
  };
  return part === 'people' && from === '' ? to : `${shown(from)} → ${shown(to)}`;
}
