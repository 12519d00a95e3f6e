/** Saving a practice run as a session, and giving one up. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { ContextKey } from '../contextKey';
import { formatDate } from '../core/days/dates';
import { roundTitle } from '../core/loop/loopModel';
import type { Clock, Logger } from '../core/ports';
import { againEdits, homeOf, runEdits, sessionOfRun, type SaveDetails } from '../core/practice/fromRun';
import type { PracticeDraft, RoundPlace } from '../core/practice/draft';
import { elapsedOf, type PracticeRun } from '../core/practice/runs';
import { dayOfSession } from '../core/sessions/sessionName';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, timedRound } from '../core/timer/subject';
import { isActive } from '../core/timer/timer';
import { joined, secondsInClock } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PracticeDrafts, PrepStore, SessionStore, TextFiles } from '../store/api';
import type { Decks } from '../store/decks';
import { createSession } from '../store/newSession';
import { uriIn } from '../store/files';
import { editFile } from '../store/refusals';
import { timeZoneOf } from '../store/today';
import type { PracticeRuns } from '../timer/practiceRuns';
import { takeUpAsking } from '../timer/startTimer';
import type { TimerService } from '../timer/timerService';
import { fields } from './decode';
import { deleteAsking } from './deleteFile';
import { decodeLoopArgument, findNamedLoop } from './loopArgument';
import { decodeRoundArgument, roundToUse } from './roundArgument';
import { findSession } from './sessionArgument';

const { t } = vscode.l10n;

const STATUS_TIME = 6000;

export interface SessionCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly sessions: SessionStore;
  readonly drafts: PracticeDrafts;
  readonly runs: PracticeRuns;
  readonly decks: Decks;
  readonly timer: TimerService;
  readonly clock: Clock;
  readonly log: Logger;
  /** The titles of the prompts that are drawn for a round. */
  promptsOf(place: { readonly loop: string; readonly round: string }): readonly string[];
  /** The round of the active panel. */
  activeRound(): { readonly loop: string; readonly round: string } | undefined;
}

const words = z.string().check(z.maxLength(200_000));
const scores = z.record(words, z.literal([1, 2, 3, 4]));
const saidOfRun = z.object({
  kind: z.optional(z.enum(['solo', 'mock'])),
  peer: z.optional(
    z.union([
      z.pipe(
        words,
        z.transform((name) => ({ name, shipped: undefined })),
      ),
      z.pipe(
        z.object({ name: words, shipped: z.optional(words) }),
        z.transform(({ name, shipped }) => ({ name, shipped })),
      ),
    ]),
  ),
  prompt: z.optional(words),
  scores: z.optional(scores),
  peerScores: z.optional(scores),
  signals: z.optional(z.array(words)),
  notes: z.optional(words),
});

export function registerSessionCommands(parts: SessionCommandParts): vscode.Disposable {
  let saving: Promise<unknown> = Promise.resolve();
  return vscode.Disposable.from(
    registerCommand('prepLoop.saveSession', (argument) => {
      // One after the other: a key that was pressed twice must find the file of the first.
      const saved = saving.then(() => saveSession(parts, argument));
      saving = saved.catch(() => undefined);
      return saved;
    }),
    registerCommand('prepLoop.discardRun', (argument) => discardRun(parts, argument)),
    registerCommand('prepLoop.continueRun', (argument) => continueRun(parts, argument)),
    registerCommand('prepLoop.deleteRun', (argument) => deleteRun(parts, argument)),
    ...keepContext(parts),
  );
}

async function saveSession(parts: SessionCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const decoded = z.safeParse(saidOfRun, fields(argument));
  if (!decoded.success) {
    const at = decoded.error.issues[0]?.path.join('.') ?? '';
    throw new Refusal(
      'argument',
      t('The session was not saved: “{0}” is not valid. Scores are whole numbers from 1 to 4.', at),
    );
  }
  const found = await roundOfRun(parts, argument, t('Save Practice Session'));
  if (!found) return undefined;
  const run = await runToSave(parts, argument, found);
  if (!run) return undefined;
  const named = decodeRoundArgument(argument);
  const isAsking = decoded.data.kind === undefined && (!named || named.isPerson);
  const details = isAsking ? await asMockOrOwn(parts, found, run, decoded.data) : decoded.data;
  if (!details) return undefined;
  const uri = await save(parts, found, run, details);
  vscode.window.setStatusBarMessage(`$(check) ${t('Saved: {0}', vscode.workspace.asRelativePath(uri))}`, STATUS_TIME);
  return uri;
}

/** A round that was run; its file may be gone by now. */
interface RunRound {
  readonly located: LocatedLoop;
  readonly round: { readonly id: string; readonly title: string };
}

/**
 * The round that is named, else that of the active panel, of the timer, of the oldest unsaved run; else one that is
 * chosen.
 */
