import * as vscode from 'vscode';
import type { TodaySource } from '../../src/store/todaySource';

/** A source of days for which it is always `today`, without sessions. @param minutes at hand each day. */
export function daysAt(today: string, minutes = 120): TodaySource {
  return {
    onDidChange: new vscode.EventEmitter<undefined>().event,
    todayOf: () => today,
    factsOf: ({ loop }) => Promise.resolve({ loop, today, sessions: [], minutesAtHand: minutes }),
    loadOf:
      ({ loop }) =>
      (date) =>
        loop.rounds.filter((round) => round.date === date).reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    minutesFor: () => () => minutes,
  };
}
