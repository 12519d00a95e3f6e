/** Which session a command was called for. */
import * as vscode from 'vscode';
import { formatShortDate } from '../core/days/dates';
import { roundTitle } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { mocksOf, mockTitle, type MockState } from '../core/sessions/mocks';
import type { Session } from '../core/sessions/sessionModel';
import { SESSIONS_FOLDER } from '../core/sessions/sessionName';
import { runCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, SessionStore } from '../store/api';
import { nameOf, parentOf, pathUnder, uriIn } from '../store/files';
import { todayOf } from '../store/today';
import { asText, asUri, fields } from './decode';
import { decodeLoopArgument, findNamedLoop } from './loopArgument';

const { t } = vscode.l10n;

export interface SessionSources {
  readonly store: PrepStore;
  readonly sessions: SessionStore;
  readonly clock: Clock;
}

/** A session, its file and its loop. */
export interface LocatedSession {
  readonly located: LocatedLoop;
  readonly session: Session;
  readonly uri: vscode.Uri;
}

/** A mock, and what becomes of it on the day it is. */
export interface LocatedMock extends LocatedSession {
  readonly state: MockState;
}

export function sessionUri({ root }: LocatedLoop, { path }: Pick<Session, 'path'>): vscode.Uri {
  return uriIn(root.uri, path);
}

/** A row of the tracker names its file: a session's says which mock is meant, a round's does not. */
export function isSessionNamed({ session, uri, loop }: Readonly<Record<string, unknown>>): boolean {
  const file = asUri(uri);
  if (file && loop === undefined) return true;
  return session !== undefined || (file !== undefined && nameOf(parentOf(file)) === SESSIONS_FOLDER);
}

/**
 * The session that an argument names, by its file's Uri or by its loop and its path in the prep folder; undefined where
 * it names none.
 * @throws Refusal where what it names is not there.
 */
export async function findSession(
  { store, sessions }: SessionSources,
  argument: unknown,
): Promise<LocatedSession | undefined> {
  const given = fields(argument);
  const path = asText(given['session']);
  const uri = asUri(given['session']) ?? (path === undefined ? asUri(given['uri']) : undefined);
  if (uri) {
    const located = (await store.loops()).find((each) => pathUnder(each.uri, uri) !== undefined);
    const session =
      located &&
      (await sessions.sessions(located)).find((each) => sessionUri(located, each).toString() === uri.toString());
    if (!located || !session)
      throw new Refusal('absent', t('“{0}” is not a session of a loop.', vscode.workspace.asRelativePath(uri)));
    return { located, session, uri };
  }
  const loop = decodeLoopArgument(argument);
  if (path === undefined) return undefined;
  if (loop === undefined) throw new Refusal('argument', t('Give the “loop” of the session “{0}” as well.', path));
  const located = await findNamedLoop(store, loop);
  const session = (await sessions.sessions(located)).find(
    (each) => each.path === path || each.path.endsWith(`/${path}`),
  );
  if (!session) throw new Refusal('absent', t('The loop “{0}” has no session “{1}”.', located.loop.id, path));
  return { located, session, uri: sessionUri(located, session) };
}

/**
 * The mock that is named, else one of those in the wanted states that the user chooses, undefined where they choose
 * none.
 * @throws Refusal where what is named is not there, or is not a mock.
 */
export async function mockToUse(
  sources: SessionSources,
  argument: unknown,
  title: string,
  wanted: readonly MockState[],
): Promise<LocatedMock | undefined> {
  const found = await findSession(sources, argument);
  if (found === undefined) {
    const loop = decodeLoopArgument(argument);
    return pickMock(sources, title, wanted, loop === undefined ? undefined : await findNamedLoop(sources.store, loop));
  }
  const [mock] = mocksOf([found.session], todayOf(found.located.loop, sources.clock));
  if (mock) return { ...found, state: mock.state };
  const place = vscode.workspace.asRelativePath(found.uri);
  throw new Refusal('absent', t('“{0}” is a practice run without a peer, not a mock.', place));
}

async function pickMock(
  { store, sessions, clock }: SessionSources,
  title: string,
  wanted: readonly MockState[],
  within: LocatedLoop | undefined,
): Promise<LocatedMock | undefined> {
  const all = await Promise.all(
    (within ? [within] : await store.loops()).map(async (located) => {
      const mocks = mocksOf(await sessions.sessions(located), todayOf(located.loop, clock)).filter(({ state }) =>
        wanted.includes(state),
      );
      return mocks.map(({ session, state, date }) => ({
        label: `$(person) ${mockTitle(session, roundTitle(located.loop, session.round))}`,
        description: date === undefined ? '' : formatShortDate(date),
        mock: { located, session, state, uri: sessionUri(located, session) },
      }));
    }),
  );
  const picks = all.flat();
  if (picks.length === 0) {
    const plan = t('Plan a Mock…');
    const answer = await vscode.window.showInformationMessage(t('There is no mock for that: plan one first.'), plan);
    if (answer === plan) await runCommand('prepLoop.planMock');
    return undefined;
  }
  return (await vscode.window.showQuickPick(picks, { title, placeHolder: t('Which mock?'), matchOnDescription: true }))
    ?.mock;
}
