/**
 * What planning, moving and scoring a mock asks. Every question can be left with Escape, and then nothing was written.
 */
import * as vscode from 'vscode';
import type { CalendarDate } from '../core/days/dates';
import { formatDate, parseDate, parseTime } from '../core/days/dates';
import type { Competency } from '../core/playbook/schema';
import { scoreOf, type CompetencyScore, type Scores } from '../core/sessions/sessionModel';
import { notADate } from './notADate';
import { rowsOfText } from './steps';

const { t } = vscode.l10n;

export interface When {
  readonly date: CalendarDate;
  /** `HH:MM`. */
  readonly time: string | undefined;
}

/** Who the mock is with, and what they have shipped. */
export async function askPeer(
  title: string,
): Promise<{ readonly name: string; readonly shipped: string | undefined } | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    prompt: t('Who is the mock with? Ideally somebody who has shipped what the round is about.'),
    placeHolder: t('Name'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Write a name.') : undefined),
  });
  if (name === undefined) return undefined;
  const shipped = await vscode.window.showInputBox({
    title,
    prompt: t('What has {0} shipped? You may leave it blank.', name.trim()),
    placeHolder: t('a ranking model on a live stream'),
    ignoreFocusOut: true,
  });
  return shipped === undefined
    ? undefined
    : { name: name.trim(), shipped: shipped.trim() === '' ? undefined : shipped.trim() };
}

/**
 * The day, and the time where it is known.
 * @param proposed the day that is offered where none is present.
 */
export async function askWhen(
  title: string,
  today: CalendarDate,
  proposed: CalendarDate,
  present?: When,
): Promise<When | undefined> {
  const { Info, Error: Wrong } = vscode.InputBoxValidationSeverity;
  const day = await vscode.window.showInputBox({
    title,
    prompt: t('On which day? As YYYY-MM-DD.'),
    value: present?.date ?? proposed,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const date = parseDate(text);
      if (date === undefined) return { severity: Wrong, message: notADate() };
      return { severity: Info, message: date < today ? t('{0}, which is over.', formatDate(date)) : formatDate(date) };
    },
  });
  const date = day === undefined ? undefined : parseDate(day);
  if (date === undefined) return undefined;
  const time = await vscode.window.showInputBox({
    title,
    prompt: t('At what time? As HH:MM; you may leave it blank.'),
    value: present?.time ?? '',
    placeHolder: '18:00',
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || parseTime(text) !== undefined ? undefined : t('Write the time as HH:MM, such as 18:30.'),
  });
  return time === undefined ? undefined : { date, time: parseTime(time) };
}

interface ScoreItem extends vscode.QuickPickItem {
  readonly score: CompetencyScore | undefined;
}

/** A score with all of its anchor. */
function scoreItems(score: CompetencyScore, anchor: string, isPresent: boolean): ScoreItem[] {
  const label = isPresent ? `${score} $(check) ${t('as it stands')}` : String(score);
  return rowsOfText(anchor).map(({ first, second }, row) => ({
    label: row === 0 ? label : '',
    description: first,
    detail: second,
    score,
  }));
}

/**
 * A score for each competency, with its anchors; one that the peer had no view on is left out. Undefined where a
 * question was left.
 */
export async function askScores(
  title: string,
  competencies: readonly Competency[],
  present: Scores,
): Promise<Scores | undefined> {
  const scores = new Map<string, CompetencyScore>();
  for (const [index, { id, title: name, anchors }] of competencies.entries()) {
    const items = anchors.flatMap((anchor, at) =>
      scoreItems((at + 1) as CompetencyScore, anchor, scoreOf(present, id) === at + 1),
    );
    items.push({ label: t('No view'), score: undefined });
    const heading = t('{0} ({1} of {2})', title, index + 1, competencies.length);
    const answer = await vscode.window.showQuickPick(items, {
      title: heading,
      placeHolder: name,
      ignoreFocusOut: true,
    });
    if (!answer) return undefined;
    if (answer.score !== undefined) scores.set(id, answer.score);
  }
  return Object.fromEntries(scores);
}

export function askComments(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: t('What did the peer say, in their words? You may leave it blank, and write more in the file.'),
    ignoreFocusOut: true,
  });
}

/** Where the peer's scores come from. */
export async function askScoreSource(title: string): Promise<'enter' | 'file' | 'clipboard' | undefined> {
  const items = [
    {
      label: t('$(edit) Enter them now'),
      detail: t('One competency at a time, with what each score looks like.'),
      source: 'enter' as const,
    },
    {
      label: t('$(go-to-file) Import the file that came back…'),
      detail: t('The pack’s Markdown file, filled in.'),
      source: 'file' as const,
    },
    {
      label: t('$(clippy) Import from the clipboard'),
      detail: t('The score sheet’s lines, copied from an email or a chat.'),
      source: 'clipboard' as const,
    },
  ];
  return (
    await vscode.window.showQuickPick(items, {
      title,
      placeHolder: t('How did the scores arrive?'),
      ignoreFocusOut: true,
    })
  )?.source;
}
