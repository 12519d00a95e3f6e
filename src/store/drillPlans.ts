import { startOfDay } from '../core/days/dates';
import type { Clock } from '../core/ports';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import { deadlinesOf } from '../core/recall/deadlines';
import type { DrillPlan } from '../core/recall/drillPlan';
import type { LocatedLoop } from './api';
import { dayStart, drillSettingsAt } from './settings';
import { timeZoneOf, todayOf } from './today';

/** How the user drills for a loop: for its rounds to come, by the settings of its workspace folder. */
export function drillPlanOf(
  { loop, root }: LocatedLoop,
  playbook: Pick<LoadedPlaybook, 'rounds'> | undefined,
  clock: Clock,
): DrillPlan {
  const { retention, minutesPerDay, newPerDay } = drillSettingsAt(root.folder.uri);
  const timeZone = timeZoneOf(loop);
  return {
    deadlines: deadlinesOf(loop, playbook?.rounds ?? [], timeZone, retention),
    minutesPerDay,
    newPerDay,
    dayBegan: startOfDay(todayOf(loop, clock), timeZone, dayStart()),
    timeZone,
  };
}
