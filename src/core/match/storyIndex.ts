/**
 * Which stories answer a question: found by the words of both (BM25+, by `minisearch`), by what the question is about
 * (`themes.ts`), and by the competencies that it judges. Deterministic, and without a network.
 */
import MiniSearch, { type Query } from 'minisearch';
import { wordsOf } from './stems';
import { spaced, themes, type Theme } from './themes';

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
    under lot different same told said bring brought affected people`;
let emptyStems: ReadonlySet<string> | undefined;

function searchWords(text: string): string[] {
  const empty = (emptyStems ??= new Set(wordsOf(EMPTY_WORDS)));
  return wordsOf(text).filter((word) => !empty.has(word));
}

/** How much the part of a story counts in which a word is found. */
const BOOST = { title: 2, impact: 1.5, body: 1 };
const THEME_BOOST = 3;
const COMPETENCY_BOOST = 2;
/** A theme that a story tells of again and again is more surely its own, but not without limit. */
const MOST_TELLS = 3;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly impact: string;
  readonly body: string;
  readonly themes: string;
  readonly competencies: string;
}

export class StoryIndex {
  private readonly search: MiniSearch<Entry>;

  constructor(private readonly stories: readonly MatchableStory[]) {
    this.search = new MiniSearch<Entry>({
      fields: ['title', 'impact', 'body', 'themes', 'competencies'],
      tokenize: (text, field) => (field === 'themes' || field === 'competencies' ? idsIn(text) : searchWords(text)),
      processTerm: (term) => term,
    });
    this.search.addAll(stories.map(entryOf));
  }

  /** All stories, the best first; those that say nothing to the question come last, in their order. */
  find(asked: Asked): Match[] {
    const about = themesOf(asked.question);
    const found = new Map(this.search.search(queryOf(asked, about)).map((result) => [String(result.id), result]));
    const matches = this.stories.map(({ id, competencies }): Match => {
      const result = found.get(id);
      const told = about.filter((theme) => result?.match[theme.id]?.includes('themes'));
      const judged = (asked.competencies ?? []).filter((each) => competencies.includes(each));
      const words = result?.terms.filter((term) => result.match[term]?.some((field) => field in BOOST)) ?? [];
      return {
        id,
        score: result?.score ?? 0,
        fit: fitOf(told.length, judged.length, words.length),
        why: [
          ...told.map(({ title }) => `it tells of ${title}`),
          ...(judged.length > 0 ? [`it is filed under ${judged.join(', ')}`] : []),
        ],
      };
    });
    return matches.sort((a, b) => b.score - a.score);
  }
}

function fitOf(about: number, competencies: number, words: number): Fit {
  const points = 2 * about + competencies + words;
  return points >= 4 ? 'strong' : points >= 2 ? 'workable' : points >= 1 ? 'stretch' : 'gap';
}

function entryOf({ id, title, impact, body, competencies }: MatchableStory): Entry {
  const text = spaced(`${title}\n${body}`);
  const words = new Set(text.split(' '));
  // What it is filed under says what it tells of, too: “conflict”, “risk-assessment”.
  const filed = spaced(competencies.join(' '));
  const told = themes().flatMap((theme) => {
    const phrases = theme.tells
      .filter((phrase) => words.has(firstWord(phrase)) && text.includes(phrase))
      .slice(0, MOST_TELLS);
    const isFiled = theme.asks.some((phrase) => filed.includes(phrase));
    return [...phrases, ...(isFiled ? [theme.id] : [])].map(() => theme.id);
  });
  return { id, title, impact, body, themes: told.join(' '), competencies: competencies.join(' ') };
}

const firstWord = (phrase: string): string => phrase.slice(1, phrase.indexOf(' ', 1));

function themesOf(question: string): Theme[] {
  const text = spaced(question);
  return themes().filter(({ asks }) => asks.some((phrase) => text.includes(phrase)));
}

function queryOf({ question, competencies = [] }: Asked, about: readonly Theme[]): Query {
  return {
    combineWith: 'OR',
    queries: [
      {
        queries: [question],
        fields: ['title', 'impact', 'body'],
        boost: BOOST,
        tokenize: (text) => [...new Set(searchWords(text))],
      },
      {
        queries: [about.map(({ id }) => id).join(' ')],
        fields: ['themes'],
        boost: { themes: THEME_BOOST },
        tokenize: idsIn,
      },
      {
        queries: [competencies.join(' ')],
        fields: ['competencies'],
        boost: { competencies: COMPETENCY_BOOST },
        tokenize: idsIn,
      },
    ],
  };
}

const idsIn = (text: string): string[] => text.split(' ').filter((part) => part !== '');
