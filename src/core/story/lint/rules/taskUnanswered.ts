import { wordIds, wordSet, type WordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { isNumberAt } from '../numbersOf';
import type { Rule } from '../rule';
import { goalLeftOpen, measuredGoals, saysPart, secondTaskLeftOpen } from '../goalLeftOpen';
import type { Sentence } from '../sentences';
import { sharesStemWith, stemsIn } from '../stems';
import { MEANS } from '../lexicon/limits';
import { conditionsIn, type TaskCondition } from '../taskConditions';
import { isFar, MOST_SENTENCES } from '../taskGoals';
import { isLeftOpen } from '../taskLeftOpen';
import { isAfterwards, isSetUp, taskPart, taskSentences, tellsOutcomeAt } from '../taskParts';
import type { Report } from '../types';

const [LONGER, THAN, AS, SAME, HAD, HAVE, THAT, WE, I, WITH, OF, US] = wordIds(
  'longer than as same had have that we i with of us',
);
/** Any of these after the task answers it: nothing got worse. */
const ANSWERS = wordSet(`
  unchanged unaffected untouched intact identical unnoticed neither preserved maintained
`);
/** At the beginning of a sentence these answer: "Still one letter a day", "No new hires". */
const ANSWERS_FIRST = wordSet('still no same neither');
/** "I kept the stock", told under Action: it was kept to, if the sentence names it. */
const KEPT = wordSet('kept keep keeps keeping left held without never');
/** "Margins stayed flat": what follows a verb of staying. */
const STILL = wordSet('still');
const AS_IT_WAS = wordSet('their its flat steady stable constant same unchanged level put where as');
/** "The control group stayed the same" is no answer. */
const LEFT_AS_IT_WAS = wordSet('control holdout group');
/** "No lesson was interrupted": none of the harm that was to be avoided. */
const NONE = wordSet('no nobody none not');
const HARMED = wordSet(`
  interrupted disturbed lost missed delayed affected cancelled canceled harmed hurt broken damaged complained dropped
  stopped skipped injured noticed closed had
`);
const NEAR_HARM = 5;
/** "On the same day": when or how, and nothing that stayed as it was. */
const SAME_WHEN = wordSet('day days time week month morning afternoon evening night hour minute moment year way');
/** "Margins stayed flat". */
const STAYS = wordSet('stay stays stayed remain remains remained staying remaining held holds');
/** Where nothing was to be added, what got less answers. */
const ADDS = wordSet('add adding');
const SHRINKS = wordSet('fewer less shorter smaller lighter');
/** The means of a task that are people, and the words in which it is told who did it. */
const HANDS = wordSet(
  'consultants contractors agency temps volunteers people team staff crew hands colleagues headcount hire hiring recruit recruiting',
);
const HIRES = wordSet('hire hiring recruit recruiting');
const OURSELVES = wordSet('myself ourselves');
const TELLS_WHO = wordSet('team staff crew hands colleagues headcount hire hired hires hiring recruit recruited alone');
/** Of both of two things, or of the rest. */
const ALL = wordSet('both all each every everywhere everything neither either whole other others rest together');
const THEM = wordSet('them whom which these');
const SHARES = wordSet('half third quarter tenth fifth most none');
/** How many words before a share it may say what it is of. */
const NEAR_SHARE = 4;
/** A condition in such words may be answered by any second figure. */
const BROAD = wordSet('quality service safety trust experience satisfaction standards standard results output');
const MONEY = wordSet('price prices budget cost costs spend spent paid pay cheaper dearer money');
/** Words of one matter: where a condition has one of them, any of them may answer it. */
const MATTERS: readonly WordSet[] = [
  wordSet(
    'layoff layoffs redundancy redundancies dismissal dismissals fire firing fired dismissed quit headcount go left',
  ),
  wordSet('late later overtime weekend weekends night nights evening evenings home hours shift shifts'),
  wordSet('grade grades mark marks exam exams exercise exercises'),
  wordSet('downtime outage outages uptime availability interruption interruptions offline online'),
  wordSet('open opened closed shut closing closure'),
  wordSet(
    'complaint complaints complain complained complaining unhappy satisfied satisfaction nps csat rating ratings',
  ),
  wordSet(`
    accuracy accurate correct corrections error errors mistake mistakes wrong faults defects bugs quality escaped rejects
  `),
  wordSet('losing lose left leave quit resigned stayed still'),
  wordSet('accident accidents injury injuries safe safely safety hurt harmed unharmed'),
  wordSet('traffic visits visitors clicks seo rankings ranking google search readers'),
  wordSet('latency ms milliseconds p95 p99 slower slowing slow'),
  MONEY,
];
/** "Without saying what": how it was asked, not a condition. */
const REPORTS = wordSet('saying telling explaining knowing asking what how why whether');
/** "As in the year before", "as much as ever", "as planned". */
const AS_WHAT = wordSet('before previous previously ever always usual usually planned promised agreed earlier');
/** How many words after "as" it may stand. */
const NEAR_AS = 6;

type Range = Pick<Sentence, 'first' | 'last'>;

export const taskUnanswered: Rule<'task-unanswered'> = {
  code: 'task-unanswered',
  severity: 'hint',
  title: 'The task is not answered',
  summary: 'The result says whether a condition of the task (“without …”) was met.',
  raisedWhen:
    'the task says “without …”, “with no …” or “and keep …”, and the result does not say whether that was kept; or the result is about something other than the task',
  weight: { points: 2, most: 2 },
  scene: { says: { Task: 'I was asked to stop it without slowing checkout down.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || mayBeAnsweredByBlank(story) || !isToldToTheEnd(story)) return [];
    const tasks = tasksOf(story);
    const found = conditionLeftOpen(story, tasks) ?? partLeftOpen(story, tasks);
    return found ? [found] : [];
  },
};

/** There is a Result, or, in running text, it is told what came of a task, with a figure or as a change. */
const isToldToTheEnd = (story: StoryContext): boolean =>
  story.usesHeadings
    ? story.parsed.sections.some(({ name, filled, written }) => (filled || written) && name === 'Result')
    : taskSentences(story).length > 0 &&
      story.sentences.some(
        ({ has }, index) =>
          tellsOutcomeAt(story, index) && (has.now || has.change || story.figuresIn(index).length > 0),
      );

/** "[company name]", "[add a quote]": what no goal is answered with. */
const NO_ANSWER = /(?<![\p{L}\p{N}])(?:name|company|quote|client|customer|team|photo|link)(?![\p{L}\p{N}])/iu;

/** A blank that is left after the Task may be where the answer goes. */
const mayBeAnsweredByBlank = ({ parsed, text }: StoryContext): boolean =>
  parsed.placeholders.some(
    ({ start, end }) =>
      !parsed.sections.some(
        ({ name, contentStart, end: stop }) =>
          (name === 'Situation' || name === 'Task') && contentStart <= start && start < stop,
      ) && !NO_ANSWER.test(text.slice(start, end)),
  );

/** A sentence that says what was asked. */
interface TaskSentence {
  readonly index: number;
  readonly sentence: Sentence;
  readonly conditions: readonly TaskCondition[];
}

const tasksOf = (story: StoryContext): TaskSentence[] =>
  taskSentences(story).map((index) => {
    const sentence = story.sentences[index] as Sentence;
    return { index, sentence, conditions: conditionsIn(story, sentence) };
  });

/** The first condition of the task, where nothing says whether it was kept. */
function conditionLeftOpen(story: StoryContext, tasks: readonly TaskSentence[]): Report | undefined {
  for (const { index, sentence, conditions } of tasks.slice(0, MOST_SENTENCES)) {
    const open = conditions.find((condition) => isOpen(story, condition, sentence, index));
    if (!open) continue;
    const start = story.tokens.start(open.begin);
    const end = story.tokens.end(open.end - 1);
    const condition = story.text.slice(start, end).replace(/\s+/gu, ' ');
    const message = `“${condition}” was part of the task: say in the result whether you kept to it.`;
    return { start, end, message };
  }
  return undefined;
}

function isOpen(story: StoryContext, condition: TaskCondition, { first }: Sentence, index: number): boolean {
  const { begin, end, about = { first: begin + 1, last: end }, twin, isShare } = condition;
  if (story.hasWord(REPORTS, begin + 1, end) || isGivenReason(story, end)) return false;
  const stems = stemsIn(story, about.first, about.last);
  if (twin) return isOtherHalf(story, stems, stemsIn(story, twin.first, twin.last));
  const task = stemsIn(story, first, begin);
  // "Double the loans without losing loans of printed books": the loans alone answer nothing.
  const own = stems.filter((stem) => !task.includes(stem));
  if (stems.length === 0 && !story.hasWord(HANDS, begin, end)) return false;
  if (story.hasWord(BROAD, begin, end) && hasSecondOutcome(story)) return false;
  const limit = story.figuresIn(index).find((figure) => begin <= figure.first && figure.first < end);
  if (limit && story.figures.some((figure) => isSettledBy(story, figure, limit))) return false;
  if (isSameMetric(story, { first, last: begin }, about)) return false;
  if (isShare) return !saysShare(story) && !isSaidLater(story, own);
  return !isAnswered(story, own.length > 0 ? own : stems, { begin, end });
}

/** "Without a deposit, because my uncle was against it": told as how things were. */
const isGivenReason = (story: StoryContext, end: number): boolean => REASONS.has(story.id(end));
const REASONS = wordSet('because since');

/** The condition is on a metric of which the outcome speaks in another word: recall, and accuracy. */
function isSameMetric(story: StoryContext, task: Range, about: Range): boolean {
  return story.some(about.first, about.last, (k) => {
    const groups = story.tokens.groups(k);
    if (
      groups.isEmpty ||
      story.is(k).users ||
      story.some(task.first, task.last, (at) => story.tokens.groups(at).meets(groups))
    )
      return false;
    return story.sentences.some((other, index) => isAfterwards(story, index) && other.groups.meets(groups));
  });
}

/** Of two things that were asked for, the story comes back to the other only. */
function isOtherHalf(story: StoryContext, stems: readonly string[], twin: readonly string[]): boolean {
  const own = stems.filter((stem) => !twin.includes(stem));
  const others = twin.filter((stem) => !stems.includes(stem));
  const saysAll = story.sentences.some(
    ({ first, last }, index) => isAfterwards(story, index) && story.hasWord(ALL, first, last),
  );
  return own.length > 0 && !saysAll && isSaidLater(story, others) && !isSaidLater(story, own);
}

/** Outside the set-up a word of one of the families is said. */
const isSaidLater = (story: StoryContext, stems: readonly string[]): boolean =>
  story.sentences.some((sentence, index) => !isSetUp(story, index) && sharesStemWith(story, stems, sentence));

/** "Of the 84, 45", "half of them", "52 %"; not a drop-out of 6 %. */
const saysShare = (story: StoryContext): boolean =>
  story.sentences.some(
    ({ first, last }, index) =>
      isAfterwards(story, index) &&
      (saysPart(story, { first, last }) ||
        story.some(first, last, (k) => SHARES.has(story.id(k)) || (story.id(k) === OF && THEM.has(story.id(k + 1)))) ||
        story.figuresIn(index).some((figure) => isPlainShare(story, figure))),
  );

const isPlainShare = (story: StoryContext, { quantity, first }: JudgedFigure): boolean =>
  (quantity.kind === 'percent' || quantity.kind === 'ratio') &&
  !story.some(first - NEAR_SHARE, first, (k) => !story.tokens.groups(k).isEmpty);

/** A figure of the limit's kind, and near it: "we pay €11.40" for "keep its price below €12". */
const isSettledBy = (story: StoryContext, { sentence, quantity }: JudgedFigure, limit: JudgedFigure): boolean =>
  isAfterwards(story, sentence) &&
  quantity.kind === limit.quantity.kind &&
  quantity.kind !== 'count' &&
  !isFar(quantity.value, limit.quantity.value);

/** What the task asks for, where the result is about something else. */
function partLeftOpen(story: StoryContext, tasks: readonly TaskSentence[]): Report | undefined {
  const goals = measuredGoals(story);
  const goal = goalLeftOpen(story, goals);
  if (goal) {
    const { start, end } = story.sentences[goal.figure.sentence] as Sentence;
    return { start, end, message: `“${goal.figure.quantity.text}” was the task: say in the result what became of it.` };
  }
  const isMeasured = (index: number): boolean => goals.some(({ figure }) => figure.sentence === index);
  const hasCondition = tasks.some(({ conditions }) => conditions.length > 0);
  const open = hasCondition
    ? undefined
    : tasks.slice(0, MOST_SENTENCES).find(({ index, sentence }) => !isMeasured(index) && isLeftOpen(story, sentence))
        ?.sentence;
  const asked = open ?? secondTaskLeftOpen(story);
  if (!asked) return undefined;
  const message = 'The result is about something else: say what became of the task.';
  return { start: asked.start, end: asked.end, message };
}

/** A second sentence of the result has a figure: no list can know whether it answers a broad condition. */
const hasSecondOutcome = (story: StoryContext): boolean =>
  story.sentences.filter(
    (_, index) =>
      (story.usesHeadings ? story.sectionOf(index) === 'Result' : tellsOutcomeAt(story, index)) &&
      story.figuresIn(index).length > 0,
  ).length > 1;

/** Something outside the set-up speaks of it, or says in general that nothing got worse. */
function isAnswered(story: StoryContext, stems: readonly string[], { begin, end }: TaskCondition): boolean {
  const matters = MATTERS.filter((words) => story.hasWord(words, begin, end));
  if (story.hasWord(ADDS, begin, end)) matters.push(SHRINKS);
  if (story.hasWord(HANDS, begin, end)) matters.push(TELLS_WHO);
  if (
    story.id(begin) === WITH &&
    story.hasWord(MONEY, begin, end) &&
    story.figures.some((figure) => isSumOf(story, figure))
  )
    return true;
  const isOfHiring = story.hasWord(HIRES, begin, end);
  return story.sentences.some(({ first, last }, index) => {
    if (isSetUp(story, index)) return false;
    const isDeed = taskPart(story, index) === 'deeds';
    // "I took the first month myself": nobody was hired for it.
    if (isDeed && isOfHiring && story.hasWord(OURSELVES, first, last)) return true;
    const mayAnswer =
      story.some(first, last, (k) => mayAnswerAt(story, k, { first, last }, index)) ||
      (isDeed && story.hasWord(KEPT, first, last));
    if (mayAnswer && !isDeed) return true;
    if (!isDeed && matters.some((words) => story.hasWord(words, first, last))) return true;
    // What was done about a part of it does not say whether it was kept, unless the Action says so.
    if (isDeed && !mayAnswer && stems.length < 2) return false;
    const isSaid = (stem: string): boolean => story.some(first, last, (k) => story.tokens.word(k).startsWith(stem));
    return isDeed && !mayAnswer ? stems.every(isSaid) : stems.some(isSaid);
  });
}

const isSumOf = (story: StoryContext, { sentence, quantity }: JudgedFigure): boolean =>
  isAfterwards(story, sentence) && quantity.kind === 'money';

/** "The same", "nobody", "as before": nothing got worse. */
function mayAnswerAt(
  story: StoryContext,
  k: number,
  { first, last }: Pick<Sentence, 'first' | 'last'>,
  index: number,
): boolean {
  switch (story.id(k)) {
    case SAME:
      return !SAME_WHEN.has(story.id(k + 1)) && isSameOfAll(story, k, last);
    case HAD:
    case HAVE:
      return isWhatWeHad(story, k, last);
    case US:
      return story.id(k - 1) === OF;
    default:
      if (STAYS.has(story.id(k)) && !story.hasWord(LEFT_AS_IT_WAS, first, k))
        return AS_IT_WAS.has(story.id(k + 1)) || AS_IT_WAS.has(story.id(k + 2));
      if (k === first && ANSWERS_FIRST.has(story.id(k)) && tellsOutcomeAt(story, index)) return true;
      if (isNoWorse(story, k) || (k === first && ALL.has(story.id(k)) && story.hasWord(STILL, first, last)))
        return true;
      if (NONE.has(story.id(k)) && story.hasWord(HARMED, k + 1, Math.min(last, k + NEAR_HARM))) return true;
      return ANSWERS.has(story.id(k)) || (k > first && isAsBefore(story, k, last));
  }
}

/** "Picking takes no longer than before", "not a minute more than it was". */
const isNoWorse = (story: StoryContext, k: number): boolean =>
  NONE.has(story.id(k)) && (story.is(k + 1).comparative || story.id(k + 1) === LONGER) && story.id(k + 2) === THAN;

/** "With the same five auditors", "at the same times": not "the same lookup every morning". */
const isSameOfAll = (story: StoryContext, k: number, last: number): boolean =>
  isNumberAt(story, k + 1) ||
  HANDS.has(story.id(k + 1)) ||
  MEANS.has(story.id(k + 1)) ||
  k + 2 >= last ||
  story.tokens.afterBreak(k + 2);

/** "With the 31 lorries that we had". */
const isWhatWeHad = (story: StoryContext, k: number, last: number): boolean =>
  (story.id(k - 1) === WE || story.id(k - 1) === I) &&
  (k + 1 >= last || story.tokens.afterBreak(k + 1)) &&
  story.some(k - 6, k - 1, (at) => story.id(at) === THAT || story.id(at) === WITH);

const isAsBefore = (story: StoryContext, k: number, last: number): boolean =>
  story.id(k) === AS && story.hasWord(AS_WHAT, k + 1, Math.min(last, k + 1 + NEAR_AS));
