/** Gathers what the dashboard of a loop is worked out from. */
import * as vscode from 'vscode';
import type { DashboardInput } from '../core/dashboard/dashboard';
import { minutesOn, mostMinutes } from '../core/days/calendar';
import type { Clock } from '../core/ports';
import type { ReviewLog } from '../core/recall/reviewLog';
import { workPlan } from '../core/replan/workload';
import type { CoverageStory } from '../core/story/coverage';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, SessionStore } from './api';
import { calibratedLoops } from './calibratedLoops';
import { coverageInputs, type CoverageParts } from './coverageInputs';
import type { DayClock } from './dayClock';
import { fitStories } from './fitStories';
import type { OwnCards } from './ownCards';
import type { ReviewStore } from './reviewStore';
import { drillPlanOf } from './drillPlans';
import { DRILL_SETTINGS, onDidChangeSetting, WORK_TIME_SETTINGS, workTimeAt } from './settings';
import { todayOf } from './today';

export interface DashboardParts extends CoverageParts {
  readonly sessions: SessionStore;
  readonly reviews: ReviewStore;
  readonly ownCards?: OwnCards | undefined;
  readonly clock: Clock;
  readonly dayClock: DayClock;
}

const NO_REVIEWS: ReviewLog = { reviews: [], problems: [] };

/**
 * Checks of many stories come in a row, and several stores report a change of one file; how long they are gathered, in
 * milliseconds.
 */
const QUIET = 100;

export class DashboardSource extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires a moment after anything that a dashboard is worked out from changed. */
  readonly onDidChange = this.didChange.event;
  private readonly changing = this._register(new Debouncer(() => this.didChange.fire(), QUIET));
  private stories: readonly CoverageStory[] = [];

  constructor(private readonly parts: DashboardParts) {
    super();
    const { store, stories, scores, sessions, dayClock } = parts;
    for (const changed of [
      store.onDidChange,
      stories.onDidChange,
      scores.onDidCheck,
      sessions.onDidChange,
      dayClock.onDidTurn,
    ] as readonly vscode.Event<unknown>[]) {
      this._register(changed(() => this.changing.schedule()));
    }
    this._register(onDidChangeSetting([...WORK_TIME_SETTINGS, ...DRILL_SETTINGS], () => this.changing.schedule()));
  }

  async read(located: LocatedLoop): Promise<DashboardInput> {
    const { sessions, reviews, ownCards } = this.parts;
    const [coverage, texts, runs, log, own, loops] = await Promise.all([
      coverageInputs(this.parts, located, this.stories),
      fitStories(this.parts.stories, this.parts.scores, located),
      sessions.sessions(located),
      reviews.log(located),
      ownCards?.cards(located),
      calibratedLoops(this.parts),
    ]);
    this.stories = coverage?.stories ?? [];
    return {
      ...this.base(located),
      playbook: coverage?.playbook,
      stories: this.stories,
      fitStories: texts,
      others: coverage?.others,
      sessions: runs,
      loops,
      reviews: log,
      ownCards: own,
      drillPlan: drillPlanOf(located, coverage?.playbook, this.parts.clock),
    };
  }

  /** What is known without reading a story or a session. */
  async glance(located: LocatedLoop): Promise<DashboardInput> {
    const entry = await this.parts.store.playbookOf(located);
    const drillPlan = drillPlanOf(located, entry?.playbook, this.parts.clock);
    return {
      ...this.base(located),
      playbook: entry?.playbook,
      stories: [],
      sessions: [],
      reviews: NO_REVIEWS,
      drillPlan,
    };
  }

  private base(located: LocatedLoop): Pick<DashboardInput, 'loop' | 'plan' | 'today' | 'now'> {
    const { loop } = located;
    const { clock } = this.parts;
    const time = workTimeAt(located.root.folder.uri);
    const today = todayOf(loop, clock);
    const work = workPlan(loop, today, time);
    return {
      loop,
      plan: {
        workOn: (date) => work.on(date),
        minutesOn: (date) => minutesOn(date, time),
        minutesPerDay: mostMinutes(time.minutesPerDay),
      },
      today,
      now: clock.now(),
    };
  }
}
