/** What a figure is in its text: claimed to hold, an old value, a goal, a plan, a step on the way, or of others. */
import type { StoryContext } from '../story/lint/context';
import type { JudgedFigure } from '../story/lint/figures';
import type { Sentence } from '../story/lint/sentences';
import type { FigureRole, FigureSource } from './claimModel';
import { DETERMINERS, isContent, wordList } from './measureWords';

/** How many words after a figure a goal may be named. */
const NEAR = 4;
/** How many words before and after a figure its sentence is looked at. */
const REACH = 60;
/** How many characters of a row of a table are looked at, on each side. */
const MOST_ROW = 300;

export const OTHERS = wordList('you your they their theirs he his she her who company');
const PLANS = wordList(`
  would will if could should may might want wants plan plans propose ask asks asking asked expect expecting until unless
  pilot once suppose hope i'd we'd i'll we'll what assume assumes assuming imagine needs
`);
/** They say what was thought of the figure, not that it was reached. */
const HOPES = wordList(`
  promised promise wanted planned expected estimated predicted assumed aimed targeted proposed thought believed feared
  doubted doubts budgeted guessed needed pledged hoped forecast agreed asked supposed
`);
/** After “the plan”, they say that it is something to buy. */
const OFFERED = wordList('with without for has had made makes costs sells sold brought brings reached won');
const GOALS = wordList('goal goals target targets slo sla objective limit limits aim budget must ceiling quota aimed');
const RUNS = wordList('ran run managed manage owned own held led controlled oversaw');
/** Whose figure it is, in a story and elsewhere. */
const RIVALS = wordList('competitor competitors rival rivals industry benchmark peers theirs');
const OLDS = wordList(
  'before previously formerly originally initially earlier instead against versus vs compared unlike rather',
);
/** After a figure at the end of its clause: “against 310 before”. */
const OLDS_AFTER = wordList('before previously formerly originally initially earlier beforehand first');
/** A sentence that opens with one of them tells how things stood: “When I started, …”. */
const OPENS_WITH_OLD = wordList('when before until');

/** What a figure is in its text. @param measure the words that say what it measures. */
export function roleOf(
  story: StoryContext,
  figure: JudgedFigure,
  sentence: Sentence,
  { source, measure }: { readonly source: FigureSource; readonly measure: readonly string[] },
): FigureRole {
  const section = story.sectionOf(figure.sentence);
  if (source === 'story' && figure.quantity.from === undefined) {
    if (section === 'Situation') return 'old';
    if (section === 'Task') return 'goal';
    if (section === 'Action') return 'passing';
  }
  if (isOfTheOld(measure)) return 'old';
  if (isGoal(story, figure, sentence)) return 'goal';
  if (isPlanned(story, figure, sentence)) return 'plan';
  if (isQuestion(story, sentence)) return 'plan';
  if (isTheirs(story, figure, sentence, source)) return 'theirs';
  if (isDistance(story, figure, sentence) || isTolerance(story, figure) || isOneOfARow(story, figure)) return 'passing';
  if (figure.quantity.from !== undefined) return 'current';
  if (isFloor(story, figure, sentence)) return 'goal';
  return isOld(story, figure, sentence) ? 'old' : 'current';
}

/** “Before that it was 120 ms”, “against 310 before”, “when I started, it was 3%”. */
function isOld(story: StoryContext, { first, last }: JudgedFigure, sentence: Sentence): boolean {
  const { tokens } = story;
  if (OPENS_WITH_OLD.has(tokens.word(sentence.first))) return true;
  const endsClause = last + 1 >= sentence.last || tokens.afterBreak(last + 1);
  if (endsClause && last < sentence.last && OLDS_AFTER.has(tokens.word(last))) return true;
  // “It cost us £400 before we began.”
  if (tokens.word(last) === 'before' && /^(?:i|we|that|my)$/u.test(tokens.word(last + 1))) return true;
  if (story.some(Math.max(sentence.first, first - 3), first, (k) => OLDS.has(tokens.word(k)))) return true;
  return isPastPerfect(story, first, sentence);
}

/** “A target of 50 ms”, “the 40 ms objective”: the goal is the figure that the word stands with, not its neighbour. */
function isGoal({ tokens }: StoryContext, { first, last }: JudgedFigure, sentence: Sentence): boolean {
  // After the figure only its nouns may stand in between: “40 ms p99 latency target”.
  for (let k = last; k < Math.min(sentence.last, last + NEAR) && !tokens.afterBreak(k); k += 1) {
    const word = tokens.word(k);
    if (GOALS.has(word)) return true;
    if (!isContent(word)) break;
  }
  for (let k = first - 1; k >= Math.max(sentence.first, first - REACH) && !tokens.isFigure(k); k -= 1)
    if (GOALS.has(tokens.word(k))) return !isRunBudget(tokens, k, sentence);
  return false;
}

/** “I ran a budget of $2M” says how large it was. */
function isRunBudget(tokens: StoryContext['tokens'], k: number, { first }: Sentence): boolean {
  if (tokens.word(k) !== 'budget' || tokens.word(k + 1) !== 'of') return false;
  for (let at = k - 1; at >= Math.max(first, k - NEAR); at -= 1) if (RUNS.has(tokens.word(at))) return true;
  return false;
}

/** “$20k below the target”, “5 points above the industry”. */
const isDistance = ({ tokens }: StoryContext, { last }: JudgedFigure, sentence: Sentence): boolean =>
  last + 1 < sentence.last &&
  !tokens.afterBreak(last) &&
  /^(?:below|under|above|over|ahead|short)$/u.test(tokens.word(last));

