/** Holds what a company asks for against the stories. Pure: the same playbook and stories give the same rows. */
import type { FitRequirement } from '../playbook/schema';
import { isReady, type CoverageStory } from '../story/coverage';
import { StoryContext } from '../story/lint/context';
import type { Sentence } from '../story/lint/sentences';
import { groupedNumber } from '../thousands';
import { listed } from '../words';
import type { FitAction, FitProof, FitRow, FitState, FitStory } from './fitModel';
import { isDenied, ownFigures, yardstickOf, type Yardstick } from './ownFigures';
import { phrasesOf, placesOf, type Phrases } from './phrases';

/** What a check needs of a playbook. */
export interface FitPlaybook {
  readonly fit: readonly FitRequirement[];
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
}

/** More places of one story, or more stories, than this prove nothing more. */
const MOST_PROOFS = 3;
/** How many places of one sentence are looked at. */
const MOST_PLACES = 20;

/** What one story says about a requirement, and no more than that: it is the same as long as the text is. */
interface Found {
  readonly figures: readonly { readonly line: number; readonly text: string; readonly meets: boolean }[];
  /** Of each group of words, the line that has one of them, and the words; undefined where none does. */
  readonly words: readonly ({ readonly line: number; readonly text: string } | undefined)[];
}

/** Stories are read once for each requirement: a text that has not changed is the same object. */
const known = new WeakMap<FitStory['parsed'], Map<string, Found>>();

/** One row for each requirement, in the playbook's order. Never throws. */
export function checkFit({ fit, competencies }: FitPlaybook, stories: readonly FitStory[]): FitRow[] {
  const wanted = fit.map(wantedBy);
  const found = stories.map((story) => foundIn(story, wanted));
  return wanted.map((each, index) => {
    const candidates = stories.map((story, at) => ({ story, found: found[at]?.[index] ?? NOTHING_ASKED }));
    return rowOf(each, candidates, stories, competencies);
  });
}

