/** Planning, holding, moving and deleting mock interviews. */
import * as vscode from 'vscode';
import { formatDate, parseDate, parseTime } from '../core/days/dates';
import { setFrontMatterValue } from '../core/frontMatter/editFrontMatter';
import { findConflict } from '../core/markdown/outline';
import { proposedDay } from '../core/sessions/mocks';
import { EMPTY_SESSION } from '../core/sessions/sessionModel';
import { sessionFileName } from '../core/sessions/sessionName';
import { writeScheduled, writeSession } from '../core/sessions/writeSession';
import { registerCommand, runCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PracticeDrafts, TextFiles } from '../store/api';
import { creationRefusal, editFile } from '../store/refusals';
import { todayOf } from '../store/today';
import { sessionsOf } from '../store/workspaceSessionStore';
import { asText, fields } from './decode';
import { deleteAsking } from './deleteFile';
import { askPeer, askWhen, type When } from './mockQuestions';
import { roundToUse, type LocatedRound } from './roundArgument';
import { sayBriefly } from './say';
import { mockToUse, type SessionSources } from './sessionArgument';

const { t } = vscode.l10n;
const PLAN = t('Plan a Mock');
/** More mocks at one time than this are a mistake. */
const MOST_AT_A_TIME = 50;

export interface MockCommandParts extends SessionSources {
  readonly files: TextFiles;
  readonly drafts: PracticeDrafts;
}

export function registerMockCommands(parts: MockCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.planMock', (argument) => planMock(parts, argument)),
    registerCommand('prepLoop.startMock', (argument) => startMock(parts, argument)),
    registerCommand('prepLoop.rescheduleMock', (argument) => rescheduleMock(parts, argument)),
    registerCommand('prepLoop.deleteMock', (argument) => deleteMock(parts, argument)),
  );
}

async function planMock(parts: MockCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const found = await roundToUse(parts.store, parts.clock, argument, PLAN);
  if (!found) return undefined;
  const given = fields(argument);
  const named = peerOf(given);
  if (!named && given['shipped'] !== undefined)
    throw new Refusal(
      'argument',
      t('The mock was not planned: give the “peer” who shipped “{0}” as well.', String(given['shipped'])),
    );
  const peer = named ?? (await askPeer(PLAN));
  if (!peer) return undefined;
  const today = todayOf(found.located.loop, parts.clock);
  const when = await whenOf(given, undefined, () => askWhen(PLAN, today, proposedDay(found.round.date, today)));
  if (!when) return undefined;
  const uri = await createMock(parts.files, found, peer, when);
  sayBriefly(t('{0} with {1} is planned for {2}.', found.round.title, peer.name, formatDate(when.date)));
  if (!named) void offerPack(uri, peer.name);
  return uri;
}

function peerOf(
  given: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly shipped: string | undefined } | undefined {
  const { name, shipped } = fields(given['peer']);
  const words = asText(given['peer']) ?? asText(name);
  return words === undefined ? undefined : { name: words.trim(), shipped: asText(given['shipped']) ?? asText(shipped) };
}

/**
 * The day and time that are named, else those that are asked for.
 * @param present the day that counts where only a time is named.
 * @throws Refusal where the named ones are wrong.
 */
async function whenOf(
  { date, time }: Readonly<Record<string, unknown>>,
  present: string | undefined,
  ask: () => Promise<When | undefined>,
): Promise<When | undefined> {
  if (date === undefined && time === undefined) return ask();
  const wanted = date ?? present;
  if (wanted === undefined) throw new Refusal('argument', t('Give a “date” with the “time” {0}.', String(time)));
  const [day, hour] = [parseDate(String(wanted)), time === undefined ? undefined : parseTime(String(time))];
  if (day !== undefined && (time === undefined || hour !== undefined)) return { date: day, time: hour };
  const message =
    day === undefined
      ? t('“{0}” is not a calendar day: write it as YYYY-MM-DD.', String(wanted))
      : t('“{0}” is not a time: write it as HH:MM.', String(time));
  throw new Refusal('argument', message);
}

