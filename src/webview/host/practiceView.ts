/** Makes what there is to practise in a round, and what its scores propose. Pure, but for the renderer it is given. */
import { followUps, type FollowUp } from '../../core/feedback/followUps';
import type { Loop } from '../../core/loop/loopModel';
import type { LoadedPlaybook, LoadedRound } from '../../core/playbook/loadPlaybook';
import type { Card } from '../../core/practice/practiceDeck';
import { proposalsFor, type Proposal } from '../../core/sessions/proposals';
import type { Scores, Session } from '../../core/sessions/sessionModel';
import type { CoverageStory } from '../../core/story/coverage';
import { clip } from '../protocol/common';
import type { PracticeView, PromptView } from '../protocol/round';

export interface PracticeSources {
  readonly roundId: string;
  readonly loop: Loop | undefined;
  /** The loop's practice runs. */
  readonly sessions: readonly Session[];
}

/**
 * What feedback asks of the round's next practice. Prompts are known by their titles: a point that is already the title
 * of one is left out.
 */
export function followUpsFor(
  { loop, roundId, sessions }: PracticeSources,
  content: LoadedRound | undefined,
): FollowUp[] {
  const titles = new Set(content?.prompts.map(({ title }) => title));
  return loop ? followUps(loop, roundId, sessions).filter(({ title }) => !titles.has(title)) : [];
}

/** The deck of the round: what feedback asks comes first. */
export function practiceCards(sources: PracticeSources, content: LoadedRound | undefined): Card[] {
  const asked = followUpsFor(sources, content).map(({ title }): Card => ({ title, competencies: [], isFirst: true }));
  return [...asked, ...(content?.prompts ?? [])];
}

export function followUpView({ title, question, on }: FollowUp, toHtml: (markdown: string) => string): PromptView {
  return {
    title: clip(title),
    question: toHtml(question),
    more: '',
    pushes: [],
    hasListenFor: false,
    competencies: [],
    from: clip(on),
  };
}

/** What the scores of a run propose. */
export function proposalsOf(
  scores: Scores,
  playbook: LoadedPlaybook | undefined,
  stories: readonly CoverageStory[],
): Proposal[] {
  return playbook
    ? proposalsFor(scores, {}, { competencies: playbook.competencies, drills: playbook.drills, stories })
    : [];
}

export function proposalViews(proposals: readonly Proposal[]): PracticeView['proposals'] {
  return proposals.map(({ id, cards, stories }) => ({
    competency: id,
    cards: cards.length,
    stories: stories.map(({ title, ready }) => ({ title: clip(title), ready })),
  }));
}
