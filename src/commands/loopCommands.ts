/** `prepLoop.startLoop`: from a playbook and a date to a folder of files, and on to the first thing to do. */
import * as vscode from 'vscode';
import { addDays, dateAt, parseDate, parseTime } from '../core/days/dates';
import { KEPT_OUT, type KeptOut } from '../core/loop/keepOut';
import type { KnownRound } from '../core/loop/startFiles';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { Clock, Logger } from '../core/ports';
import { farDate } from '../core/schedule/farDate';
import { slug } from '../core/slug';
import { plural } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PlaybookEntry, PrepRoot, PrepStore, TextFiles } from '../store/api';
import { statOrThrow, uriIn } from '../store/files';
import { keepReviewsMergeable } from '../store/gitRepository';
import { creationRefusal } from '../store/refusals';
import { dayStart, workTimeAt } from '../store/settings';
import { asText, fields } from './decode';
import { rootFor } from './folders';
import { keepOut, repositoryOf } from './gitIgnore';
import { openAt } from './openAt';
import { sayBriefly } from './say';
import { createLoop, siteOf, usableName, type NewLoop } from './startLoop';
import {
  askCompany,
  askFirstContact,
  askKeepOut,
  askRole,
  askName,
  askPlaybook,
  askRounds,
  type StartDates,
} from './startQuestions';

const { t } = vscode.l10n;

/** Progress is shown only for what takes longer than this, in milliseconds. */
const PATIENCE = 300;

export interface LoopCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
  readonly log: Logger;
  /** The machine's time zone, an IANA name. */
  readonly timeZone: string;
  /** Shows a loop in the tracker. */
  reveal(loop: vscode.Uri): Promise<void>;
}

export function registerLoopCommands(parts: LoopCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.startLoop', async (argument) => {
    const asked = fields(argument);
    const root = await rootFor(parts.store, 'loop', t('Start a Loop'), asked['folder'], false);
    const plan = root && (await planFor(parts, root, asked));
    return plan && start(parts, plan);
  });
}

interface StartPlan extends NewLoop {
  /** What is to be kept out of git. */
  readonly kept?: KeptOut | undefined;
}

/** Takes what the argument says; asks for a playbook that it leaves out, and for everything if it says nothing else. */
async function planFor(
  parts: LoopCommandParts,
  root: PrepRoot,
  asked: Readonly<Record<string, unknown>>,
): Promise<StartPlan | undefined> {
  if (asked['playbook'] !== undefined) return decode(parts, root, asked);
  if (asked['firstContact'] === undefined) return ask(parts, root, asText(asked['name']));
  const entry = await askPlaybook(await parts.store.playbooks(root));
  return entry && decode(parts, root, { ...asked, playbook: entry.id });
}

/** What was answered so far. */
interface Answers {
  /** What the loop's folder is to be called; left out, as the playbook. */
  readonly wanted?: string;
  entry?: PlaybookEntry;
  /** The company and the role, where the playbook serves any. */
  company?: string;
  role?: string;
  firstContact?: string;
  rounds?: readonly KnownRound[];
  name?: string;
  kept?: KeptOut | undefined;
}

/** What a question leads to: the next one, the one before, or out of all of them. */
type Way = 'on' | 'back' | 'left' | 'skipped';

/**
 * Asks for everything; undefined when a question was left. A broken playbook is shown instead.
 * @param named the loop's folder, where it is known: one that is to be filled.
 */
