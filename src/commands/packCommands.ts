/** `prepLoop.exportPack`: a round as two files for the peer who holds the mock, one to read and one to fill in. */
import * as vscode from 'vscode';
import { makePack, type PackMock } from '../core/pack/pack';
import { packName, packStory, PACKS_FOLDER } from '../core/pack/packFiles';
import { packHtml } from '../core/pack/packHtml';
import { packMarkdown } from '../core/pack/packMarkdown';
import type { LoadedPlaybook, LoadedRound } from '../core/playbook/loadPlaybook';
import type { Session } from '../core/sessions/sessionModel';
import { SESSIONS_FOLDER } from '../core/sessions/sessionName';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore, TextFiles } from '../store/api';
import { nameOf, parentOf, stat } from '../store/files';
import type { LocatedStory, StoryStore } from '../store/storyStore';
import { asUri, fields } from './decode';
import { decodeLoopArgument } from './loopArgument';
import { askPlace, askReplace, askStories, type PackFiles } from './packQuestions';
import { roundToUse, type LocatedRound } from './roundArgument';
import { findSession, type SessionSources } from './sessionArgument';
import { writeWhole } from './wholeFile';

const { t } = vscode.l10n;

/** More packs of one name than this are a mistake. */
const MOST_OF_A_NAME = 200;

export interface PackCommandParts extends SessionSources {
  readonly files: TextFiles;
  readonly stories: StoryStore;
}

interface PackTexts {
  readonly html: string;
  readonly markdown: string;
}

export function registerPackCommand(parts: PackCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.exportPack', (argument) => exportPack(parts, argument));
}

async function exportPack(parts: PackCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const named = isSessionNamed(given) ? await findSession(parts, argument) : undefined;
  const found = await roundToUse(
    parts.store,
    parts.clock,
    named ? { loop: named.located.uri, round: named.session.round } : argument,
    t('Pack a Round for a Peer'),
  );
  if (!found) return undefined;
  const content = await contentOf(parts.store, found);
  // If nothing is named, or the call comes from a menu of the tracker, a person is there to be asked.
  const isAsking =
    (!named && decodeLoopArgument(argument) === undefined) || given['located'] !== undefined || given['ask'] === true;
  const stories = await storiesToPack(parts, found, given['stories'], isAsking);
  if (!stories) return undefined;
  const mock = mockOf(found, named?.session);
  const texts = packTexts(content, mock, stories);
  const files = await targetOf(found, mock, texts, {
    target: asUri(given['target']),
    isAsking,
    replace: given['replace'] === true,
  });
  if (!files) return undefined;
  await writeWhole(parts.files, files.html, texts.html);
  await writeWhole(parts.files, files.markdown, texts.markdown);
  if (isAsking) void tell(files);
  return asUri(given['target'])?.path.endsWith('.md') ? files.markdown : files.html;
}

async function contentOf(
  store: PrepStore,
  { located, round }: LocatedRound,
): Promise<{ playbook: LoadedPlaybook; round: LoadedRound }> {
  const playbook = (await store.playbookOf(located))?.playbook;
  const content = playbook?.rounds.find(({ id }) => id === round.id);
  if (playbook && content) return { playbook, round: content };
  throw new Refusal(
    'absent',
    t(
      'The playbook “{0}” does not have the round “{1}”, so there is nothing to pack.',
      located.loop.playbook,
      round.id,
    ),
  );
}

/** The stories that are named, by file or by name; a person is asked. Only stories that were chosen are taken. */
async function storiesToPack(
  { stories }: PackCommandParts,
  { located, round }: LocatedRound,
  named: unknown,
  isAsking: boolean,
): Promise<readonly LocatedStory[] | undefined> {
  await stories.refreshStories();
  const all = (await stories.stories()).filter(({ root }) => root.uri.toString() === located.root.uri.toString());
  if (!Array.isArray(named)) return isAsking ? askStories(all, round.id) : [];
  const chosen = named.map((name: unknown) =>
    all.find((story) => story.name === name || story.uri.toString() === asUri(name)?.toString()),
  );
  const missing = named.filter((_, index) => chosen[index] === undefined);
  if (missing.length === 0) return chosen.filter((story) => story !== undefined);
  throw new Refusal('absent', t('There is no story “{0}”, so nothing was packed.', String(missing[0])));
}

