/** Gives a task of the preparation a day of its own, at the end of its line. */
import * as vscode from 'vscode';
import { plainText } from '../core/checklist/checklist';
import { setTaskDate, splitTaskDate } from '../core/checklist/taskDate';
import { taskTitle } from '../core/checklist/taskTitle';
import { formatDate, parseDate } from '../core/days/dates';
import type { TextFiles } from '../store/api';
import { editFile, fileRefusal } from '../store/refusals';
import { asIndex, asUri, fields } from './decode';
import { notADate } from './notADate';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

/** @returns whether the line was changed. */
export async function setDueDate(files: TextFiles, argument: unknown): Promise<boolean> {
  const { uri, line, text, nth, date } = fields(argument);
  const file = asUri(uri);
  const index = asIndex(line);
  if (!file || index === undefined || typeof text !== 'string') {
    sayBriefly(t('Set Due Date works on a task of the preparation: choose it from the task’s context menu.'));
    return false;
  }
  const given = typeof date === 'string' ? date : await askDay(text);
  if (given === undefined) return false;
  const due = given.trim() === '' ? undefined : parseDate(given);
  if (due === undefined && given.trim() !== '') {
    sayBriefly(notADate());
    return false;
  }
  const was = splitTaskDate(text).date?.was;
  const change = (present: string) => {
    const edits = setTaskDate(present, index, text, due === undefined ? undefined : { due, was }, asIndex(nth));
    if (!edits) throw fileRefusal('edit', 'changed', file);
    return edits;
  };
  return editFile(files, file, change);
}

/** The day as it was typed, '' for none; undefined when the user left the question. */
function askDay(text: string): Thenable<string | undefined> {
  const value = splitTaskDate(text).date?.due ?? '';
  return vscode.window.showInputBox({
    title: t('Set Due Date: {0}', plainText(taskTitle(text))),
    prompt: t('When is it due? Write YYYY-MM-DD, or leave this empty to let the plan decide.'),
    value,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      if (typed.trim() === '') return undefined;
      const day = parseDate(typed);
      return day === undefined
        ? notADate()
        : { message: formatDate(day), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
}
