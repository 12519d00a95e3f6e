/** `prepLoop.exportPack`: a round as two files for the peer who holds the mock, one to read and one to fill in. */
import * as vscode from 'vscode';
import { makePack, type PackMock } from '../core/pack/pack';
import { packName, packStory } from '../core/pack/packFiles';
import { packHtml } from '../core/pack/packHtml';
import { packMarkdown } from '../core/pack/packMarkdown';
import type { LoadedPlaybook, LoadedRound } from '../core/playbook/loadPlaybook';
import type { Session } from '../core/sessions/sessionModel';
import { registerCommand } from '../editorCommands';
import type { TextFiles } from '../store/api';
import { roundOfPlaybook } from '../store/playbookRound';
import type { LocatedStory, StoryStore } from '../store/storyStore';
import { fields } from './decode';
import { decodeLoopArgument } from './loopArgument';
import { exportPages, exportPlace, type ExportTexts } from './exportPlace';
import { freshStories, storiesNamed } from './namedStories';
import { askStories } from './packQuestions';
import { roundToUse, type LocatedRound } from './roundArgument';
import { findSession, isSessionNamed, type SessionSources } from './sessionArgument';

const { t } = vscode.l10n;

export interface PackCommandParts extends SessionSources {
  readonly files: TextFiles;
  readonly stories: StoryStore;
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
  const content = await roundOfPlaybook(parts.store, found.located, found.round.id);
  // If nothing is named, or the call comes from a menu of the tracker, a person is there to be asked.
  const isAsking =
    (!named && decodeLoopArgument(argument) === undefined) || given['located'] !== undefined || given['ask'] === true;
  const stories = await storiesToPack(parts, found, given['stories'], isAsking);
  if (!stories) return undefined;
  const mock = mockOf(found, named?.session);
  const place = exportPlace(found.located, argument, {
    title: t('Pack a Round for a Peer'),
    name: (number) => packName(found.round.id, mock.peer, number),
    isAsking,
    loses: t('What a peer wrote into the Markdown file would be lost: import the scores first.'),
  });
  return exportPages(parts.files, packTexts(content, mock, stories), place, (page, form) =>
    t('Send your peer {0} to read, and {1} to fill in and send back.', page, form),
  );
}

/** The stories that are named, by file or by name; a person is asked. Only stories that were chosen are taken. */
async function storiesToPack(
  { stories }: PackCommandParts,
  { located, round }: LocatedRound,
  named: unknown,
  isAsking: boolean,
): Promise<readonly LocatedStory[] | undefined> {
  const all = await freshStories(stories, located);
  if (!Array.isArray(named)) return isAsking ? askStories(all, round.id) : [];
  return storiesNamed(all, named);
}

function mockOf({ located }: LocatedRound, session: Session | undefined): PackMock {
  const { peer, scheduled, prompt } = session ?? {};
  return { peer: peer?.name, date: scheduled?.date, time: scheduled?.time, timeZone: located.loop.timeZone, prompt };
}

function packTexts(
  { playbook, round }: { playbook: LoadedPlaybook; round: LoadedRound },
  mock: PackMock,
  stories: readonly LocatedStory[],
): ExportTexts {
  const pack = makePack(
    playbook,
    round,
    mock,
    stories.map(({ name, story }) => packStory(name, story)),
  );
  return { html: packHtml(pack), md: packMarkdown(pack) };
}
