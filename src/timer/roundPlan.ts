import { timedRound } from '../core/timer/subject';
import { MINUTE_MS, type RoundPlan } from '../core/timer/timer';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore } from '../store/api';

/** What there is to time in a round. @throws Refusal where nothing can be timed. */
export async function planRound(store: PrepStore, located: LocatedLoop, roundId: string): Promise<RoundPlan> {
  const entry = await store.playbookOf(located);
  const round = entry?.playbook?.rounds.find(({ id }) => id === roundId);
  if (!round) {
    const { playbook, id } = located.loop;
    if (!entry)
      throw new Refusal('absent', `The loop “${id}” names the playbook “${playbook}”, which cannot be found.`);
    const why = entry.playbook ? `has no round “${roundId}”` : 'cannot be read';
    throw new Refusal('absent', `The playbook “${playbook}” ${why}, so there are no phases to time.`);
  }
  return {
    subject: timedRound({ loop: located.uri.toString(), round: round.id }),
    title: round.title,
    phases: round.phases.map(({ title, minutes }) => ({ title, plannedMs: Math.round(minutes * MINUTE_MS) })),
  };
}
