/** What the tracker shows under a loop on a day, in order. */
import { checkedPath } from '../story/checked';
import { checklistProgress } from '../checklist/checklist';
import { loopDay } from '../loop/loopDay';
import type { Loop } from '../loop/loopModel';
import { CHEAT_SHEET } from '../loop/parseFile';
import { composeToday } from '../today/composeToday';
import type { TodayFacts } from '../today/todayModel';
import { itemRows } from './itemRows';
import { mocksRows } from './mockRows';
import { roundRows } from './roundRows';
import { row, type Row } from './row';
import { todayRow } from './todayRows';

export interface TrackerOptions {
  readonly hideDone: boolean;
  /** Whether the loop's day is shown elsewhere: above several loops, or nowhere where it is closed. */
  readonly hideToday?: boolean;
}

/** Today, problems, preparation, the rounds with the feedback day in its place, mocks, documents. */
export function trackerRows(given: TodayFacts, { hideDone, hideToday = false }: TrackerOptions): Row[] {
  const { loop, sessions } = given;
  const problems = [...loop.problems, ...sessions.flatMap((session) => session.problems)];
  return [
    ...(hideToday ? [] : todayRows(given)),
    ...problems.map(problemRow),
    ...preparationRows(loop, hideDone),
    ...roundRows(given, hideDone),
    ...mocksRows(given, hideDone),
    ...documentRows(loop),
  ];
}

/** Today, where the loop has a first day. */
function todayRows(given: TodayFacts): Row[] {
  return loopDay(given.loop, given.today) === undefined ? [] : [todayRow('Today', composeToday(given))];
}

function problemRow({ path, start, end, message, severity }: Loop['problems'][number], index: number): Row {
  const file = path.slice(path.indexOf('/') + 1);
  return row({
    id: `problem/${index}/${path}`,
    kind: 'problem',
    label: message,
    description: file,
    icon: severity === 'error' ? 'error' : 'problem',
    tooltip: `${message}\n${path}`,
    spoken: `Problem in ${file}: ${message}`,
    place: { path, start, end },
  });
}

function preparationRows({ preparation }: Loop, hideDone: boolean): Row[] {
  if (!preparation) return [];
  const { path, items } = preparation;
  const { done, all } = checklistProgress(items);
  const spoken = `Preparation, ${done} of ${all} done`;
  return [
    row({
      id: 'preparation',
      kind: 'preparation',
      label: 'Preparation',
      description: `${done}/${all}`,
      icon: 'preparation',
      tooltip: spoken,
      spoken,
      place: { path },
      children: itemRows(path, items, hideDone),
    }),
  ];
}

function menuOfDocument(path: string): { readonly menu?: string } {
  if (path.endsWith(`/${CHEAT_SHEET}`)) return { menu: 'cheatSheet' };
  return checkedPath(path)?.kind === 'script' ? { menu: 'script' } : {};
}

function documentRows({ documents }: Loop): Row[] {
  if (documents.length === 0) return [];
  const children = documents.map(({ path, title }) =>
    row({
      id: `document/${path}`,
      kind: 'document',
      label: title,
      icon: 'document',
      tooltip: path,
      place: { path },
      ...menuOfDocument(path),
    }),
  );
  return [
    row({
      id: 'documents',
      kind: 'documents',
      label: 'Documents',
      icon: 'documents',
      description: String(children.length),
      children,
    }),
  ];
}
