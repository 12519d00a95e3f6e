import { wordIds, wordSet } from '../../prose/vocabulary';
import { isAchieved } from '../achieved';
import { contrastsWithBefore } from '../beforeContrast';
import type { StoryContext } from '../context';
import { openingOf } from '../greeting';
import { NO_CLASSES } from '../lexicon/classes';
import { isOldInWords } from '../levelClaim';
import { moveToFront } from '../moveSentence';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import type { Fix } from '../types';

const [FIGURE, FIGURES, ZERO, TO, ERROR, BUDGET, BEFORE] = wordIds('figure figures zero to error budget before');

/** A technical figure is tied when its sentence speaks of these; "budget" and "target" are an SLO's other names. */
const LIMITS = wordSet('target budget objective threshold agreement');
/** "A six-figure deal" is a quantity that has no number to find. */
const FIGURE_NUMBERS = wordSet('five six seven eight nine');

/** Whether a sentence states a quantified dollar, user or business outcome. */
export function statesOutcome(story: StoryContext, index: number): boolean {
  let technical = false;
  for (const figure of story.figuresIn(index)) {
    if (figure.role === 'none' || !isAchieved(story, figure)) continue;
    if (figure.role === 'outcome') return true;
    technical = true;
  }
  if (technical) return isTied(story, index);
  return saysFigures(story, index);
}

/**
 * How strong an outcome a sentence states; 0 where it states none. What users or the business gained, given with the
 * value before, says most; how much was done says least.
 */
export function outcomeStrength(story: StoryContext, index: number): number {
  if (!statesOutcome(story, index)) return 0;
  const { users, business, cost, metric } = story.sentences[index]?.has ?? NO_CLASSES;
  let most = 1;
  for (const { role, quantity } of story.figuresIn(index)) {
    if (role !== 'outcome') continue;
    const isChange = quantity.from !== undefined;
    const isValue = metric || cost || quantity.kind === 'money';
    const isActivity = quantity.kind === 'count' && !isChange;
    most = Math.max(most, 2 + (isChange ? 3 : 0) + (isValue ? 3 : users || business ? 1 : 0) + (isActivity ? 0 : 1));
  }
  return most;
}

/** "A seven-figure contract", "zero churn": an outcome in words. */
export function saysFigures(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  for (let k = sentence.first; k < sentence.last; k += 1) {
    const word = story.id(k);
    if ((word === FIGURE || word === FIGURES) && FIGURE_NUMBERS.has(story.id(k - 1))) return true;
    if (
      word === ZERO &&
      (sentence.has.business || sentence.has.users) &&
      (story.is(k + 1).business || story.id(k - 1) === TO)
    )
      return true;
  }
  return false;
}

/** The sentence ties its technical figure to users, cost or an SLO. */
function isTied(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  const { users, slo, cost, metric } = sentence.has;
  if (users || slo || cost || metric) return true;
  return story.some(
    sentence.first,
    sentence.last,
    (k) => LIMITS.has(story.id(k)) || (story.id(k) === ERROR && story.id(k + 1) === BUDGET),
  );
}

/** "Support now answers on the same day; before, a customer waited for a week": a change in words. */
function isNowAndBefore(story: StoryContext, index: number): boolean {
  const { first, last, has } = story.sentences[index] as Sentence;
  if (!has.now) return false;
  return (
    story.some(first + 1, last, (k) => story.tokens.afterBreak(k) && isOldInWords(story, k)) ||
    story.some(
      first + 1,
      last - 1,
      (k) => story.id(k) === BEFORE && story.tokens.afterBreak(k) && story.tokens.afterBreak(k + 1),
    )
  );
}

/** A sentence with fewer words says nothing yet. */
const FEWEST_WORDS = 3;
/** Beside a blank, so many words are a sentence that claims something. */
const WORDS_BESIDE_BLANK = 4;
/** Text without headings is more than a beginning from so many words on. */
const ENOUGH_WORDS = 20;
const BURIED =
  'Open with the impact: the story begins with its setting. Say first what changed for users, money or the business, with a figure.';

