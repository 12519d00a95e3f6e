/** What the user has set aside or flagged among the cards, by the marks in the log. */
import type { RecallCard } from './recallCards';
import type { CardMark, ReviewLog } from './reviewLog';

const DAY = 86_400_000;

export interface SetAside {
  /** The cards that are asked at all, those that are buried or flagged marked so. */
  readonly cards: readonly RecallCard[];
  /** Those that are suspended, in their order. */
  readonly suspended: readonly RecallCard[];
}

/**
 * Sorts the cards by their marks: the last one counts, and burying lasts for the day.
 * @param dayBegan when the day began, in milliseconds since the epoch.
 */
export function setAside(cards: readonly RecallCard[], { marks = [] }: ReviewLog, dayBegan: number): SetAside {
  if (marks.length === 0) return { cards, suspended: [] };
  const [suspended, flagged, buried] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { card, at, mark } of marks) {
    if (mark === 'suspend') suspended.add(card);
    else if (mark === 'unsuspend') suspended.delete(card);
    else if (mark === 'flag') flagged.add(card);
    else if (mark === 'unflag') flagged.delete(card);
    else if (at >= dayBegan) buried.add(card);
  }
  const marked = (card: RecallCard): RecallCard => ({
    ...card,
    ...(buried.has(card.id) ? { buriedUntil: dayBegan + DAY } : {}),
    ...(flagged.has(card.id) ? { flagged: true } : {}),
  });
  const isMarked = ({ id }: RecallCard): boolean => buried.has(id) || flagged.has(id);
  return {
    cards: cards.filter(({ id }) => !suspended.has(id)).map((card) => (isMarked(card) ? marked(card) : card)),
    suspended: cards.filter(({ id }) => suspended.has(id)),
  };
}

/** What was done to a card, as in a list of what can be undone. */
export const MARKS_IN_WORDS: Readonly<Record<CardMark, string>> = {
  bury: 'Buried',
  suspend: 'Suspended',
  unsuspend: 'Brought back',
  flag: 'Flagged',
  unflag: 'Flag removed',
};
