import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { inOwnZone } from '../../../src/core/invite/inviteInZone';
import { openInvite } from '../../../src/core/invite/openInvite';
import { readInvite } from '../../../src/core/invite/readInvite';

/** The day on which all of them are read. */
export const TODAY = '2026-11-30';

export interface LabelledInvite {
  readonly name: string;
  readonly text: string;
  /** What has to be found, by what it is: `-` for nothing, `?` for several. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The invites of a file that were labelled by hand. */
export function labelledInvites(file: string): LabelledInvite[] {
  const whole = readFileSync(join('test', 'fixtures', 'invites', file), 'utf8');
  return whole
    .split(/^=== /mu)
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.split('\n');
      const first = lines.findIndex((line) => !line.startsWith('@ '));
      const labels = new Map(
        lines.slice(0, first).map((line) => {
          const [, key = '', value = ''] = /^@ (\w+) (.*)$/u.exec(line) ?? [];
          return [key, key === 'people' ? sorted(value.split('; ')) : value] as const;
        }),
      );
      return { name, labels, text: lines.slice(first).join('\n') };
    });
}

const sorted = (names: readonly string[]): string => [...names].sort().join('; ') || '-';

/** What is read of an invite, in the words of the labels. */
export function foundIn({ text, labels }: LabelledInvite): Record<string, string> {
  const invite = readInvite(openInvite(text), TODAY, ICAL);
  const own = invite.moments.map((moment) => inOwnZone(moment, labels.get('zone') ?? 'Europe/Berlin'));
  const only = (values: readonly (string | undefined)[]): string =>
    new Set(values).size > 1 ? '?' : (values[0] ?? '-');
  return {
    date: only(own.map(({ date }) => date)),
    time: own.length > 0 ? only(own.map(({ time }) => time)) : (invite.looseTime?.time ?? '-'),
    platform: invite.platform ?? '-',
    link: invite.link ?? '-',
    people: sorted(invite.people.map(({ name }) => name)),
    cancelled: invite.isCancelled ? 'yes' : 'no',
    recurring: invite.isRecurring ? 'yes' : 'no',
  };
}

/** What was found otherwise than labelled. A day that is open either way counts as not found. */
export function wrongIn(invite: LabelledInvite): string[] {
  const found = foundIn(invite);
  return [...invite.labels]
    .filter(([key]) => key !== 'zone')
    .filter(([key, value]) => found[key] !== value && !(key === 'date' && value === '-' && found[key] === '?'))
    .map(([key, value]) => `${invite.name}: ${key} is ${found[key]}, and should be ${value}`);
}
