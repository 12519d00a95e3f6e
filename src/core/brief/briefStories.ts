/** The stories of a round’s page, each as one line: the impact, with its figures. */
import { askedInPrompt, assignStories } from '../match/assignment';
import { heardStories } from '../match/heard';
import { extractQuantities } from '../story/quantities';
import { cueCards, sayable } from '../story/rehearse';
import type { BriefFacts, BriefStory } from './briefFacts';
import {
  blank,
  clipLine,
  fileWords,
  LONGEST_NAME,
  placeLink,
  problem,
  said,
  type BriefLine,
  type BriefLink,
} from './briefModel';

/** Without an assignment, at most so many stories are found for the round. */
export const MOST_FOUND = 5;
/** Further figures of a story beside its line. */
const MOST_FIGURES = 3;

/** Which story answers which question; undefined for a gap. */
interface Pairing {
  readonly prompt: string;
  readonly story: BriefStory | undefined;
  /** The name that the file gives, where no story of that name is there. */
  readonly missing?: string | undefined;
}

/** The stories that are told on the page, each once, in the order of their questions. */
export function storiesOfBrief(facts: BriefFacts): BriefStory[] {
  const { pairings } = pairingsOf(facts);
  return [...new Set(pairings.flatMap(({ story }) => story ?? []))];
}

export function storyLines(facts: BriefFacts): BriefLine[] {
  const { pairings, isAssigned } = pairingsOf(facts);
  const lines = pairings.map((pairing) => storyLine(facts, pairing));
  if (isAssigned) return lines;
  if (facts.stories.length === 0)
    return [
      blank('No story yet', {
        kind: 'run',
        label: 'Write a story',
        call: { id: 'prepLoop.newStory', title: 'New Story…' },
      }),
    ];
  const note =
    lines.length === 0
      ? 'No story of yours answers this round’s prompts'
      : 'Found for this round’s prompts; you have assigned none yet';
  return [...lines, blank(note, assignLink(facts))];
}

function pairingsOf(facts: BriefFacts): { readonly pairings: readonly Pairing[]; readonly isAssigned: boolean } {
  const { round, stories } = facts;
  const { assigned = [] } = round;
  if (assigned.length === 0) return { pairings: found(facts), isAssigned: false };
  const byName = new Map(stories.map((story) => [story.name, story]));
  const pairings = assigned.map(({ prompt, story }): Pairing => {
    const known = story === undefined ? undefined : byName.get(story);
    return { prompt, story: known, missing: known ? undefined : story };
  });
  return { pairings, isAssigned: true };
}

/**
 * The stories that answer the prompts best in total, none twice, as the command that assigns them would have it; of
 * more, those that fit best. Without prompts, those of the round.
 */
function found({ prompts, stories, index, loop, round }: BriefFacts): Pairing[] {
  if (prompts.length === 0)
    return stories
      .filter(({ story }) => story.rounds.includes(round.id))
      .slice(0, MOST_FOUND)
      .map((story) => ({ prompt: '', story }));
  const byName = new Map(stories.map((story) => [story.name, story]));
  const heard = heardStories(stories, loop, round);
  const answers = assignStories(index, prompts.map(askedInPrompt), { heard });
  const fitting = (['strong', 'workable'] as const).flatMap((wanted) =>
    answers.flatMap(({ fit, story }, at) => (fit === wanted && story !== undefined ? [{ at, name: story }] : [])),
  );
  return fitting
    .slice(0, MOST_FOUND)
    .sort((a, b) => a.at - b.at)
    .map(({ at, name }) => ({ prompt: prompts[at]?.title ?? '', story: byName.get(name) }));
}

function assignLink({ loop, round }: BriefFacts): BriefLink {
  return {
    kind: 'run',
    label: 'Find a story',
    call: { id: 'prepLoop.findStory', title: 'Find a Story…', argument: { loop: loop.id, round: round.id, ask: true } },
  };
}

function storyLine(facts: BriefFacts, { prompt, story, missing }: Pairing): BriefLine {
  const asked = prompt === '' ? [] : [`for “${clipLine(prompt, LONGEST_NAME)}”`];
  const { loop, round } = facts;
  if (!story) {
    const question = facts.prompts.find(({ title }) => title === prompt)?.question ?? prompt;
    if (missing !== undefined)
      return problem(
        `There is no story “${fileWords(clipLine(missing, LONGEST_NAME))}”`,
        placeLink('Open the round’s file', { path: round.path, line: 0 }),
        clipLine(prompt, LONGEST_NAME),
      );
    return blank(
      'No story answers this yet',
      {
        kind: 'run',
        label: 'Find a story',
        call: {
          id: 'prepLoop.findStory',
          title: 'Find a Story…',
          argument: { loop: loop.id, round: round.id, question, ask: true },
        },
      },
      clipLine(prompt, LONGEST_NAME),
    );
  }
  const title = clipLine(story.story.title ?? story.name, LONGEST_NAME);
  const [lead] = cueCards(story.story.text).cards;
  if (!lead)
    return blank('The story says nothing yet', placeLink('Open the story', { path: story.path, line: 0 }), title);
  const { start, end } = lead.cue;
  const text = sayable(story.story, start, end);
  return said(text, {
    label: title,
    details: [...furtherFigures(story, text), ...asked],
    link: placeLink('Open the story', { path: story.path, start, end }),
  });
}

/** The figures of Impact and Result that the line does not have. */
function furtherFigures({ story }: BriefStory, line: string): string[] {
  const texts = story.sections
    .filter(({ name }) => name === 'Impact' || name === 'Result')
    .flatMap(({ contentStart, end }) => extractQuantities(story.said.slice(contentStart, end)))
    .map(({ text }) => text.replace(/\s+/gu, ' '));
  return [...new Set(texts)].filter((text) => !line.includes(text)).slice(0, MOST_FIGURES);
}
