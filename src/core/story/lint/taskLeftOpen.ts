import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { isNumberAt } from './numbersOf';
import { BRINGS, IS_TO, LOWERS, PRONOUNS, RAISES } from './lexicon/tasks';
import type { JudgedFigure } from './figures';
import type { Sentence } from './sentences';
import { stemsIn } from './stems';
import { answersGoal, goalsOfTask, isFar } from './taskGoals';
import { isAfterwards, tellsOutcomeAt } from './taskParts';

/** Verbs of what one is asked to do to something, besides those of more and less. */
const DOES = wordSet(`
  stop end fix solve repair replace find fill build launch win keep make take turn get bring shorten clear close open
  simplify speed restore rescue save move settle prevent avoid halve double free bring
`);
/** Any of these in the result may be said of the task as a whole. */
const ANSWERS_AS_A_WHOLE = wordSet(`
  it goal goals target targets aim objective task deadline plan brief promise promised reached met hit achieved
  succeeded success successful successfully worked works done finished complete completed solved fixed delivered missed
  failed failure short both neither none all everyone everybody nobody
  yes ready live launched approved agreed accepted
`);
/** Words for a stretch of time, in a task and in its answer. */
const TIMES = wordSet(`
  time times wait waits waiting waited fast faster fastest quick quicker quickly slow slower soon sooner speed late early earlier
  delay delays delayed shorten shorter short long longer length duration turnaround response seconds minutes hours days
  weeks overnight immediately instantly punctual deadline overdue cycle
`);
/** Words for money. */
const MONEY = wordSet(`
  cost costs bill bills budget money spend spending spent saved saving savings saves save price prices expense expenses pay
  paid cheap cheaper cheapest revenue sales sell selling sold profit margin margins invoice invoices fee fees worth earn earned earns
  donations funds fund funding
`);
/** Words for people who are to be won or kept. */
const PEOPLE = wordSet(`
  hire hired hires hiring recruit recruited join joined joins started starts stay stayed stays left leave leaving quit
  resigned vacancy vacancies post posts position positions role roles staff turnover filled full signed
`);
const [IT] = wordIds('it');
const CIRCUMSTANCES = wordSet('in at by before within during from until since on');
const MEASURES = wordSet('number share rate amount level proportion percentage');
const MEASURED: ReadonlySet<string> = new Set(['percent', 'ratio', 'points', 'money', 'rate']);
/** A longer sentence asks for more than one thing. */
const MOST_WORDS = 60;
const FIELDS = [TIMES, MONEY, PEOPLE];

/**
 * The result gives figures, and none of its words is of what the sentence of the task asks for: "cut the time patients
 * wait" is not answered by better ratings. Whatever may be said of the task as a whole is an answer.
 */
export function isLeftOpen(story: StoryContext, task: Sentence): boolean {
  if (task.last - task.first > MOST_WORDS) return false;
  const from = startOfRequest(story, task);
  if (from < 0) return false;
  const named = stemsIn(story, from, endOfRequest(story, from, task));
  const stems = named.length > 0 ? named : stemsOfBefore(story, from, task);
  if (stems.length === 0 || answersGoal(story, goalsOfTask(story))) return false;
  const fields = FIELDS.filter((words) => story.hasWord(words, task.first, task.last));
  // No list can know in what words the end of a quarrel is told; it can for a wait or a bill.
  if (fields.length === 0 && !isCounted(story, from, task)) return false;
  const outcome = story.sentences.filter((_, index) => isAfterwards(story, index));
  const told = story.figures.filter(({ sentence }) => tellsOutcomeAt(story, sentence));
  if (told.length === 0 || told.some((figure) => mayMeasureTask(story, figure, task))) return false;
  return !outcome.some((sentence) => mayAnswer(story, sentence, { task, stems, fields }));
}

/** "Bring that down to four": what is asked for was named in the sentence before. */
function stemsOfBefore(story: StoryContext, from: number, { first }: Sentence): string[] {
  const before = story.sentences.find(({ last }) => last === first);
  return before && PRONOUNS.has(story.id(from + 1)) ? stemsIn(story, before.first, before.last) : [];
}

/** Where what is asked for begins: after "I had to", or with the verb that the sentence begins with; -1 without one. */
function startOfRequest(story: StoryContext, { first, last }: Sentence): number {
  return story.find(first, last, (k) => {
    const word = story.id(k);
    if (!LOWERS.has(word) && !RAISES.has(word) && !DOES.has(word)) return false;
    return k === first || story.hasWord(IS_TO, first, k);
  });
}

/** Where what is asked for ends, and where, when or by whose means begins. */
function endOfRequest(story: StoryContext, from: number, { last }: Sentence): number {
  const end = story.find(from + 2, last, (k) => CIRCUMSTANCES.has(story.id(k)));
  return end < 0 ? last : end;
}

/** "The number of returns", "win ten dealers", "raise retention". */
function isCounted(story: StoryContext, from: number, { last, has }: Sentence): boolean {
  if (has.metric || has.technical) return true;
  const isMoved = [LOWERS, RAISES, BRINGS].some((words) => words.has(story.id(from)));
  return story.some(
    from,
    last,
    (k) => MEASURES.has(story.id(k)) || (isMoved && story.is(k).business) || isNumberAt(story, k),
  );
}

/** "Reach 95 %", and "we are at 97 %": a figure like the task's is its answer, whatever the words. */
const mayMeasureTask = (story: StoryContext, { quantity }: JudgedFigure, task: Sentence): boolean =>
  story
    .figuresIn(story.sentences.indexOf(task))
    .some(
      (asked) =>
        MEASURED.has(quantity.kind) &&
        asked.quantity.kind === quantity.kind &&
        !isFar(quantity.value, asked.quantity.value),
    );

interface Request {
  readonly task: Sentence;
  readonly stems: readonly string[];
  readonly fields: readonly (typeof TIMES)[];
}

function mayAnswer(story: StoryContext, sentence: Sentence, { task, stems, fields }: Request): boolean {
  const { first, last, groups } = sentence;
  // People alone are not a metric: guests in both say nothing of the wait.
  if ((task.has.metric || task.has.technical) && groups.meets(task.groups)) return true;
  return story.some(first, last, (k) => {
    const id = story.id(k);
    if ((ANSWERS_AS_A_WHOLE.has(id) && (id !== IT || k <= first + 1)) || fields.some((words) => words.has(id)))
      return true;
    const word = story.tokens.word(k);
    return stems.some((stem) => word.startsWith(stem));
  });
}