async function roundOfRun(
  { store, runs, timer, clock, activeRound }: SessionCommandParts,
  argument: unknown,
  title: string,
): Promise<RunRound | undefined> {
  await runs.ready;
  const shot = timer.snapshot();
  const timed = shot?.subject.kind === 'round' ? runs.toSave(shot.subject) : undefined;
  const isLoopNamed = decodeLoopArgument(argument) !== undefined;
  const likely = isLoopNamed ? undefined : (activeRound() ?? timed ?? runs.unsaved()[0]);
  const named = decodeRoundArgument(argument) ?? likely;
  // Its file may have gone meanwhile: the run is saved all the same.
  const located = named && (await store.findLoop(named.loop));
  const left = located && runs.toSave({ loop: located.uri.toString(), round: named.round });
  if (left && !located.loop.rounds.some(({ id }) => id === left.round))
    return { located, round: { id: left.round, title: left.title } };
  return roundToUse(store, clock, named ?? argument, title);
}

/**
 * The run to save. A clock that is running is stopped: a caller that names the round has decided, a person is asked.
 */
async function runToSave(
  { runs, timer }: SessionCommandParts,
  argument: unknown,
  { located, round }: RunRound,
): Promise<PracticeRun | undefined> {
  const place = { loop: located.uri.toString(), round: round.id };
  const left = isForUnsavedRun(argument) ? unsavedRun(runs.unsaved(place), argument) : undefined;
  const run = left ?? runs.toSave(place);
  if (!run) {
    void vscode.window.showInformationMessage(t('There is no run of {0} to save: start its timer first.', round.title));
    return undefined;
  }
  const shot = timer.snapshot();
  if (!shot || !isActive(shot) || shot.startedAt !== run.startedAt || !isSameSubject(shot.subject, timedRound(place)))
    return run;
  const named = decodeRoundArgument(argument);
  if ((!named || (named.isPerson && !left)) && !(await mayStop(round.title))) return undefined;
  timer.stop();
  return runs.toSave(place);
}

async function mayStop(round: string): Promise<boolean> {
  const stop = { label: `$(save) ${t('Stop the clock and save')}` };
  const keep = { label: `$(watch) ${t('Go on with {0}', round)}` };
  return (
    (await vscode.window.showQuickPick([stop, keep], {
      title: t('Save Practice Session'),
      placeHolder: t('{0} is still being timed', round),
    })) === stop
  );
}

/**
 * On the day of a planned mock, a run that was not started as that mock may still be it, so a person is asked.
 * Undefined where they leave the question.
 */
async function asMockOrOwn(
  { drafts, sessions }: SessionCommandParts,
  { located }: RunRound,
  run: PracticeRun,
  said: SaveDetails,
): Promise<SaveDetails | undefined> {
  const noted = run.draft ?? (await drafts.read(run));
  if (noted.mock) return said;
  const made = sessionOfRun(run, noted, said, timeZoneOf(located.loop));
  const home = homeOf(made, undefined, await sessions.sessionsNow(located));
  if (home.kind !== 'planned') return said;
  const peer = home.session.peer?.name ?? t('your peer');
  const own = { label: `$(history) ${t('A practice run of my own')}`, as: 'solo' as const };
  const mock = { label: `$(person) ${t('The mock with {0}', peer)}`, as: 'mock' as const };
  const picked = await vscode.window.showQuickPick([mock, own], {
    title: t('Save Practice Session'),
    placeHolder: t('A mock with {0} is planned for that day. Which was it?', peer),
  });
  return picked && { ...said, kind: picked.as };
}

async function save(
  parts: SessionCommandParts,
  { located, round }: RunRound,
  run: PracticeRun,
  said: SaveDetails,
): Promise<vscode.Uri> {
  const { drafts, runs, sessions, files } = parts;
  const noted = run.draft ?? (await drafts.read(run));
  const made = sessionOfRun(
    run,
    { ...noted, prompt: undefined },
    { prompts: promptsOf(parts, run, noted), ...said },
    timeZoneOf(located.loop),
  );
  const home = homeOf(made, said.kind, await sessions.sessionsNow(located), noted.mock?.path);
  let uri: vscode.Uri;
  if (home.kind === 'new') {
    uri = await createSession(files, located.uri, made, round.title);
  } else {
    uri = uriIn(located.root.uri, home.session.path);
    const change = (text: string) =>
      home.kind === 'planned' ? runEdits(text, made) : againEdits(text, home.session, made, said);
    await editFile(files, uri, change, 'saveSession');
  }
  runs.saved(run);
  // What was noted while the file was written stays, to be saved again.
  if (!run.draft && JSON.stringify(await drafts.read(run)) === JSON.stringify(noted)) await drafts.discard(run);
  return uri;
}

/** What was practised: in a mock the peer's prompt; else what was drawn, also where nothing was noted. */
function promptsOf(parts: SessionCommandParts, run: PracticeRun, noted: PracticeDraft): readonly string[] {
  const named = noted.prompt === undefined ? [] : [noted.prompt];
  if (noted.mock) return named;
  if (run.prompt !== undefined) return titlesOf(run);
  // A run that was begun before a prompt was drawn for it.
  const drawn = parts.promptsOf(run);
  const isDrawn = noted.prompt === undefined ? !run.draft && !run.saved : noted.prompt === drawn[0];
  return isDrawn ? drawn : named;
}

