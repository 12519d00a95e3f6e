import type { Part, Told } from './rehearsalParts';

/** Seconds of the short versions of a story: for “tell me in a sentence”, for a screen, for a full answer. */
export const VERSION_SECONDS = [30, 90, 180] as const;

/** A story told in less time: whole sentences only, in the order of telling. */
export interface Version {
  readonly seconds: (typeof VERSION_SECONDS)[number];
  readonly included: readonly Told[];
  readonly words: number;
  /** How long the words take to say, in seconds, not rounded. */
  readonly spoken: number;
  /** False only where the first sentence alone takes longer: then it is all there is. */
  readonly fits: boolean;
}

interface Ranked {
  readonly told: Told;
  readonly order: number;
  /** 0 for the weightiest sentence of its part, 1 for the next; Infinity for one that weighs nothing. */
  readonly turn: number;
}

/**
 * Chooses what each version says: the impact sentence; what the speaker did, as long as one such sentence fits; then of
 * each part the weightiest sentence, then the next of each, as long as they fit; what weighs nothing comes last. A
 * longer version says all that a shorter one says.
 * @param wordsPerMinute more than 0.
 */
export function versionsOf(parts: readonly Part[], wordsPerMinute: number): Version[] {
  const ranked = rank(parts);
  const acts = ranked.filter(({ told, order }) => order > 0 && told.act > 0).sort((a, b) => b.told.act - a.told.act);
  const chosen = new Set<Ranked>(ranked.filter(({ order }) => order === 0));
  let words = sumOf(chosen);
  return VERSION_SECONDS.map((seconds): Version => {
    const budget = (seconds / 60) * wordsPerMinute;
    const hasAct = [...chosen].some(({ told, order }) => order > 0 && told.act > 0);
    const act = hasAct ? undefined : acts.find(({ told }) => words + told.words <= budget);
    if (act) {
      chosen.add(act);
      words += act.told.words;
    }
    for (const candidate of ranked) {
      if (chosen.has(candidate) || words + candidate.told.words > budget) continue;
      chosen.add(candidate);
      words += candidate.told.words;
    }
    const included = [...chosen].sort((a, b) => a.order - b.order).map(({ told }) => told);
    return { seconds, included, words, spoken: (words / wordsPerMinute) * 60, fits: words <= budget };
  });
}

/** All sentences, in the order in which to take them. */
function rank(parts: readonly Part[]): readonly Ranked[] {
  let order = 0;
  const ranked = parts.flatMap(({ sentences }) => {
    const placed = sentences.map((told) => ({ told, order: order++ }));
    const byWeight = [...placed].sort((a, b) => b.told.weight - a.told.weight || a.order - b.order);
    return byWeight.map((each, turn): Ranked => ({ ...each, turn: each.told.weight > 0 ? turn : Infinity }));
  });
  return ranked.sort(
    (a, b) => (a.turn === b.turn ? 0 : a.turn - b.turn) || b.told.weight - a.told.weight || a.order - b.order,
  );
}

function sumOf(chosen: ReadonlySet<Ranked>): number {
  let words = 0;
  for (const { told } of chosen) words += told.words;
  return words;
}

/**
 * Shares a time among parts by their weights, in whole seconds that add up; each part gets at least one while there are
 * enough. The seconds left over by rounding go to the parts that lost most by it.
 * @param totalMs a whole number of seconds.
 */
export function shareTime(totalMs: number, weights: readonly number[]): number[] {
  const seconds = Math.round(totalMs / 1000);
  const least = seconds >= weights.length ? 1 : 0;
  const free = seconds - least * weights.length;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (free * weight) / sum : free / weights.length));
  const shares = exact.map((share) => Math.floor(share));
  const left = free - shares.reduce((total, share) => total + share, 0);
  const losers = exact
    .map((share, index) => ({ index, loss: share - Math.floor(share) }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of losers.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map((share) => (share + least) * 1000);
}
