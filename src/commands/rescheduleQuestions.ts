/** What rescheduling a round asks: its new day, checked as it is typed, and its time. */
import * as vscode from 'vscode';
import { isWorkingDay, type WorkCalendar } from '../core/days/calendar';
import { dayOf, formatDate, parseDate, parseTime } from '../core/days/dates';
import type { Loop, Round } from '../core/loop/loopModel';
import { plural } from '../core/words';
import { notADate } from './notADate';

const { t } = vscode.l10n;
const { Info, Warning, Error: Wrong } = vscode.InputBoxValidationSeverity;

/** The new day; undefined when the user left the question. */
export async function askDate(
  loop: Loop,
  round: Round,
  calendar: WorkCalendar,
  today: string,
): Promise<string | undefined> {
  const date = await vscode.window.showInputBox({
    title: t('Reschedule {0} (1/2)', round.title),
    prompt: t('The new day, as YYYY-MM-DD. Next you see what else would move.'),
    value: round.date ?? today,
    valueSelection: [8, 10],
    ignoreFocusOut: true,
    validateInput: (value) => judgeDate(value, loop, calendar, today),
  });
  return date === undefined ? undefined : parseDate(date);
}

function judgeDate(
  value: string,
  { firstContact, days }: Loop,
  calendar: WorkCalendar,
  today: string,
): vscode.InputBoxValidationMessage {
  const date = parseDate(value);
  if (date === undefined) return { severity: Wrong, message: notADate() };
  const shown = formatDate(date);
  if (date < today) return { severity: Warning, message: t('{0} is over.', shown) };
  if (!isWorkingDay(date, calendar))
    return { severity: Warning, message: t('{0} is a day off: the round will be pinned to it.', shown) };
  const day = firstContact === undefined ? undefined : dayOf(firstContact, date);
  if (day !== undefined && (day < 1 || day > days))
    return {
      severity: Warning,
      message: t('{0} is outside the loop’s {1}: the round will be pinned to it.', shown, plural(days, 'day')),
    };
  return { severity: Info, message: day === undefined ? shown : t('{0}, day {1} of {2}.', shown, day, days) };
}

/** The time as `HH:MM`, '' where none was given; undefined when the user left the question. */
export async function askTime(round: Round): Promise<string | undefined> {
  const time = await vscode.window.showInputBox({
    title: t('Reschedule {0} (2/2)', round.title),
    prompt: t('At what time? HH:MM; leave this empty to keep it as it is.'),
    value: round.time ?? '',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || parseTime(value) !== undefined
        ? undefined
        : t('Write a time of day as HH:MM, such as 14:30.'),
  });
  return time === undefined ? undefined : (parseTime(time) ?? '');
}