async function ask(parts: LoopCommandParts, root: PrepRoot, named?: string): Promise<StartPlan | undefined> {
  const { store, clock, timeZone } = parts;
  const entries = await store.playbooks(root);
  const today = dateAt(clock.now(), timeZone, dayStart());
  const answers: Answers = named === undefined ? {} : { wanted: await folderNamed(parts, root, named) };
  const questions: readonly (() => Promise<Way>)[] = [
    async () => {
      const entry = await askPlaybook(entries);
      if (!entry) return 'left';
      if (answers.entry !== entry) {
        delete answers.rounds;
        delete answers.company;
        delete answers.role;
      }
      answers.entry = entry;
      return 'on';
    },
    async () => {
      if (!answers.entry?.playbook?.anyCompany) return 'skipped';
      const answer = await askCompany(answers.company ?? '');
      if (answer === 'back' || answer === undefined) return answer ?? 'left';
      answers.company = answer;
      return 'on';
    },
    async () => {
      if (!answers.entry?.playbook?.anyCompany) return 'skipped';
      const answer = await askRole(answers.role ?? playbookIn(answers).role);
      if (answer === 'back' || answer === undefined) return answer ?? 'left';
      answers.role = answer;
      return 'on';
    },
    async () => {
      const answer = await askFirstContact(playbookIn(answers), answers.firstContact ?? today);
      if (answer === 'back' || answer === undefined) return answer ?? 'left';
      answers.firstContact = answer;
      return 'on';
    },
    async () => {
      const answer = await askRounds(datesOf(root, answers, today), answers.rounds ?? []);
      if (answer === 'back' || answer === undefined) return answer ?? 'left';
      answers.rounds = answer;
      return 'on';
    },
    () => askFreeName(parts, root, answers),
    async () => {
      const repository = await repositoryOf(parts.files, root);
      // What is kept out was decided before.
      if (repository?.kept !== 'nothing') return 'skipped';
      const answer = await askKeepOut(repository);
      if (answer === 'back' || answer === undefined) return answer ?? 'left';
      answers.kept = answer.kept;
      return 'on';
    },
  ];
  for (let at = 0, step = 1; at < questions.length; at += step) {
    const way = await questions[at]?.();
    if (way === 'left') return undefined;
    if (way !== 'skipped') step = way === 'back' ? -1 : 1;
    if (at === 0 && answers.entry && !answers.entry.playbook) {
      await openProblem(answers.entry);
      return undefined;
    }
  }
  const { playbook, firstContact, prepareFrom } = datesOf(root, answers, today);
  return {
    root,
    playbook,
    firstContact,
    prepareFrom,
    rounds: answers.rounds ?? [],
    timeZone,
    uri: vscode.Uri.joinPath(root.uri, answers.name ?? nameFor(answers)),
    kept: answers.kept,
  };
}

/** The chosen playbook, for the company and the role that were given. */
function playbookIn({ entry, company, role }: Answers): LoadedPlaybook {
  const playbook = entry?.playbook as LoadedPlaybook;
  return { ...playbook, company: company ?? playbook.company, role: role ?? playbook.role };
}

function datesOf(root: PrepRoot, answers: Answers, today: string): StartDates {
  const playbook = playbookIn(answers);
  const firstContact = answers.firstContact ?? today;
  return {
    playbook,
    firstContact,
    prepareFrom: beginning(playbook, firstContact, today),
    time: workTimeAt(root.folder.uri),
  };
}

/** Preparation begins on the day of Start; in a loop that is over by then it began with the first contact. */
function beginning({ days }: LoadedPlaybook, firstContact: string, today: string): string | undefined {
  return today <= addDays(firstContact, days - 1) && farDate(today, firstContact) === undefined ? today : undefined;
}

/** The name of a loop's folder as it is, or as one can be made of what was given. */
async function folderNamed({ store }: LoopCommandParts, root: PrepRoot, named: string): Promise<string> {
  const loops = await store.loops();
  const known = loops.find((each) => each.root.uri.toString() === root.uri.toString() && each.loop.id === named);
  return known?.loop.id ?? slug(named, '');
}

const nameFor = ({ wanted, company = '', ...answers }: Answers): string =>
  wanted || slug(company, playbookIn(answers).id);

