/** Keeps the text of a transcript beside the sessions of its loop, for those who choose to. */
import * as vscode from 'vscode';
import type { CalendarDate } from '../core/days/dates';
import { numbered } from '../core/slug';
import { Refusal } from '../refusal';
import type { TextFiles } from '../store/api';
import { asRefusal } from '../store/refusals';
import type { LocatedRound } from './roundArgument';
import type { ReadSource } from './transcriptSource';

const { t } = vscode.l10n;

/** The folder of a loop that has transcripts, of those who choose to keep them. */
const TRANSCRIPTS_FOLDER = 'transcripts';
/** More copies of one day are a mistake. */
const MOST_KEPT = 50;

/** Keeps a text once. @throws Refusal where it cannot be written, or there are too many of that day. */
export async function keepTranscript(
  files: TextFiles,
  { located, round }: LocatedRound,
  day: CalendarDate,
  { text, name }: ReadSource,
): Promise<void> {
  const ending = /\.(?:vtt|srt)$/iu.exec(name ?? '')?.[0].toLowerCase() ?? '.txt';
  const folder = vscode.Uri.joinPath(located.uri, TRANSCRIPTS_FOLDER);
  for (let number = 1; number <= MOST_KEPT; number += 1) {
    const uri = vscode.Uri.joinPath(folder, `${numbered(`${day}-${round.id}`, number)}${ending}`);
    try {
      if ((await files.create(uri, text)) === 'created' || (await files.read(uri)) === text) return;
    } catch (error) {
      throw asRefusal('edit', uri, error);
    }
  }
  const place = vscode.workspace.asRelativePath(folder, false);
  throw new Refusal(
    'occupied',
    t(
      'The text was not kept: {0} has {1} transcripts of this round on that day. Remove some, then import it again.',
      place,
      MOST_KEPT,
    ),
  );
}
