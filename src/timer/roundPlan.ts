import { timedRound } from '../core/timer/subject';
import type { LoadedRound } from '../core/playbook/loadPlaybook';
import { MINUTE_MS, type RoundPlan, type TimerPlan } from '../core/timer/timer';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore } from '../store/api';
import type { LocatedInterview } from '../store/interviewStore';

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
    phases: phasesOf(round),
  };
}

/** What there is to time in the interview of a peer: the phases of its round, for the user who keeps time. */
export function planInterview({ uri, round, interview }: LocatedInterview): TimerPlan {
  const title = `${round.title} for ${interview.peer}`;
  return { subject: { kind: 'interview', uri: uri.toString() }, title, phases: phasesOf(round) };
}

function phasesOf({ phases }: LoadedRound): TimerPlan['phases'] {
  return phases.map(({ title, minutes }) => ({ title, plannedMs: Math.round(minutes * MINUTE_MS) }));
}