/** A row of the tracker names its file: a session's says which mock is meant, a round's does not. */
function isSessionNamed({ session, uri, loop }: Readonly<Record<string, unknown>>): boolean {
  const file = asUri(uri);
  if (file && loop === undefined) return true;
  return session !== undefined || (file !== undefined && nameOf(parentOf(file)) === SESSIONS_FOLDER);
}

function mockOf({ located }: LocatedRound, session: Session | undefined): PackMock {
  const { peer, scheduled, prompt } = session ?? {};
  return { peer: peer?.name, date: scheduled?.date, time: scheduled?.time, timeZone: located.loop.timeZone, prompt };
}

function packTexts(
  { playbook, round }: { playbook: LoadedPlaybook; round: LoadedRound },
  mock: PackMock,
  stories: readonly LocatedStory[],
): PackTexts {
  const pack = makePack(
    playbook,
    round,
    mock,
    stories.map(({ name, story }) => packStory(name, story)),
  );
  return { html: packHtml(pack), markdown: packMarkdown(pack) };
}

interface TargetOptions {
  readonly target: vscode.Uri | undefined;
  readonly isAsking: boolean;
  readonly replace: boolean;
}

/** Where the files go; undefined where what is there may not be replaced, or a question was left. */
async function targetOf(
  { located, round }: LocatedRound,
  { peer }: PackMock,
  texts: PackTexts,
  { target, isAsking, replace }: TargetOptions,
): Promise<PackFiles | undefined> {
  const folder = vscode.Uri.joinPath(located.uri, PACKS_FOLDER);
  const free = await freePlace(folder, round.id, peer, texts);
  const place = target === undefined && isAsking ? await askPlace(free.html) : { chosen: target };
  if (!place) return undefined;
  if (!place.chosen) return free;
  const files = (await isFolder(place.chosen))
    ? filesIn(place.chosen, packName(round.id, peer))
    : filesIn(parentOf(place.chosen), nameOf(place.chosen).replace(/\.(?:html?|md)$/iu, ''));
  const there = await otherwise(files, texts);
  // The save dialog has already asked about the one file that it knows of.
  const asked =
    isAsking && target === undefined ? there.filter((uri) => uri.toString() !== place.chosen?.toString()) : there;
  return replace || asked.length === 0 || (await askReplace(asked)) ? files : undefined;
}

/** The first name that is free, or has this very pack already. */
async function freePlace(
  folder: vscode.Uri,
  round: string,
  peer: string | undefined,
  texts: PackTexts,
): Promise<PackFiles> {
  for (let number = 1; ; number += 1) {
    const files = filesIn(folder, packName(round, peer, number));
    if (number === MOST_OF_A_NAME || (await otherwise(files, texts)).length === 0) return files;
  }
}

function filesIn(folder: vscode.Uri, name: string): PackFiles {
  return { html: vscode.Uri.joinPath(folder, `${name}.html`), markdown: vscode.Uri.joinPath(folder, `${name}.md`) };
}

/** The existing files that say something else. */
async function otherwise({ html, markdown }: PackFiles, texts: PackTexts): Promise<vscode.Uri[]> {
  const differs = async (uri: vscode.Uri, text: string): Promise<boolean> => {
    if (!(await stat(uri))) return false;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) !== text;
  };
  return [
    ...((await differs(html, texts.html)) ? [html] : []),
    ...((await differs(markdown, texts.markdown)) ? [markdown] : []),
  ];
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return (((await stat(uri))?.type ?? 0) & vscode.FileType.Directory) !== 0;
}

async function tell({ html, markdown }: PackFiles): Promise<void> {
  const reveal = t('Reveal in Explorer View');
  const browser = t('Open in Browser');
  const message = t(
    'Send your peer {0} to read, and {1} to fill in and send back.',
    vscode.workspace.asRelativePath(html, false),
    nameOf(markdown),
  );
  const actions = html.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop ? [browser, reveal] : [reveal];
  const answer = await vscode.window.showInformationMessage(message, ...actions);
  if (answer === reveal) await vscode.commands.executeCommand('revealInExplorer', html);
  if (answer === browser) await vscode.env.openExternal(html);
}
