/** `prepLoop.startLoop`: from a playbook and a date to a folder of files, and on to the first thing to do. */
import * as vscode from 'vscode';
import { dateAt, parseDate } from '../core/days/dates';
import type { Clock, Logger } from '../core/ports';
import { slug } from '../core/slug';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PlaybookEntry, PrepRoot, PrepStore, TextFiles } from '../store/api';
import { uriIn } from '../store/files';
import { creationRefusal } from '../store/refusals';
import { asText, fields } from './decode';
import { rootFor } from './folders';
import { addIgnoreLine, missingIgnoreLine } from './gitIgnore';
import { openAt } from './openAt';
import { createLoop, siteOf, usableName, type NewLoop } from './startLoop';
import { askFirstContact, askIgnore, askName, askPlaybook } from './startQuestions';

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
  /** The line to add to .gitignore. */
  readonly ignore?: string | undefined;
}

/** From the argument what it says; a playbook that it leaves out is asked for, and all where it says nothing more. */
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

/**
 * Everything from questions; undefined when one was left.
 * @param named the loop's folder, where it is known: one that is to be filled.
 */
async function ask(
  { store, files, clock, timeZone }: LoopCommandParts,
  root: PrepRoot,
  named?: string,
): Promise<StartPlan | undefined> {
  const entry = await askPlaybook(await store.playbooks(root));
  if (!entry) return undefined;
  const { playbook } = entry;
  if (!playbook) {
    await openProblem(entry);
    return undefined;
  }
  const firstContact = await askFirstContact(playbook, dateAt(clock.now(), timeZone));
  if (firstContact === undefined) return undefined;
  const known = (await store.loops()).find(
    (located) => located.root.uri.toString() === root.uri.toString() && located.loop.id === named,
  );
  let name = known?.loop.id ?? slug(named ?? playbook.id, playbook.id);
  if ((await siteOf(files, root, name, playbook.id, firstContact)) === 'other') {
    const proposal = await usableName(files, root, name, playbook.id, firstContact);
    const check = async (text: string): Promise<string | undefined> => {
      const taken =
        (await siteOf(files, root, slug(text, ''), playbook.id, firstContact)) === 'other' || slug(text, '') === '';
      return taken ? t('Choose another name: letters and digits, and none that is there already.') : undefined;
    };
    const given = await askName(proposal, check);
    if (given === undefined) return undefined;
    name = slug(given);
  }
  const line = await missingIgnoreLine(files, root);
  const ignore = line === undefined ? false : await askIgnore(line);
  if (ignore === undefined) return undefined;
  return {
    root,
    playbook,
    firstContact,
    timeZone,
    uri: vscode.Uri.joinPath(root.uri, name),
    ignore: ignore ? line : undefined,
  };
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
      throw new Refusal('argument', t('There is no playbook “{0}”. There are: {1}.', id, all));
    }
    void openProblem(entry);
    return undefined;
  }
  const { playbook } = entry;
  const given = asked['firstContact'];
  const firstContact = given === undefined ? dateAt(clock.now(), timeZone) : parseDate(String(given));
  if (firstContact === undefined) {
    const message = t('“{0}” is not a calendar day: write the first contact as YYYY-MM-DD.', String(given));
    throw new Refusal('argument', message);
  }
  const wanted = asText(asked['name']);
  if (wanted !== undefined && slug(wanted, '') === '')
    throw new Refusal('argument', t('“{0}” is not a name for a loop: it needs a letter or a digit.', wanted));
  const name = await usableName(files, root, wanted ?? playbook.id, playbook.id, firstContact);
  return { root, playbook, firstContact, timeZone, uri: vscode.Uri.joinPath(root.uri, name) };
}

async function start(parts: LoopCommandParts, plan: StartPlan): Promise<vscode.Uri> {
  const { files, log, store } = parts;
  try {
    const created = await patiently(t('Starting the loop…'), createLoop(files, plan));
    if (plan.ignore !== undefined) await addIgnoreLine(files, plan.root, plan.ignore);
    log.info(`Started the loop ${plan.uri.toString()}: ${created} files created.`);
  } catch (error) {
    throw creationRefusal('loop', plan.root.uri, error);
  }
  await openFirst(store, plan.uri);
  await parts.reveal(plan.uri);
  return plan.uri;
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