/** Asks for a name where a loop with the intended name already exists. */
async function askFreeName({ files }: LoopCommandParts, root: PrepRoot, answers: Answers): Promise<Way> {
  const playbook = playbookIn(answers);
  const firstContact = answers.firstContact ?? '';
  const isTaken = async (name: string): Promise<boolean> =>
    (await siteOf(files, root, name, playbook.id, firstContact)) === 'other';
  delete answers.name;
  if (!(await isTaken(nameFor(answers)))) return 'skipped';
  const proposal = await usableName(files, root, nameFor(answers), playbook.id, firstContact);
  const answer = await askName(proposal, async (text) =>
    slug(text, '') === '' || (await isTaken(slug(text, '')))
      ? t('Choose another name: it needs a letter or a digit, and must not be taken.')
      : undefined,
  );
  if (answer === 'back' || answer === undefined) return answer ?? 'left';
  answers.name = slug(answer);
  return 'on';
}

/** Everything from the argument, without a question; undefined where its playbook is broken, which is shown. */
async function decode(
  { store, files, clock, timeZone }: LoopCommandParts,
  root: PrepRoot,
  asked: Readonly<Record<string, unknown>>,
): Promise<StartPlan | undefined> {
  const id = asText(asked['playbook']) ?? '';
  const entries = await store.playbooks(root);
  const entry =
    entries.find((candidate) => candidate.id === id && candidate.playbook) ??
    entries.find((candidate) => candidate.id === id);
  if (!entry?.playbook) {
    if (!entry) {
      const all = entries.map((candidate) => candidate.id).join(', ');
      throw new Refusal('argument', t('There is no playbook “{0}”. Choose one of: {1}.', id, all));
    }
    void openProblem(entry);
    return undefined;
  }
  const [company, role] = [asText(asked['company']), asText(asked['role'])];
  const playbook = playbookIn({ entry, ...(company && { company }), ...(role && { role }) });
  const given = asked['firstContact'];
  const firstContact = given === undefined ? dateAt(clock.now(), timeZone, dayStart()) : parseDate(String(given));
  if (firstContact === undefined) {
    const message = t('“{0}” is not a calendar day: write the first contact as YYYY-MM-DD.', String(given));
    throw new Refusal('argument', message);
  }
  const wanted = asText(asked['name']);
  if (wanted !== undefined && slug(wanted, '') === '')
    throw new Refusal('argument', t('“{0}” is not a name for a loop: it needs a letter or a digit.', wanted));
  const name = await usableName(files, root, wanted ?? company ?? playbook.id, playbook.id, firstContact);
  return {
    root,
    playbook,
    firstContact,
    prepareFrom: decodeBeginning(
      asked['prepareFrom'],
      playbook,
      firstContact,
      dateAt(clock.now(), timeZone, dayStart()),
    ),
    rounds: decodeRounds(asked['rounds'], playbook, firstContact),
    timeZone,
    uri: vscode.Uri.joinPath(root.uri, name),
    kept: decodeKeptOut(asked['keepOut']),
  };
}

function decodeKeptOut(given: unknown): KeptOut | undefined {
  const kept = KEPT_OUT.find((each) => each === given);
  if (given === undefined || kept !== undefined) return kept;
  throw new Refusal('argument', t('“keepOut” is one of {0}, not “{1}”.', KEPT_OUT.join(', '), String(given)));
}

function decodeBeginning(
  given: unknown,
  playbook: LoadedPlaybook,
  firstContact: string,
  today: string,
): string | undefined {
  if (given === undefined) return beginning(playbook, firstContact, today);
  const date = parseDate(String(given));
  if (date !== undefined && beginning(playbook, firstContact, date) !== undefined) return date;
  const message = t('“{0}” is not a date before the loop’s end: write “prepareFrom” as YYYY-MM-DD.', String(given));
  throw new Refusal('argument', message);
}

