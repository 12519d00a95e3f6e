/**
 * Which stories answer a question: found by the words of both (BM25+, by `minisearch`), by what the question is about
 * (`concepts.ts`), and by the competencies that it judges. Deterministic, and without a network.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import { sum } from '../numbers';
import { askedFor, toldOf, type Asking, type Concept, type Found } from './concepts';
import { rootsOf } from './roots';
import { wordsOf } from './stems';

/** A story, as far as it is matched. */
export interface MatchableStory {
  /** Tells stories apart. */
  readonly id: string;
  readonly title: string;
  /** The text of the section Impact, or the first sentence; '' where nothing is written. */
  readonly impact: string;
  /** All of its text. */
  readonly body: string;
  /** Ids of competencies. */
  readonly competencies: readonly string[];
}

/** What is asked. */
export interface Asked {
  readonly question: string;
  /** The ids of the competencies that the question judges, where that is known. */
  readonly competencies?: readonly string[];
}

export const FITS = ['strong', 'workable', 'stretch', 'gap'] as const;
export type Fit = (typeof FITS)[number];

export interface Match {
  readonly id: string;
  /** Only for the order: more is better. */
  readonly score: number;
  readonly fit: Fit;
  /** Why, each a phrase such as “it tells of a failure or a mistake”; empty for a gap. */
  readonly why: readonly string[];
}

/** Words that questions have in common. */
const EMPTY_WORDS = `a about after all an and any are as at be been beyond but by can could describe did do does done ever example
    for from gave get give given had has have how i if in into is it its me most much my of on or other others our out
    over please s share should so some someone somebody something tell than that the their them then there they thing
    things this time to too up us use used walk was way we were what when where which who why will with work would you
    your yours yourself situation experience occasion moment case put keep kept made got go goes going gone went come came
    both many much while because during just only very really new old good bad big more less many never always without
    under lot different same told said bring brought affected people decide decided decision working week month day year
    make makes making help helped find found look looked ask asked one two three first last next own whole`;
let emptyStems: ReadonlySet<string> | undefined;

/** Those of some words, in their stems, that say something. */
export function searchWords(words: readonly string[]): string[] {
  const empty = (emptyStems ??= new Set(wordsOf(EMPTY_WORDS)));
  return words.filter((word) => !empty.has(word));
}

/** How much the part of a story counts in which a word is found. */
const BOOST = { title: 1.3, impact: 1.2, body: 1 };
/** What a kind of situation, a family, a competency and words count against each other. */
const WEIGHT = { kind: 6, family: 5, competency: 3, words: 0.12 };
/** So many phrases make half of what any number of them can: in a question, and in a story of the usual length. */
const HALF = { asks: 2, tells: 4 };
/** A story of a hundred words has about so many phrases; one of fewer or more counts as so many times as long. */
const USUAL_PHRASES = 60;
const SHORTEST = 0.5;
const LONGEST = 1.5;
/** What a story is filed under says as much as so many phrases in it. */
const FILED = 3;
/** What all stories tell of tells none from the others: the smaller, the less it counts. */
const COMMON = 0.32;
/** From the fit of a story so much is taken of what the usual story tells. */
const USUAL = 0.5;
/** From so much of what is asked for on, a story fits as well as that. */
const LEAST: Readonly<Record<Exclude<Fit, 'gap'>, number>> = { strong: 0.22, workable: 0.15, stretch: 0.1 };
/** What each competency adds to the fit that the question judges and the story is filed under. */
const JUDGED = 0.1;
/** A question that names nothing we know may be answered by its words alone: so many of them, and this part of all. */
const SAME_WORDS = { fewest: 2, share: 0.25 };
/** More reasons than these only tire. */
const MOST_REASONS = 3;
/** Keeps a quotient finite. */
const LITTLE = 0.02;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly impact: string;
  readonly body: string;
}

/** A story, and what is the same for every question. */
interface IndexedStory {
  readonly story: MatchableStory;
  /** How surely it tells of a concept, from 0 to 1; and how much of that is more than the usual story does. */
  readonly told: Found;
  readonly beyondUsual: Found;
}

export class StoryIndex {
  private readonly search: MiniSearch<Entry>;
  private readonly indexed: readonly IndexedStory[];
  /** How much a concept tells stories apart: less where every story tells of it. */
  private readonly rarity: ReadonlyMap<Concept, number>;

  constructor(stories: readonly MatchableStory[]) {
    this.search = new MiniSearch<Entry>({
      fields: ['title', 'impact', 'body'],
      tokenize: (text) => searchWords(rootsOf(text)),
      processTerm: (term) => term,
    });
    this.search.addAll(stories.map(({ id, title, impact, body }) => ({ id, title, impact, body })));
    const told = stories.map(toldBy);
    const usual = usuallyTold(told);
    this.rarity = new Map([...usual].map(([concept, surely]) => [concept, rarityOf(surely)]));
    this.indexed = stories.map((story, index) => indexedStory(story, told[index] ?? new Map(), usual));
  }

  /** All stories, the best first; those that say nothing to the question come last, in their order. */
  find({ question, competencies = [] }: Asked): Match[] {
    const asked = [...askedFor(question)].map(([concept, asking]) => this.weigh(concept, asking));
    const words = [...new Set(searchWords(rootsOf(question)))];
    const said = new Map(this.wordsFound(words).map((result) => [String(result.id), result]));
    const matches = this.indexed.map((indexed): Match => {
      const judged = competencies.filter((each) => indexed.story.competencies.includes(each));
      return match(indexed, asked, judged, { result: said.get(indexed.story.id), of: words.length });
    });
    return matches.sort((a, b) => b.score - a.score);
  }

