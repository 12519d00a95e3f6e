/** The user's stories, read and kept in step with the files; of them, only those that changed are read again. */
import * as vscode from 'vscode';
import { parseStory, type Story } from '../core/story/parse';
import { Owner } from '../lifecycle';
import type { PrepRoot, PrepStore } from './api';
import { list, nameOf, pathUnder, stat } from './files';
import { openDocument, type WorkspaceTextFiles } from './textFiles';

export const STORIES_FOLDER = 'stories';

/** How many files are read at one time: a workspace can be on another machine. */
const AT_ONCE = 32;

/** A story and where it is. */
export interface LocatedStory {
  readonly root: PrepRoot;
  readonly uri: vscode.Uri;
  /** The file's name without `.md`. */
  readonly name: string;
  /** Offsets are the editor's: a byte-order mark does not count. The same object for as long as the file says the same. */
  readonly story: Story;
}

interface Known extends LocatedStory {
  /** The state of the file that was parsed: an open document's version, or a closed file's time and size. */
  readonly state: string;
}

export class StoryStore extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires a moment after stories changed, came or went. */
  readonly onDidChange = this.didChange.event;

  private known = new Map<string, Known>();
  /** Files that changed since they were read, as far as we heard; undefined: any may have. */
  private touched: Set<string> | undefined;
  private reading: Promise<readonly LocatedStory[]> | undefined;
  private watched = '';
  private readonly watchers: vscode.Disposable[] = [];

  constructor(
    private readonly store: PrepStore,
    private readonly files: WorkspaceTextFiles,
  ) {
    super();
    this._register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.touch(document.uri)));
    this._register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.touch(uri)));
    this._register(files.onDidWrite((uri) => this.touch(uri)));
    this._register(store.onDidChange((changed) => this.refresh(changed)));
    this.watch();
  }

  /** All stories, by root and file name. */
  stories(): Promise<readonly LocatedStory[]> {
    this.reading ??= this.readAll();
    return this.reading;
  }

  override dispose(): void {
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    super.dispose();
  }

  private touch(uri: vscode.Uri): void {
    this.touched?.add(uri.toString());
  }

  /** Watches the stories' folders. The store tells when something changed; this tells which file it was. */
  private watch(): void {
    const folders = this.store.roots.map(storiesOf);
    const watched = folders.join('\n');
    if (watched === this.watched) return;
    this.watched = watched;
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    for (const folder of folders) {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.md'));
      this.watchers.push(watcher, watcher.onDidChange((uri) => this.touch(uri)), watcher.onDidCreate((uri) => this.touch(uri)));
    }
  }

  private refresh(changed: readonly vscode.Uri[] | undefined): void {
    const folders = new Set(this.store.roots.map((root) => storiesOf(root).toString()));
    if (changed && !changed.some((uri) => folders.has(uri.toString()))) return;
    this.watch();
    // A change that names no file may be of any.
    if (changed === undefined || this.touched?.size === 0) this.touched = undefined;
    const before = this.reading ?? Promise.resolve();
    this.reading = before.then(() => this.readAll());
    this.didChange.fire();
  }

  private async readAll(): Promise<readonly LocatedStory[]> {
    const { touched, known } = this;
    this.touched = new Set();
    const stories = new Map<string, Known>();
    for (const root of this.store.roots) {
      const folder = storiesOf(root);
      const names = (await list(folder)).filter(({ name, isFolder }) => !isFolder && isStoryName(name)).map(({ name }) => name).sort();
      for (let i = 0; i < names.length; i += AT_ONCE) {
        const some = await Promise.all(names.slice(i, i + AT_ONCE).map((name) => this.read(root, vscode.Uri.joinPath(folder, name), known, touched)));
        for (const story of some) if (story) stories.set(story.uri.toString(), story);
      }
    }
    this.known = stories;
    return [...stories.values()];
  }

  private async read(root: PrepRoot, uri: vscode.Uri, known: ReadonlyMap<string, Known>, touched: ReadonlySet<string> | undefined): Promise<Known | undefined> {
    const before = known.get(uri.toString());
    const isTouched = touched?.has(uri.toString());
    if (before && isTouched === false) return before;
    const state = await stateOf(uri);
    if (state === undefined) return undefined;
    if (before?.state === state && !isTouched) return before;
    const text = (await this.files.read(uri))?.replace(/^\uFEFF/u, '');
    if (text === undefined) return undefined;
    const story = before?.story.text === text ? before.story : parseStory(text);
    return { root, uri, name: nameOf(uri).slice(0, -3), story, state };
  }
}

/** The root whose stories folder a file is in. */
export function rootOfStory(roots: readonly PrepRoot[], uri: vscode.Uri): PrepRoot | undefined {
  return roots.find((root) => {
    const path = pathUnder(storiesOf(root), uri);
    return path !== undefined && !path.includes('/') && isStoryName(path);
  });
}

function storiesOf(root: PrepRoot): vscode.Uri {
  return vscode.Uri.joinPath(root.uri, STORIES_FOLDER);
}

function isStoryName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.');
}

async function stateOf(uri: vscode.Uri): Promise<string | undefined> {
  const document = openDocument(uri);
  if (document) return `open ${document.version}`;
  const now = await stat(uri);
  return now && `${now.mtime} ${now.size}`;
}
