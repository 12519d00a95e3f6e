/** The user's stories, read and kept in step with the files; only those that changed are read again. */
import * as vscode from 'vscode';
import type { Story } from '../core/story/parseStory';
import { Owner } from '../lifecycle';
import type { PrepRoot, PrepStore, TextFiles } from './api';
import { nameOf, pathUnder } from './files';
import { isMarkdownName, ParsedFolder } from './parsedFolder';
import type { ParsedStories } from './parsedStories';
import { isSameUri } from './uris';

export const STORIES_FOLDER = 'stories';

/** A story and where it is. */
export interface LocatedStory {
  readonly root: PrepRoot;
  readonly uri: vscode.Uri;
  /** The file's name without `.md`. */
  readonly name: string;
  /**
   * Offsets are the editor's: a byte-order mark does not count. The same object for as long as the file says the same.
   */
  readonly story: Story;
}

/** Where stories are asked for. */
interface AllStories {
  stories(): Promise<readonly LocatedStory[]>;
}

/** The stories of a prep folder, in no particular order. */
export async function storiesIn(source: AllStories, { uri }: PrepRoot): Promise<readonly LocatedStory[]> {
  return (await source.stories()).filter(({ root }) => isSameUri(root.uri, uri));
}

export class StoryStore extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires a moment after stories changed, came or went. */
  readonly onDidChange = this.didChange.event;

  private readonly folders = new Map<string, ParsedFolder<LocatedStory>>();
  /** Whether a file was reported since the last announcement: if none was, an announcement may be about any file. */
  private heard = false;

  constructor(
    private readonly store: PrepStore,
    private readonly files: TextFiles,
    private readonly parsed: ParsedStories,
  ) {
    super();
    this._register(store.onDidChangeFile((uri) => this.fileChanged(uri)));
    this._register(store.onDidChange((changed) => this.announce(changed)));
  }

  /** All stories, in no particular order. */
  async stories(): Promise<readonly LocatedStory[]> {
    return (await Promise.all(this.store.roots.map((root) => this.folderOf(root).read()))).flat();
  }

  /** Looks at every file again, and fires where one changed, came or went unreported. */
  async refreshStories(): Promise<void> {
    const changed = await Promise.all(this.store.roots.map((root) => this.folderOf(root).refresh()));
    if (changed.includes(true)) this.didChange.fire();
  }

  private fileChanged(uri: vscode.Uri): void {
    for (const folder of this.folders.values()) this.heard = folder.invalidate(uri) || this.heard;
  }

  private announce(changed: readonly vscode.Uri[] | undefined): void {
    const keys = new Set(this.store.roots.map((root) => storiesOf(root).toString()));
    if (changed && !changed.some((uri) => keys.has(uri.toString()))) return;
    for (const [key, folder] of this.folders) {
      if (changed === undefined || !this.heard) folder.lookAgain();
      if (!keys.has(key)) this.folders.delete(key);
    }
    this.heard = false;
    this.didChange.fire();
  }

  private folderOf(root: PrepRoot): ParsedFolder<LocatedStory> {
    const uri = storiesOf(root);
    const folder =
      this.folders.get(uri.toString()) ??
      new ParsedFolder(uri, this.files, (text, at): LocatedStory => ({
        root,
        uri: at,
        name: nameOf(at).slice(0, -3),
        story: this.parsed.parse(at, text),
      }));
    this.folders.set(uri.toString(), folder);
    return folder;
  }
}

/** The root whose stories folder a file is in. */
export function rootOfStory(roots: readonly PrepRoot[], uri: vscode.Uri): PrepRoot | undefined {
  return roots.find((root) => {
    const path = pathUnder(storiesOf(root), uri);
    return path !== undefined && !path.includes('/') && isMarkdownName(path);
  });
}

function storiesOf(root: PrepRoot): vscode.Uri {
  return vscode.Uri.joinPath(root.uri, STORIES_FOLDER);
}
