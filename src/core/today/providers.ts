/** The kinds of things that Today is composed of. To add one, write a provider and name it in the list. */
import { plainText, tickOf, type ChecklistItem } from '../checklist/checklist';
import { textOfItem } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { workingDays, type WorkCalendar } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { addDays, formatShortDate } from '../days/dates';
import type { PreparationItem, Round } from '../loop/loopModel';
import { roundTitle } from '../loop/loopModel';
import { SITTING } from '../recall/reviewQueue';
import { mocksDue, mockTitle, mockMenu } from '../sessions/mocks';
import { plural } from '../words';
import type { TodayEntry, TodayFacts, TodayProvider, TodayStep } from './todayModel';

/** A sitting of 20 cards takes about ten minutes. */
const CARD_MINUTES = 0.5;

/**
 * The rounds from today on that are still to come; to be done for one: the open tasks that serve it, and its checklist.
 */
const rounds: TodayProvider = ({ loop, today }) =>
  loop.rounds.flatMap((round): TodayEntry[] => {
    const { id, path, title, date, time, minutes, status, items } = round;
    if (date === undefined || date < today || status !== 'planned') return [];
    const steps = stepsOf(loop, round);
    const done = items.filter(({ checked }) => checked).length;
    return [
      {
        id: path,
        label: title,
        date,
        time,
        minutes,
        isAppointment: true,
        icon: 'next',
        place: { path },
        round: id,
        steps,
        allSteps: steps.length + done,
      },
    ];
  });

/** Runs that wait to be saved. They are of today, whenever they were: nothing of them is late. */
const unsaved: TodayProvider = ({ today, unsaved: runs = [] }) =>
  runs.map(({ round, title, date, minutes, startedAt }, index): TodayEntry => {
    const when = date === today ? 'today' : date === addDays(today, -1) ? 'yesterday' : formatShortDate(date);
    const label = `Unsaved practice run: ${title}, ${minutes < 1 ? 'under a minute' : `${minutes} min`}, ${when}`;
    return {
      id: `unsaved/${round}/${runs.slice(0, index).filter((other) => other.round === round).length}`,
      label,
      date: today,
      icon: 'unsaved',
      round,
      menu: 'unsavedRun',
      ...(startedAt === undefined ? {} : { run: startedAt }),
      tooltip: `${label}\nSave it as a session, or discard it.`,
    };
  });

/** Drill cards whose time has come: those that the user took up, and a sitting of them at most. */
const drills: TodayProvider = ({ loop, today, dueCards = 0 }) => {
  if (dueCards === 0) return [];
  const count = Math.min(dueCards, SITTING);
  const command = { id: 'prepLoop.reviewCards', title: 'Review Drill Cards', argument: { loop: loop.id } } as const;
  return [
    {
      id: 'drills',
      label: `Review ${plural(count, 'drill card')}`,
      date: today,
      minutes: Math.ceil(count * CARD_MINUTES),
      icon: 'drills',
      command,
    },
  ];
};

const feedback: TodayProvider = ({ loop: { feedback: day }, today }) => {
  if (day?.date === undefined || day.date < today) return [];
  return [
    {
      id: 'feedback',
      label: day.title,
      date: day.date,
      icon: 'feedback',
      ...(day.note === undefined ? {} : { tooltip: day.note }),
    },
  ];
};

/**
 * Mocks that are to come, were missed, or wait for the peer's scores; the latter count as due from the day they were
 * run.
 */
const mocks: TodayProvider = ({ loop, sessions, today }) =>
  mocksDue(sessions, today).map((mock): TodayEntry => {
    const { session, state, date, time } = mock;
    const title = mockTitle(session, roundTitle(loop, session.round));
    const shared = { id: session.path, date, place: { path: session.path }, menu: mockMenu(mock) };
    if (state === 'unscored') {
      const command = {
        id: 'prepLoop.scoreMock',
        title: 'Enter the Peer’s Scores',
        argument: { loop: loop.id, session: session.path },
      } as const;
      return { ...shared, label: `Score the mock: ${title}`, icon: 'unscored', command };
    }
    const minutes = loop.rounds.find(({ id }) => id === session.round)?.minutes;
    return { ...shared, label: `Mock: ${title}`, time, minutes, icon: 'mock', isAppointment: state === 'planned' };
  });

/** A task stands on the day to begin it, then on every day up to the one by which it is to be done. */
const tasks: TodayProvider = ({ loop: { preparation }, today, calendar }) => {
  const counts = new Map<string, number>();
  return (preparation?.items ?? []).flatMap((item): TodayEntry[] => {
    if (item.checked || item.due === undefined) return [];
    const { due, from = due } = item;
    const text = textOfItem(item.text);
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    const date = due < today ? due : from < today ? today : from;
    const minutes = dailyMinutes(item, from, due, calendar);
    return [
      {
        id: `task/${count}/${text}`,
        date,
        by: due,
        since: item.own?.was,
        minutes,
        tooltip: plainText(text),
        ...stepOf(preparation?.path ?? '', item),
      },
    ];
  });
};

/**
 * What a day of a task takes: its minutes spread over its working days. Of one that is late nobody knows how much is
 * left; a day's share is asked for.
 */
function dailyMinutes(
  { minutes }: PreparationItem,
  from: CalendarDate,
  due: CalendarDate,
  calendar: WorkCalendar | undefined,
): number | undefined {
  return minutes === undefined ? undefined : Math.round(minutes / Math.max(1, workingDays(from, due, calendar)));
}

/** In the order in which they stand among the things of one day. */
export const TODAY_PROVIDERS: readonly TodayProvider[] = [rounds, unsaved, mocks, feedback, drills, tasks];

function stepsOf({ preparation }: TodayFacts['loop'], round: Round): TodayStep[] {
  const serving = (preparation?.items ?? []).filter(
    (item: PreparationItem) => item.before === round.id && !item.checked,
  );
  return [
    ...serving.map((item) => stepOf(preparation?.path ?? '', item)),
    ...round.items.filter(({ checked }) => !checked).map((item) => stepOf(round.path, item)),
  ];
}

function stepOf(path: string, item: ChecklistItem): TodayStep {
  return { label: plainText(taskTitle(item.text)), place: { path, line: item.line }, item: tickOf(item) };
}
