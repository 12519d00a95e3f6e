/** What Start asks, step by step. Every question can be left with Escape, and then nothing was written. */
import * as vscode from 'vscode';
import type { WorkTime } from '../core/days/calendar';
import { addDays, formatDate, formatShortDate, parseDate, parseTime } from '../core/days/dates';
import { ignoreLines, type KeptOut } from '../core/loop/keepOut';
import type { KnownRound } from '../core/loop/startFiles';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import { farDate } from '../core/schedule/farDate';
import { planSchedule, type Plan } from '../core/schedule/plan';
import type { PlaybookEntry } from '../store/api';
import { joined, plural } from '../core/words';
import type { Repository } from './gitIgnore';
import { notADate } from './notADate';
import { pickStep, rowsOfText, textStep, type Answer } from './steps';

const { t } = vscode.l10n;
const TITLE = t('Start a Loop');
const { Info, Warning, Error: Wrong } = vscode.InputBoxValidationSeverity;

interface PlaybookItem extends vscode.QuickPickItem {
  readonly entry?: PlaybookEntry;
}

/** The chosen playbook, which may be a broken one: the caller then shows why. */
export async function askPlaybook(entries: readonly PlaybookEntry[]): Promise<PlaybookEntry | undefined> {
  const usable = entries.filter(({ playbook }) => playbook);
  const broken = entries.filter(({ playbook }) => !playbook);
  const items: PlaybookItem[] = [...usable.map(usableItem)];
  if (broken.length > 0)
    items.push(
      { label: t('Cannot be used yet: choose one to see why'), kind: vscode.QuickPickItemKind.Separator },
      ...broken.map(brokenItem),
    );
  const answer = await pickStep({ title: TITLE, hasBack: false, placeholder: t('Which playbook?'), items });
  return answer === 'back' ? undefined : answer?.entry;
}

function usableItem(entry: PlaybookEntry): PlaybookItem {
  const playbook = entry.playbook as LoadedPlaybook;
  const own = entry.origin === 'workspace' ? ` · ${t('from this workspace')}` : '';
  return {
    label: `$(briefcase) ${playbook.title}`,
    description: `${playbook.company}${own}`,
    detail: t(
      '{0} in {1}: {2}',
      plural(playbook.rounds.length, 'round'),
      plural(playbook.days, 'day'),
      playbook.rounds.map(({ title }) => title).join(', '),
    ),
    entry,
  };
}

function brokenItem(entry: PlaybookEntry): PlaybookItem {
  const reason = entry.problems.find(({ severity }) => severity === 'error') ?? entry.problems[0];
  return {
    label: `$(error) ${entry.id}`,
    description: reason?.path ?? '',
    detail: reason?.message ?? t('It cannot be read.'),
    entry,
  };
}

/** @param value the name that is proposed. */
export async function askCompany(value: string): Promise<Answer<string>> {
  return askNameOf(t('Which company is it? Its loop gets a folder with that name.'), value);
}

/** @param value the name that is proposed. */
export async function askRole(value: string): Promise<Answer<string>> {
  return askNameOf(t('For which role?'), value);
}

async function askNameOf(prompt: string, value: string): Promise<Answer<string>> {
  const judge = (text: string) => (text.trim() === '' ? { severity: Wrong, message: t('Write a name.') } : undefined);
  const answer = await textStep({ title: TITLE, hasBack: true, prompt, value, judge });
  return answer?.trim();
}

/** @param value the date that is proposed. */
export async function askFirstContact(playbook: LoadedPlaybook, value: string): Promise<Answer<string>> {
  const answer = await textStep({
    title: TITLE,
    hasBack: true,
    prompt: t('The day of first contact with {0}, as YYYY-MM-DD: day 1 of {1}.', playbook.company, playbook.days),
    value,
    judge: (text) => judgeFirstContact(text, playbook.days),
  });
  return answer === 'back' ? answer : parseDate(answer ?? '');
}

