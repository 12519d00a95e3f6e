import type { LoadedPlaybook } from './loadPlaybook';
import type { Competency } from './schema';

/** The competencies that a round judges, in its order. */
export function judgedIn(
  { competencies }: Pick<LoadedPlaybook, 'competencies'>,
  round: { readonly competencies: readonly string[] },
): Competency[] {
  return round.competencies.flatMap((id) => competencies.find((each) => each.id === id) ?? []);
}
