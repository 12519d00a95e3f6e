/**
 * How long the view of the stories takes to know them all and to hand the editor its rows, by parts of its own, beside
 * reading their files in the same window. They take turns: a busy machine slows all alike.
 */
import * as vscode from 'vscode';
import { performance } from 'node:perf_hooks';
import type { PackedCard } from '../../../src/core/story/storyCard';
import { NodeDisk } from '../../../src/node/nodeDisk';
import { FileCache } from '../../../src/store/fileCache';
import { ParsedStories } from '../../../src/store/parsedStories';
import { StoryStore } from '../../../src/store/storyStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { StoriesTree } from '../../../src/views/storiesTree';
import { StoryArrangement } from '../../../src/views/storyArrangement';
import { Memory } from '../../editor/memory';
import { answering, collectGarbage, inWorkspace } from './support';

const AT_ONCE = 32;
const TURNS = 5;
/** The extension itself finds no stories there. */
const PREP = 'elsewhere';

/** In milliseconds, each turn in its place. */
export interface Indexing {
  /** The files read through `workspace.fs`, and nothing done with them. */
  readonly reading: number[];
  /** The view filled for the first time. */
  readonly first: number[];
  /** The view filled again after a restart. */
  readonly again: number[];
}

/** Lists the stories and reads each file, as fast as `workspace.fs` gives them. */
async function readAll(): Promise<number> {
  const folder = inWorkspace(PREP, 'stories');
  return timed(async () => {
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    for (let from = 0; from < names.length; from += AT_ONCE)
      await Promise.all(
        names
          .slice(from, from + AT_ONCE)
          .map((name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))),
      );
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  await collectGarbage();
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The view of a window that has just opened. @param keeps where it keeps what it knows for the next. */
async function fill(keeps: string): Promise<number> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const none = new vscode.EventEmitter<never>();
  const log = { info: () => undefined, warn: (text: string) => console.error(text) };
  const cards = new FileCache<PackedCard>({ folder: inWorkspace('kept'), name: keeps, version: '1' }, log);
  const store = { roots: [{ folder, uri: inWorkspace(PREP) }], onDidChange: none.event, onDidChangeFile: none.event };
  const files = new WorkspaceTextFiles(new NodeDisk());
  const stories = new StoryStore(store, files, new ParsedStories(), cards);
  const arrangement = new StoryArrangement(new Memory());
  const tree = new StoriesTree(stories, { onDidCheck: none.event, summary: () => undefined }, arrangement);
  const took = await timed(async () => {
    for (const element of await tree.getChildren()) tree.getTreeItem(element);
  });
  await cards.save();
  for (const part of [tree, arrangement, stories, files, cards, none]) part.dispose();
  return took;
}

export const run = (): Promise<void> =>
  answering(async (): Promise<Indexing> => {
    const found: Indexing = { reading: [], first: [], again: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      found.reading.push(await readAll());
      found.first.push(await fill(`kept-${turn}.json`));
      found.again.push(await fill(`kept-${turn}.json`));
    }
    return found;
  });
