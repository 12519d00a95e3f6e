/** Which of the stories were told: by the words that a story and an answer have in common. */
import type { MatchableStory } from '../match/storyIndex';
import { countWords } from '../story/countWords';
import { contentWords } from './contentWords';
import type { Turn } from './transcriptModel';

/** A story, and the turns in which it was told. */
export interface ToldStory {
  readonly id: string;
  readonly title: string;
  /** In their order. */
  readonly turns: readonly Turn[];
}

/** A shorter answer tells no story, in words. */
const LEAST_ANSWER = 25;
/** So many of a story’s own words in an answer are no chance, if they are also this part of all that it has. */
const LEAST_WORDS = 6;
const LEAST_SHARE = 0.18;
/** What is told goes on in the next answer with fewer. */
const LEAST_GOING_ON = 4;
/** More turns are no interview. */
const MOST_TURNS = 2000;
/** Longer answers are matched by their beginning, in characters. */
const LONGEST_ANSWER = 4000;

/** The stories that some turns of one speaker tell, in the order in which they are told. */
export function toldStories(stories: readonly MatchableStory[], turns: readonly Turn[]): ToldStory[] {
  const owners = ownersOfWords(stories);
  const sizes = sizesOf(owners);
  const told = new Map<string, Turn[]>();
  let last: string | undefined;
  for (const turn of turns.slice(0, MOST_TURNS)) {
    const answer = turn.text.slice(0, LONGEST_ANSWER);
    const shared = owners.size === 0 ? new Map<string, number>() : sharedWords(owners, answer);
    const begun: string | undefined = countWords(answer) < LEAST_ANSWER ? undefined : storyTold(shared, sizes);
    const goesOn: boolean = last !== undefined && (shared.get(last) ?? 0) >= LEAST_GOING_ON;
    last = begun ?? last;
    const id = begun ?? (goesOn ? last : undefined);
    if (id !== undefined) told.set(id, [...(told.get(id) ?? []), turn]);
  }
  return [...told].map(([id, own]) => ({
    id,
    title: stories.find((story) => story.id === id)?.title ?? id,
    turns: own,
  }));
}

/** The story with the most words in common, if these are enough. */
function storyTold(shared: ReadonlyMap<string, number>, sizes: ReadonlyMap<string, number>): string | undefined {
  let best: { id: string; count: number } | undefined;
  for (const [id, count] of shared) {
    const isEnough = count >= LEAST_WORDS && count >= (sizes.get(id) ?? 0) * LEAST_SHARE;
    if (isEnough && (!best || count > best.count)) best = { id, count };
  }
  return best?.id;
}

/** How many words an answer has in common with each story. */
function sharedWords(owners: ReadonlyMap<string, readonly string[]>, answer: string): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  for (const word of new Set(contentWords(answer)))
    for (const id of owners.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  return shared;
}

/** Whose each word is. Of three stories or more, a word that most of them have is nobody’s. */
function ownersOfWords(stories: readonly MatchableStory[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, title, body } of stories)
    for (const word of new Set(contentWords(`${title}\n${body}`))) owners.set(word, [...(owners.get(word) ?? []), id]);
  if (stories.length < 3) return owners;
  return new Map([...owners].filter(([, ids]) => ids.length * 2 <= stories.length));
}

function sizesOf(owners: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const ids of owners.values()) for (const id of ids) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  return sizes;
}
