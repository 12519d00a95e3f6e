import * as vscode from 'vscode';
import type { LoadedPlaybook, LoadedRound } from '../core/playbook/loadPlaybook';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore } from './api';

/** A round as the loop's playbook has it. @throws Refusal where it has none of that id. */
export async function roundOfPlaybook(
  store: PrepStore,
  located: LocatedLoop,
  id: string,
): Promise<{ readonly playbook: LoadedPlaybook; readonly round: LoadedRound }> {
  const playbook = (await store.playbookOf(located))?.playbook;
  const round = playbook?.rounds.find((each) => each.id === id);
  if (playbook && round) return { playbook, round };
  throw new Refusal(
    'absent',
    vscode.l10n.t('The playbook “{0}” does not have the round “{1}”.', located.loop.playbook, id),
  );
}
