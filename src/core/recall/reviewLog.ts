/**
 * The log of drill reviews, `reviews.jsonl`: one JSON object per line, and lines are only ever added. Lines of two
 * machines can be merged in any order; what can't be read is reported at its place, and the rest counts.
 */
import { CONFLICT_MESSAGES } from '../markdown/conflict';
import { splitLines, textStart, type TextEdit } from '../markdown/text';
import type { Problem } from '../ports';
import { currentIds, type Renamed } from './cardRenames';

export const REVIEWS_FILE = 'reviews.jsonl';

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

export interface Review {
  /** The card's id. */
  readonly card: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly rating: Rating;
  /** How long it took from seeing the question to rating it, in milliseconds, where that is known. */
  readonly ms?: number;
}

/** What a card can be marked as, besides how well it was known. */
export const CARD_MARKS = ['bury', 'suspend', 'unsuspend', 'flag', 'unflag'] as const;
export type CardMark = (typeof CARD_MARKS)[number];

export interface Marked {
  /** The card's id. */
  readonly card: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly mark: CardMark;
}

export interface ReviewLog {
  /** What counts, in the order of time: each once, without those that were taken back. */
  readonly reviews: readonly Review[];
  /** In the order of time, without those that were taken back; left out where there are none. */
  readonly marks?: readonly Marked[];
  readonly problems: readonly Problem[];
}

/** A line that takes a review back, as the log can't lose a line. */
interface TakenBack {
  readonly card: string;
  /** When the review that no longer counts took place. */
  readonly undo: number;
}

type Entry = Review | Marked | Renamed | TakenBack;

const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$/u;
const DAY = 86_400_000;
/** More would only bury the first ones. */
const MOST_PROBLEMS = 20;

/**
 * @param path of the log, for its problems. Never throws.
 * @param now milliseconds since the epoch: a review that is dated more than a day later does not count.
 */
export function readReviews(text: string, path: string, now = Infinity): ReviewLog {
  const problems: Problem[] = [];
  const found = new Map<string, Review>();
  const marks = new Map<string, Marked>();
  const renames: Renamed[] = [];
  const undone: TakenBack[] = [];
  for (const { start, end } of splitLines(text)) {
    const line = text.slice(start, end).trim();
    if (line === '') continue;
    const entry = CONFLICT.test(line) ? CONFLICT_MESSAGES.log : readLine(line, now + DAY);
    if (typeof entry === 'string') {
      if (problems.length < MOST_PROBLEMS) problems.push({ path, start, end, message: entry, severity: 'warning' });
    } else if ('was' in entry) renames.push(entry);
    else if ('undo' in entry) undone.push(entry);
    else if ('mark' in entry) marks.set(`${keyOf(entry.card, entry.at)} ${entry.mark}`, entry);
    else {
      // Nobody rates a card twice in a millisecond: the same moment again is the same review, merged in from elsewhere.
      const key = keyOf(entry.card, entry.at);
      found.set(key, oneOf(found.get(key), entry));
    }
  }
  const left = whatCounts([...found.values()], [...marks.values()], renames, undone);
  return { reviews: left.reviews, ...(left.marks.length > 0 ? { marks: left.marks } : {}), problems };
}

/** The reviews and marks that were not taken back, each under the id that its card has now, in the order of time. */
function whatCounts(
  reviews: readonly Review[],
  marks: readonly Marked[],
  renames: readonly Renamed[],
  undone: readonly TakenBack[],
): { readonly reviews: readonly Review[]; readonly marks: readonly Marked[] } {
  const written = new Set(undone.map(({ card, undo }) => keyOf(card, undo)));
  const valid = renames.filter(({ card, at }) => !written.has(keyOf(card, at)));
  const idOf = valid.length === 0 ? undefined : currentIds(valid);
  const current = <Named extends Review | Marked>(entry: Named): Named =>
    idOf === undefined ? entry : { ...entry, card: idOf(entry.card, entry.at) };
  const isUndone =
    idOf === undefined ? written : new Set(undone.map(({ card, undo }) => keyOf(idOf(card, undo), undo)));
  const counts = ({ card, at }: Review | Marked): boolean => !isUndone.has(keyOf(card, at));
  const once = idOf === undefined ? reviews : eachOnce(reviews.map(current));
  return {
    reviews: once.filter(counts).sort((a, b) => a.at - b.at || (a.card < b.card ? -1 : 1)),
    marks: marks
      .map(current)
      .filter(counts)
      .sort((a, b) => a.at - b.at || CARD_MARKS.indexOf(a.mark) - CARD_MARKS.indexOf(b.mark)),
  };
}