/**
 * The sentences whose first is to state the impact: those of Impact, or of the first section of a whole story that has
 * no such section and begins with its setting or its result.
 */
function openingSection(story: StoryContext): number[] {
  const impact = story.sentencesIn('Impact');
  if (impact.length > 0 || story.section('Impact')) return impact;
  const [opening] = story.parsed.sections;
  if (!opening || story.parsed.sections.length < 2) return [];
  // "In short: …" before the first section is where such a story opens.
  const before = sentencesBefore(story, opening.start);
  if (before.length > 0) return before;
  if (!story.section('Result')?.written && !isSetUpOnly(story)) return [];
  return opening.name === 'Action' ? [] : story.sentencesIn(opening.name);
}

function sentencesBefore({ sentences }: StoryContext, end: number): number[] {
  const indices: number[] = [];
  for (let i = 0; i < sentences.length && (sentences[i] as Sentence).end <= end; i += 1) indices.push(i);
  return indices;
}

/** It begins with its setting, goes on, and nothing of it is a blank or empty: so it is meant to be told. */
const isSetUpOnly = ({ parsed: { sections } }: StoryContext): boolean =>
  sections[0]?.name === 'Situation' && sections.every(({ filled }) => filled);

/**
 * A story that is half written may leave the figure for later; in one whose other sections are written, a blank does
 * not count as an outcome.
 */
export const isHalfWritten = ({ parsed, usesHeadings }: StoryContext): boolean =>
  usesHeadings
    ? parsed.sections.some(({ name, written }) => !written && name !== 'Impact' && name !== 'Result')
    : parsed.writtenWords < ENOUGH_WORDS;

/** The opening has a blank, in a story that is half written, or says little but the blank. */
function isBlankOpening(story: StoryContext, sentence: Sentence): boolean {
  const from = story.usesHeadings
    ? ((story.section('Impact') ?? story.parsed.sections[0])?.contentStart ?? 0)
    : story.parsed.bodyStart;
  if (!story.parsed.placeholders.some(({ start }) => start >= from && start <= sentence.end)) return false;
  return isHalfWritten(story) || sentence.last - sentence.first < WORDS_BESIDE_BLANK;
}

export const impactFirst: Rule<'impact-first'> = {
  code: 'impact-first',
  severity: 'warning',
  title: 'Impact first',
  summary: 'The first sentence of Impact states a quantified dollar, user or business outcome.',
  raisedWhen:
    'the first sentence of Impact, or of a story without one, states no figure for money, users or the business',
  weight: { points: 8, most: 8 },
  scene: { says: { Impact: '{weak} Churn among small shops fell from 8% to 5% a month.' } },
  kinds: ['story'],
  check(story) {
    if (!story.usesHeadings && story.draft) return [];
    const first = openingOf(story, openingSection(story));
    const sentence = first === undefined ? undefined : story.sentences[first];
    if (first === undefined || !sentence || sentence.last - sentence.first < FEWEST_WORDS) return [];
    if (isBlankOpening(story, sentence)) return [];
    if (story.isSetting(first)) return [{ start: sentence.start, end: sentence.end, message: BURIED }];
    if (statesOutcome(story, first)) return [];
    const technical = story.figuresIn(first).some(({ role }) => role === 'technical');
    if (!technical && (contrastsWithBefore(story, first) || isNowAndBefore(story, first))) return [];
    const message = technical
      ? 'The opening figure is a technical one: say first what it did for users, cost or an SLO.'
      : 'Open with the impact: this sentence states no figure for money, users or the business.';
    const fixes = (): Fix[] => {
      const fix = moveToFront(story, first, outcomeStrength);
      return fix ? [fix] : [];
    };
    return [{ start: sentence.start, end: sentence.end, message, fixes }];
  },
};
