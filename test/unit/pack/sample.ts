/** A pack of the playbook that ships, and what is changed of it. */
import type { PackMock } from '../../../src/core/pack/pack';
import { makePack, type Pack, type PackStory } from '../../../src/core/pack/pack';
import { builtIn } from '../loop/builtIn';

export const MOCK: PackMock = {
  peer: 'Sam Park',
  date: '2026-11-26',
  time: '14:30',
  timeZone: 'Europe/Berlin',
  prompt: undefined,
};

export function samplePack(mock: Partial<PackMock> = {}, stories: readonly PackStory[] = []): Pack {
  const playbook = builtIn('confluent-ai-ml-pm');
  const round = playbook.rounds.find(({ id }) => id === 'system-design');
  if (!round) throw new Error('no such round');
  return makePack(playbook, round, { ...MOCK, ...mock }, stories);
}
