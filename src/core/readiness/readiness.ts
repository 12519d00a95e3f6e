/**
 * How ready one is for each round, from 0 to 100, and what would raise it. Pure: same files and time, same result; and
 * nothing that one does (tick, write, practise, score, review) ever lowers it.
 */
import { plainText } from '../checklist/checklist';
import { taskTitle } from '../checklist/taskTitle';
import type { Round } from '../loop/loopModel';
import { retrievability, type Memories } from '../recall/memory';
import type { RecallCard } from '../recall/recallCards';
import type { Session } from '../sessions/sessionModel';
import type { Coverage, CompetencyCover } from '../story/coverage';
import { ago, joined, lowerFirst, plural } from '../words';
import { BEST_SHARE, practiceValue, runsOf, type Run } from './practiceValue';
import type { Gain, PartId, ReadinessPart, RoundReadiness } from './readinessModel';

/**
 * What each part weighs. Practice under the round's own conditions comes first, as the best forecast of a performance
 * is one like it. Stories are what is told in every round. Recall feeds both. A checklist is only one's own word.
 */
export const PART_WEIGHTS: Readonly<Record<PartId, number>> = { practice: 40, stories: 30, drills: 15, checklist: 15 };

/**
 * The most that a draft gives: it can be finished, but not told yet. How much of it is written decides how much of that
 * it gives, so that an untouched template gives nothing.
 */
export const DRAFT_WORTH = 0.4;

/** A card that is recalled nine times in ten is retained: no review is due before it fades below that. */
export const RETAINED = 0.9;

