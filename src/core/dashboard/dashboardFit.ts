/** What the company asks for, held against the stories: how much is proved, and what closes the gaps. */
import { checkFit, type FitPlaybook } from '../fit/checkFit';
import { fitSummary } from '../fit/fitMarkdown';
import type { FitAction, FitStory } from '../fit/fitModel';
import type { Loop } from '../loop/loopModel';
import type { Actions } from './actions';
import type { DashboardAction, FitGapView, FitSummaryView } from './dashboardModel';

export function fitOf(
  playbook: FitPlaybook,
  { rounds }: Pick<Loop, 'rounds'>,
  stories: readonly FitStory[],
  { keyOf }: Actions,
): FitSummaryView | undefined {
  const rows = checkFit(playbook, stories);
  if (rows.length === 0) return undefined;
  const [first] = rounds;
  return {
    summary: fitSummary(rows),
    gaps: rows.flatMap(({ state, question, reason, action }): FitGapView[] =>
      state === 'partial' || state === 'missing'
        ? [
            {
              state,
              question,
              reason,
              ...(action ? { close: action.title, action: keyOf(actionOf(action)) } : {}),
            },
          ]
        : [],
    ),
    ...(first ? { action: keyOf({ kind: 'round', round: first.id }) } : {}),
  };
}

const actionOf = (action: FitAction): DashboardAction =>
  action.kind === 'write'
    ? { kind: 'write', competency: action.competency }
    : { kind: 'line', path: action.path, line: action.line };
