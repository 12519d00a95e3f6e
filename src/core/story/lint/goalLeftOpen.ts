import { wordIds, wordSet, type WordSet } from '../prose/vocabulary';
import { kindAt } from './characters';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { MONTH_NAMES, WEEKDAY_NAMES } from './lexicon/times';
import { BRINGS, IS_TO, LOWERS, PRONOUNS, RAISES } from './lexicon/tasks';
import { isNumberAt } from './numbersOf';
import type { Sentence } from './sentences';
import { sharesStemWith, stemsIn } from './stems';
import { goalsOfTask, isFar, type TaskGoal } from './taskGoals';
import { isAfterwards, isSetUp, taskSentences } from './taskParts';

/** Parts of a task of which nothing that comes later speaks: a goal in figures, or a second thing that was asked. */

const [AND, ALSO, IN, INTO, OF, OUT, WITH, TO, THAT, A, AN] = wordIds('and also in into of out with to that a an');
/** How many words after a goal's figure may say what it is of. */
const AFTER_FIGURE = 4;
/** How many words into a sentence its subject may be named. */
const WORDS_OF_SUBJECT = 4;
/** Where, when or by what means begins. */
const CIRCUMSTANCES = wordSet('in on at by before within during from until since and but for with while per');
/** Of the task as a whole: an answer to any goal. */
const GOALS = wordSet(`
  goal goals target targets aim aims objective objectives task deadline plan planned brief promise promised reached
  met hit achieved succeeded missed failed short fell both neither none
`);
/** Words for whether a goal was reached. */
const REACHED = wordSet('reached met hit achieved missed failed short goal target deadline');
/** Words that say the same thing of one matter: where a goal has one of them, any of them may answer it. */
const MATTERS: readonly WordSet[] = [
  wordSet(`
    time times wait waits waiting waited fast faster fastest quick quicker quickly slow slower soon sooner speed late early
    earlier delay delays delayed punctual punctuality punctually shorten shorter short long longer length duration turnaround
    response lead seconds minute minutes hour hours days weeks overnight immediately instantly overdue cycle queue queues overtime
  `),
  wordSet(`
    cost costs bill bills budget money spend spending spent saved saving savings price prices expense expenses paid cheap
    cheaper revenue sales sold sell profit margin margins invoice invoices fee fees worth earn earned turnover orders bought
    loss losses debt
  `),
  wordSet(`
    attrition turnover retention churn dropout dropouts left leave leaving quit quits resigned resignations stay stayed stays
    vacancy vacancies renew renewed renewals cancelled canceled cancellations return returned loyal
  `),
  wordSet(`
    absence absences absent absenteeism sick sickness attendance attend attended attends present came come comes missed
    missing show noshow noshows
  `),
  wordSet(`
    pass passed passes passing exam exams examination failed fail fails failing grade grades graduated marks result results
    certificate certificates
  `),
  wordSet(`
    error errors mistake mistakes wrong fault faults faulty defect defects defective scrap reject rejects rejected waste wasted
    broken returns complaint complaints complained complain accuracy accurate quality bug bugs incident incidents
  `),
  wordSet('full empty occupancy occupied booked bookings rooms beds seats places utilisation utilization filled fill'),
  wordSet('satisfaction satisfied happy happier rating ratings score scores nps csat stars liked recommend survey'),
  wordSet('uptime downtime outage outages availability available reliability reliable crash crashes failures stable'),
  wordSet(
    'conversion convert converted signup signups adoption adopted use used users usage activation active accounts',
  ),
];
/** Kinds of figure in which a share may be given. */
const SHARES: ReadonlySet<string> = new Set(['percent', 'ratio', 'points', 'multiplier']);
/** "Half of the class", "one of a hundred": a share in words. */
const SHARES_IN_WORDS = wordSet(
  'half halved third quarter quarters hundred doubled twice tripled nobody everybody everyone less fewer',
);
/** "One of forty", "none of the nine". */
const FEWEST = wordSet('none no one');
/** A result with fewer words may be no more than begun. */
const FEWEST_WORDS = 8;
/** Enough of a name for what else is made of it: "Polish", "Poland". */
const LETTERS_OF_NAME = 3;
const WHERE = wordSet('in into to for across at');
const TIMES = wordSet(`${MONTH_NAMES} ${WEEKDAY_NAMES} easter christmas`);
/** Of fewer words nobody can say whether they come again. */
const FEWEST_STEMS = 2;
/** "And no drop in the grades": a condition. */
const NO_JOB = wordSet('no not without');
const WORDS_BEFORE_JOBS = 12;
const TWO = wordSet('two three');
const JOBS = wordSet('jobs tasks things goals aims orders requests');
/** A name of a place. */
const FEWEST_LETTERS = 4;
/** Of several places or things at once. */
const ALL_OF_THEM = wordSet('both countries markets regions cities everywhere all either neither goals tasks');

