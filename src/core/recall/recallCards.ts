/** Drill cards as recall knows them: a drill with an id that its reviews are kept under. */
import { fingerprint } from '../fingerprint';
import type { Drill } from '../playbook/playbookDrills';
import { slug } from '../slug';

export interface RecallCard extends Drill {
  readonly id: string;
  /** The ids of the rounds that it is for, besides those that judge its competencies. */
  readonly rounds?: readonly string[];
  /** What cards that give each other away have in common: they are not asked on the same day. */
  readonly sibling?: string;
  /** When it is asked again, where it was buried until then; in milliseconds since the epoch. */
  readonly buriedUntil?: number;
  readonly flagged?: boolean;
  /** Where one of the user's own cards is written. `path` is relative to the prep folder. */
  readonly place?: { readonly path: string; readonly start: number };
}

const READABLE = 40;

/**
 * The id of a card, from its question: the same as long as the question is, apart from letter case, spacing and the
 * final mark. It begins with the question's words, so that a log can be read, and ends with a hash, so that they may be
 * cut.
 */
export function cardId(question: string): string {
  const text = question
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<![?.!])[?.!]+$/u, '')
    .trim();
  const words = slug(text, 'card')
    .slice(0, READABLE)
    .replace(/[\uD800-\uDBFF]$|-[^-]*$/u, '');
  return `${words}-${fingerprint(text).toString(16).padStart(8, '0')}`;
}

/**
 * The cards of several files, each question once: as the last file has it that asks it, at its first place.
 * @param files the playbook's cards, those for all loops, those of the loop.
 */
export function cardsOfAll(...files: readonly (readonly RecallCard[])[]): RecallCard[] {
  const byQuestion = new Map<string, readonly RecallCard[]>();
  for (const cards of files) {
    const own = new Map<string, Map<string, RecallCard>>();
    for (const card of cards) {
      // A text that is left out, or a card asked the other way round, belongs to the question that it comes from.
      const question = card.sibling ?? card.id;
      const present = own.get(question) ?? new Map<string, RecallCard>();
      own.set(question, present);
      if (!present.has(card.id)) present.set(card.id, card);
    }
    for (const [question, each] of own) byQuestion.set(question, [...each.values()]);
  }
  return [...byQuestion.values()].flat();
}

export function recallCards(drills: readonly Drill[]): RecallCard[] {
  return drills.map((drill) => ({ ...drill, id: cardId(drill.question) }));
}