/** Gives up a round's unsaved run and what was noted in it. A person is asked first. */
async function discardRun(parts: SessionCommandParts, argument: unknown): Promise<undefined> {
  const { runs, drafts } = parts;
  const run = await runThatWasLeft(parts, argument, t('Discard Unsaved Practice Run'), (place) => runs.unsaved(place));
  if (!run) return undefined;
  const named = decodeRoundArgument(argument);
  if (!named || named.isPerson) {
    const discard = t('Discard');
    const length = secondsInClock(elapsedOf(run) / 1000);
    const detail = t('Its {0} on the clock and its notes will be lost. No file is changed.', length);
    const answer = await vscode.window.showWarningMessage(
      t('Discard the unsaved practice run of {0}?', run.title),
      { modal: true, detail },
      discard,
    );
    if (answer !== discard) return undefined;
  }
  // Before the clock is reset with it: that would leave the notes to a run.
  if (!run.draft) await drafts.discard(run);
  runs.discard(run);
  return undefined;
}

/** Goes on with a run that the timer has left: reset, or left for another. */
async function continueRun(parts: SessionCommandParts, argument: unknown): Promise<TimerSnapshot | undefined> {
  const { runs, timer } = parts;
  const run = await runThatWasLeft(parts, argument, t('Continue Unsaved Practice Run'), (place) => runs.left(place));
  const taken = run && (await takeUpAsking(timer, { subject: timedRound(run), title: run.title }, run));
  if (run && taken && run.prompt !== undefined) await parts.decks.restore(run, titlesOf(run));
  return taken;
}

/** Deletes the file of a run. */
async function deleteRun(parts: SessionCommandParts, argument: unknown): Promise<undefined> {
  const found = await findSession(parts, argument);
  if (!found) return undefined;
  const { located, session, uri } = found;
  const day = dayOfSession(session)?.date;
  const name = joined([roundTitle(located.loop, session.round), day && formatDate(day)], ', ');
  return deleteAsking(uri, t('Delete the practice run of {0}?', name));
}

/** The unsaved run that is meant; undefined where there is none, which is said before anything is asked. */
async function runThatWasLeft(
  { store, runs, activeRound }: SessionCommandParts,
  argument: unknown,
  title: string,
  runsOf: (place?: RoundPlace) => readonly PracticeRun[],
): Promise<PracticeRun | undefined> {
  await runs.ready;
  const named = decodeRoundArgument(argument);
  const place = named
    ? { loop: (await findNamedLoop(store, named.loop)).uri.toString(), round: named.round }
    : activeRound();
  if (named && place && !named.isPerson) return unsavedRun(runsOf(place), argument);
  const here = place ? runsOf(place) : [];
  const all = here.length > 0 || named ? here : runsOf();
  const [only] = all;
  if (!only) {
    void vscode.window.showInformationMessage(t('There is no unsaved practice run.'));
    return undefined;
  }
  return all.length === 1 || isForUnsavedRun(argument) ? unsavedRun(all, argument) : pickRun(all, title);
}

/** The titles of the prompts that were drawn for a run. */
function titlesOf({ prompt, prompts }: PracticeRun): readonly string[] {
  return prompts ?? (prompt === undefined ? [] : [prompt]);
}

async function pickRun(runs: readonly PracticeRun[], title: string): Promise<PracticeRun | undefined> {
  const picks = runs.map((run) => ({
    label: run.title,
    description: joined([secondsInClock(elapsedOf(run) / 1000), ...titlesOf(run)], ' · '),
    run,
  }));
  return (await vscode.window.showQuickPick(picks, { title, placeHolder: t('Which run?') }))?.run;
}

/** The run that a command was called for, else the oldest. */
function unsavedRun(runs: readonly PracticeRun[], argument: unknown): PracticeRun | undefined {
  const named = namedRun(argument);
  return runs.find(({ startedAt }) => named === undefined || startedAt === named);
}

/** When the run that a command was called for began: by its name, or from its row. */
function namedRun(argument: unknown): number | undefined {
  const { run, row } = fields(argument);
  const named = run ?? fields(row)['run'];
  return typeof named === 'number' ? named : undefined;
}

/** Whether a command was called for an unsaved run, or from the row of one, and not from the round's own. */
function isForUnsavedRun(argument: unknown): boolean {
  return namedRun(argument) !== undefined || fields(fields(argument)['row'])['menu'] === 'unsavedRun';
}

/** Keeps the keys that menus ask: whether there is a run to save, and whether one is unsaved. */
function keepContext({ runs, timer }: SessionCommandParts): vscode.Disposable[] {
  const hasRun = new ContextKey<boolean>('prepLoop.hasRun');
  const hasUnsavedRun = new ContextKey<boolean>('prepLoop.hasUnsavedRun');
  const update = (): void => {
    const unsaved = runs.unsaved().length > 0;
    const shot = timer.snapshot();
    hasRun.set(unsaved || (shot?.subject.kind === 'round' && shot.status !== 'idle'));
    hasUnsavedRun.set(unsaved);
  };
  update();
  void runs.ready.then(update);
  return [timer.onDidChange(update), runs.onDidChange(update)];
}