/** Of the reviews of a card at one moment, one counts. */
function eachOnce(reviews: readonly Review[]): Review[] {
  const found = new Map<string, Review>();
  for (const review of reviews) {
    const key = keyOf(review.card, review.at);
    found.set(key, oneOf(found.get(key), review));
  }
  return [...found.values()];
}

/** The line of a review, without a line break. */
export function reviewLine({ card, at, rating, ms }: Review): string {
  return JSON.stringify({ card, at: new Date(at).toISOString(), rating, ...(ms === undefined ? {} : { ms }) });
}

/**
 * The line of a mark. For a reader that knows no marks it takes back what happened to the card at this very moment,
 * which is nothing.
 */
export function markLine({ card, at, mark }: Marked): string {
  const time = new Date(at).toISOString();
  return JSON.stringify({ card, at: time, undo: time, mark });
}

/** The line that takes a review or a mark back. @param now milliseconds since the epoch. */
export function undoLine({ card, at }: Pick<Review, 'card' | 'at'>, now: number): string {
  return JSON.stringify({ card, at: new Date(now).toISOString(), undo: new Date(at).toISOString() });
}

/** The edit that adds a line after the last one, with the line break that the text uses. */
export function appendLine(text: string, line: string): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isWhole = textStart(text) === text.length || /[\r\n]$/u.test(text);
  return { start: text.length, end: text.length, newText: `${isWhole ? '' : newline}${line}${newline}` };
}

/** The one of two lines of one moment that counts, whatever their order: the worse rating, then the longer time. */
function oneOf(a: Review | undefined, b: Review): Review {
  if (!a) return b;
  const order = RATINGS.indexOf(a.rating) - RATINGS.indexOf(b.rating) || (b.ms ?? -1) - (a.ms ?? -1);
  return order <= 0 ? a : b;
}

/** What a line says, or what is wrong with it. @param latest the last moment that counts. */
function readLine(line: string, latest: number): Entry | string {
  const value = parse(line);
  if (typeof value !== 'object' || value === null)
    return 'This line is not a review: it should be a JSON object such as {"card": "…", "at": "2026-11-22T18:05:00Z", "rating": "good"}. The others count.';
  const { card, at, rating, ms, undo, mark, was } = value as Readonly<Record<string, unknown>>;
  if (typeof card !== 'string' || card === '') return 'This review names no “card”: it does not count.';
  const time = instant(at);
  if (time === undefined)
    return 'This review’s “at” is not a time: write it as in 2026-11-22T18:05:00Z. It does not count.';
  const marked = CARD_MARKS.find((each) => each === mark);
  if (marked && instant(undo) === time && time <= latest) return { card, at: time, mark: marked };
  if (typeof was === 'string' && was !== '' && was !== card && instant(undo) === time && time <= latest)
    return { card, at: time, was };
  if (undo !== undefined) {
    const undone = instant(undo);
    return undone === undefined ? 'This line’s “undo” is not a time: it undoes nothing.' : { card, undo: undone };
  }
  if (time > latest)
    return 'This review’s “at” is in the future: was the computer’s clock wrong? It does not count until then.';
  const known = RATINGS.find((candidate) => candidate === rating);
  return known
    ? { card, at: time, rating: known, ...(isDuration(ms) ? { ms } : {}) }
    : `This review’s “rating” is not one of ${RATINGS.join(', ')}: it does not count.`;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Who leaves a card open over night has not thought about it all that time. */
export const LONGEST_THINKING = 600_000;

/** A time that cannot be is left out: the review counts without it. */
function isDuration(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LONGEST_THINKING;
}

/** Only full times with their offset from UTC: any other text would be read in this machine's time zone. */
function instant(value: unknown): number | undefined {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/u.test(value)
  )
    return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

function keyOf(card: string, at: number): string {
  return `${at} ${card}`;
}
