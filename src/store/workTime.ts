import * as vscode from 'vscode';
import type { WorkTime } from '../core/days/calendar';
import { DEFAULT_MINUTES_PER_DAY, readCalendar } from '../core/days/calendar';

/** The settings that {@link workTimeAt} reads. */
export const WORK_TIME_SETTINGS = ['prepLoop.weekend', 'prepLoop.holidays', 'prepLoop.minutesPerDay'] as const;

/** When the user works, by the settings of a workspace folder; what cannot be read of them counts as not set. */
export function workTimeAt(folder: vscode.Uri | undefined): WorkTime {
  const settings = vscode.workspace.getConfiguration('prepLoop', folder ?? null);
  const minutes = settings.get<unknown>('minutesPerDay');
  return {
    calendar: readCalendar(settings.get<unknown>('weekend'), settings.get<unknown>('holidays')),
    minutesPerDay: typeof minutes === 'number' && minutes >= 15 && minutes <= 960 ? minutes : DEFAULT_MINUTES_PER_DAY,
  };
}