/**
 * The goals of the task that are shares, times or limits on money or a count: only of these can be judged whether
 * anything speaks of them.
 */
export const measuredGoals = (story: StoryContext): TaskGoal[] =>
  goalsOfTask(story).filter(
    ({ figure: { quantity, last }, direction }) =>
      SHARES.has(quantity.kind) ||
      isTime(quantity) ||
      (direction === 'at-most' &&
        (quantity.kind === 'money' || (quantity.kind === 'count' && !story.is(last - 1).team))),
  );

/** The first of these goals that nothing after the Action speaks of. */
export function goalLeftOpen(story: StoryContext, goals: readonly TaskGoal[]): TaskGoal | undefined {
  if (goals.length === 0) return undefined;
  const later = story.sentences.filter((_, index) => isAfterwards(story, index));
  if (later.reduce((words, { first, last }) => words + last - first, 0) < FEWEST_WORDS) return undefined;
  return goals.find((goal) => isUnanswered(story, goal, later));
}

const isTime = ({ kind }: { readonly kind: string }): boolean => kind === 'duration';

function isUnanswered(story: StoryContext, goal: TaskGoal, later: readonly Sentence[]): boolean {
  const subject = subjectOf(story, goal);
  const stems = subject.flatMap(([from, to]) => stemsIn(story, from, to));
  if (stems.length === 0) return false;
  const matters = MATTERS.filter((words) => subject.some(([from, to]) => story.hasWord(words, from, to)));
  const mayBeOfOther = SHARES.has(goal.figure.quantity.kind);
  const isFigureOfGoal = (figure: JudgedFigure): boolean =>
    !isSetUp(story, figure.sentence) &&
    mayMeasure(figure, goal) &&
    !isOfOtherMetric(story, figure, subject) &&
    !(mayBeOfOther && namesOther(story, figure, stems)) &&
    (isAfterwards(story, figure.sentence) ||
      sharesStemWith(story, stems, story.sentences[figure.sentence] as Sentence));
  if (story.figures.some(isFigureOfGoal)) return false;
  const words = matters;
  return !later.some(
    (sentence) =>
      !isOnlyVague(story, sentence) &&
      ([GOALS, ...words].some((each) => story.hasWord(each, sentence.first, sentence.last)) ||
        (!isTime(goal.figure.quantity) && saysShareInWords(story, sentence)) ||
        (!isTime(goal.figure.quantity) && saysPart(story, sentence)) ||
        sharesStemWith(story, stems, sentence)),
  );
}

/** "Half of the class"; "half a day" is none. */
const saysShareInWords = (story: StoryContext, { first, last }: Sentence): boolean =>
  story.some(first, last, (k) => SHARES_IN_WORDS.has(story.id(k)) && story.id(k + 1) !== A && story.id(k + 1) !== AN);

/** "The queue became a great deal shorter", "search was much faster": nothing that a figure could be held against. */
const isOnlyVague = (story: StoryContext, { first, last, has }: Sentence): boolean =>
  has.vague && !story.hasWord(REACHED, first, last) && !story.some(first, last, (k) => isNumberAt(story, k));

/** A figure of the goal's kind may be its answer, whatever it is said of. */
function mayMeasure({ quantity }: JudgedFigure, goal: TaskGoal): boolean {
  const wanted = goal.figure.quantity;
  if (isTime(wanted)) return isTime(quantity) && !isFar(quantity.value, wanted.value);
  if (wanted.kind === 'money' || wanted.kind === 'count')
    return quantity.kind === wanted.kind && !isFar(quantity.value, wanted.value);
  // A grade is no percentage; percentage points are.
  if (quantity.kind === 'points' && wanted.kind !== 'points') return quantity.unit === 'pp';
  return SHARES.has(quantity.kind);
}

