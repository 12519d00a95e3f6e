/** Which of the stories were told: by the words that a story and an answer have in common. */
import type { MatchableStory } from '../match/storyIndex';
import { countWords } from '../story/countWords';
import { contentWords } from './contentWords';
import { joinTurns } from './readTranscript';
import type { Piece, Turn } from './transcriptModel';

/** A story, and the turns in which it was told. */
export interface ToldStory {
  readonly id: string;
  readonly title: string;
  /** In their order; of a long turn only the part that tells it. */
  readonly turns: readonly Turn[];
}

/** A shorter answer tells no story, in words. */
const LEAST_ANSWER = 25;
/** So many of a story’s own words in an answer are no chance, if they are also this part of all that it has. */
const LEAST_WORDS = 6;
const LEAST_SHARE = 0.18;
/** What is told goes on in the next answer with fewer. */
const LEAST_GOING_ON = 4;
/** Longer turns are matched stretch by stretch, in characters. */
const LONGEST_STRETCH = 4000;
/** Where nobody is named, one turn has all answers: each stretch is about as long as one. */
const LONGEST_OF_NOBODY = 1600;
/** More stretches are no interview. */
const MOST_STRETCHES = 6000;

/** The stories that some turns of one speaker tell, in the order in which they are told. */
export function toldStories(stories: readonly MatchableStory[], turns: readonly Turn[]): ToldStory[] {
  const owners = ownersOfWords(stories);
  const sizes = sizesOf(owners);
  const told = new Map<string, Turn[]>();
  let last: string | undefined;
  if (owners.size === 0) return [];
  for (const turn of stretchesOf(turns)) {
    const shared = sharedWords(owners, turn.text);
    const begun: string | undefined = countWords(turn.text) < LEAST_ANSWER ? undefined : storyTold(shared, sizes);
    const goesOn: boolean = last !== undefined && (shared.get(last) ?? 0) >= LEAST_GOING_ON;
    last = begun ?? last;
    const id = begun ?? (goesOn ? last : undefined);
    if (id === undefined) continue;
    const own = told.get(id);
    if (own) own.push(turn);
    else told.set(id, [turn]);
  }
  return [...told].map(([id, own]) => ({
    id,
    title: stories.find((story) => story.id === id)?.title ?? id,
    turns: own,
  }));
}

/** Turns, the long ones cut between their pieces, or between words where a piece is long itself. */
function stretchesOf(turns: readonly Turn[]): Turn[] {
  const stretches: Turn[] = [];
  for (const turn of turns) {
    if (stretches.length >= MOST_STRETCHES) break;
    const longest = turn.speaker === '' ? LONGEST_OF_NOBODY : LONGEST_STRETCH;
    if (turn.text.length <= longest) stretches.push(turn);
    else
      stretches.push(
        ...joinStretches(
          turn.pieces.flatMap((piece) => cutPiece(piece, longest)),
          longest,
        ),
      );
  }
  return stretches.slice(0, MOST_STRETCHES);
}

function cutPiece(piece: Piece, longest: number): Piece[] {
  const cut: Piece[] = [];
  let rest = piece.text;
  while (rest.length > longest) {
    const space = rest.lastIndexOf(' ', longest);
    const end = space > 0 ? space : longest;
    cut.push({ ...piece, text: rest.slice(0, end) });
    rest = rest.slice(end).trimStart();
  }
  return [...cut, { ...piece, text: rest }];
}

function joinStretches(pieces: readonly Piece[], longest: number): Turn[] {
  const groups: Piece[][] = [];
  let length = 0;
  for (const piece of pieces) {
    length += piece.text.length + 1;
    if (groups.length === 0 || length > longest) {
      groups.push([piece]);
      length = piece.text.length;
    } else groups.at(-1)?.push(piece);
  }
  return groups.flatMap((group) => joinTurns(group));
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
