/** Where a loop stands, from its files. Pure: the same files and time give the same dashboard. */
import type { CalendarDate } from '../days/dates';
import { daysBetween, formatShortDate } from '../days/dates';
import { nextRound } from '../loop/loopDay';
import type { FitStory } from '../fit/fitModel';
import { loopTitle, type Loop } from '../loop/loopModel';
import type { LoadedPlaybook } from '../playbook/loadPlaybook';
import { readinessOf } from '../readiness/readiness';
import { replay } from '../recall/memory';
import { UNPLANNED, type DrillPlan } from '../recall/drillPlan';
import { setAside } from '../recall/cardMarks';
import { cardsOfAll, recallCards, type RecallCard } from '../recall/recallCards';
import type { ReviewLog } from '../recall/reviewLog';
import { calibrationReport, type CalibratedLoop } from '../sessions/calibration';
import type { Session } from '../sessions/sessionModel';
import { coverageOf, type CoverageStory, type OtherIds } from '../story/coverage';
import { loopDescription } from '../tracker/loopRows';
import { away } from '../words';
import { Actions } from './actions';
import { drillsOf } from './dashboardDrills';
import { fitOf } from './dashboardFit';
import { matrixOf } from './dashboardMatrix';
import type { Dashboard, DashboardView } from './dashboardModel';
import { readinessView } from './dashboardReadiness';
import { speechTrend } from './dashboardSpeech';
import { stripOf, type DayPlan } from './dashboardStrip';
import { trendsOf } from './dashboardTrends';

export interface DashboardInput {
  readonly loop: Loop;
  /** Undefined where it can't be used: then rounds and practice are shown, and what follows from a playbook is not. */
  readonly playbook: LoadedPlaybook | undefined;
  readonly stories: readonly CoverageStory[];
  /** The same stories with their texts; left out, what the company asks for is not checked. */
  readonly fitStories?: readonly FitStory[] | undefined;
  readonly others?: OtherIds | undefined;
  readonly sessions: readonly Session[];
  /** All loops of the workspace, closed ones too; left out, own scores are compared with nothing. */
  readonly loops?: readonly CalibratedLoop[] | undefined;
  readonly reviews: ReviewLog;
  readonly plan: DayPlan;
  /** The user's, besides the playbook's. */
  readonly ownCards?: readonly RecallCard[] | undefined;
  /** Left out, no round is taken to be near. */
  readonly drillPlan?: DrillPlan | undefined;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const NO_PLAYBOOK = { competencies: [], rounds: [], drills: [] };
/** The tracker and Problems have all of them. */
const MOST_TROUBLES = 3;

/** Never throws; takes time in proportion to stories × rounds, and to sessions and reviews. */
export function dashboardOf(input: DashboardInput): Dashboard {
  const { loop, sessions, today, now } = input;
  const playbook = input.playbook ?? NO_PLAYBOOK;
  const actions = new Actions();
  const coverage = coverageOf(playbook, input.stories, input.others);
  const { cards } = setAside(
    cardsOfAll(recallCards(playbook.drills), input.ownCards ?? []),
    input.reviews,
    (input.drillPlan ?? UNPLANNED).dayBegan,
  );
  const memories = replay(input.reviews.reviews);
  const readiness = readinessOf({ rounds: loop.rounds, playbook, coverage, sessions, cards, memories, now });
  const next = loop.rounds.find(({ date, status }) => date === today && status === 'planned') ?? nextRound(loop, today);
  const view: DashboardView = {
    title: loopTitle(loop),
    day: loopDescription(loop, today),
    next:
      next?.date === undefined
        ? ''
        : `Next: ${next.title}, ${formatShortDate(next.date)}, ${away(daysBetween(today, next.date))}`,
    strip: stripOf(loop, sessions, today, input.plan, actions),
    readiness: readiness.map((round) => readinessView(round, next?.id, today, actions)),
    ...(input.playbook && input.fitStories ? { fit: fitOf(input.playbook, loop, input.fitStories, actions) } : {}),
    matrix: matrixOf(playbook, coverage, actions),
    trends: trendsOf(loop, sessions, today, actions),
    speech: speechTrend(loop, sessions, today),
    calibration: calibrationReport(input.loops ?? []),
    drills: drillsOf(cards, input.reviews.reviews, now, actions, input.drillPlan),
    troubles: troubles(input, actions),
  };
  return { view, actions: actions.all };
}

function troubles(
  { loop, playbook, reviews, sessions }: DashboardInput,
  { keyOf }: Actions,
): DashboardView['troubles'] {
  const problems = [...loop.problems, ...reviews.problems, ...sessions.flatMap((session) => session.problems)];
  const shown = problems
    .slice(0, MOST_TROUBLES)
    .map(({ path, start, message }) => ({ message, action: keyOf({ kind: 'open', path, start }) }));
  const more = problems.length - shown.length;
  return [
    ...(playbook
      ? []
      : [
          {
            message: `The playbook “${loop.playbook}” can’t be used, so stories and drills are not compared with it.`,
            action: keyOf({ kind: 'open', path: `${loop.id}/loop.md` }),
          },
        ]),
    ...shown,
    ...(more > 0 ? [{ message: `There are ${more} more: see Problems.` }] : []),
  ];
}
