/** Which stories are shown, and in which order. */

export const STORY_ORDERS = ['title', 'score', 'readiness', 'time'] as const;

/** By title; the best score first; the least ready first; the longest to say first. */
export type StoryOrder = (typeof STORY_ORDERS)[number];

/** Stories of one competency, of one round, or with something to fix. One at a time. */
export type StoryFilter = { readonly competency: string } | { readonly round: string } | { readonly findings: true };

/** What arranging needs to know about a story. */
export interface StoryRow {
  /** Unique. */
  readonly id: string;
  readonly title: string;
  /** 0 to 100; undefined where there is nothing to judge yet. */
  readonly score: number | undefined;
  /** How long it takes to say. */
  readonly seconds: number;
  readonly competencies: readonly string[];
  readonly rounds: readonly string[];
  /** How many findings it has. */
  readonly findings: number;
}

/** Compares two stories; ties are broken by title, and then by id, so that the order is always the same. */
export function storyComparer(
  order: StoryOrder,
  compareTitles: (a: string, b: string) => number,
): (a: StoryRow, b: StoryRow) => number {
  const byTitle = (a: StoryRow, b: StoryRow): number =>
    compareTitles(a.title, b.title) || (a.id < b.id ? -1 : Number(a.id > b.id));
  switch (order) {
    case 'title':
      return byTitle;
    // A story without a score is a blank page: last among the best, first among those to work on.
    case 'score':
      return (a, b) => (b.score ?? -1) - (a.score ?? -1) || byTitle(a, b);
    case 'readiness':
      return (a, b) => (a.score ?? -1) - (b.score ?? -1) || byTitle(a, b);
    case 'time':
      return (a, b) => b.seconds - a.seconds || byTitle(a, b);
  }
}

export function passesFilter({ competencies, rounds, findings }: StoryRow, filter: StoryFilter | undefined): boolean {
  if (!filter) return true;
  if ('competency' in filter) return competencies.includes(filter.competency);
  return 'round' in filter ? rounds.includes(filter.round) : findings > 0;
}

/** A filter that was kept, or given by somebody; undefined where the value is not a filter. */
export function readFilter(value: unknown): StoryFilter | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { competency, round, findings } = value as Record<string, unknown>;
  if (typeof competency === 'string' && competency !== '') return { competency };
  if (typeof round === 'string' && round !== '') return { round };
  return findings === true ? { findings } : undefined;
}

export function readOrder(value: unknown): StoryOrder | undefined {
  return STORY_ORDERS.find((order) => order === value);
}