async function createMock(
  files: TextFiles,
  { located, round }: LocatedRound,
  peer: { name: string; shipped: string | undefined },
  when: When,
): Promise<vscode.Uri> {
  const text = writeSession(
    {
      ...EMPTY_SESSION,
      round: round.id,
      kind: 'mock',
      peer,
      scheduled: when,
    },
    t('{0}: mock with {1}', round.title, peer.name),
  );
  try {
    for (let number = 1; number <= MOST_AT_A_TIME; number += 1) {
      const uri = vscode.Uri.joinPath(sessionsOf(located.uri), sessionFileName(round.id, when, number));
      if ((await files.create(uri, text)) === 'created') return uri;
    }
    throw new Error(t('there are already {0} mocks at that time.', MOST_AT_A_TIME));
  } catch (error) {
    throw creationRefusal('mock', located.uri, error);
  }
}

async function offerPack(uri: vscode.Uri, peer: string): Promise<void> {
  const pack = t('Pack the Round…');
  const answer = await vscode.window.showInformationMessage(
    t('The mock with {0} is planned. Your peer needs the prompts, the rubric and a score sheet.', peer),
    pack,
  );
  if (answer === pack) await runCommand('prepLoop.exportPack', { session: uri, ask: true });
}

/** Opens the round's panel and starts its clock; the run, saved as a mock, fills this mock's file. */
async function startMock(parts: MockCommandParts, argument: unknown): Promise<undefined> {
  const mock = await mockToUse(parts, argument, t('Start a Mock'), ['planned', 'overdue']);
  if (!mock) return undefined;
  const { located, session } = mock;
  const today = todayOf(located.loop, parts.clock);
  // A run belongs to the mock of its day, so a mock held on another day than planned is moved there first.
  if (session.scheduled?.date !== today) await move(parts, mock.uri, { date: today, time: undefined });
  const round = { loop: located.uri, round: session.round };
  await runCommand('prepLoop.openRound', round);
  const place = { loop: located.uri.toString(), round: session.round };
  // A solo run that is still on is not this mock: it is left as an unsaved run.
  if ((await parts.drafts.read(place)).mock?.path !== session.path) await runCommand('prepLoop.stopTimer', round);
  // Another running timer is not stopped without asking; the peer says when to begin.
  const timed = await runCommand('prepLoop.startTimer', { ...round, ask: true, atOnce: true });
  const held = { path: session.path, peer: session.peer?.name ?? '' };
  if (timed) await parts.drafts.change(place, { mock: held });
  return undefined;
}

async function rescheduleMock(parts: MockCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const title = t('Reschedule a Mock');
  const mock = await mockToUse(parts, argument, title, ['planned', 'overdue']);
  if (!mock) return undefined;
  const { session, located } = mock;
  const today = todayOf(located.loop, parts.clock);
  const round = located.loop.rounds.find(({ id }) => id === session.round);
  const when = await whenOf(fields(argument), session.scheduled?.date, () =>
    askWhen(title, today, proposedDay(round?.date, today), session.scheduled),
  );
  if (!when) return undefined;
  await move(parts, mock.uri, when);
  sayBriefly(t('The mock is now on {0}.', formatDate(when.date)));
  return mock.uri;
}

/** Changes the one value that says when. The file keeps its name, so that links to it still work. */
async function move({ files }: MockCommandParts, uri: vscode.Uri, when: When): Promise<void> {
  await editFile(files, uri, (text) =>
    findConflict(text) ? undefined : setFrontMatterValue(text, 'scheduled', writeScheduled(when)),
  );
}

async function deleteMock(parts: MockCommandParts, argument: unknown): Promise<undefined> {
  const mock = await mockToUse(parts, argument, t('Delete a Mock'), ['planned', 'overdue', 'unscored', 'done']);
  if (!mock) return undefined;
  const { session, uri } = mock;
  const question = session.peer ? t('Delete the mock with {0}?', session.peer.name) : t('Delete the mock?');
  return deleteAsking(uri, question);
}
