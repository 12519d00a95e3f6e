import { idOf, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { factsOf, lookUp } from '../lexicon/table';
import { missedInOutcome } from '../missedGoal';
import { numbersIn } from '../numbersOf';
import type { Rule } from '../rule';
import { sameUnit } from '../sameUnit';
import type { Sentence } from '../sentences';
import { goalsOfTask, shortOf, type TaskGoal } from '../taskGoals';
import type { LintTarget, Report } from '../types';

/**
 * A figure further from the target than this is of another kind of system: a nightly report is not an auction, and a
 * small shop's service is not a stream of events.
 */
const LONGEST_RATIO = 20;
/** What takes time before something is served, or after: not a latency of serving. */
export const NOT_SERVED = wordSet(`
  build builds compile ci deploy deploys deployment deployments training train recovery failover rollback restart
  onboarding migration backup backups batch nightly report reports reporting review reviews tests test resolution
  mttr alert alerts
`);
const OLD = wordSet('was were had before previously originally formerly initially baseline used instead than');
const LIMITS = wordSet('budget slo sla target limit goal threshold deadline objective');
/** Kinds of target that say what is counted. */
const COUNTED: ReadonlySet<string> = new Set(['count', 'money', 'points']);

export const targetMissed: Rule<'target-missed'> = {
  code: 'target-missed',
  severity: 'info',
  title: 'Short of the target',
  summary: 'Figures reach the targets of the playbook and of the task.',
  raisedWhen: 'a figure falls short of the playbook’s target, or of the one that the task sets',
  weight: { points: 1, most: 2 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const reports: Report[] = [];
    for (const target of story.targets) {
      const figures = story.figures.filter((figure) => isAbout(story, figure, target));
      if (figures.length === 0 || figures.some(({ quantity }) => reaches(quantity.value, target))) continue;
      const best = figures.reduce((a, b) => (isBetter(b.quantity.value, a.quantity.value, target) ? b : a));
      const { start, end, text } = best.quantity;
      const unit = target.unit === undefined || target.unit === '%' ? '' : ` ${target.unit}`;
      const bound = target.direction === 'at-least' ? 'at least' : 'at most';
      const message = `“${text}” falls short of the playbook’s target for ${target.title.toLowerCase()}: ${bound} ${target.value.toLocaleString('en-US')}${target.kind === 'percent' ? '%' : unit}${target.kind === 'rate' ? ' a second' : ''}.`;
      reports.push({ start, end, message });
    }
    const missed = goalsOfTask(story).flatMap((goal) => {
      const figure = shortOf(story, goal);
      return figure && !isSomeOf(story, figure, goal) ? [{ ...spanOf(figure), wanted: goal.figure }] : [];
    });
    for (const { start, end, wanted } of [...missed, ...missedInOutcome(story)]) {
      if (reports.some((report) => report.start < end && start < report.end)) continue;
      const message = `“${story.text.slice(start, end)}” falls short of the task’s “${wanted.quantity.text}”: say why, and what it was worth all the same.`;
      reports.push({ start, end, message });
    }
    return reports;
  },
};

/** "118 signed up, 35 of them in Wales": some of those that were wanted, where the number of all reaches it. */
const isSomeOf = (
  story: StoryContext,
  { sentence }: JudgedFigure,
  { direction, figure: { quantity } }: TaskGoal,
): boolean =>
  direction === 'at-least' &&
  quantity.kind === 'count' &&
  numbersIn(story, sentence).some(({ kind, value }) => kind === undefined && value >= quantity.value);

const spanOf = ({ quantity: { start, end } }: JudgedFigure): { start: number; end: number } => ({ start, end });

const reaches = (value: number, { value: bound, direction }: LintTarget): boolean =>
  direction === 'at-least' ? value >= bound : value <= bound;
const isBetter = (a: number, b: number, { direction }: LintTarget): boolean =>
  direction === 'at-least' ? a > b : a < b;

/**
 * The figure is the story's own, for what the target is set on: of its kind and unit, and not an old value, goal or
 * limit.
 */
function isAbout(story: StoryContext, figure: JudgedFigure, target: LintTarget): boolean {
  const { quantity } = figure;
  if (quantity.kind !== target.kind || story.isSetting(figure.sentence) || isOldOrLimit(story, figure)) return false;
  const isOfUnit = target.unit === undefined || sameUnit(quantity.unit, target.unit);
  const isServing = target.kind === 'rate' || target.kind === 'duration';
  if (isServing && (isFarFrom(quantity.value, target.value) || isNotServed(story, figure))) return false;
  if (target.kind === 'rate') return isOfUnit;
  if (COUNTED.has(target.kind) && !isOfUnit) return false;
  return sharesTopic(story, figure, target);
}

const isFarFrom = (value: number, target: number): boolean =>
  target > 0 && (value > target * LONGEST_RATIO || value < target / LONGEST_RATIO);

/** "The build takes 700 ms", "a restart of 2 s": the words around it name no request that waits. */
function isNotServed(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const bounds = story.sentences[sentence] as Sentence;
  return story.hasWord(NOT_SERVED, Math.max(bounds.first, first - 6), Math.min(bounds.last, last + 4));
}

function isOldOrLimit(story: StoryContext, { first, last, quantity, sentence }: JudgedFigure): boolean {
  if (quantity.from !== undefined) return false;
  const bounds = story.sentences[sentence] as Sentence;
  for (let k = Math.max(bounds.first, first - 4); k < Math.min(bounds.last, last + 3); k += 1) {
    const word = story.id(k);
    if (LIMITS.has(word) || (k < first && OLD.has(word))) return true;
  }
  return false;
}

/** The words around the figure and the target's title name the same metric: the same word, or one of its group. */
function sharesTopic(story: StoryContext, { first, last, sentence }: JudgedFigure, target: LintTarget): boolean {
  const bounds = story.sentences[sentence] as Sentence;
  const words = target.title
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word.length > 2);
  const facts = words.map((word) => factsOf(lookUp(word)));
  const named = words.map(idOf);
  return story.some(Math.max(bounds.first, first - 12), Math.min(bounds.last, last + 8), (k) => {
    const { business, technical, users } = story.is(k);
    const isMetric = business || technical || users;
    return (
      (isMetric && named.includes(story.id(k))) || facts.some(({ groups }) => groups.meets(story.tokens.groups(k)))
    );
  });
}
