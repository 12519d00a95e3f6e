/** Which questions to ask next: those that fit the round, and follow up on what was heard. */
import { isAsked, isChosenFor, QUESTIONS_PER_ROUND, type Question } from './questionModel';

/** A question to ask, and why. */
export interface NextQuestion {
  readonly question: Question;
  /** It is chosen for the round already; else it is only proposed. */
  readonly chosen: boolean;
  /** Words that were heard in this loop, and which the question follows up on; the most telling first. */
  readonly heard: readonly string[];
}

const FEWEST_LETTERS = 4;
const SHOWN_WORDS = 2;
/** Words that say nothing about a subject. */
const COMMON = new Set(
  `about after again also another answer asked because been before being best between both came choose could does doing
  done down each else even ever every first from give goes going good have having here into just know last less like
  long made make many might more most much must need never next nothing often once only other over people question
  round said same says should since some still such tell than that their them then there these they thing think this
  those three through time told took used very want wants well went were what when where which while will with without
  word work would year your team teams product`.split(/\s+/u),
);

/**
 * What to ask in a round: the questions that are chosen for it, and as many more as make three. The others come from
 * those that fit it and were not asked: first what names the round or follows up on what was heard, then the order of
 * the file, from different parts of it; last what is chosen for another round.
 * @param heard what was said in the loop so far: answers, feedback.
 */
export function nextQuestions(
  questions: readonly Question[],
  round: string,
  heard: readonly string[] = [],
  count = QUESTIONS_PER_ROUND,
): NextQuestion[] {
  const known = new Set(heard.flatMap(rootsOf));
  const open = questions.filter((question) => !isAsked(question));
  const next = open
    .filter((question) => isChosenFor(question, round))
    .map((question): NextQuestion => ({ question, chosen: true, heard: heardIn(question, known) }));
  const rest = open
    .filter((question) => !isChosenFor(question, round))
    .filter(({ rounds }) => rounds.length === 0 || rounds.includes(round))
    .map((question) => ({ question, chosen: false, heard: heardIn(question, known) }));
  const worth = ({ question, heard: words }: NextQuestion): number =>
    (question.rounds.length > 0 ? 2 : 0) +
    words.length -
    (question.mark ? 3 : 0) -
    2 * next.filter((each) => isBeside(each, question)).length;
  while (next.length < count && rest.length > 0) {
    const best = rest.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    rest.splice(rest.indexOf(best), 1);
    next.push(best);
  }
  return next;
}

const isBeside = (next: NextQuestion, { heading }: Question): boolean => next.question.heading === heading;

/** The words of a question that were heard, as the question has them. */
function heardIn({ text }: Question, known: ReadonlySet<string>): string[] {
  if (known.size === 0) return [];
  const words = new Map(wordsOf(text).map((word) => [rootOf(word), word]));
  const shared = [...words].filter(([root]) => known.has(root)).map(([, word]) => word);
  return shared.sort((a, b) => b.length - a.length).slice(0, SHOWN_WORDS);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= FEWEST_LETTERS && !COMMON.has(word));

const rootsOf = (text: string): string[] => wordsOf(text).map(rootOf);

/** The same for “plan”, “plans” and “planned”. */
function rootOf(word: string): string {
  const root = word.replace(/(?:ies|ing|ed|es|[sey])$/u, '');
  return root.length < 3 ? word : root.replace(/([^aeiou])\1$/u, '$1');
}