/** "312 of the 400 patients", "of forty nurses, two": a share, told by its parts. */
export function saysPart(story: StoryContext, { first, last }: Pick<Sentence, 'first' | 'last'>): boolean {
  const isNumber = (k: number): boolean => isNumberAt(story, k) || FEWEST.has(story.id(k));
  const of = story.find(
    first,
    last - 1,
    (k) => story.id(k) === OF && story.id(k - 1) !== OUT && (isNumber(k + 1) || isNumber(k + 2)),
  );
  return of >= 0 && (story.some(first, of, isNumber) || story.some(of + 3, last, isNumber));
}

/** "Attendance went from 55 % to 88 %": the subject is a metric, and no word of the goal is said. */
function namesOther(story: StoryContext, { sentence, first }: JudgedFigure, stems: readonly string[]): boolean {
  const told = story.sentences[sentence] as Sentence;
  return (
    story.some(
      told.first,
      Math.min(first, told.first + WORDS_OF_SUBJECT),
      (k) => !story.tokens.groups(k).isEmpty && !story.is(k).users,
    ) && !sharesStemWith(story, stems, told)
  );
}

/** The goal and the sentence of the figure both name metrics, and none is the same: waste, and sales. */
function isOfOtherMetric(
  story: StoryContext,
  { sentence }: JudgedFigure,
  subject: readonly [number, number][],
): boolean {
  const { groups } = story.sentences[sentence] as Sentence;
  if (groups.isEmpty) return false;
  const isNamed = (test: (k: number) => boolean): boolean => subject.some(([from, to]) => story.some(from, to, test));
  return isNamed((k) => !story.tokens.groups(k).isEmpty) && !isNamed((k) => story.tokens.groups(k).meets(groups));
}

/** What a goal is of: "overtime" in "overtime on the ward below 5 %", "departures" in "90 % on-time departures". */
function subjectOf(story: StoryContext, { figure: { first, last, sentence, quantity } }: TaskGoal): [number, number][] {
  const { first: start, last: end } = story.sentences[sentence] as Sentence;
  // "No more than three errors": what is counted says it.
  if (quantity.kind === 'count') return [[first, last]];
  let verb = first - 1;
  // "Win five hospitals, with discounts of no more than 10%": the discounts are what it is of.
  while (verb > start && !isVerb(story, verb) && !beginsPart(story, verb) && !isRequest(story, verb)) verb -= 1;
  // "The churn problem: get it under 3 %" names it before the verb.
  if (PRONOUNS.has(story.id(verb + 1))) verb = start;
  const before = untilCircumstance(story, verb + 1, first);
  return [
    [verb, before],
    [last, untilCircumstance(story, last, Math.min(end, last + AFTER_FIGURE))],
  ];
}

/** "With …", "so that …", ", and …": another part of what was asked. */
const beginsPart = (story: StoryContext, k: number): boolean =>
  story.id(k) === WITH || story.id(k) === THAT || (story.id(k) === AND && story.tokens.afterBreak(k));

const isVerb = (story: StoryContext, k: number): boolean =>
  LOWERS.has(story.id(k)) || RAISES.has(story.id(k)) || BRINGS.has(story.id(k));

/** "Half of them failed; the head wanted a pass rate of 70 %": what comes before is not what was asked for. */
const isRequest = (story: StoryContext, k: number): boolean => story.id(k) !== TO && IS_TO.has(story.id(k));

function untilCircumstance(story: StoryContext, from: number, to: number): number {
  const end = story.find(from, to, (k) => CIRCUMSTANCES.has(story.id(k)));
  return end < 0 ? to : end;
}

