/** The rounds of a loop as rows, and the feedback day among them. */
import { checklistProgress } from '../checklist/checklist';
import type { CalendarDate } from '../days/dates';
import { formatDate, formatShortDate } from '../days/dates';
import { nextRound } from '../loop/loopDay';
import { interviewerInWords } from '../loop/interviewers';
import type { FeedbackDay, Loop, Round } from '../loop/loopModel';
import { trendOf, type RoundTrend } from '../sessions/roundTrend';
import { trendLines } from '../sessions/trendWords';
import type { TimedNow, TodayFacts } from '../today/todayModel';
import { joined, plural } from '../words';
import { itemRows } from './itemRows';
import { practiceRow } from './practiceRows';
import { facts, minutesText, row, type Row, type RowIcon } from './row';

/** The rounds in order, each with its checklist and its practice; the feedback day follows its round. */
export function roundRows({ loop, sessions, today, timed }: TodayFacts, hideDone: boolean): Row[] {
  const next = comingRound(loop, today);
  return loop.rounds.flatMap((round) => {
    const shown = roundRow(round, {
      today,
      isNext: round === next,
      trend: trendOf(sessions, round.id),
      competencies: loop.competencies,
      hideDone,
      timed: timed?.round === round.id ? timed : undefined,
    });
    return loop.feedback?.after === round.id ? [shown, feedbackRow(loop.feedback)] : [shown];
  });
}

/** The next round; where none is left, one that is planned for the day itself. */
function comingRound(loop: Loop, today: CalendarDate): Round | undefined {
  return nextRound(loop, today) ?? loop.rounds.find(({ date, status }) => date === today && status === 'planned');
}

interface RoundView {
  readonly today: CalendarDate;
  readonly isNext: boolean;
  readonly trend: RoundTrend;
  readonly competencies: Loop['competencies'];
  readonly hideDone: boolean;
  /** Where the timer is on for it. */
  readonly timed: TimedNow | undefined;
}

function roundRow(round: Round, { today, isNext, trend, competencies, hideDone, timed }: RoundView): Row {
  const { id, path, title, time, pinned, status } = round;
  const { done, all } = checklistProgress(round.items);
  const clock = timed && (timed.isPaused ? 'timer paused' : 'being timed');
  const tooltip = joined([roundTooltip(round, trendLines(trend, today, competencies)), clock], '\n');
  return row({
    id: `round/${path}`,
    kind: 'round',
    label: title,
    description: facts([
      clock,
      shortDay(round, today),
      time,
      minutesText(round.minutes),
      all === 0 ? undefined : `${done}/${all}`,
      outcome(round),
    ]),
    icon: timed ? (timed.isPaused ? 'paused' : 'timed') : roundIcon(round, isNext),
    tooltip,
    spoken: `Round ${round.number}, ${tooltip.replace(/\n/gu, ', ')}`,
    place: { path },
    round: id,
    state: { pinned, status },
    children: [...itemRows(path, round.items, hideDone), practiceRow(round, trend, today, competencies)],
  });
}

function roundIcon({ status }: Round, isNext: boolean): RowIcon {
  return status === 'planned' && isNext ? 'next' : status;
}

function roundTooltip(round: Round, trend: readonly string[]): string {
  const { title, date, time, minutes, pinned, items, interviewers } = round;
  const { done, all } = checklistProgress(items);
  const day = date === undefined ? 'No date yet' : formatDate(date);
  return [
    facts([title, outcome(round)]),
    facts([day, time, minutesText(minutes), pinned ? 'pinned' : undefined]),
    ...(interviewers.length === 0 ? [] : [`With ${interviewers.map(interviewerInWords).join('; ')}`]),
    all === 0 ? 'No checklist' : `${done} of ${plural(all, 'item')} done`,
    ...trend,
  ].join('\n');
}

function shortDay({ date }: Round, today: CalendarDate): string {
  if (date === undefined) return 'no date';
  return date === today ? 'today' : formatShortDate(date);
}

/** How it went, once it took place. */
function outcome({ status }: Round): string | undefined {
  return status === 'planned' ? undefined : status;
}

function feedbackRow({ title, date, note }: FeedbackDay): Row {
  return row({
    id: 'feedback',
    kind: 'feedback',
    label: title,
    description: date === undefined ? 'no day left' : formatShortDate(date),
    icon: 'feedback',
    tooltip: note === undefined ? title : `${title}\n${note}`,
  });
}
