/** A small loop to try things in: what was done in it, and how ready that makes one. */
import type { ChecklistItem } from '../../../src/core/checklist/checklist';
import { readinessOf, type ReadinessInput } from '../../../src/core/readiness/readiness';
import { replay } from '../../../src/core/recall/memory';
import type { RecallCard } from '../../../src/core/recall/recallCards';
import type { Review } from '../../../src/core/recall/reviewLog';
import {
  EMPTY_SESSION,
  type CompetencyScore,
  type Scores,
  type Session,
  type SessionPhase,
} from '../../../src/core/sessions/sessionModel';
import { coverageOf, type CoverageStory } from '../../../src/core/story/coverage';

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 22, 18);

export const COMPETENCIES = ['impact', 'scale', 'judgement'].map((id) => ({ id, title: id.toUpperCase() }));
export const PLAYBOOK = {
  competencies: COMPETENCIES,
  rounds: [
    { id: 'screen', title: 'Screen', competencies: ['impact'] },
    { id: 'design', title: 'Design', competencies: ['scale', 'judgement'] },
    { id: 'chat', title: 'Chat', competencies: [] as string[] },
  ],
};
export const CARDS: readonly RecallCard[] = [
  { id: 'lag', group: '', question: 'Lag?', answer: '', competencies: ['scale'] },
  { id: 'order', group: '', question: 'Order?', answer: '', competencies: ['scale'] },
  { id: 'loop', group: '', question: 'Loop?', answer: '', competencies: [] },
];

export interface World {
  /** Of the round “design”; the others have no checklist. */
  readonly items: readonly boolean[];
  readonly stories: readonly CoverageStory[];
  readonly sessions: readonly Session[];
  readonly reviews: readonly Review[];
}

export const EMPTY: World = { items: [false, false, false, false], stories: [], sessions: [], reviews: [] };

export function storyOf(path: string, competencies: readonly string[], score = 90): CoverageStory {
  return { path, title: `Story ${path}`, competencies, rounds: [], score, sectionsFilled: 6 };
}

export function sessionOf(
  round: string,
  daysAgo: number,
  scores: Scores = {},
  phases: readonly SessionPhase[] = [],
): Session {
  const started = new Date(NOW - daysAgo * DAY).toISOString();
  return {
    ...EMPTY_SESSION,
    path: `acme/sessions/${started}-${round}.md`,
    round,
    kind: 'solo',
    started,
    phases,
    scores,
  };
}

export function inputOf({ items, stories, sessions, reviews }: World, now = NOW): ReadinessInput {
  const checklist = items.map((checked, line): ChecklistItem => ({
    line,
    text: `**Item ${line}.** Do it.`,
    checked,
    indent: 0,
    markOffset: 0,
    heading: '',
  }));
  const rounds = PLAYBOOK.rounds.map(({ id, title }) => ({
    id,
    title,
    date: undefined,
    status: 'planned' as const,
    path: `acme/rounds/${id}.md`,
    items: id === 'design' ? checklist : [],
  }));
  return {
    rounds,
    playbook: PLAYBOOK,
    coverage: coverageOf(PLAYBOOK, stories),
    sessions,
    cards: CARDS,
    memories: replay(reviews),
    now,
  };
}

export const readiness = (world: World, now = NOW): ReturnType<typeof readinessOf> => readinessOf(inputOf(world, now));

/** Everything done for the rounds. */
export const DONE: World = {
  items: [true, true, true, true],
  stories: [storyOf('a', ['impact', 'scale', 'judgement'])],
  sessions: ['screen', 'design', 'chat'].flatMap((round) =>
    [1, 2].map((days) =>
      sessionOf(round, days, { impact: 4, scale: 4, judgement: 4 } satisfies Record<string, CompetencyScore>),
    ),
  ),
  reviews: CARDS.map(({ id }) => ({ card: id, at: NOW - DAY, rating: 'good' })),
};
