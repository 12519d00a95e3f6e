import { AT_SIGN, CAPITAL_P, CharSet, COMMA, FULL_STOP, isDigit, isUpper, ZERO } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { idOf, wordSet, wordIds, type WordId } from '../prose/vocabulary';
import {
  months,
  hedges,
  averages,
  namesWithNumbers,
  sentenceOpeners,
  changeVerbs,
  fallVerbs,
  riseVerbs,
  replacements,
  groups,
  reachVerbs,
  scoreNames,
  scoreLinks,
} from './lexicon';
import { endBefore, gap, wordBefore, startsSentence, type Word } from './phrase';

const [OF, I, FOR, FROM, TO, MAP, SCORE, RATING, PROMOTER, BY, AND, NDCG] = wordIds(
  'of i for from to map score rating promoter by and ndcg',
);

const hedgeSigns = new CharSet('~<>≈≤≥±');

/** "~", "<" and the like say that a figure is not exact. */
export const isHedgeSign = (c: number): boolean => hedgeSigns.has(c);

/** The word before `pos`, past hedges such as "about", "more than" and "~". */
export function leadWord(prose: Prose, pos: number): Word | undefined {
  let at = pos;
  for (let i = 0; i < 4; i++) {
    while (at > 0 && isHedgeSign(prose.code(at - 1))) at--;
    const word = wordBefore(prose, at);
    if (!word) return undefined;
    const average = word.id === OF ? wordBefore(prose, word.start) : undefined;
    if (average && averages.has(average.id)) at = average.start;
    else if (hedges.has(word.id)) at = word.start;
    else return word;
  }
  return wordBefore(prose, at);
}

/** A number after `word` belongs to it: "Route 53", "HTTP 500", "section 4", "Nov 22", "top 3". */
export function isNamePart(prose: Prose, word: Word): boolean {
  if (scoreNames.has(word.id)) return false;
  if (namesWithNumbers.has(word.id)) return true;
  if (!isUpper(prose.code(word.start))) return false;
  if (months.has(word.id)) return true;
  if (word.id === I || sentenceOpeners.has(word.id)) return false;
  return !startsSentence(prose, word.start) || isAllCapitals(prose, word);
}

/** "FTSE 100": a name of capitals, at the start of a sentence as well. */
function isAllCapitals(prose: Prose, { start, end }: Word): boolean {
  for (let p = start; p < end; p++) if (!isUpper(prose.code(p))) return false;
  return end - start > 2;
}

const beforeYears = wordSet(`
  in since by during until till from early late mid before after of through between for fy the and to calendar fiscal
  year spring summer autumn fall winter end
`);

/** 1900 to 2099 in four digits. */
export const isYearFigure = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2099;

/** 1900 to 2099 in four digits after a word that a year would follow. */
export function isYear(word: Word | undefined, value: number, hasNoun: boolean): boolean {
  if (!isYearFigure(value)) return false;
  if (!hasNoun || value % 100 !== 0) return true;
  return (
    word !== undefined &&
    (beforeYears.has(word.id) || months.has(word.id)) &&
    word.id !== FOR &&
    word.id !== OF &&
    word.id !== FROM &&
    word.id !== TO
  );
}

/** "Fig." in "Fig. 3": the short word whose full stop stands right before `start`. */
export function abbreviationBefore(prose: Prose, start: number): Word | undefined {
  const stop = endBefore(prose, start) - 1;
  // In the line before, it ends a sentence.
  if (prose.text.slice(stop + 1, start).includes('\n')) return undefined;
  const word = stop > 0 && prose.code(stop) === FULL_STOP ? wordBefore(prose, stop) : undefined;
  return word && word.end === stop && word.end - word.start <= 4 ? word : undefined;
}

const numberedAbbreviations = wordSet('fig figs no nos nr sec vol ch pp eq eqs art app tab ref ex thm rm apt para');

/** "Fig. 3", "No. 7", "Vol. 12" */
export const isNumbered = (word: Word): boolean => numberedAbbreviations.has(word.id);

const isMonth = (prose: Prose, word: Word): boolean => months.has(word.id) && isUpper(prose.code(word.start));

