import { RULES } from './registry';
import type { Loss, Score } from './score';
import { STRENGTHS, WEAKNESSES, type StrengthName } from './signals';

/** What a view says of a score in a few words. */
export interface ScoreSummary {
  /** What earned the most points of the upper range, best first. */
  readonly earned: readonly StrengthName[];
  /** What cost the most points, worst first. */
  readonly lost: readonly Loss['code'][];
}

const SHOWN = 3;

/** What of a score is worth keeping: the largest gains and losses. */
export function summariseScore({ gains, losses }: Score): ScoreSummary {
  const cost = new Map<Loss['code'], number>();
  for (const { code, points } of losses) cost.set(code, (cost.get(code) ?? 0) + points);
  return {
    earned: [...gains]
      .sort((a, b) => b.points - a.points)
      .slice(0, SHOWN)
      .map(({ name }) => name),
    lost: [...cost]
      .sort(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([code]) => code),
  };
}

/** What a rule or a weakness is called. */
export const lossTitle = (code: Loss['code']): string =>
  [...RULES.map((rule) => ({ name: rule.code, title: rule.title })), ...WEAKNESSES].find(({ name }) => name === code)
    ?.title ?? code;

/** What a strength is called: “Your decision and its reason”. */
export const strengthTitle = (name: StrengthName): string =>
  STRENGTHS.find((strength) => strength.name === name)?.title ?? name;

/** The strengths that a story does not show, those that would earn most first. */
export const missingStrengths = ({ gains }: Score): (typeof STRENGTHS)[number][] =>
  STRENGTHS.filter(({ name }) => !gains.some((gain) => gain.name === name));

/** “Earned: … . Costs most: … .”, in one line each; empty where there is nothing to say. */
export function scoreSentences({ earned, lost }: ScoreSummary): string[] {
  return [
    ...(earned.length === 0 ? [] : [`Earned points: ${joinTitles(earned.map(strengthTitle))}`]),
    ...(lost.length === 0 ? [] : [`Cost points: ${joinTitles(lost.map(lossTitle))}`]),
  ];
}

const joinTitles = (titles: readonly string[]): string => titles.join('; ');
