/** The loop's days as a strip: rounds, feedback day, mocks, today, and how much each day asks for. */
import type { CalendarDate } from '../days/dates';
import { dateOfDay, dayOf, formatDate, weekdayOfDate } from '../days/dates';
import type { Loop, Round } from '../loop/loopModel';
import type { Session } from '../sessions/sessionModel';
import { joined, minutesInWords } from '../words';
import type { Actions } from './actions';
import type { DayEvent, DayView, StripView } from './dashboardModel';

/** A loop of a year has to be drawn, and no more than that. */
const MOST_DAYS = 400;

/** A piece of work on a day. */
interface WorkItem {
  readonly title: string;
  readonly minutes: number;
}

/** What the plan says of days. */
export interface DayPlan {
  /** What a day asks for, its rounds included. */
  workOn(date: CalendarDate): readonly WorkItem[];
  /** How many minutes the user has on a day; 0 on a day off. */
  minutesOn(date: CalendarDate): number;
  /** The minutes of the fullest day of a week. */
  readonly minutesPerDay: number;
}

/** Undefined where the loop does not say when it begins. */
export function stripOf(
  loop: Loop,
  sessions: readonly Session[],
  today: CalendarDate,
  plan: DayPlan,
  { keyOf }: Actions,
): StripView | undefined {
  const { firstContact } = loop;
  if (firstContact === undefined) return undefined;
  const planned = loop.rounds.flatMap(({ date }) => (date === undefined ? [] : [dayOf(firstContact, date)]));
  // Preparation may begin before the first contact, and today is shown after the last day while the loop is open.
  const begun = loop.prepareFrom === undefined ? 1 : Math.min(1, dayOf(firstContact, loop.prepareFrom));
  const now = loop.closed ? 1 : dayOf(firstContact, today);
  const first = Math.max(begun, 1 - MOST_DAYS);
  const length = Math.min(MOST_DAYS, Math.max(loop.days, ...planned, now) - first + 1);
  const mocks = sessions.filter(({ started, scheduled }) => started === undefined && scheduled !== undefined);
  const days = Array.from({ length }, (_, index) => {
    const day = first + index;
    const date = dateOfDay(firstContact, day);
    const work = plan.workOn(date);
    const events = [
      ...loop.rounds
        .filter((round) => round.date === date)
        .map((round) => roundEvent(round, keyOf({ kind: 'round', round: round.id }))),
      ...(loop.feedback?.date === date
        ? [{ kind: 'feedback' as const, title: loop.feedback.title, detail: '', done: date < today }]
        : []),
      ...mocks
        .filter(({ scheduled }) => scheduled?.date === date)
        .map((mock) => mockEvent(mock, loop, keyOf({ kind: 'open', path: mock.path }))),
    ];
    return { date, day, work, events, minutes: work.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
  const scale = Math.max(plan.minutesPerDay, ...days.map(({ minutes }) => minutes), 1);
  return {
    days: days.map((day, index) => dayView(day, today, plan, scale, index === 0)),
    limit: plan.minutesPerDay / scale,
    legend: `${minutesInWords(plan.minutesPerDay)} a day`,
  };
}

interface Day {
  readonly date: CalendarDate;
  readonly day: number;
  readonly work: readonly WorkItem[];
  readonly events: readonly DayEvent[];
  readonly minutes: number;
}

function dayView(
  { date, day, work, events, minutes }: Day,
  today: CalendarDate,
  plan: DayPlan,
  scale: number,
  isFirst: boolean,
): DayView {
  const [weekday = '', dayOfMonth = '', month = ''] = formatDate(date).split(' ');
  const limit = plan.minutesOn(date);
  const off = limit === 0;
  // A round on a day off is not too much work for the day: it has to be held.
  const over = !off && minutes > limit;
  const tasks = work.map(({ title, minutes: each }) => `${title} ${minutesInWords(each)}`);
  const spoken = joined(
    [
      `${formatDate(date)}, ${day < 1 ? 'before the first contact' : `day ${day}`}${date === today ? ', today' : ''}${off ? ', day off' : ''}`,
      ...events.map(({ title, detail }) => joined([title, detail], ' ')),
      minutes > 0
        ? `${minutesInWords(minutes)} of work${over ? `, more than ${minutesInWords(limit)}` : ''}: ${tasks.join(', ')}`
        : '',
    ],
    '. ',
  );
  return {
    day,
    weekday,
    dayOfMonth,
    month: isFirst || dayOfMonth === '1' ? month : '',
    column: weekdayOfDate(date),
    off,
    today: date === today,
    past: date < today,
    minutes,
    load: minutes / scale,
    over,
    events,
    spoken,
  };
}

function roundEvent({ title, time, status }: Round, action: string): DayEvent {
  const detail = joined([time, status === 'planned' ? undefined : status], ', ');
  return { kind: 'round', title, detail, done: status !== 'planned', action };
}

function mockEvent({ round, peer, scheduled }: Session, loop: Loop, action: string): DayEvent {
  const of = loop.rounds.find(({ id }) => id === round)?.title ?? round;
  return {
    kind: 'mock',
    title: `Mock: ${of}`,
    detail: joined([scheduled?.time, peer && `with ${peer.name}`], ' '),
    done: false,
    action,
  };
}
