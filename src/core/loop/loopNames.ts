/** What to call a loop where several are shown together. */
import { joined } from '../words';
import type { Loop } from './loopModel';

export interface Nameable {
  readonly loop: Pick<Loop, 'id' | 'company' | 'role'>;
  /** The name of the workspace folder that it is in. */
  readonly folder: string;
}

/**
 * A name for each, no longer than it takes to tell it from the others: the company, then role, folder, workspace
 * folder.
 */
export function loopNames(loops: readonly Nameable[]): string[] {
  const forms = loops.map(({ loop: { id, company, role }, folder }) => {
    const full = joined([company, role], ' ');
    return full === ''
      ? [id, id, id, `${id} (${folder})`]
      : [company === '' ? full : company, full, `${full} (${id})`, `${full} (${folder}/${id})`];
  });
  return forms.map(
    (own, index) =>
      own.find((name, form) => forms.every((other, at) => at === index || other[form] !== name)) ?? own[3] ?? '',
  );
}

/** A loop's name in a title: its company, or its folder where it names none. */
export const shortName = ({ company, id }: Pick<Loop, 'company' | 'id'>): string => company || id;