/** "On Feb. 21", "on October 21 and 28": the day that a month names before `start`. */
export function isDayOfMonth(prose: Prose, start: number): boolean {
  const word = wordBefore(prose, start);
  if (!word) {
    const month = abbreviationBefore(prose, start);
    return month !== undefined && isMonth(prose, month);
  }
  if (isMonth(prose, word)) return true;
  const day = word.id === AND ? wordBefore(prose, word.start) : undefined;
  const isDay = day !== undefined && day.end - day.start <= 2 && isDigit(prose.code(day.start));
  const month = isDay ? wordBefore(prose, day.start) : undefined;
  return month !== undefined && isMonth(prose, month);
}

const CLAUSE = 90;

/** What may stand between a figure and the words of its clause, beside the hedging signs. */
const betweenWords = new CharSet(' +=(:"“²');
const isBetweenWords = (c: number): boolean => betweenWords.has(c) || isHedgeSign(c);

/**
 * The word of the clause before `pos`, past signs and brackets; undefined beyond `floor` or where the clause begins.
 */
function clauseWord(prose: Prose, pos: number, floor: number): Word | undefined {
  let at = pos;
  while (at > floor && isBetweenWords(prose.code(at - 1))) at--;
  const word = wordBefore(prose, at);
  if (!word || word.start < floor) return undefined;
  return isDigit(prose.code(word.start)) ? atRank(prose, word) : word;
}

/** What only a rank makes a score: "pass@1", "hits@10". */
const rankedNames = wordSet('pass hit hits p r');

/** "Recall@5" and "mAP@0.5" are one word, known by what stands before the rank. */
function atRank(prose: Prose, rank: Word): Word {
  let at = rank.start - 1;
  while (at > rank.start - LONGEST_RANK && (isDigit(prose.code(at)) || prose.code(at) === FULL_STOP)) at--;
  if (prose.code(Math.max(at, 0)) !== AT_SIGN) return rank;
  const name = wordBefore(prose, at);
  if (!name || name.end !== at) return rank;
  return { start: name.start, end: rank.end, id: rankedNames.has(name.id) ? NDCG : name.id };
}
const LONGEST_RANK = 5;

/** The score a bare figure is of: NPS in "NPS rose from 31 to 47". Null where none is named just before. */
export function scoreBefore(prose: Prose, pos: number): string | null {
  const floor = Math.max(0, pos - CLAUSE);
  // "The Brier score, 0.12, was": a fraction may stand in apposition.
  const end = endBefore(prose, pos);
  const isAside = prose.code(pos) === ZERO && end > 0 && prose.before(end) === COMMA;
  let word = clauseWord(prose, isAside ? end - 1 : pos, floor);
  for (let i = 0; i < 6 && word; i++) {
    if (isScoreName(prose, word)) return scoreNamed(prose, word);
    if (!scoreLinks.has(word.id) && !hedges.has(word.id)) return null;
    word = clauseWord(prose, word.start, floor);
  }
  return null;
}

/** "mAP" is a score, "map" is not. */
const isScoreName = (prose: Prose, { id, start }: Word): boolean =>
  scoreNames.has(id) && (id !== MAP || prose.code(start + 2) === CAPITAL_P);

/** The score's name as written: "NPS score of 45" is of NPS. */
function scoreNamed(prose: Prose, word: Word): string {
  const first = word.id === SCORE || word.id === RATING ? wordBefore(prose, word.start) : undefined;
  if (first && scoreNames.has(first.id)) return prose.text.slice(first.start, first.end);
  if (word.id === SCORE && first?.id === PROMOTER) return 'NPS';
  return prose.text.slice(word.start, word.end);
}

/** "0.85 recall": the score named right after a figure. Null where none is. */
export function scoreAfter(prose: Prose, end: number): string | null {
  const start = gap(prose, end);
  const word = { start, end: prose.lettersEnd(start), id: prose.wordAt(start) };
  return start > end && isScoreName(prose, word) ? prose.text.slice(start, word.end) : null;
}

/** Scores that are words of everyday too: their figure is a fraction, or one that changed. */
const plainScores = wordSet(
  'accuracy precision recall coverage sensitivity specificity correlation similarity dice meteor r reliability silhouette',
);