/** How many rows are in each state. */
export function countFit(rows: readonly FitRow[]): Readonly<Record<FitState, number>> {
  const counts = { strong: 0, partial: 0, missing: 0, yours: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** A story and what it says about the requirement. */
interface Candidate {
  readonly story: FitStory;
  readonly found: Found;
}

type Verdict = Pick<FitRow, 'state' | 'reason' | 'proofs' | 'action'>;

function rowOf(
  { requirement, yardstick }: Wanted,
  candidates: readonly Candidate[],
  stories: readonly FitStory[],
  competencies: FitPlaybook['competencies'],
): FitRow {
  const { id, question, expects, measure, words = [], competency } = requirement;
  const verdict = yardstick
    ? byFigure(requirement, candidates)
    : words.length > 0
      ? byWords(requirement, candidates)
      : competency !== undefined
        ? byCompetency(competency, stories, competencies)
        : YOURS;
  const { state } = verdict;
  const write: FitAction | undefined =
    competency === undefined ? undefined : { kind: 'write', title: 'Write a story for it', competency };
  const action = verdict.action ?? (state === 'partial' || state === 'missing' ? write : undefined);
  const frame = state === 'partial' || state === 'missing' ? (requirement.frame ?? frameOf(measure)) : '';
  return { id, question, expects, ...verdict, action, frame };
}

const YOURS: Verdict = { state: 'yours', reason: 'No story can prove this: answer it for yourself.', proofs: [] };

const frameOf = (measure: FitRequirement['measure']): string =>
  measure
    ? 'Give your own figure first, then what would change at theirs.'
    : 'Say so before they ask, and name what comes nearest to it.';

/** A finished story has the figure and all the words; one that has some of that comes near. */
function byFigure(requirement: FitRequirement, candidates: readonly Candidate[]): Verdict {
  const groups = requirement.words ?? [];
  const near = candidates
    .flatMap(({ story, found }) => {
      const figure = found.figures.find(({ meets }) => meets) ?? found.figures[0];
      if (!figure) return [];
      const lacking = groups.filter((_, index) => found.words[index] === undefined).map(({ title }) => title);
      const ready = isReady(story);
      const rank = (figure.meets ? 8 : 0) + (ready ? 2 : 0) + (lacking.length === 0 ? 4 : 0);
      return [{ story, figure, lacking, ready, rank }];
    })
    .sort((a, b) => b.rank - a.rank);
  const [best] = near;
  if (!best)
    return {
      state: 'missing',
      reason: `No story states a figure for this: they ask for ${boundInWords(requirement)}.`,
      proofs: [],
    };
  const proofs = near.slice(0, MOST_PROOFS).map(({ story, figure }) => proofAt(story, figure));
  const { story, figure, lacking, ready } = best;
  if (figure.meets && ready && lacking.length === 0) {
    const strong = near.filter(({ rank }) => rank === best.rank).length;
    return { state: 'strong', reason: `“${figure.text}” proves it.`, proofs: proofs.slice(0, strong) };
  }
  const open = (title: string): FitAction => ({ kind: 'open', title, path: story.path, line: figure.line });
  if (!figure.meets)
    return {
      state: 'partial',
      reason: `“${figure.text}” falls short: they ask for ${boundInWords(requirement)}.`,
      proofs,
      action: undefined,
    };
  if (lacking.length > 0)
    return {
      state: 'partial',
      reason: `“${figure.text}” is enough, but the story does not mention ${listed(lacking)}.`,
      proofs,
      action: open('Say it in that story'),
    };
  return {
    state: 'partial',
    reason: `“${figure.text}” is enough, but the story is still a draft.`,
    proofs,
    action: open('Finish the draft'),
  };
}

/** All the words are named, in one story or in several. */
function byWords({ words = [] }: FitRequirement, candidates: readonly Candidate[]): Verdict {
  const ready = candidates.filter(({ story }) => isReady(story));
  const placesIn = (from: readonly Candidate[]) =>
    words.map((_, group) => {
      const candidate = from.find(({ found }) => found.words[group] !== undefined);
      const place = candidate?.found.words[group];
      return candidate && place && { story: candidate.story, place };
    });
  const told = placesIn(ready);
  const lacking = words.filter((_, group) => told[group] === undefined).map(({ title }) => title);
  const drafts = placesIn(candidates);
  const anywhere = drafts.map((draft, group) => told[group] ?? draft).filter((each) => each !== undefined);
  const lines = new Map(anywhere.map((each) => [`${each.story.path}:${each.place.line}`, each]));
  const proofs = [...lines.values()].map(({ story, place }) => proofAt(story, place));
  if (lacking.length === 0)
    return { state: 'strong', reason: `Your stories name ${listed(words.map(({ title }) => title))}.`, proofs };
  const missing = `No finished story names ${listed(lacking, 'or')}.`;
  if (proofs.length === 0) return { state: 'missing', reason: missing, proofs };
  const group = told.findIndex((each, index) => each === undefined && drafts[index] !== undefined);
  const draft = drafts[group];
  return {
    state: 'partial',
    reason: missing,
    proofs,
    action: draft && {
      kind: 'open',
      title: 'Finish the draft',
      path: draft.story.path,
      line: draft.place.line,
    },
  };
}

function byCompetency(
  competency: string,
  stories: readonly FitStory[],
  competencies: FitPlaybook['competencies'],
): Verdict {
  const title = competencies.find(({ id }) => id === competency)?.title ?? competency;
  const covering = stories.filter((story) => story.competencies.includes(competency) && story.written !== 0);
  const ready = covering.filter(isReady);
  const proofs = (ready.length > 0 ? ready : covering)
    .slice(0, MOST_PROOFS)
    .map((story) => proofAt(story, { line: 0, text: '' }));
  if (ready.length > 0) return { state: 'strong', reason: `A finished story shows “${title}”.`, proofs };
  const [draft] = covering;
  if (!draft) return { state: 'missing', reason: `No story shows “${title}”.`, proofs };
  return {
    state: 'partial',
    reason: `Only a draft shows “${title}”.`,
    proofs,
    action: { kind: 'open', title: 'Finish the draft', path: draft.path, line: 0 },
  };
}

const proofAt = (
  { path, title }: CoverageStory,
  { line, text }: { readonly line: number; readonly text: string },
): FitProof => ({ path, title, line, text });

/** A requirement, made ready for looking. */
interface Wanted {
  readonly requirement: FitRequirement;
  /** The same for the same measure, bounds and words. */
  readonly key: string;
  readonly yardstick: Yardstick | undefined;
  /** For each group of words what to look for. */
  readonly words: readonly (Phrases | undefined)[];
}

function wantedBy(requirement: FitRequirement): Wanted {
  const { measure, atLeast, atMost, words = [] } = requirement;
  return {
    requirement,
    key: JSON.stringify([measure, atLeast, atMost, words]),
    yardstick: yardstickOf(requirement),
    words: words.map(({ any }) => phrasesOf(any)),
  };
}

/** What a story says about each requirement; its text is looked at once for all of them, and only where it changed. */
function foundIn({ parsed }: FitStory, wanted: readonly Wanted[]): Found[] {
  const byKey = known.get(parsed) ?? new Map<string, Found>();
  known.set(parsed, byKey);
  let context: StoryContext | undefined;
  return wanted.map(({ key, yardstick, words }) => {
    const before = byKey.get(key);
    if (before) return before;
    const isAsked = yardstick !== undefined || words.length > 0;
    const found = isAsked
      ? readStory((context ??= new StoryContext(parsed.text, { parsed, kind: 'story' })), yardstick, words)
      : NOTHING_ASKED;
    byKey.set(key, found);
    return found;
  });
}

const NOTHING_ASKED: Found = { figures: [], words: [] };

function readStory(story: StoryContext, yardstick: Yardstick | undefined, words: Wanted['words']): Found {
  const own = yardstick ? ownFigures(story, yardstick) : [];
  return {
    figures: own.map(({ figure: { quantity }, meets }) => ({
      line: story.lineAt(quantity.start),
      text: quantity.text,
      meets,
    })),
    words: words.map((phrases) => phrases && placeOfWords(story, phrases, yardstick !== undefined)),
  };
}

/**
 * Where one of the words stands first. Beside a figure they say what it is of, wherever they stand; by themselves they
 * count where the story tells what was done.
 */
function placeOfWords(
  story: StoryContext,
  phrases: Phrases,
  isBesideFigure: boolean,
): { readonly line: number; readonly text: string } | undefined {
  for (const [index, sentence] of story.sentences.entries()) {
    if (!isBesideFigure && story.isSetting(index)) continue;
    const places = placesOf(phrases, story.text, sentence.start, sentence.end, MOST_PLACES);
    const place = places.find(({ start }) => !isDenied(story, sentence.first, tokenAt(story, sentence, start)));
    if (place) return { line: story.lineAt(place.start), text: story.text.slice(place.start, place.end) };
  }
  return undefined;
}

function tokenAt(story: StoryContext, { first, last }: Sentence, offset: number): number {
  const token = story.find(first, last, (k) => story.tokens.end(k) > offset);
  return token < 0 ? last : token;
}

/** “at least 1,000,000 events a second”, “at most 40 ms”, “between 2 and 5 years”. */
function boundInWords({ measure, atLeast, atMost }: FitRequirement): string {
  const unit = measure?.kind === 'percent' ? '%' : measure?.unit === undefined ? '' : ` ${measure.unit}`;
  const per = measure?.kind === 'rate' ? ' a second' : '';
  const figure = (value: number): string => `${groupedNumber(value)}${unit}${per}`;
  if (atLeast !== undefined && atMost !== undefined) return `${groupedNumber(atLeast)} to ${figure(atMost)}`;
  return atLeast === undefined ? `at most ${figure(atMost ?? 0)}` : `at least ${figure(atLeast)}`;
}