/** “The error rate of the old API”. */
const isOfTheOld = (measure: readonly string[]): boolean =>
  measure.some((word) => /^(?:old|legacy|former|previous|original)$/u.test(word));

/** “12% ± 1.5%”. */
const isTolerance = ({ text }: StoryContext, { quantity: { start } }: JudgedFigure): boolean =>
  /(?:±|\+\/-|\bplus or(?: minus)?|\bgive or take)[ \t]{0,3}$/iu.test(text.slice(Math.max(0, start - 20), start));

/** In a table with more than one figure in a row, the heading of its column says what each is. */
function isOneOfARow({ text }: StoryContext, { quantity: { start, end } }: JudgedFigure): boolean {
  const before =
    text
      .slice(Math.max(0, start - MOST_ROW), start)
      .split('\n')
      .at(-1) ?? '';
  if (!/^[ \t]{0,3}\|/u.test(before)) return false;
  const after = text.slice(end, end + MOST_ROW).split('\n', 1)[0] ?? '';
  return /\d/u.test(before) || /\d/u.test(after);
}

/** “Your latency is 80 ms”, “the competitor’s”: since the last comma somebody else is spoken of. */
function isTheirs(
  { tokens }: StoryContext,
  { first }: JudgedFigure,
  sentence: Sentence,
  source: FigureSource,
): boolean {
  for (let k = first - 1; k >= Math.max(sentence.first, first - REACH); k -= 1) {
    const word = tokens.word(k);
    // A story tells what became of others, and that is its result.
    if (RIVALS.has(word.replace(/['’]s?$/u, '')) || (source !== 'story' && OTHERS.has(word))) return true;
    if (word === 'i' || word === 'we' || word === 'my' || word === 'our') return false;
    if (tokens.afterBreak(k) || tokens.isFigure(k)) return false;
  }
  return false;
}

/** “If it took 30 ms, we would …”; but in “I reached 400,000 users, so I ask for …” the figure is reached. */
function isPlanned(story: StoryContext, { first, last }: JudgedFigure, sentence: Sentence): boolean {
  const isPlan = (k: number): boolean =>
    (story.is(k).would || PLANS.has(story.tokens.word(k))) && !isMonth(story, k) && !isOffered(story, k);
  if (story.some(Math.max(sentence.first, first - REACH), first, isPlan)) return true;
  if (isRuleOfThumb(story, first, sentence) || isHoped(story, first, sentence)) return true;
  const limit = Math.min(sentence.last, last + REACH);
  const end = story.find(last, limit, (k) => story.tokens.afterBreak(k));
  return story.some(last, end < 0 ? limit : end, isPlan);
}

/** “In May”; a sentence may begin with “May”, too. */
const isMonth = ({ tokens, text }: StoryContext, k: number): boolean =>
  tokens.word(k) === 'may' && text[tokens.start(k)] === 'M';

/** “The plan with ads made $41M” is a product; “the plan was 85%” is a plan. */
function isOffered({ tokens }: StoryContext, k: number): boolean {
  if (!/^plans?$/u.test(tokens.word(k)) || k === 0) return false;
  return DETERMINERS.has(tokens.word(k - 1)) && OFFERED.has(tokens.word(k + 1)) && !tokens.afterBreak(k + 1);
}

/** “We had promised 5%”, unless a deed follows: “I proposed a cache and cut it to 5 ms”. */
function isHoped({ tokens }: StoryContext, first: number, sentence: Sentence): boolean {
  for (let k = first - 1; k >= Math.max(sentence.first, first - REACH); k -= 1) {
    if (HOPES.has(tokens.word(k)) && !isForecastNoun(tokens.word(k), tokens.word(k - 1))) return true;
    if (tokens.afterBreak(k) || tokens.word(k) === 'and') return false;
  }
  return false;
}

/** “The forecast error is 9%”; in “we forecast 9%” and “9% was forecast” it is a verb. */
const isForecastNoun = (word: string, before: string): boolean =>
  word === 'forecast' && !/^(?:i|we|they|had|was|were|been|finance|analysts)$/u.test(before);

/** “A 1% lift is worth $750k”, “each 10 ms costs 1%”: what one step would be worth. */
function isRuleOfThumb({ tokens }: StoryContext, first: number, sentence: Sentence): boolean {
  if (first > sentence.first && /^(?:each|every)$/u.test(tokens.word(first - 1))) return true;
  for (let k = first - 1; k > Math.max(sentence.first, first - REACH); k -= 1)
    if (tokens.isFigure(k) && /^(?:a|an|each|every|one|another|per)$/u.test(tokens.word(k - 1)))
      for (let at = k + 1; at < first; at += 1)
        if (/^(?:is|are|means|mean|costs|saves|brings|equals|adds|gives)$/u.test(tokens.word(at))) return true;
  return false;
}

/** “30 ms or less”. */
const isFloor = (story: StoryContext, { last }: JudgedFigure, sentence: Sentence): boolean =>
  last + 1 < sentence.last &&
  story.tokens.word(last) === 'or' &&
  /^(?:less|more|fewer|better)$/u.test(story.tokens.word(last + 1));

/** “Had been $310”. */
const isPastPerfect = (story: StoryContext, first: number, sentence: Sentence): boolean =>
  story.some(Math.max(sentence.first, first - 4), first, (k) => story.tokens.word(k) === 'had' && k + 1 < first);

const isQuestion = ({ text }: StoryContext, { end }: Sentence): boolean => text[end - 1] === '?' || text[end] === '?';
