/** Where an export goes: one file or several of one name, and nothing overwritten that says something else. */
import * as vscode from 'vscode';
import { PACKS_FOLDER } from '../core/pack/packFiles';
import type { LocatedLoop, TextFiles } from '../store/api';
import { nameOf, parentOf, stat } from '../store/files';
import { asRefusal } from '../store/refusals';
import { asUri, fields } from './decode';
import { writeWhole } from './wholeFile';

const { t } = vscode.l10n;

/** More exports of one name than this are a mistake. */
const MOST_OF_A_NAME = 200;
const ENDING = /\.(?:html?|md|txt)$/iu;

/** The files of an export by their endings: `{ html: '<!DOCTYPE…', md: '# …' }`. The first is the one to be chosen. */
export type ExportTexts = Readonly<Record<string, string>>;

interface ExportedFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** What an export says of its place itself. */
interface ExportPlan {
  /** The title of its questions. */
  readonly title: string;
  /** The name of the files without their endings. @param number 2 for the second of that name, and so on. */
  readonly name: (number: number) => string;
  /** Whether a person is there to be asked for the place. */
  readonly isAsking: boolean;
  /** What is lost when files are replaced, in a sentence. */
  readonly loses?: string;
}

interface ExportPlace extends ExportPlan {
  /** Where it goes if no other place is given or chosen. */
  readonly folder: vscode.Uri;
  /** A file, whose ending does not matter, or a folder. */
  readonly target: vscode.Uri | undefined;
  /** Whether files of the target may be replaced unasked. */
  readonly replace: boolean;
}

/** The place of an export of a loop: in the folder for them, unless a command's argument names another. */
export function exportPlace({ uri }: LocatedLoop, argument: unknown, plan: ExportPlan): ExportPlace {
  const { target, replace } = fields(argument);
  return {
    ...plan,
    folder: vscode.Uri.joinPath(uri, PACKS_FOLDER),
    target: asUri(target),
    replace: replace === true,
  };
}

/**
 * Writes pages where they belong, and says so to a person. @param say what was written, in a sentence.
 * @returns the file that was asked for: the first, or the Markdown beside it; undefined where nothing was written.
 */
export async function exportPages(
  files: TextFiles,
  texts: ExportTexts,
  place: ExportPlace,
  say: (page: string, beside: string) => string,
): Promise<vscode.Uri | undefined> {
  const written = (await placeExport(texts, place)) ?? [];
  const [page, beside = page] = written;
  if (!page || !beside) return undefined;
  for (const { uri, text } of written) await writeWhole(files, uri, text);
  if (place.isAsking)
    void tellExported(say(vscode.workspace.asRelativePath(page.uri, false), nameOf(beside.uri)), page.uri);
  return place.target?.path.endsWith('.md') ? beside.uri : page.uri;
}

/** Chooses the files to write; undefined where what is there may not be replaced, or a question was left. */
export async function placeExport(
  texts: ExportTexts,
  place: ExportPlace,
): Promise<readonly ExportedFile[] | undefined> {
  const { title, target, isAsking, replace } = place;
  const free = await freePlace(texts, place);
  const answer = target === undefined && isAsking ? await askPlace(title, free) : { chosen: target };
  if (!answer) return undefined;
  const { chosen } = answer;
  if (!chosen) return free;
  const files = (await isFolder(chosen))
    ? filesIn(chosen, place.name(1), texts)
    : filesIn(parentOf(chosen), nameOf(chosen).replace(ENDING, ''), texts);
  const there = await otherwise(files);
  // The save dialog has already asked about the one file that it knows of.
  const asked = isAsking && target === undefined ? there.filter((uri) => uri.toString() !== chosen.toString()) : there;
  return replace || asked.length === 0 || (await askReplace(asked, place.loses)) ? files : undefined;
}

/** The first name that is free, or has this very export already. */
async function freePlace(texts: ExportTexts, { folder, name }: ExportPlace): Promise<readonly ExportedFile[]> {
  for (let number = 1; ; number += 1) {
    const files = filesIn(folder, name(number), texts);
    if (number === MOST_OF_A_NAME || (await otherwise(files)).length === 0) return files;
  }
}

function filesIn(folder: vscode.Uri, name: string, texts: ExportTexts): readonly ExportedFile[] {
  return Object.entries(texts).map(([ending, text]) => ({
    uri: vscode.Uri.joinPath(folder, `${name}.${ending}`),
    text,
  }));
}

/** What is there and says something else. */
async function otherwise(files: readonly ExportedFile[]): Promise<vscode.Uri[]> {
  const there: vscode.Uri[] = [];
  for (const { uri, text } of files) if (await saysOtherwise(uri, text)) there.push(uri);
  return there;
}

async function saysOtherwise(uri: vscode.Uri, text: string): Promise<boolean> {
  if (!(await stat(uri))) return false;
  if (await isFolder(uri)) return true;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) !== text;
  } catch (error) {
    throw asRefusal('export', uri, error);
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return (((await stat(uri))?.type ?? 0) & vscode.FileType.Directory) !== 0;
}

/** The usual place, or a file chosen in the editor's own dialog. */
async function askPlace(
  title: string,
  [usual]: readonly ExportedFile[],
): Promise<{ readonly chosen: vscode.Uri | undefined } | undefined> {
  if (!usual) return undefined;
  const here = {
    label: t('$(folder) In the loop’s folder'),
    detail: vscode.workspace.asRelativePath(usual.uri, false),
    other: false,
  };
  const elsewhere = { label: t('$(save-as) Another place…'), other: true };
  const answer = await vscode.window.showQuickPick([here, elsewhere], {
    title,
    placeHolder: t('Where to?'),
    ignoreFocusOut: true,
  });
  if (!answer) return undefined;
  if (!answer.other) return { chosen: undefined };
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: usual.uri,
    filters: nameOf(usual.uri).endsWith('.txt') ? { [t('Text')]: ['txt'] } : { HTML: ['html'] },
    title,
  });
  return chosen && { chosen };
}

/** Whether files that are there, and say something else, may be replaced. */
async function askReplace(there: readonly vscode.Uri[], detail: string | undefined): Promise<boolean> {
  const replace = t('Replace');
  const names = there.map(nameOf).join(', ');
  const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
  return (await vscode.window.showWarningMessage(t('Replace {0}?', names), options, replace)) === replace;
}

/** Says what was written, and offers to show it. @param page the HTML file. */
export async function tellExported(message: string, page: vscode.Uri): Promise<void> {
  const reveal = t('Reveal in Explorer View');
  const browser = t('Open in Browser');
  const actions = page.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop ? [browser, reveal] : [reveal];
  const answer = await vscode.window.showInformationMessage(message, ...actions);
  if (answer === reveal) await vscode.commands.executeCommand('revealInExplorer', page);
  if (answer === browser) await vscode.env.openExternal(page);
}