/** "I also had to open payouts in Chile and Peru": a second thing whose places nothing later names. */
export function secondTaskLeftOpen(story: StoryContext): Sentence | undefined {
  for (const index of taskSentences(story)) {
    const sentence = story.sentences[index] as Sentence;
    const also = story.find(sentence.first, sentence.last, (k) => story.id(k) === ALSO);
    if (also < 0 || !story.hasWord(IS_TO, also, sentence.last)) continue;
    const places = placesIn(story, also, sentence.last);
    if (places.length > 0 && !isNamedLater(story, places)) return sentence;
  }
  return nameLeftOut(story) ?? jobLeftOut(story);
}

/** "Two jobs: …, and …", "to …, and to …": what is said later has words of the first and none of the second. */
function jobLeftOut(story: StoryContext): Sentence | undefined {
  for (const index of taskSentences(story)) {
    const sentence = story.sentences[index] as Sentence;
    const and = story.find(sentence.first + 2, sentence.last - 2, (k) => beginsSecondJob(story, k, sentence));
    if (and < 0) continue;
    const [one, two] = [stemsIn(story, sentence.first, and), stemsIn(story, and + 1, sentence.last)];
    const own = two.filter((stem) => !one.includes(stem));
    if (own.length >= FEWEST_STEMS && !isSaidAfterwards(story, own) && isSaidAfterwards(story, one)) return sentence;
  }
  return undefined;
}

function beginsSecondJob(story: StoryContext, k: number, { first }: Sentence): boolean {
  if (story.id(k) !== AND || NO_JOB.has(story.id(k + 1))) return false;
  if (story.id(k + 1) === TO) return story.some(first, k, (at) => story.id(at) === TO);
  // "She asked two things of me. Do this, and do that."
  const before = story.sentences.find(({ last }) => last === first)?.first ?? first;
  return (
    story.tokens.afterBreak(k) &&
    story.some(
      Math.max(before, first - WORDS_BEFORE_JOBS),
      k,
      (at) => TWO.has(story.id(at)) && JOBS.has(story.id(at + 1)),
    )
  );
}

const isSaidAfterwards = (story: StoryContext, stems: readonly string[]): boolean =>
  story.sentences.some((sentence, index) => !isSetUp(story, index) && sharesStemWith(story, stems, sentence));

/** "Into German and Polish": of two names only one is heard again. */
function nameLeftOut(story: StoryContext): Sentence | undefined {
  for (const index of taskSentences(story)) {
    const sentence = story.sentences[index] as Sentence;
    if (story.some(sentence.first, sentence.last, (k) => story.id(k) === ALSO)) continue;
    for (let k = sentence.first + 2; k < sentence.last - 1; k += 1) {
      if (story.id(k) !== AND || !WHERE.has(story.id(k - 2)) || !isName(story, k - 1) || !isName(story, k + 1))
        continue;
      const [one, two] = [k - 1, k + 1].map((at) => story.tokens.word(at).slice(0, LETTERS_OF_NAME));
      if (isNamedLater(story, [one as string]) !== isNamedLater(story, [two as string])) return sentence;
    }
  }
  return undefined;
}

const isName = (story: StoryContext, k: number): boolean =>
  !story.tokens.quoted(k) &&
  !TIMES.has(story.id(k)) &&
  story.tokens.word(k).length >= FEWEST_LETTERS &&
  kindAt(story.text, story.tokens.start(k)) === 'capital';

/** The first letters of the names after "in": "Chile and Peru". */
function placesIn(story: StoryContext, from: number, to: number): string[] {
  const places: string[] = [];
  let isPlace = false;
  for (let k = from; k < to; k += 1) {
    const word = story.id(k);
    const isName = word === 0 && kindAt(story.text, story.tokens.start(k)) === 'capital' && !story.tokens.quoted(k);
    if (isPlace && isName && story.tokens.word(k).length >= FEWEST_LETTERS)
      places.push(story.tokens.word(k).slice(0, FEWEST_LETTERS));
    isPlace = word === IN || word === INTO || (isPlace && (isName || word === AND));
  }
  return places;
}

function isNamedLater(story: StoryContext, places: readonly string[]): boolean {
  return story.sentences.some(({ first, last }, index) => {
    if (isSetUp(story, index)) return false;
    return story.some(
      first,
      last,
      (k) =>
        (ALL_OF_THEM.has(story.id(k)) && isAfterwards(story, index)) ||
        places.some((place) => story.tokens.word(k).startsWith(place)),
    );
  });
}