/** The dates of rounds that are known: a list of `{ id, date, time? }`. */
function decodeRounds(given: unknown, { rounds }: LoadedPlaybook, firstContact: string): KnownRound[] {
  // The command has already checked that it is such a list.
  if (!Array.isArray(given)) return [];
  const known = given.map((each): KnownRound => {
    const { id, date, time } = fields(each);
    const round = rounds.find((candidate) => candidate.id === id);
    if (!round) {
      const all = rounds.map((candidate) => candidate.id).join(', ');
      throw new Refusal('argument', t('The playbook has no round “{0}”: use one of {1}.', String(id), all));
    }
    const day = parseDate(String(date));
    const wrong =
      day === undefined
        ? t('“{0}” is not a calendar day: write the date of “{1}” as YYYY-MM-DD.', String(date), round.id)
        : farDate(day, firstContact);
    if (day === undefined || wrong !== undefined) throw new Refusal('argument', wrong ?? '');
    const at = time === undefined ? undefined : parseTime(String(time));
    if (time !== undefined && at === undefined)
      throw new Refusal('argument', t('“{0}” is not a time: write it as HH:MM.', String(time)));
    return { id: round.id, date: day, time: at };
  });
  const twice = known.find(({ id }, index) => known.findIndex((each) => each.id === id) < index);
  if (twice) throw new Refusal('argument', t('“rounds” has the round “{0}” twice.', twice.id));
  return known;
}

async function start(parts: LoopCommandParts, plan: StartPlan): Promise<vscode.Uri> {
  const { files, log, store } = parts;
  const isThere = (await statOrThrow(plan.uri)) !== undefined;
  try {
    const created = await patiently(t('Starting the loop…'), createLoop(files, plan));
    const repository = plan.kept === undefined ? undefined : await repositoryOf(files, plan.root);
    if (repository && plan.kept !== undefined) await keepOut(files, repository, plan.kept);
    if (plan.kept !== 'all') await keepReviewsMergeable(files, plan.root);
    log.info(`Started the loop ${plan.uri.toString()}: ${created} files created.`);
    if (isThere) sayBriefly(whatWasAdded(created, vscode.workspace.asRelativePath(plan.uri, false)));
  } catch (error) {
    throw creationRefusal('loop', plan.root.uri, error);
  }
  await openFirst(store, plan.uri);
  await parts.reveal(plan.uri);
  return plan.uri;
}

/** What starting a loop again did. */
function whatWasAdded(created: number, folder: string): string {
  if (created === 0) return t('“{0}” already has all its files: nothing was changed.', folder);
  return t('“{0}” already existed: {1} added, and the rest is unchanged.', folder, plural(created, 'missing file'));
}

/** Opens the preparation at its first open item. */
async function openFirst(store: PrepStore, loop: vscode.Uri): Promise<void> {
  const items = (await store.findLoop(loop))?.loop.preparation?.items;
  if (!items) return openAt(vscode.Uri.joinPath(loop, 'loop.md'));
  await openAt(vscode.Uri.joinPath(loop, 'preparation.md'), {
    line: items.find(({ checked }) => !checked)?.line,
    preview: false,
  });
}

async function openProblem(entry: PlaybookEntry): Promise<void> {
  const problem = entry.problems.find(({ severity }) => severity === 'error') ?? entry.problems[0];
  const message = t('The playbook “{0}” cannot be used: {1}', entry.id, problem?.message ?? t('it cannot be read.'));
  const path = problem?.path ?? 'playbook.json';
  await openAt(uriIn(entry.uri, path), { start: problem?.start });
  void vscode.window.showErrorMessage(message);
}

/** Waits for a job, and shows progress in the tracker when it takes longer than a moment. */
async function patiently<T>(title: string, job: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, PATIENCE, 'late')));
  try {
    if ((await Promise.race([job, late])) === 'late') {
      await vscode.window.withProgress({ location: { viewId: 'prepLoop.tracker' }, title }, () => job);
    }
  } finally {
    clearTimeout(timer);
  }
  return job;
}
