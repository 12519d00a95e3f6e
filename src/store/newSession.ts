/** Writes a session that is new into a file of its own. */
import * as vscode from 'vscode';
import { formatDate } from '../core/days/dates';
import { dayOfSession, sessionFileName } from '../core/sessions/sessionName';
import { writeSession, type NewSession } from '../core/sessions/writeSession';
import type { TextFiles } from './api';
import { creationRefusal, type Created } from './refusals';
import { sessionsOf } from './workspaceSessionStore';

const { t } = vscode.l10n;

/** More sessions of one round in one minute than this are a mistake. */
const MOST_A_MINUTE = 100;

/**
 * Writes a session that was run into the folder of a loop's sessions, under a name that is free. Gives its file.
 * @param title the file's heading, to which the day is added.
 * @param what it is made for: it decides the words where that fails.
 * @throws Refusal where it cannot be written.
 */
export function createSession(
  files: TextFiles,
  loop: vscode.Uri,
  made: NewSession,
  title: string,
  what: Extract<Created, 'session' | 'transcript'> = 'session',
): Promise<vscode.Uri> {
  return create(files, loop, made, title).catch((error: unknown) => {
    throw creationRefusal(what, loop, error);
  });
}

async function create(files: TextFiles, loop: vscode.Uri, made: NewSession, title: string): Promise<vscode.Uri> {
  const at = dayOfSession(made);
  if (!at) throw new Error('A run has a beginning.');
  const text = writeSession(made, `${title}, ${formatDate(at.date)}`);
  for (let number = 1; number <= MOST_A_MINUTE; number += 1) {
    const uri = vscode.Uri.joinPath(sessionsOf(loop), sessionFileName(made.round, at, number));
    if ((await files.create(uri, text)) === 'created') return uri;
  }
  throw new Error(t('there are already {0} sessions from that minute', MOST_A_MINUTE));
}
