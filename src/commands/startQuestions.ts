/** What Start asks, step by step. Every question can be left with Escape, and then nothing was written. */
import * as vscode from 'vscode';
import { addDays, formatDate, parseDate } from '../core/days/dates';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { PlaybookEntry } from '../store/api';
import { plural } from '../core/words';

const { t } = vscode.l10n;
const TITLE = t('Start a Loop');

interface PlaybookItem extends vscode.QuickPickItem {
  readonly entry?: PlaybookEntry;
}

/** The chosen playbook, which may be a broken one: the caller then shows why. */
export async function askPlaybook(entries: readonly PlaybookEntry[]): Promise<PlaybookEntry | undefined> {
  const usable = entries.filter(({ playbook }) => playbook);
  const broken = entries.filter(({ playbook }) => !playbook);
  const items: PlaybookItem[] = [...usable.map(usableItem)];
  if (broken.length > 0)
    items.push(
      { label: t('Cannot be used yet: choose one to see why'), kind: vscode.QuickPickItemKind.Separator },
      ...broken.map(brokenItem),
    );
  const options = {
    title: TITLE,
    placeHolder: t('Which playbook?'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  };
  return (await vscode.window.showQuickPick(items, options))?.entry;
}

function usableItem(entry: PlaybookEntry): PlaybookItem {
  const playbook = entry.playbook as LoadedPlaybook;
  const own = entry.origin === 'workspace' ? ` · ${t('from this workspace')}` : '';
  return {
    label: `$(briefcase) ${playbook.title}`,
    description: `${playbook.company}${own}`,
    detail: t(
      '{0} in {1}: {2}',
      plural(playbook.rounds.length, 'round'),
      plural(playbook.days, 'day'),
      playbook.rounds.map(({ title }) => title).join(', '),
    ),
    entry,
  };
}

function brokenItem(entry: PlaybookEntry): PlaybookItem {
  const reason = entry.problems.find(({ severity }) => severity === 'error') ?? entry.problems[0];
  return {
    label: `$(error) ${entry.id}`,
    description: reason?.path ?? '',
    detail: reason?.message ?? t('It cannot be read.'),
    entry,
  };
}

export async function askFirstContact(playbook: LoadedPlaybook, today: string): Promise<string | undefined> {
  const date = await vscode.window.showInputBox({
    title: TITLE,
    prompt: t('The day of first contact with {0}, as YYYY-MM-DD: day 1 of {1}.', playbook.company, playbook.days),
    value: today,
    ignoreFocusOut: true,
    validateInput: (value) => validateDate(value, playbook.days),
  });
  return date === undefined ? undefined : parseDate(date);
}

function validateDate(value: string, days: number): vscode.InputBoxValidationMessage {
  const date = parseDate(value);
  const { Info, Error: Wrong } = vscode.InputBoxValidationSeverity;
  if (date === undefined)
    return { severity: Wrong, message: t('Write a day of the calendar as YYYY-MM-DD, such as 2026-11-30.') };
  return {
    severity: Info,
    message: t('{0}; the decision is due by {1}.', formatDate(date), formatDate(addDays(date, days - 1))),
  };
}

/** Asks for a folder name for a second loop of one playbook. */
export function askName(
  proposal: string,
  check: (name: string) => Promise<string | undefined>,
): Thenable<string | undefined> {
  const prompt = t('A loop of this playbook is there already, with another first contact. A name for the new one:');
  return vscode.window.showInputBox({
    title: TITLE,
    prompt,
    value: proposal,
    ignoreFocusOut: true,
    validateInput: check,
  });
}

/** Whether to keep offers out of git: undefined when the user left the question. */
export async function askIgnore(line: string): Promise<boolean | undefined> {
  const yes = {
    label: `$(lock) ${t('Keep offers out of git')}`,
    detail: t('Adds “{0}” to .gitignore.', line),
    ignore: true,
  };
  const no = { label: t('Leave .gitignore as it is'), ignore: false };
  const options = {
    title: TITLE,
    placeHolder: t('This folder is in a git repository, and offer.md is private.'),
    ignoreFocusOut: true,
  };
  return (await vscode.window.showQuickPick([yes, no], options))?.ignore;
}
