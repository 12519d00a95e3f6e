/** What logging feedback asks. Every question can be left with Escape, and then nothing was written. */
import * as vscode from 'vscode';
import { formatShortDate } from '../core/days/dates';
import type { RoundsForFeedback } from '../core/feedback/roundsForFeedback';
import type { Round } from '../core/loop/loopModel';
import { roundTitle } from '../core/loop/loopModel';
import type { Session } from '../core/sessions/sessionModel';
import { dayOfSession } from '../core/sessions/sessionName';
import { joined } from '../core/words';
import type { LocatedLoop } from '../store/api';

const { t } = vscode.l10n;
const TITLE = t('Log Feedback');

/** Nobody acts on more points than this. */
const MOST_POINTS = 30;

/** A round itself, or a run of it. */
export interface FeedbackOn {
  readonly round: Round;
  readonly session: Session | undefined;
}

/** What feedback is on: the rounds that took place, the last one first, then the latest runs, then what is to come. */
export async function askFeedbackOn(
  { loop }: LocatedLoop,
  sessions: readonly Session[],
  { tookPlace, toCome }: RoundsForFeedback,
): Promise<FeedbackOn | undefined> {
  const runs = [...sessions].reverse().flatMap((session) => {
    const round = loop.rounds.find(({ id }) => id === session.round);
    const day = dayOfSession(session)?.date;
    if (!round || session.started === undefined) return [];
    const icon = session.kind === 'mock' ? 'person' : 'history';
    return [
      {
        label: `$(${icon}) ${roundTitle(loop, round.id)}`,
        description: joined([session.peer?.name, day === undefined ? '' : formatShortDate(day)], ' · '),
        on: { round, session },
      },
    ];
  });
  const item = (round: Round, description: string) => ({
    label: `$(comment-discussion) ${round.title}`,
    description,
    on: { round, session: undefined },
  });
  const itself = (round: Round): string =>
    joined([t('the round itself'), round.date === undefined ? '' : formatShortDate(round.date)], ' · ');
  const picks = [
    ...tookPlace.map((round) => item(round, itself(round))),
    ...runs.slice(0, 20),
    ...toCome.map((round) => item(round, `${itself(round)} · ${t('still to come')}`)),
  ];
  return (
    await vscode.window.showQuickPick(picks, {
      title: TITLE,
      placeHolder: t('Feedback on what?'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    })
  )?.on;
}

/** Point after point, until one is left blank. Undefined where a question was left: then no point counts. */
export async function askPoints(on: string, there: readonly string[]): Promise<readonly string[] | undefined> {
  const points: string[] = [];
  while (points.length < MOST_POINTS) {
    const last = points.at(-1) ?? there.at(-1);
    const count = there.length + points.length;
    const soFar =
      last === undefined
        ? t('in the words that were used, one point at a time.')
        : t('leave it blank to finish. {0} so far, the last one: {1}', count, last);
    const point = await vscode.window.showInputBox({
      title: t('Feedback on {0}: point {1}', on, count + 1),
      prompt: t('What should be better next time? {0}', soFar),
      ignoreFocusOut: true,
    });
    if (point === undefined) return undefined;
    if (point.trim() === '') break;
    points.push(point.trim());
  }
  return points;
}

/** Which round the points are for, where the rehearsed round is itself still to come. */
export async function askFor(own: Round, next: Round): Promise<Round | undefined> {
  const items = [next, own].map((round, index) => ({
    label: round.title,
    description: round.date === undefined ? '' : formatShortDate(round.date),
    detail:
      index === 0
        ? t('The next round. Either way, the points become follow-up prompts in {0}.', own.title)
        : t('The round you rehearsed, which is still to come.'),
    round,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: TITLE,
      placeHolder: t('Into which round’s checklist?'),
      ignoreFocusOut: true,
    })
  )?.round;
}
