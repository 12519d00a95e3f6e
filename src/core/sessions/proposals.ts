/** What to do about a weak score: cards to drill and stories to tell for the competency. */
import type { Drill } from '../playbook/playbookDrills';
import { isReady, type CoverageStory } from '../story/coverage';
import { scoreOf, type CompetencyScore, type Scores } from './sessionModel';

/** A score up to this is weak: below the bar. */
export const WEAK: CompetencyScore = 2;

/** More than so many cards or stories at once is not a proposal but a pile. */
export const MOST_CARDS = 5;
export const MOST_STORIES = 3;

export interface Proposal {
  /** The competency. */
  readonly id: string;
  readonly title: string;
  /** The lower of the two where the peer scored it too. */
  readonly score: CompetencyScore;
  /** Cards for the competency, those for it alone first. */
  readonly cards: readonly Drill[];
  /** Stories that show the competency, the best first; a draft may be worth finishing. */
  readonly stories: readonly { readonly path: string; readonly title: string; readonly ready: boolean }[];
}

/** What proposals are made from. */
export interface ProposalSources {
  /** The playbook's, which give the titles and the order. */
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
  readonly drills: readonly Drill[];
  readonly stories: readonly CoverageStory[];
}

/**
 * A proposal for each competency that was scored 1 or 2, the weakest first. Those that the playbook does not know are
 * left out.
 */
export function proposalsFor(
  own: Scores,
  peer: Scores,
  { competencies, drills, stories }: ProposalSources,
): Proposal[] {
  const proposals = competencies.flatMap(({ id, title }): Proposal[] => {
    const score = lower(scoreOf(own, id), scoreOf(peer, id));
    if (score === undefined || score > WEAK) return [];
    const cards = drills
      .filter((drill) => drill.competencies.includes(id))
      .sort((a, b) => a.competencies.length - b.competencies.length);
    const shown = stories
      .filter((story) => story.competencies.includes(id))
      .sort((a, b) => Number(isReady(b)) - Number(isReady(a)) || (b.score ?? 0) - (a.score ?? 0));
    return [
      {
        id,
        title,
        score,
        cards: cards.slice(0, MOST_CARDS),
        stories: shown
          .slice(0, MOST_STORIES)
          .map((story) => ({ path: story.path, title: story.title, ready: isReady(story) })),
      },
    ];
  });
  return proposals.sort((a, b) => a.score - b.score);
}

function lower(own: CompetencyScore | undefined, peer: CompetencyScore | undefined): CompetencyScore | undefined {
  if (own === undefined || peer === undefined) return own ?? peer;
  return own < peer ? own : peer;
}
