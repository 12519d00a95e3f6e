/** `prepLoop.exportLoopPack`: a whole loop as one HTML file to print or give away. */
import * as vscode from 'vscode';
import type { BriefStory } from '../core/brief/briefFacts';
import { storiesOfBrief } from '../core/brief/briefStories';
import { CHEAT_SHEET, QUESTIONS_FILE } from '../core/loop/parseFile';
import { loopPackHtml } from '../core/loopPack/loopPackHtml';
import {
  LOOP_PACK_PARTS,
  LOOP_PACK_TITLES,
  OPEN_PARTS,
  PRIVATE_PARTS,
  type LoopPackFacts,
  type LoopPackPart,
} from '../core/loopPack/loopPackModel';
import { loopPackName } from '../core/pack/packFiles';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { briefStory, type BriefSource } from '../store/briefSource';
import type { LocatedStory, StoryStore } from '../store/storyStore';
import { timeZoneOf } from '../store/today';
import { fields } from './decode';
import { exportPages, exportPlace } from './exportPlace';
import { decodeLoopArgument, loopToUse } from './loopArgument';
import { freshStories, storiesNamed } from './namedStories';

const { t } = vscode.l10n;
const TITLE = t('Export Loop Pack');

export interface LoopPackParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly stories: StoryStore;
  readonly briefs: BriefSource;
}

export function registerLoopPackCommand(parts: LoopPackParts): vscode.Disposable {
  return registerCommand('prepLoop.exportLoopPack', (argument) => exportLoopPack(parts, argument));
}

async function exportLoopPack(parts: LoopPackParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const located = await loopToUse(parts.store, argument, TITLE);
  if (!located) return undefined;
  const isAsking =
    decodeLoopArgument(argument) === undefined || given['located'] !== undefined || given['ask'] === true;
  const include = decodeInclude(given['include']) ?? (isAsking ? await askParts() : OPEN_PARTS);
  if (!include) return undefined;
  const all = await freshStories(parts.stories, located);
  const facts = await factsOf(parts, located);
  const named = given['stories'];
  const stories = Array.isArray(named)
    ? storiesNamed(all, named)
    : isAsking && include.includes('stories')
      ? await askStories(all, facts.stories)
      : undefined;
  if (isAsking && !stories && include.includes('stories')) return undefined;
  const { html, notes } = loopPackHtml(stories ? { ...facts, stories: stories.map(briefStory) } : facts, include);
  return exportPages(
    parts.files,
    { html },
    exportPlace(located, argument, {
      title: TITLE,
      name: loopPackName,
      isAsking,
    }),
    (page) => [t('{0} is written. Open it in a browser to read or print it.', page), ...notes].join(' '),
  );
}

/** @throws Refusal where a part is named that there is not. */
function decodeInclude(value: unknown): readonly LoopPackPart[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const named: readonly unknown[] = value;
  const wrong = named.find((name) => !LOOP_PACK_PARTS.some((part) => part === name));
  if (wrong !== undefined)
    throw new Refusal(
      'argument',
      t('A loop pack has no part “{0}”: use {1}. Nothing was written.', String(wrong), LOOP_PACK_PARTS.join(', ')),
    );
  return LOOP_PACK_PARTS.filter((part) => named.includes(part));
}

/** What goes into the pack; what is private is not ticked. */
async function askParts(): Promise<readonly LoopPackPart[] | undefined> {
  const items = LOOP_PACK_PARTS.map((part) => {
    const isPrivate = PRIVATE_PARTS.some((each) => each === part);
    return {
      label: LOOP_PACK_TITLES[part],
      description: isPrivate ? t('private') : '',
      picked: !isPrivate,
      part,
    };
  });
  const placeHolder = t('What goes into it? What is private stays out unless you tick it.');
  const options = { title: TITLE, placeHolder, canPickMany: true, ignoreFocusOut: true } as const;
  const chosen = await vscode.window.showQuickPick(items, options);
  return chosen?.map(({ part }) => part);
}

async function askStories(
  all: readonly LocatedStory[],
  usual: readonly BriefStory[],
): Promise<readonly LocatedStory[] | undefined> {
  if (all.length === 0) return [];
  const names = new Set(usual.map(({ name }) => name));
  const items = all.map((story) => ({
    label: story.story.title ?? story.name,
    picked: names.has(story.name),
    story,
  }));
  const placeHolder = t('Which stories? Those on the rounds’ pages are ticked.');
  const options = { title: TITLE, placeHolder, canPickMany: true, ignoreFocusOut: true } as const;
  return (await vscode.window.showQuickPick(items, options))?.map(({ story }) => story);
}

/** The pages are those of the rounds that are still to come, or of all where none is. */
async function factsOf({ briefs }: LoopPackParts, located: LocatedLoop): Promise<LoopPackFacts> {
  const { loop } = located;
  const planned = loop.rounds.filter(({ status }) => status === 'planned');
  const pages = await briefs.readAll(located, planned.length > 0 ? planned : loop.rounds);
  const scripts = loop.documents.flatMap(({ path }) => {
    const name = path.slice(loop.id.length + 1);
    return name.startsWith('scripts/') ? [briefs.fileOf(located, name)] : [];
  });
  const [first] = pages;
  return {
    loop,
    machineZone: timeZoneOf(undefined),
    briefs: pages,
    stories: [...new Map(pages.flatMap(storiesOfBrief).map((story) => [story.path, story])).values()],
    cheatSheet: await briefs.fileOf(located, CHEAT_SHEET),
    scripts: (await Promise.all(scripts)).flatMap((file) => file ?? []),
    questions: await briefs.fileOf(located, QUESTIONS_FILE),
    offer: first?.offer,
    sessions: first?.sessions ?? [],
  };
}