export interface ReadinessInput {
  readonly rounds: readonly Pick<Round, 'id' | 'title' | 'date' | 'status' | 'path' | 'items'>[];
  readonly playbook: {
    readonly competencies: readonly { readonly id: string; readonly title: string }[];
    readonly rounds: readonly { readonly id: string; readonly competencies: readonly string[] }[];
  };
  readonly coverage: Coverage;
  readonly sessions: readonly Session[];
  readonly cards: readonly RecallCard[];
  readonly memories: Memories;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A part before the weights are shared out: `lost` are shares of it, which with `value` add up to 1. */
interface Share {
  readonly id: PartId;
  /** 0 to 1. */
  readonly value: number;
  readonly summary: string;
  readonly lost: readonly Gain[];
}

/** The readiness for each round of the loop, in their order. Never throws. */
export function readinessOf(input: ReadinessInput): RoundReadiness[] {
  const titles = new Map(input.playbook.competencies.map(({ id, title }) => [id, title]));
  const byRound = new Map<string, Session[]>();
  for (const session of input.sessions) {
    const known = byRound.get(session.round);
    if (known) known.push(session);
    else byRound.set(session.round, [session]);
  }
  const recalled = new Map(
    input.cards.map(({ id }) => [id, Math.min(1, retrievability(input.memories.get(id), input.now) / RETAINED)]),
  );
  return input.rounds.map((round) => {
    const judged = input.playbook.rounds.find(({ id }) => id === round.id)?.competencies ?? [];
    const covers = input.coverage.rounds.find(({ id }) => id === round.id)?.competencies ?? [];
    const shares = [
      practiceShare(round.id, runsOf(byRound.get(round.id) ?? [], judged, input.now), titles),
      storiesShare(covers),
      drillsShare(round.id, cardsServing(input.cards, judged), recalled, input.memories),
      checklistShare(round),
    ];
    return weigh(
      round,
      shares.filter((share) => share !== undefined),
    );
  });
}

/** The cards that serve a round: those of what it judges, and those of no competency, which serve every round. */
export function cardsServing(cards: readonly RecallCard[], judged: readonly string[]): RecallCard[] {
  return cards.filter(
    ({ competencies }) => competencies.length === 0 || competencies.some((id) => judged.includes(id)),
  );
}

/** Shares the 100 points out among the parts that apply. */
function weigh(round: ReadinessInput['rounds'][number], shares: readonly Share[]): RoundReadiness {
  const all = shares.reduce((sum, { id }) => sum + PART_WEIGHTS[id], 0);
  const parts = shares.map(({ id, value, summary, lost }): ReadinessPart => {
    const weight = (100 * PART_WEIGHTS[id]) / all;
    const gains = lost.map((gain) => ({ ...gain, points: gain.points * weight })).filter(({ points }) => points > 1e-9);
    return { id, weight, points: value * weight, summary, gains: gains.sort((a, b) => b.points - a.points) };
  });
  const sum = parts.reduce((total, { points }) => total + points, 0);
  // Rounded twice: sums that differ only in their last bit must not fall on different sides of a half.
  const score = Math.round(Math.round(sum * 1e6) / 1e6);
  const { id, title, date, status } = round;
  return { round: id, title, date, status, score, parts };
}

function practiceShare(round: string, runs: readonly Run[], titles: ReadonlyMap<string, string>): Share {
  const action = { kind: 'practise', round } as const;
  const [best, second] = runs;
  const share = { id: 'practice', value: practiceValue(runs) } as const;
  if (!best)
    return {
      ...share,
      summary: 'not practised yet',
      lost: [{ points: 1, text: 'Practise it once against the clock', action }],
    };
  const again = { points: BEST_SHARE * (1 - best.value), text: whyAgain(best, titles), action };
  const more = {
    points: (1 - BEST_SHARE) * (1 - (second?.value ?? 0)),
    text: second
      ? `A second run: ${lowerFirst(whyAgain(second, titles))}`
      : 'Practise it a second time: one good run may be luck',
    action,
  };
  const latest = Math.min(...runs.map(({ age }) => age));
  return { ...share, summary: `${plural(runs.length, 'run')}, the last ${ago(latest)}`, lost: [again, more] };
}

/** What to do about what a run lost most by. */
function whyAgain(
  { age, freshness, completeness, quality, weakest }: Run,
  titles: ReadonlyMap<string, string>,
): string {
  const least = Math.min(freshness, completeness, quality);
  if (least === completeness && completeness < 1) return 'Run it to the end: the best run was cut short';
  if (least === freshness && freshness < 1) return `Practise it again: the best run was ${ago(age)}`;
  if (weakest !== undefined) return `Practise it again, especially for ${titles.get(weakest) ?? weakest}`;
  return 'Practise it again, and score how it went';
}

function storiesShare(covers: readonly CompetencyCover[]): Share | undefined {
  if (covers.length === 0) return undefined;
  const each = 1 / covers.length;
  const covered = covers.filter(({ state }) => state === 'covered').length;
  const worth = covers.map(({ state, stories }) =>
    state === 'covered' ? 1 : DRAFT_WORTH * Math.max(0, ...stories.map(({ written }) => written)),
  );
  const lost = covers.flatMap(({ id, title, state, stories: [best] }, index): Gain[] => {
    if (state === 'covered') return [];
    if (!best)
      return [{ points: each, text: `Write a story that shows ${title}`, action: { kind: 'write', competency: id } }];
    return [
      {
        points: each * (1 - (worth[index] ?? 0)),
        text: `${best.written > 0 ? 'Finish' : 'Write'} “${best.title}”, which shows ${title}`,
        action: { kind: 'story', path: best.path },
      },
    ];
  });
  const value = worth.reduce((sum, one) => sum + one, 0) / covers.length;
  return {
    id: 'stories',
    value,
    summary: `${covered} of ${plural(covers.length, 'competency', 'competencies')} covered`,
    lost,
  };
}

function drillsShare(
  round: string,
  cards: readonly RecallCard[],
  recalled: ReadonlyMap<string, number>,
  memories: Memories,
): Share | undefined {
  if (cards.length === 0) return undefined;
  const value = cards.reduce((sum, { id }) => sum + (recalled.get(id) ?? 0), 0) / cards.length;
  const unseen = cards.filter(({ id }) => !memories.has(id)).length;
  const faded = cards.filter(({ id }) => memories.has(id) && (recalled.get(id) ?? 0) < 1).length;
  const what = joined([faded > 0 ? `${faded} faded` : '', unseen > 0 ? `${unseen} never seen` : ''], ', ');
  const lost: Gain = { points: 1 - value, text: `Review the drill cards: ${what}`, action: { kind: 'review', round } };
  return {
    id: 'drills',
    value,
    summary: `${Math.round(value * 100)} % of ${plural(cards.length, 'card')} retained`,
    lost: [lost],
  };
}

function checklistShare({ path, items }: Pick<Round, 'path' | 'items'>): Share | undefined {
  if (items.length === 0) return undefined;
  const open = items.filter(({ checked }) => !checked);
  const lost = open.map(({ line, text }): Gain => ({
    points: 1 / items.length,
    text: plainText(taskTitle(text)) || 'An item without text',
    action: { kind: 'item', path, line },
  }));
  const done = items.length - open.length;
  return { id: 'checklist', value: done / items.length, summary: `${done} of ${items.length} done`, lost };
}
