/** The one place that reads the editor's settings: each by its name, typed and validated by the {@link SETTINGS}. */
import * as vscode from 'vscode';
import { readCalendar, type WorkTime } from '../core/days/calendar';
import { readPrepFolder } from '../core/loop/prepFolder';
import type { Retention } from '../core/recall/retention';
import { SETTINGS, wrongMinutesPerDay, type LintScope, type SettingName, type SettingValue } from './settingTable';

/** The settings that {@link workTimeAt} reads. */
export const WORK_TIME_SETTINGS: readonly SettingName[] = ['weekend', 'holidays', 'minutesPerDay'];

/** The settings that {@link drillSettingsAt} reads. */
export const DRILL_SETTINGS: readonly SettingName[] = ['drills.retention', 'drills.minutesPerDay', 'drills.newPerDay'];

/** The names of the nested folders that lead from a workspace folder to its prep folder. */
export function prepFolderIn(folder: vscode.Uri): readonly string[] {
  return valueOf('folder', folder);
}

/** Why a workspace folder's prep folder is not the one that is set; undefined where it is. */
export function prepFolderProblem(folder: vscode.Uri): string | undefined {
  return readPrepFolder(rawValueOf('folder', folder)).problem;
}

/** When the user works, by the settings of a workspace folder. */
export function workTimeAt(folder: vscode.Uri | undefined): WorkTime {
  return {
    calendar: readCalendar(valueOf('weekend', folder), valueOf('holidays', folder)),
    minutesPerDay: valueOf('minutesPerDay', folder),
  };
}

/** What is wrong with the minutes that the user has each day, in a sentence; undefined where nothing is. */
export function wrongMinutesAt(folder: vscode.Uri | undefined): string | undefined {
  return wrongMinutesPerDay(
    vscode.workspace.getConfiguration('prepLoop', folder ?? null).get<unknown>('minutesPerDay'),
  );
}

/** How fast the user speaks, in words a minute. */
export function wordsPerMinuteAt(uri: vscode.Uri): number {
  return valueOf('wordsPerMinute', uri);
}

/** At what time of day preparation begins in an exported calendar, as `HH:MM`. */
export function preparationTimeAt(uri: vscode.Uri): SettingValue<'calendar.preparationTime'> {
  return valueOf('calendar.preparationTime', uri);
}

/** How many minutes before a round or a mock an exported calendar reminds you. */
export function remindersAt(uri: vscode.Uri): readonly number[] {
  return valueOf('calendar.reminders', uri);
}

/** How the user drills, by the settings of a workspace folder. */
export function drillSettingsAt(folder: vscode.Uri | undefined): {
  readonly retention: Retention;
  readonly minutesPerDay: number;
  readonly newPerDay: number;
} {
  return {
    retention: valueOf('drills.retention', folder),
    minutesPerDay: valueOf('drills.minutesPerDay', folder),
    newPerDay: valueOf('drills.newPerDay', folder),
  };
}

/** When a day begins, as `HH:MM`: what somebody does in the night before belongs to the day before. */
export function dayStart(): string {
  return valueOf('dayStart');
}

/** The levels of the rules that do not keep their own. */
export function ruleLevelsAt(uri: vscode.Uri): SettingValue<'lint.rules'> {
  return valueOf('lint.rules', uri);
}

/** Of which files findings are shown. */
export function lintScopeAt(uri: vscode.Uri): LintScope {
  return valueOf('lint.scope', uri);
}

/**
 * Turns a rule off for the workspace, and keeps what else its setting says. A folder that sets the rule itself would
 * win over the workspace: then it is turned off there as well.
 */
export async function turnRuleOff(code: string, uri: vscode.Uri | undefined): Promise<void> {
  const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const configuration = vscode.workspace.getConfiguration('prepLoop', uri ?? null);
  const set = configuration.inspect<Readonly<Record<string, unknown>>>('lint.rules');
  await configuration.update('lint.rules', { ...set?.workspaceValue, [code]: 'off' }, Workspace);
  const ofFolder = set?.workspaceFolderValue;
  // In a workspace of one folder these two are one.
  if (vscode.workspace.workspaceFile === undefined || ofFolder?.[code] === undefined) return;
  await configuration.update('lint.rules', { ...ofFolder, [code]: 'off' }, WorkspaceFolder);
}

/** Whether metrics are marked in the text of a file. */
export function highlightsMetricsAt(uri: vscode.Uri): boolean {
  return valueOf('highlightMetrics', uri);
}

/** How long the user may think before a round's timer starts, in seconds; 0 for not at all. */
export function thinkSecondsAt(uri: vscode.Uri): number {
  return valueOf('thinkSeconds', uri);
}

/** Whether the status bar says how much the day asks for. */
export function showsTodayInStatusBar(): boolean {
  return valueOf('statusBar');
}

/** Whether a sound says that a phase ends. */
export function cuesBySound(): boolean {
  return valueOf('cues.sound');
}

/** Whether a notification says that a phase ends. */
export function cuesByNotification(): boolean {
  return valueOf('cues.notification');
}

/** Whether the editor draws badges in its trees: a setting of its own, and not ours. */
export function editorShowsBadges(): boolean {
  return vscode.workspace.getConfiguration('explorer').get<boolean>('decorations.badges', true);
}

/** Calls `run` after that setting changed. */
export function onDidChangeBadges(run: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(
    (event) => event.affectsConfiguration('explorer.decorations.badges') && run(),
  );
}

/**
 * Calls `run` after one of the settings changed.
 * @param scope where the change has to count; left out, anywhere.
 */
export function onDidChangeSetting(
  names: readonly SettingName[],
  run: () => void,
  scope?: vscode.Uri,
): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`prepLoop.${name}`, scope))) run();
  });
}

function valueOf<N extends SettingName>(name: N, scope?: vscode.Uri): SettingValue<N> {
  return SETTINGS[name].read(rawValueOf(name, scope)) as SettingValue<N>;
}

function rawValueOf(name: SettingName, scope?: vscode.Uri): unknown {
  return vscode.workspace.getConfiguration('prepLoop', scope ?? null).get<unknown>(name);
}
