/** Drill cards as recall knows them: a drill with an id that its reviews are kept under. */
import { slug } from '../loop/slug';
import type { Drill } from '../playbook/drills';

export interface RecallCard extends Drill {
  readonly id: string;
}

const READABLE = 40;

/**
 * The id of a card, from its question: the same as long as the question is, letter case, spacing and the final mark
 * apart. It begins with the question's words, so that a log can be read, and ends with a hash, so that they may be cut.
 */
export function cardId(question: string): string {
  const text = question.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/(?<![?.!])[?.!]+$/u, '').trim();
  const words = slug(text, 'card').slice(0, READABLE).replace(/[\uD800-\uDBFF]$|-[^-]*$/u, '');
  return `${words}-${hash(text)}`;
}

export function recallCards(drills: readonly Drill[]): RecallCard[] {
  return drills.map((drill) => ({ ...drill, id: cardId(drill.question) }));
}

/** FNV-1a, 32 bits, over UTF-16 units, as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
