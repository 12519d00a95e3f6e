/** Which of a loop's cards a sitting is about. */
import { joined } from '../words';
import { serves } from './deadlines';
import type { RecallCard } from './recallCards';

export interface CardScope {
  /** The id of a competency. */
  readonly competency?: string | undefined;
  /** The id of a round: the cards that serve it. */
  readonly round?: string | undefined;
  /** The title of a group. */
  readonly group?: string | undefined;
  /** How many cards the sitting has at most, 1 or more. */
  readonly limit?: number | undefined;
}

/** What the names of a scope stand for. */
export interface ScopeNames {
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly competencies: readonly string[] }[];
}

/** Whether a scope names some of the cards rather than all. */
export function isNarrow({ competency, round, group }: CardScope): boolean {
  return competency !== undefined || round !== undefined || group !== undefined;
}

/** The cards that a scope names, in their order; a round that is not known has none. */
export function cardsIn(cards: readonly RecallCard[], scope: CardScope, { rounds }: ScopeNames): RecallCard[] {
  const { competency, round: id, group } = scope;
  const round = rounds.find((each) => each.id === id);
  return cards.filter(
    (card) =>
      (competency === undefined || card.competencies.includes(competency)) &&
      (group === undefined || card.group === group) &&
      (id === undefined || (round !== undefined && serves(card, round))),
  );
}

/** What a sitting is about, in a few words, as after “cards on”; '' where it is about everything. */
export function scopeInWords({ competency, round, group }: CardScope, { competencies, rounds }: ScopeNames): string {
  const titleOf = (list: readonly { readonly id: string; readonly title: string }[], id: string | undefined): string =>
    id === undefined ? '' : (list.find((each) => each.id === id)?.title ?? id);
  return joined([titleOf(competencies, competency), titleOf(rounds, round), group ?? ''], ', ');
}
