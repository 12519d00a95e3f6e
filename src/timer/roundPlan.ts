import type * as vscode from 'vscode';
import { timedRound } from '../core/timer/subject';
import { MINUTE_MS, type RoundPlan } from '../core/timer/timer';
import type { LocatedLoop, PrepStore } from '../store/api';

/** What there is to time in a round, or a sentence that says why nothing can be timed. */
export async function planRound(
  store: PrepStore,
  loop: string | vscode.Uri,
  roundId: string,
): Promise<RoundPlan | string> {
  const located = await store.findLoop(loop);
  if (!located) return `There is no loop “${String(loop)}” in this workspace.`;
  return planLocated(store, located, roundId);
}

/** As {@link planRound}, for a loop that is at hand. */
export async function planLocated(
  store: PrepStore,
  located: LocatedLoop,
  roundId: string,
): Promise<RoundPlan | string> {
  const entry = await store.playbookOf(located);
  const round = entry?.playbook?.rounds.find(({ id }) => id === roundId);
  if (!round) {
    const { playbook, id } = located.loop;
    if (!entry) return `The loop “${id}” names the playbook “${playbook}”, which is not there.`;
    return `The playbook “${playbook}” ${entry.playbook ? `has no round “${roundId}”` : 'cannot be read'}, so there are no phases to time.`;
  }
  return {
    subject: timedRound({ loop: located.uri.toString(), round: round.id }),
    title: round.title,
    phases: round.phases.map(({ title, minutes }) => ({ title, plannedMs: Math.round(minutes * MINUTE_MS) })),
  };
}
