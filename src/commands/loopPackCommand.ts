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
import { readOffer } from '../core/offer/readOffer';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { briefStory, type BriefSource } from '../store/briefSource';
import { OFFER_FILE } from '../store/offerStore';
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
  const stories = await storiesToUse(all, facts, { named: given['stories'], include, isAsking });
  if (!stories) return undefined;
  const { html, notes } = loopPackHtml({ ...facts, stories }, include);
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

interface StoryChoice {
  /** As the argument gives them. */
  readonly named: unknown;
  readonly include: readonly LoopPackPart[];
  readonly isAsking: boolean;
}

/** Undefined where the user chose not to go on. Which stories answer a round’s prompts is worked out only if needed. */
async function storiesToUse(
  all: readonly LocatedStory[],
  { briefs }: LoopPackFacts,
  { named, include, isAsking }: StoryChoice,
): Promise<readonly BriefStory[] | undefined> {
  if (Array.isArray(named)) return storiesNamed(all, named).map(briefStory);
  if (!include.includes('stories')) return [];
  const told = new Map(briefs.flatMap(storiesOfBrief).map((story) => [story.path, story]));
  const usual = [...told.values()];
  return isAsking ? (await askStories(all, usual))?.map(briefStory) : usual;
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

/** Without the stories to tell. The pages are those of the rounds that are still to come, or of all where none is. */
async function factsOf({ briefs }: LoopPackParts, located: LocatedLoop): Promise<LoopPackFacts> {
  const { loop } = located;
  const planned = loop.rounds.filter(({ status }) => status === 'planned');
  const pages = await briefs.readAll(located, planned.length > 0 ? planned : loop.rounds);
  const scripts = loop.documents.flatMap(({ path }) => {
    const name = path.slice(loop.id.length + 1);
    return name.startsWith('scripts/') ? [briefs.fileOf(located, name)] : [];
  });
  const [first] = pages;
  const offer = first ? undefined : await briefs.fileOf(located, OFFER_FILE);
  return {
    loop,
    machineZone: timeZoneOf(undefined),
    briefs: pages,
    stories: [],
    cheatSheet: await briefs.fileOf(located, CHEAT_SHEET),
    scripts: (await Promise.all(scripts)).flatMap((file) => file ?? []),
    questions: await briefs.fileOf(located, QUESTIONS_FILE),
    // A loop without rounds has no page, and may have pay to keep private.
    offer: first?.offer ?? (offer && { path: offer.path, offer: readOffer(offer.text).offer }),
    sessions: first?.sessions ?? [],
  };
}
