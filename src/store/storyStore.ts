/** The user's stories, read and kept in step with the files; only those that changed are read again. */
import * as vscode from 'vscode';
import type { Story } from '../core/story/parseStory';
import { cardOf, packCard, unpackCard, type PackedCard, type StoryCard } from '../core/story/storyCard';
import { Owner } from '../lifecycle';
import type { PrepRoot, PrepStore, TextFiles } from './api';
import type { FileCache } from './fileCache';
import { nameOf, pathUnder } from './files';
import { isMarkdownName, ParsedFolder } from './parsedFolder';
import type { Remembered } from './parsedFiles';
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

/** A story as a list shows it: any {@link LocatedStory} will do, and far less. */
export type ListedStory = Omit<LocatedStory, 'story'> & { readonly story: StoryCard };

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
  /** The same folders, for those who only list them. */
  private readonly lists = new Map<string, ParsedFolder<ListedStory>>();
  /** Whether a file was reported since the last announcement: if none was, an announcement may be about any file. */
  private heard = false;

  constructor(
    private readonly store: Pick<PrepStore, 'roots' | 'onDidChange' | 'onDidChangeFile'>,
    private readonly files: TextFiles,
    private readonly parsed: ParsedStories,
    private readonly cards?: FileCache<PackedCard>,
  ) {
    super();
    this._register(store.onDidChangeFile((uri) => this.fileChanged(uri)));
    this._register(store.onDidChange((changed) => this.announce(changed)));
  }

  /** All stories, in no particular order. */
  async stories(): Promise<readonly LocatedStory[]> {
    return (await Promise.all(this.store.roots.map((root) => this.folderOf(root).read()))).flat();
  }

  /** All stories as a list shows them, in no particular order: those that are known from before are not read. */
  async listed(): Promise<readonly ListedStory[]> {
    return (await Promise.all(this.store.roots.map((root) => this.listOf(root).read()))).flat();
  }

  /** Looks at every file again, and fires where one changed, came or went unreported. */
  async refreshStories(): Promise<void> {
    const asked = this.known;
    const folders = asked.length > 0 ? asked : this.store.roots.map((root) => this.folderOf(root));
    const changed = await Promise.all(folders.map((folder) => folder.refresh()));
    if (changed.includes(true)) this.didChange.fire();
  }

  /** As {@link refreshStories}, for those who list them: the stories themselves are looked at where one changed. */
  async refreshListed(): Promise<void> {
    const changed = await Promise.all(this.store.roots.map((root) => this.listOf(root).refresh()));
    if (!changed.includes(true)) return;
    for (const folder of this.folders.values()) folder.lookAgain();
    this.didChange.fire();
  }

  /** What was read of a folder so far: its stories, their list, or both. */
  private get known(): readonly Pick<ParsedFolder<unknown>, 'invalidate' | 'lookAgain' | 'refresh'>[] {
    return [...this.folders.values(), ...this.lists.values()];
  }

  private fileChanged(uri: vscode.Uri): void {
    for (const folder of this.known) this.heard = folder.invalidate(uri) || this.heard;
  }

  private announce(changed: readonly vscode.Uri[] | undefined): void {
    const keys = new Set(this.store.roots.map((root) => storiesOf(root).toString()));
    if (changed && !changed.some((uri) => keys.has(uri.toString()))) return;
    if (changed === undefined || !this.heard) for (const folder of this.known) folder.lookAgain();
    for (const folders of [this.folders, this.lists])
      for (const key of folders.keys()) if (!keys.has(key)) folders.delete(key);
    this.heard = false;
    this.didChange.fire();
  }

  private folderOf(root: PrepRoot): ParsedFolder<LocatedStory> {
    const uri = storiesOf(root);
    const folder =
      this.folders.get(uri.toString()) ??
      new ParsedFolder(uri, this.files, (text, at): LocatedStory => locate(root, at, this.parsed.parse(at, text)));
    this.folders.set(uri.toString(), folder);
    return folder;
  }

  private listOf(root: PrepRoot): ParsedFolder<ListedStory> {
    const uri = storiesOf(root);
    const listed = (at: vscode.Uri, card: StoryCard): ListedStory => locate(root, at, card);
    const folder =
      this.lists.get(uri.toString()) ??
      new ParsedFolder<ListedStory>(
        uri,
        this.files,
        (text, at) => listed(at, cardOf(this.parsed.parse(at, text))),
        rememberedCards(uri, this.cards, listed),
      );
    this.lists.set(uri.toString(), folder);
    return folder;
  }
}

function locate<S>(root: PrepRoot, uri: vscode.Uri, story: S) {
  return { root, uri, name: nameOf(uri).slice(0, -3), story };
}

/** The cards of a folder's stories, as they were kept. */
function rememberedCards(
  folder: vscode.Uri,
  cards: FileCache<PackedCard> | undefined,
  listed: (uri: vscode.Uri, card: StoryCard) => ListedStory,
): Remembered<ListedStory | undefined> {
  return {
    ready: cards?.ready ?? Promise.resolve(),
    get: (uri, state) => {
      const card = cards?.get(uri, state);
      return card && listed(uri, unpackCard(card));
    },
    set: (uri, state, story) => story && cards?.set(uri, state, packCard(story.story)),
    remove: (uri) => cards?.remove(uri),
    keepOnly: (uris) => cards?.keepOnly(folder, uris),
    isSame: (one, other) => JSON.stringify(one?.story) === JSON.stringify(other?.story),
  };
}

/**
 * Whether more may have changed than stories.
 *
 * @param changed entries of prep folders; undefined where anything may have.
 */
export const concernsMoreThanStories = (changed: readonly vscode.Uri[] | undefined): boolean =>
  changed?.every((entry) => nameOf(entry) === STORIES_FOLDER) !== true;

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