function judgeFirstContact(value: string, days: number): vscode.InputBoxValidationMessage {
  const date = parseDate(value);
  if (date === undefined) return { severity: Wrong, message: notADate() };
  return {
    severity: Info,
    message: t('{0}; the decision is due by {1}.', formatDate(date), formatDate(addDays(date, days - 1))),
  };
}

/** What the plan of a loop that is about to start depends on. */
export interface StartDates {
  readonly playbook: LoadedPlaybook;
  readonly firstContact: string;
  readonly prepareFrom: string | undefined;
  readonly time: WorkTime;
}

interface RoundItem extends vscode.QuickPickItem {
  /** The id of the round whose date is to be given; left out where the dates are as they should be. */
  readonly round?: string;
  /** Whether it only says what does not fit. */
  readonly isWarning?: boolean;
}

/** The rounds whose dates are known. The list shows the dates of all of them, and whether the preparation fits. */
export async function askRounds(
  dates: StartDates,
  known: readonly KnownRound[],
): Promise<Answer<readonly KnownRound[]>> {
  let given = known;
  let last: string | undefined;
  for (;;) {
    const items = roundItems(dates, given);
    const chosen = await pickStep({
      title: TITLE,
      hasBack: true,
      placeholder: t('Do you already know when a round is? Choose it to give its date, or start.'),
      items,
      active: items.find(({ round }) => round !== undefined && round === last),
    });
    if (chosen === 'back' || chosen === undefined) return chosen;
    if (chosen.isWarning) continue;
    if (chosen.round === undefined) return given;
    last = chosen.round;
    const answer = await askRound(dates, given, chosen.round);
    if (answer === undefined) return undefined;
    if (answer !== 'back') given = answer;
  }
}

function planFor({ playbook, firstContact, prepareFrom, time }: StartDates, given: readonly KnownRound[]): Plan {
  return planSchedule({ playbook, firstContact, prepareFrom, rounds: given, ...time });
}

function roundItems(dates: StartDates, given: readonly KnownRound[]): RoundItem[] {
  const plan = planFor(dates, given);
  const warnings = plan.problems.flatMap(({ message }) => warningItems(message));
  return [
    {
      label: `$(check) ${t('Start with these dates')}`,
      detail:
        warnings.length === 0
          ? t('The preparation fits the time you have each day.')
          : `$(warning) ${t('Not everything fits: see the end of this list.')}`,
    },
    { label: t('Rounds'), kind: vscode.QuickPickItemKind.Separator },
    ...plan.rounds.map(({ id, date, time }): RoundItem => {
      const isKnown = given.some((round) => round.id === id);
      const when = `${formatShortDate(date)}${time === undefined ? '' : `, ${time}`}`;
      return {
        label: `$(${isKnown ? 'pinned' : 'calendar'}) ${roundTitleIn(dates, id)}`,
        description: `${when} · ${isKnown ? t('agreed') : t('from the playbook')}`,
        round: id,
      };
    }),
    ...(warnings.length === 0 ? [] : [{ label: t('What does not fit'), kind: vscode.QuickPickItemKind.Separator }]),
    ...warnings,
  ];
}

function warningItems(message: string): RoundItem[] {
  return rowsOfText(message).map(({ first, second }, row) => ({
    label: `$(${row === 0 ? 'warning' : 'blank'}) ${first}`,
    detail: second,
    isWarning: true,
  }));
}

const roundTitleIn = ({ playbook }: StartDates, id: string): string =>
  playbook.rounds.find((round) => round.id === id)?.title ?? id;

