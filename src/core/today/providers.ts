/** The kinds of things that Today is composed of. To add one, write a provider and name it in the list. */
import { plainText, tickOf, type ChecklistItem } from '../checklist/checklist';
import { textOfItem } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { addDays, daysBetween, formatDate, formatShortDate, type CalendarDate } from '../days/dates';
import { loopDay } from '../loop/loopDay';
import type { PreparationItem, Round } from '../loop/loopModel';
import { roundTitle } from '../loop/loopModel';
import { QUESTIONS_PER_ROUND } from '../questions/questionModel';
import { FEEDBACK_MINUTES } from '../schedule/plan';
import { CARD_MINUTES } from '../recall/drillPlan';
import { SITTING } from '../recall/reviewQueue';
import { mocksDue, mockTitle, mockMenu } from '../sessions/mocks';
import { away, plural } from '../words';
import { briefOfRound } from './briefOfRound';
import {
  TASK_MENU,
  type OfferAnswer,
  type TodayEntry,
  type TodayFacts,
  type TodayProvider,
  type TodayStep,
} from './todayModel';

/** From how many days before the first round on its questions are asked for. */
const DAYS_TO_CHOOSE = 7;

/**
 * The rounds from today on that are still to come; what is to be done for one is the open tasks that serve it, and its
 * checklist.
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

/** Rounds whose day is over, while their files still say that they are to come: how they went is not known yet. */
const unmarked: TodayProvider = ({ loop, today }) => {
  if (loop.closed || loopDay(loop, today)?.kind === 'over') return [];
  return loop.rounds.flatMap(({ id, path, title, date, status }): TodayEntry[] => {
    if (date === undefined || date >= today || status !== 'planned') return [];
    return [
      {
        id: `unmarked/${path}`,
        label: `How did ${title} go?`,
        detail: `it was on ${formatShortDate(date)}`,
        tooltip: `${title} was on ${formatDate(date)}, and its file says “planned”.\nMark the round as done, passed or failed in its menu, or reschedule it.`,
        date: today,
        icon: 'feedback',
        isNotice: true,
        place: { path },
        round: id,
        menu: 'unmarkedRound',
      },
    ];
  });
};

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