/** The score's name also says something else. */
export const isPlainWord = (score: string): boolean => plainScores.has(idOf(score));

/** What a score can be told of: "NPS in the enterprise segment", "CSAT for chat". */
const scopes = wordSet('in for among across of at with within on by from between');
/** Scores by name alone; "rating" and "map" have other senses. */
const namedScores = wordSet(`
  nps enps csat esat ces sus auc auroc roc-auc auc-roc pr-auc bleu ndcg rouge gpa mos f1 mrr accuracy precision recall perplexity kappa rmse mae mape wer iou dice brier mcc gini f-score ssim psnr
`);

/**
 * The score that a change is of, further up its clause: NPS in "NPS among small merchants rose from 12 to 38". Null
 * where none is named.
 */
export function scoreOfClause(prose: Prose, pos: number): string | null {
  const floor = Math.max(0, pos - CLAUSE);
  let word = clauseWord(prose, pos, floor);
  let behind: WordId = 0;
  for (let i = 0; i < 10 && word && !clauseOpeners.has(word.id); i++) {
    if (namedScores.has(word.id)) return scopes.has(behind) ? prose.text.slice(word.start, word.end) : null;
    behind = word.id;
    word = clauseWord(prose, word.start, floor);
  }
  return null;
}

/**
 * The score that a fraction further on in the sentence is of, too: RMSE for 0.65 in "RMSE 0.42 versus 0.65", F1 in "an
 * F1 of 0.91; the other got 0.84". Null where none is named.
 */
export function scoreOfSentence(prose: Prose, pos: number): string | null {
  const before = prose.text.slice(Math.max(0, pos - CLAUSE), pos);
  if (!/\.\d/u.test(before) || !BESIDE_SCORE.test(before)) return null;
  const sentence = before.slice(Math.max(...['. ', '? ', '! '].map((end) => before.lastIndexOf(end) + 1)));
  const names = sentence.match(/[A-Za-z][A-Za-z0-9-]*/gu) ?? [];
  return names.filter((name) => namedScores.has(idOf(name))).at(-1) ?? null;
}
/** What stands right before a second figure of a score. */
const BESIDE_SCORE = /\b(?:versus|vs\.?|against|than|got|had|has|only|scored|reached|managed|and|model)\s*$/iu;

const clauseOpeners = wordSet('and but which who that while because so when then or where');

/** The verb of change, or of replacement, in the clause before `pos`: whichever is nearer; 0 where neither is. */
function verbBefore(prose: Prose, pos: number): WordId {
  const floor = Math.max(0, pos - CLAUSE);
  let word = clauseWord(prose, pos, floor);
  for (let i = 0; i < 8 && word; i++) {
    if (changeVerbs.has(word.id) || replacements.has(word.id)) return word.id;
    word = clauseWord(prose, word.start, floor);
  }
  return 0;
}

/** The clause before `pos` speaks of a change. */
export const isChanged = (prose: Prose, pos: number): boolean => changeVerbs.has(verbBefore(prose, pos));

/** 1 where the clause before `pos` speaks of a rise, -1 of a fall, 0 of neither. */
export function directionOf(prose: Prose, pos: number): 1 | 0 | -1 {
  const verb = verbBefore(prose, pos);
  if (fallVerbs.has(verb)) return -1;
  return riseVerbs.has(verb) ? 1 : 0;
}

/** A bare figure that is the outcome of a change: "grew the team to 12", "cut it by 3", "reached 40". */
export function isOutcome(prose: Prose, pos: number): boolean {
  const lead = leadWord(prose, pos);
  if (!lead) return false;
  if (reachVerbs.has(lead.id)) return true;
  if (lead.id === OF) return isGroup(prose, lead.start);
  return (lead.id === TO || lead.id === BY) && isChanged(prose, lead.start);
}

/** "A team", before "of"; "the Group of Seven" is a name. */
function isGroup(prose: Prose, of: number): boolean {
  const word = wordBefore(prose, of);
  if (!word || !groups.has(word.id)) return false;
  return !isUpper(prose.code(word.start)) || startsSentence(prose, word.start);
}

/** The clause before speaks of replacing one version by another. */
export const isReplacement = (prose: Prose, pos: number): boolean => replacements.has(verbBefore(prose, pos));
