/**
 * Cards whose question was changed, and with it their id: a line of the log says that the card is the same, so that the
 * reviews until then belong to the new question. Pure.
 */
import type { RecallCard } from './recallCards';

/** From this moment on, the history of the card `was` belongs to another. */
export interface Renamed {
  /** The card's id now. */
  readonly card: string;
  /** Its id before. */
  readonly was: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * The line that says so, without a line break. For a reader that knows no such lines it takes back what happened to the
 * card at this very moment, which is nothing.
 */
export function renameLine({ card, was, at }: Renamed): string {
  const time = new Date(at).toISOString();
  return JSON.stringify({ card, at: time, undo: time, was });
}

/**
 * Gives the id by which a card is known now that had another at a moment. One after the other in the order of time, so
 * that a question may change again, or back; the order of `renames` is irrelevant.
 */
export function currentIds(renames: readonly Renamed[]): (card: string, at: number) => string {
  const ordered = [...renames].sort((a, b) => a.at - b.at || compare(a.was, b.was) || compare(a.card, b.card));
  const next = new Map<string, { readonly order: number; readonly renamed: Renamed }[]>();
  for (const [order, renamed] of ordered.entries())
    next.set(renamed.was, [...(next.get(renamed.was) ?? []), { order, renamed }]);
  return (card, at) => {
    let [id, after] = [card, -1];
    for (;;) {
      const found = next.get(id)?.find(({ order, renamed }) => order > after && renamed.at >= at);
      if (!found) return id;
      [id, after] = [found.renamed.card, found.order];
    }
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface ChangedCard {
  readonly was: RecallCard;
  readonly card: RecallCard;
}

/**
 * Which cards of a file may have got another question: those that stand where one is gone, or that have its answer.
 * Whether they are the same cards, only the user knows.
 */
export function changedCards(before: readonly RecallCard[], after: readonly RecallCard[]): ChangedCard[] {
  const [there, known] = [idsOf(after), idsOf(before)];
  const [gone, added] = [runsOf(before, there), runsOf(after, known)];
  const byPlace = [...gone].flatMap(([place, cards]) => {
    const others = added.get(place) ?? [];
    return cards.length === others.length
      ? cards.map((was, index) => ({ was, card: others[index] as RecallCard }))
      : [];
  });
  const paired = new Set(byPlace.flatMap(({ was, card }) => [was.id, card.id]));
  const left = [...added.values()].flat().filter(({ id }) => !paired.has(id));
  const byAnswer = [...gone.values()].flat().flatMap((was) => {
    if (paired.has(was.id)) return [];
    const index = left.findIndex(({ answer }) => answer === was.answer);
    const [card] = index < 0 ? [] : left.splice(index, 1);
    return card ? [{ was, card }] : [];
  });
  return [...byPlace, ...byAnswer];
}

function idsOf(cards: readonly RecallCard[]): ReadonlySet<string> {
  return new Set(cards.map(({ id }) => id));
}

/** The cards that are not among those kept, by the kept ones that stand around them. */
function runsOf(cards: readonly RecallCard[], kept: ReadonlySet<string>): Map<string, RecallCard[]> {
  const runs = new Map<string, RecallCard[]>();
  let [before, run]: [string, RecallCard[]] = ['', []];
  const close = (next: string): void => {
    if (run.length > 0) runs.set(`${before} ${next}`, run);
    [before, run] = [next, []];
  };
  for (const card of cards) {
    if (kept.has(card.id)) close(card.id);
    else run.push(card);
  }
  close('');
  return runs;
}