  /** What is asked for counts more where it is asked surely, and less where every story tells of it. */
  private weigh(concept: Concept, { surely, isNamed }: Asking): AskedFor {
    const asks = surely / (surely + HALF.asks);
    const rarity = this.rarity.get(concept) ?? NEVER_TOLD;
    return { concept, isNamed, asks, weight: (concept.isKind ? WEIGHT.kind : WEIGHT.family) * asks * rarity };
  }

  private wordsFound(words: readonly string[]): SearchResult[] {
    return this.search.search(words.join(' '), { boost: BOOST, tokenize: (text) => text.split(' ') });
  }
}

const rarityOf = (usual: number): number => Math.log(1 + COMMON / (usual + LITTLE));
const NEVER_TOLD = rarityOf(0);

/** How surely the usual story tells of a concept: one that tells of nothing is counted in, for small banks. */
function usuallyTold(told: readonly Found[]): Found {
  const usual = new Map<Concept, number>();
  for (const found of told)
    for (const [concept, surely] of found) usual.set(concept, (usual.get(concept) ?? 0) + surely / (told.length + 1));
  return usual;
}

function indexedStory(story: MatchableStory, told: Found, usual: Found): IndexedStory {
  const beyond = (concept: Concept, surely: number): number => surely - USUAL * (usual.get(concept) ?? 0);
  const beyondUsual = new Map([...told].map(([concept, surely]) => [concept, Math.max(0, beyond(concept, surely))]));
  return { story, told, beyondUsual };
}

/** What a question asks for, against the stories of one index. */
interface AskedFor {
  readonly concept: Concept;
  readonly isNamed: boolean;
  /** How surely it is asked for: 0 to 1. */
  readonly asks: number;
  /** What it adds to the score of a story that tells of it most surely. */
  readonly weight: number;
}

/** The words of a question that a story has, of how many. */
interface Said {
  readonly result: SearchResult | undefined;
  readonly of: number;
}

function match(
  { story, told, beyondUsual }: IndexedStory,
  asked: readonly AskedFor[],
  judged: readonly string[],
  said: Said,
): Match {
  const shared = said.result?.terms.length ?? 0;
  // The library multiplies by the number of words found, which one long question would decide.
  const ofWords = said.result ? (WEIGHT.words * said.result.score) / Math.max(1, shared) : 0;
  const ofConcepts = sum(asked.map(({ concept, weight }) => weight * (told.get(concept) ?? 0)));
  const fit = fitOf(shareAnswered(asked, beyondUsual) + JUDGED * judged.length);
  const isByWords = fit === 'gap' && hasSameWords(asked, shared, said.of);
  return {
    id: story.id,
    score: ofConcepts + WEIGHT.competency * judged.length + ofWords,
    fit: isByWords ? 'stretch' : fit,
    why: isByWords ? [SAYS_SAME] : fit === 'gap' ? [] : [...reasons(asked, told), ...filedUnder(judged)],
  };
}

/** Whether words alone join a story to a question that names nothing we know, as one in another language does. */
function hasSameWords(asked: readonly AskedFor[], shared: number, all: number): boolean {
  return asked.length === 0 && shared >= SAME_WORDS.fewest && shared >= SAME_WORDS.share * all;
}

const SAYS_SAME = 'it shares words with the question';

/** How much of what a question names the story tells of, beyond what the usual story does: 0 to 1. */
function shareAnswered(asked: readonly AskedFor[], beyondUsual: Found): number {
  const named = asked.filter(({ isNamed }) => isNamed);
  const answered = named.map(({ concept, asks }) => asks * (beyondUsual.get(concept) ?? 0));
  return sum(answered) / (sum(named.map(({ asks }) => asks)) + LITTLE);
}

function reasons(asked: readonly AskedFor[], told: Found): string[] {
  const worth = ({ concept, weight }: AskedFor): number => weight * (told.get(concept) ?? 0);
  return asked
    .filter((each) => each.concept.isKind && each.isNamed && told.has(each.concept))
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, MOST_REASONS)
    .map(({ concept }) => `it tells of ${concept.title}`);
}

function fitOf(answered: number): Fit {
  return (['strong', 'workable', 'stretch'] as const).find((fit) => answered >= LEAST[fit]) ?? 'gap';
}

const filedUnder = (judged: readonly string[]): string[] =>
  judged.length > 0 ? [`it is filed under ${judged.join(', ')}`] : [];

/** What a story tells of and is filed under (“conflict”), from 0 to 1: a long one needs more phrases for it. */
function toldBy({ title, body, competencies }: MatchableStory): Found {
  const { told, phrases } = toldOf(`${title}\n${body}`);
  const all = new Map(told);
  for (const [concept, { surely, isNamed }] of askedFor(competencies.join(', ')))
    if (concept.isKind && isNamed) all.set(concept, (all.get(concept) ?? 0) + FILED * surely);
  const half = HALF.tells * Math.min(LONGEST, Math.max(SHORTEST, phrases / USUAL_PHRASES));
  return new Map([...all].map(([concept, surely]) => [concept, surely / (surely + half)]));
}
