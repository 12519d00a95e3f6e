/** The people of a round in its panel. */
import type { Round } from '../../core/loop/loopModel';
import { clip } from '../protocol/common';
import type { RoundView } from '../protocol/round';

/** Nothing for a round without a file: there is nowhere to write them. */
export function makePeopleView(round: Round | undefined): Pick<RoundView, 'people' | 'meeting'> {
  if (!round) return {};
  const { interviewers, platform, link, place } = round;
  const people = interviewers.map(({ name, ...more }, index) => ({
    name: clip(name),
    nth: interviewers.slice(0, index).filter((other) => other.name === name).length,
    role: clip(more.role ?? ''),
    cares: clip(more.cares ?? ''),
    link: more.link ?? '',
  }));
  const hasPlace = platform !== undefined || link !== undefined || place !== undefined;
  const meeting = { platform: clip(platform ?? ''), link: clip(link ?? ''), place: clip(place ?? '') };
  return { people, ...(hasPlace ? { meeting } : {}) };
}
