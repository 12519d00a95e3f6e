/** Reads a transcript from where it was chosen. */
import * as vscode from 'vscode';
import { decodeTranscript, tooLongProblem } from '../core/transcript/decodeTranscript';
import { readTranscript } from '../core/transcript/readTranscript';
import type { Transcript } from '../core/transcript/transcriptModel';
import { Refusal } from '../refusal';
import type { TextFiles } from '../store/api';
import { nameOf, statOrThrow } from '../store/files';
import { asRefusal, fileRefusal } from '../store/refusals';
import type { ChosenSource } from './transcriptQuestions';

const { t } = vscode.l10n;

/** A transcript, and where it came from. */
export interface ReadSource {
  readonly transcript: Transcript;
  readonly text: string;
  /** The name of its file; undefined for a text. */
  readonly name: string | undefined;
}

/** The transcript that a caller names; undefined where they name none. @throws Refusal where it is none. */
export async function givenSource(
  files: TextFiles,
  uri: vscode.Uri | undefined,
  text: string | undefined,
): Promise<ReadSource | undefined> {
  if (uri) return readChosen(files, { uri });
  return text === undefined ? undefined : readChosen(files, { text });
}

/** @throws Refusal where it is no transcript, which says what to do. */
export async function readChosen(files: TextFiles, chosen: ChosenSource): Promise<ReadSource> {
  const name = 'uri' in chosen ? nameOf(chosen.uri) : undefined;
  const text = 'uri' in chosen ? await readSource(files, chosen.uri) : chosen.text;
  const tooLong = tooLongProblem(text.length);
  const reading = tooLong === undefined ? await whileShown(text, () => readTranscript(text)) : { problem: tooLong };
  if ('transcript' in reading) return { transcript: reading.transcript, text, name };
  throw new Refusal('absent', notRead(name, reading.problem));
}

/** A transcript with fewer characters is worked on before anybody could see that it is. */
const QUICK = 500_000;

/** Works on the text of a transcript; where that takes a while, a notification says so. */
export async function whileShown<T>(text: string, work: () => T): Promise<T> {
  if (text.length < QUICK) return work();
  const options = { location: vscode.ProgressLocation.Notification, title: t('Reading a long transcript…') };
  return vscode.window.withProgress(options, async () => {
    // The window hears of it once this host is free for a moment.
    await new Promise((resolve) => setTimeout(resolve));
    return work();
  });
}

function notRead(name: string | undefined, problem: string): string {
  return name === undefined
    ? t('The transcript was not imported. {0}', problem)
    : t('“{0}” was not imported. {1}', name, problem);
}

/** The text of a file in whatever encoding; what is open and not saved counts. */
async function readSource(files: TextFiles, uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) return (await files.read(uri)) ?? '';
  try {
    const found = await statOrThrow(uri);
    if (!found) throw fileRefusal('open', 'missing', uri);
    // Judged before it is read: a recording may have gigabytes.
    const tooLong = tooLongProblem(found.size);
    if (tooLong !== undefined) throw new Refusal('absent', notRead(nameOf(uri), tooLong));
    const decoded = decodeTranscript(await vscode.workspace.fs.readFile(uri), (bytes, encoding) => {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {
        return undefined;
      }
    });
    if ('text' in decoded) return decoded.text;
    throw new Refusal('absent', notRead(nameOf(uri), decoded.problem));
  } catch (error) {
    throw asRefusal('read', uri, error);
  }
}