/** The rounds, with the date of one set or removed. */
async function askRound(
  dates: StartDates,
  given: readonly KnownRound[],
  id: string,
): Promise<Answer<readonly KnownRound[]>> {
  const present = given.find((round) => round.id === id);
  const planned = planFor(dates, given).rounds.find((round) => round.id === id)?.date ?? dates.firstContact;
  const answer = await textStep({
    title: TITLE,
    hasBack: true,
    prompt: t(
      'When is {0}? Date, and time if you know it: {1} 14:30. Leave this empty to let the playbook decide.',
      roundTitleIn(dates, id),
      planned,
    ),
    value: present ? [present.date, present.time ?? ''].join(' ').trim() : planned,
    judge: (text) => judgeRound(text, dates, given, id),
  });
  if (answer === 'back' || answer === undefined) return answer;
  const others = given.filter((round) => round.id !== id);
  const moment = parseMoment(answer);
  return moment ? [...others, { id, ...moment }] : others;
}

function parseMoment(text: string): { readonly date: string; readonly time: string | undefined } | undefined {
  const [day = '', clock, ...rest] = text.trim().split(/[\sT,]+/u);
  const date = parseDate(day);
  const time = clock === undefined ? undefined : parseTime(clock);
  if (date === undefined || rest.length > 0 || (clock !== undefined && time === undefined)) return undefined;
  return { date, time };
}

function judgeRound(
  text: string,
  dates: StartDates,
  given: readonly KnownRound[],
  id: string,
): vscode.InputBoxValidationMessage {
  if (text.trim() === '') return { severity: Info, message: t('The playbook decides.') };
  const moment = parseMoment(text);
  if (!moment)
    return { severity: Wrong, message: t('Write a date as YYYY-MM-DD and a time as HH:MM, such as 2026-11-30 14:30.') };
  const far = farDate(moment.date, dates.firstContact);
  if (far !== undefined) return { severity: Wrong, message: far };
  const { problems } = planFor(dates, [...given.filter((round) => round.id !== id), { id, ...moment }]);
  const wrong = problems.find(({ code, round }) => code !== 'overload' && round === id);
  if (wrong) return { severity: Warning, message: wrong.message };
  return {
    severity: Info,
    message: joined([formatDate(moment.date), moment.time ?? ''], ', '),
  };
}

/** Asks for a folder name for a second loop of one playbook. @param check what is wrong with a name. */
export function askName(
  proposal: string,
  check: (name: string) => Promise<string | undefined>,
): Promise<Answer<string>> {
  return textStep({
    title: TITLE,
    hasBack: true,
    prompt: t(
      'There is already a loop from this playbook with a different first contact. Name the folder for the new one:',
    ),
    value: proposal,
    judge: async (text) => {
      const message = await check(text);
      return message === undefined ? undefined : { severity: Wrong, message };
    },
  });
}

/** What to keep out of git, the most private first where it is published; undefined when the user left the question. */
export async function askKeepOut({ remote, prep }: Repository): Promise<Answer<{ readonly kept: KeptOut }>> {
  const added = (kept: KeptOut): string => ignoreLines(kept, prep).join('” + “');
  const published = remote === undefined ? '' : t('Stories and sessions would be published on {0}.', remote);
  const offers = {
    label: `$(lock) ${t('Keep offers out of git')}`,
    detail: joined([t('Adds “{0}” to .gitignore.', added('offers')), published], ' '),
    kept: 'offers' as const,
  };
  const all = {
    label: `$(lock) ${t('Keep all of {0} out of git', `${prep === '' ? '.' : prep}/`)}`,
    detail: t('Adds “{0}” to .gitignore. Then git keeps no copy of it: back it up yourself.', added('all')),
    kept: 'all' as const,
  };
  const nothing = {
    label: t('Leave .gitignore as it is'),
    detail:
      remote === undefined ? '' : t('Stories, sessions and offers would be published on {0} when you push.', remote),
    kept: 'nothing' as const,
  };
  const placeholder =
    remote === undefined
      ? t('This folder is in a git repository. What should stay out of it?')
      : t('This repository is published on {0}. What should stay out of it?', remote);
  const items = remote === undefined ? [offers, all, nothing] : [all, offers, nothing];
  return pickStep({ title: TITLE, hasBack: true, placeholder, items });
}
