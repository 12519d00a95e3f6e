/** The user's stories, read and kept in step with the files; of them, only those that changed are read again. */
import * as vscode from 'vscode';
import { parseStory, type Story } from '../core/story/parse';
import { Owner } from '../lifecycle';
import type { PrepRoot, PrepStore, TextFiles } from './api';
import { list, nameOf, pathUnder, stat } from './files';
import { openDocument } from './textFiles';

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

  private readonly known = new Map<string, Known>();
  /** Files that changed since they were read, as far as we heard; undefined: any may have. */
  private touched: Map<string, vscode.Uri> | undefined;
  private reading: Promise<readonly LocatedStory[]> | undefined;

  constructor(
    private readonly store: PrepStore,
    private readonly files: TextFiles,
  ) {
    super();
    this._register(store.onDidTouch((uri) => this.touch(uri)));
    this._register(store.onDidChange((changed) => this.refresh(changed)));
  }

  /** All stories, in no order that means anything. */
  stories(): Promise<readonly LocatedStory[]> {
    this.reading ??= this.readAgain();
    return this.reading;
  }

  private touch(uri: vscode.Uri): void {
    if (rootOfStory(this.store.roots, uri)) this.touched?.set(uri.toString(), uri);
    // The folder itself came, went or was renamed, or one around it: any story may have.
    else if (this.store.roots.some((root) => pathUnder(uri, storiesOf(root)) !== undefined)) this.touched = undefined;
  }

  private refresh(changed: readonly vscode.Uri[] | undefined): void {
    const folders = new Set(this.store.roots.map((root) => storiesOf(root).toString()));
    if (changed && !changed.some((uri) => folders.has(uri.toString()))) return;
    // A change that names no file may be of any.
    if (changed === undefined || this.touched?.size === 0) this.touched = undefined;
    const before = this.reading ?? Promise.resolve();
    this.reading = before.then(() => this.readAgain());
    this.didChange.fire();
  }

  /** Reads what changed: the files that we heard of and no other, so that typing among many stories costs one; else all. */
  private async readAgain(): Promise<readonly LocatedStory[]> {
    const { touched } = this;
    this.touched = new Map();
    if (!touched) return this.readAll();
    for (const [key, uri] of touched) {
      const root = rootOfStory(this.store.roots, uri);
      const story = root && (await this.read(root, uri, true));
      if (story) this.known.set(key, story);
      else this.known.delete(key);
    }
    return [...this.known.values()];
  }

  private async readAll(): Promise<readonly LocatedStory[]> {
    const found = new Set<string>();
    for (const root of this.store.roots) {
      const folder = storiesOf(root);
      const names = (await list(folder)).filter(({ name, isFolder }) => !isFolder && isStoryName(name)).map(({ name }) => name).sort();
      for (let i = 0; i < names.length; i += AT_ONCE) {
        for (const story of await Promise.all(names.slice(i, i + AT_ONCE).map((name) => this.read(root, vscode.Uri.joinPath(folder, name), false)))) {
          if (!story) continue;
          found.add(story.uri.toString());
          this.known.set(story.uri.toString(), story);
        }
      }
    }
    for (const key of this.known.keys()) if (!found.has(key)) this.known.delete(key);
    return [...this.known.values()];
  }

  /** A story as it is; what was known of it where its file is as it was, and was not touched. */
  private async read(root: PrepRoot, uri: vscode.Uri, touched: boolean): Promise<Known | undefined> {
    const before = this.known.get(uri.toString());
    const state = await stateOf(uri);
    if (state === undefined) return undefined;
    if (before?.state === state && !touched) return before;
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
