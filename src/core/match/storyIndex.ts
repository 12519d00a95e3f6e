/**
 * Which stories answer a question: found by the words of both (BM25+, by `minisearch`), by what the question is about
 * (`concepts.ts`), and by the competencies that it judges. Deterministic, and without a network.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import { askedFor, toldOf, type Concept, type Found } from './concepts';
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
/** What a concept, a competency and words count against each other. */
const WEIGHT = { theme: 6, family: 4, competency: 3, words: 0.4 };
/** A concept that a story tells of again and again is more surely its own, but not without limit. */
const MOST_TELLS = 4;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly impact: string;
  readonly body: string;
}

export class StoryIndex {
  private readonly search: MiniSearch<Entry>;
  private readonly told: readonly Found[];
  /** How many stories tell of a concept. */
  private readonly tellers = new Map<Concept, number>();

  constructor(private readonly stories: readonly MatchableStory[]) {
    this.search = new MiniSearch<Entry>({
      fields: ['title', 'impact', 'body'],
      tokenize: (text) => searchWords(wordsOf(text)),
      processTerm: (term) => term,
    });
    this.search.addAll(stories.map(({ id, title, impact, body }) => ({ id, title, impact, body })));
    this.told = stories.map(toldBy);
    for (const told of this.told)
      for (const concept of told.keys()) this.tellers.set(concept, (this.tellers.get(concept) ?? 0) + 1);
  }

  /** All stories, the best first; those that say nothing to the question come last, in their order. */
  find({ question, competencies = [] }: Asked): Match[] {
    const words = wordsOf(question);
    const asked = askedFor(words);
    const said = new Map(this.wordsFound(words).map((result) => [String(result.id), result]));
    const matches = this.stories.map((story, index): Match => {
      const judged = competencies.filter((each) => story.competencies.includes(each));
      return this.match(story, this.told[index] ?? new Map(), asked, judged, said.get(story.id));
    });
    return matches.sort((a, b) => b.score - a.score);
  }

  private wordsFound(words: readonly string[]): SearchResult[] {
    const wanted = new Set(searchWords(words));
    return this.search.search([...wanted].join(' '), { boost: BOOST, tokenize: (text) => text.split(' ') });
  }

  private match(
    { id }: MatchableStory,
    told: Found,
    asked: Found,
    judged: readonly string[],
    said: SearchResult | undefined,
  ): Match {
    const both = [...asked.keys()]
      .map((concept) => ({ concept, tells: Math.min(MOST_TELLS, told.get(concept) ?? 0) }))
      .filter(({ tells }) => tells > 0);
    const ofConcepts = both.map(
      ({ concept, tells }) =>
        this.rarity(concept) * (concept.isTheme ? WEIGHT.theme : WEIGHT.family) * (tells / (tells + 1)),
    );
    // The library multiplies by the number of words found, which one long question would decide.
    const ofWords = said ? (WEIGHT.words * said.score) / Math.max(1, said.terms.length) : 0;
    const score = sum(ofConcepts) + WEIGHT.competency * judged.length + ofWords;
    const points = sum(both.map(({ concept, tells }) => (concept.isTheme ? 1 + Math.min(3, tells) : 1)));
    return {
      id,
      score,
      fit: fitOf(points + judged.length + Math.min(2, said?.terms.length ?? 0)),
      why: [
        ...both.filter(({ concept }) => concept.isTheme).map(({ concept }) => `it tells of ${concept.title}`),
        ...(judged.length > 0 ? [`it is filed under ${judged.join(', ')}`] : []),
      ],
    };
  }

  /** What few stories tell of says more, as with BM25's words. */
  private rarity(concept: Concept): number {
    const count = this.tellers.get(concept) ?? 0;
    return Math.log(1 + (this.stories.length - count + 0.5) / (count + 0.5));
  }
}

function fitOf(points: number): Fit {
  return points >= 4 ? 'strong' : points >= 2 ? 'workable' : points >= 1 ? 'stretch' : 'gap';
}

/** What a story tells of, and what it is filed under: “conflict”, “risk-assessment”. */
function toldBy({ title, body, competencies }: MatchableStory): Found {
  const told = new Map(toldOf(wordsOf(`${title}\n${body}`)));
  for (const concept of askedFor(wordsOf(competencies.join(' . '))).keys())
    if (concept.isTheme) told.set(concept, (told.get(concept) ?? 0) + 1);
  return told;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