/** Drill cards that the day asks for: only those that the user has started on, and at most one sitting of them. */
const drills: TodayProvider = ({ loop, today, dueCards = 0 }) => {
  if (dueCards === 0 || loopDay(loop, today)?.kind === 'over') return [];
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
      minutes: FEEDBACK_MINUTES,
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

/**
 * A task appears on the days on which the plan has time for it, and on every day from the one it was to be done by. A
 * loop that is over asks for nothing any more.
 */
const tasks: TodayProvider = ({ loop, today, work }) => {
  const { preparation } = loop;
  if (loopDay(loop, today)?.kind === 'over') return [];
  const counts = new Map<string, number>();
  return (preparation?.items ?? []).flatMap((item): TodayEntry[] => {
    const { checked, due, line } = item;
    if (checked || due === undefined) return [];
    const text = textOfItem(item.text);
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    const shares = work?.sharesOf(line) ?? [];
    const [first] = shares;
    const date = due <= today ? due : (first?.date ?? due);
    return [
      {
        id: `task/${count}/${text}`,
        date,
        by: due,
        since: due < today ? due : undefined,
        minutes: first && (first.date === today || date > today) ? Math.round(first.minutes) : undefined,
        tooltip: plainText(text),
        menu: TASK_MENU,
        ...stepOf(preparation?.path ?? '', item),
      },
    ];
  });
};

/** More than the days have room for: what the plan says about it, and the command that shows what could move. */
const overload: TodayProvider = ({ loop, today, work }) =>
  (work?.problems ?? [])
    .filter(({ code }) => code === 'overload')
    .map(({ message, enough }): TodayEntry => ({
      id: 'overload',
      label: 'The preparation does not fit',
      detail: enough === undefined ? undefined : `it would take ${enough}`,
      tooltip: message,
      date: today,
      icon: 'problem',
      isNotice: true,
      command: { id: 'prepLoop.replan', title: 'Replan…', argument: { loop: loop.id, preview: true } },
    }));

/** Before the first round there are to be three questions for the hiring manager: nobody thinks of them in the call. */
const questions: TodayProvider = ({ loop, today, managerQuestions: chosen }) => {
  const [first] = loop.rounds;
  if (chosen === undefined || chosen >= QUESTIONS_PER_ROUND || first?.date === undefined || loop.closed) return [];
  if (first.status !== 'planned' || first.date < today || daysBetween(today, first.date) > DAYS_TO_CHOOSE) return [];
  const command = {
    id: 'prepLoop.askNext',
    title: 'Ask Next…',
    argument: { loop: loop.id, round: first.id, ask: true },
  } as const;
  return [
    {
      id: 'questions',
      label: 'Choose three questions for the hiring manager',
      detail: `${chosen} of ${QUESTIONS_PER_ROUND}, for ${first.title} ${away(daysBetween(today, first.date))}`,
      tooltip: 'Questions that you have asked count, too. They are in questions.md.',
      date: today,
      icon: 'problem',
      isNotice: true,
      command,
    },
  ];
};

/** A setting that does not say what was meant: the plan would rest on minutes that the user does not have. */
const wrongMinutes: TodayProvider = ({ today, wrongMinutes: label }) =>
  label === undefined ? [] : [{ id: 'wrongMinutes', label, date: today, icon: 'problem', isNotice: true }];

/** A loop that is over waits to be closed. */
const over: TodayProvider = ({ loop, today }) => {
  if (loop.closed || loopDay(loop, today)?.kind !== 'over') return [];
  return [
    {
      id: 'over',
      label: 'This loop is over: close it',
      tooltip: 'Say how it ended. Its files stay, and it moves to “Closed”.',
      date: today,
      icon: 'over',
      isNotice: true,
      command: { id: 'prepLoop.closeLoop', title: 'Close Loop…', argument: { loop: loop.id } },
    },
  ];
};

/** The last day to answer an offer; what collides with it is a notice from then on that both are known. */
const answers: TodayProvider = (facts) => {
  const { answer, today, loop } = facts;
  if (!answer || loop.closed || answer.date < today) return [];
  const argument = { loop: loop.id };
  return [
    ...collisionNotices('answer', 'The offer’s deadline', answer, today),
    { ...answerEntry('answer', 'Answer the offer', answer, facts), command: { ...OPEN_OFFER, argument } },
  ];
};

/** The same for offers without a loop. */
const otherAnswers: TodayProvider = (facts) => {
  const { otherAnswers: all = [], today, loop } = facts;
  return all
    .filter(({ date }) => !loop.closed && date >= today)
    .flatMap((answer): TodayEntry[] => {
      const id = `answer/${answer.path}`;
      return [
        ...collisionNotices(id, `The deadline of ${answer.name}`, answer, today),
        {
          ...answerEntry(id, `Answer the offer of ${answer.name}`, answer, facts),
          command: { ...OPEN_OFFER, argument: { uri: answer.uri } },
        },
      ];
    });
};

const OPEN_OFFER = { id: 'prepLoop.openOffer', title: 'Open Offer' } as const;

/** Offers come when the rounds are over: then it is a notice from the first day on, as nothing is due any more. */
const answerEntry = (id: string, label: string, { date }: OfferAnswer, { loop, today }: TodayFacts): TodayEntry =>
  loopDay(loop, today)?.kind === 'over'
    ? { id, label, detail: `its last day is ${formatShortDate(date)}`, date: today, icon: 'next', isNotice: true }
    : { id, label, detail: 'its last day', date, icon: 'next' };

const collisionNotices = (
  id: string,
  what: string,
  { date, path, collisions }: OfferAnswer,
  today: CalendarDate,
): TodayEntry[] =>
  collisions.map(({ label, advice }, index) => ({
    id: `${id}/collision/${index}`,
    label: `${what} (${date}) collides: ${label}`,
    tooltip: `${label}. ${advice}`,
    date: today,
    icon: 'problem',
    isNotice: true,
    place: { path, line: 0 },
  }));

/** In the order in which they stand among the things of one day. */
export const TODAY_PROVIDERS: readonly TodayProvider[] = [
  briefOfRound,
  over,
  wrongMinutes,
  overload,
  questions,
  answers,
  otherAnswers,
  unmarked,
  rounds,
  unsaved,
  mocks,
  feedback,
  drills,
  tasks,
];

function stepsOf({ preparation }: TodayFacts['loop'], round: Round): TodayStep[] {
  const serving = (preparation?.items ?? []).filter(
    (item: PreparationItem) => item.before === round.id && !item.checked,
  );
  return [
    ...serving.map((item) => ({ ...stepOf(preparation?.path ?? '', item), menu: TASK_MENU })),
    ...round.items.filter(({ checked }) => !checked).map((item) => stepOf(round.path, item)),
  ];
}

function stepOf(path: string, item: ChecklistItem): TodayStep {
  return { label: plainText(taskTitle(item.text)), place: { path, line: item.line }, item: tickOf(item) };
}
