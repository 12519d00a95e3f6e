/** Whether an `estimate` reaches its goal, and which assumption would have to give. */
import type { Fix } from '../story/lint/types';
import { readBlockFigure, withoutLastPart } from './blockFigures';
import { inUnit, isMoneyOverTime, kindInWords, sameKind, shownIn, withoutPeriod, type Amount } from './amounts';
import type { EstimateGoal } from './assumptions';
import { problemAt, replaceFix } from './blockLines';
import type { BlockProblem, Swing } from './blockModel';
import { exact, shortFigure } from './blockWords';
import type { EstimateNames } from './estimateNames';
import { findGive, type Give } from './goals';
import type { Model } from './models';

/** What there is to say of a goal; nothing where it is reached. */
export function checkGoal(
  goal: EstimateGoal,
  model: Model,
  swings: readonly Swing[],
  names: EstimateNames,
): BlockProblem[] {
  const last = model.formulas.at(-1);
  if (!last) return [];
  // A goal without a period is one for the result's own: “$2M” of what is worked out in dollars a year.
  const isOfPeriod = isMoneyOverTime(last.amount) && !isMoneyOverTime(goal.amount);
  const wanting = isOfPeriod ? withoutPeriod(last.amount) : last.amount;
  if (!sameKind(wanting, goal.amount)) return [kindProblem(goal, last.key, last.amount)];
  const unit = inUnit(last.amount);
  const wanted = isOfPeriod ? goal.amount.value / unit.by : goal.amount.value;
  const isMet = goal.isMost ? last.amount.value <= wanted * (1 + 1e-9) : last.amount.value >= wanted * (1 - 1e-9);
  if (isMet) return [];
  const give = findGive(
    model,
    wanted,
    swings.map(({ key }) => key),
  );
  return [
    problemAt(
      goal.place,
      'goal-missed',
      `“${last.key}” comes to ${shortFigure(shownIn(unit, last.amount.value), unit.unit)}, ${goal.isMost ? 'over' : 'short of'} the goal of ${shortFigure(shownIn(unit, wanted), unit.unit)}. ${give ? giveInWords(give) : 'No assumption alone could make up for it.'}`,
      [...(give ? giveFix(give, model, names) : []), ...limitFix(goal, wanted < last.amount.value)],
      'warning',
    ),
  ];
}

function kindProblem({ place, amount, figure }: EstimateGoal, key: string, result: Amount): BlockProblem {
  const isForPeriod = isMoneyOverTime(amount) && sameKind(withoutPeriod(amount), result);
  const rest = withoutLastPart(figure.text);
  return problemAt(
    place,
    'block-dimension',
    isForPeriod
      ? `The goal is ${kindInWords(amount)}, and “${key}” is a sum for all of its time: give a goal for that, or divide “${key}” by the time.`
      : `The goal is of another kind than “${key}”: ${kindInWords(amount)}, and not ${kindInWords(result)}.`,
    isForPeriod && rest !== figure.text ? [replaceFix(`Change to “${rest}”`, figure, rest)] : [],
  );
}

/** A goal that does not say which it is may be one that is not to be exceeded: a payback of “12 months”. */
function limitFix({ isBounded, isMost, figure }: EstimateGoal, isOver: boolean): Fix[] {
  if (isBounded || isMost || isOver) return [];
  const text = `at most ${figure.text}`;
  return [replaceFix(`Change to “${text}”, a limit`, figure, text)];
}

function giveFix({ key, value, amount }: Give, model: Model, names: EstimateNames): Fix[] {
  const assumption = model.assumptions.find((one) => one.key === key);
  const text = assumption && names.lines.get(assumption.name)?.value.text;
  const figure = text === undefined ? undefined : readBlockFigure(text);
  if (!assumption || !figure || figure.high !== undefined) return [];
  const unit = inUnit(amount);
  const typed = shortFigure(away(shownIn(unit, value), value > amount.value), unit.unit, FIX_DIGITS).replace('−', '-');
  // Only a text that reads back as it was meant.
  const again = readBlockFigure(typed);
  if (!again || again.kind !== figure.kind || again.end !== typed.length) return [];
  const { start } = assumption.place;
  return [replaceFix(`Assume ${typed} for “${key}”`, { start: start + figure.start, end: start + figure.end }, typed)];
}
const FIX_DIGITS = 4;

/** Rounded to few digits, up or down, so that the goal is not missed by rounding. */
function away(value: number, isUp: boolean): number {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - FIX_DIGITS + 1);
  return exact((isUp ? Math.ceil(value / step - 1e-9) : Math.floor(value / step + 1e-9)) * step);
}

function giveInWords({ key, value, amount, isWithin }: Give): string {
  const unit = inUnit(amount);
  const needed = shortFigure(shownIn(unit, value), unit.unit);
  const now = shortFigure(shownIn(unit, amount.value), unit.unit);
  return `“${key}” would have to be ${needed} instead of ${now}${isWithin ? ', which is within its range' : ''}.`;
}
