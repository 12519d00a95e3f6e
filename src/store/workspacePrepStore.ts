/** The user's loops, read and kept in step with the files: see the interface {@link PrepStore}. */
import * as vscode from 'vscode';
import type { LoopName } from '../commandTable';
import { nameBeside } from '../core/besideName';
import { NOT_LOOPS } from '../core/loop/prepFolder';
import type { Logger } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, PlaybookEntry, PrepRoot, PrepStore } from './api';
import { listFolder, nameOf, pathUnder } from './files';
import { LoopReader } from './loopReader';
import { PlaybookStore, PLAYBOOKS_FOLDER } from './playbookStore';
import { findRoots, PrepFolderCheck } from './prepRoots';
import { onDidChangeSetting, WORK_TIME_SETTINGS } from './settings';
import { urisOf, type WorkspaceTextFiles } from './textFiles';

/** How long changes are gathered before they are announced, in milliseconds. */
const QUIET = 150;

export class WorkspacePrepStore extends Owner implements PrepStore {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;
  private readonly didChangeFile = this._register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChangeFile = this.didChangeFile.event;

  private currentRoots: readonly PrepRoot[] = findRoots();
  private readonly folderCheck = new PrepFolderCheck();
  private readonly reader: LoopReader;
  private readonly playbookStore: PlaybookStore;
  private readonly watchers: vscode.Disposable[] = [];
  private readonly announcing = this._register(new Debouncer(() => this.announce(), QUIET));
  /** Entries of prep folders that changed since the last announcement; undefined once anything may have. */
  private changed: Map<string, vscode.Uri> | undefined = new Map();
  /** Loops that are as they were read, by their folder. */
  private readonly known = new Map<string, LocatedLoop>();
  private reading: Promise<readonly LocatedLoop[]> | undefined;
  /** Grows with every change of a loop or a playbook: what was read across one does not count as known. */
  private changes = 0;

  constructor(
    extension: vscode.Uri,
    files: WorkspaceTextFiles,
    private readonly log: Logger,
  ) {
    super();
    this.reader = new LoopReader(files);
    this.playbookStore = new PlaybookStore(extension, files, log);
    this.folderCheck.check();
    this.watch();
    this.register(files);
  }

  get roots(): readonly PrepRoot[] {
    return this.currentRoots;
  }

  async loops(): Promise<readonly LocatedLoop[]> {
    for (;;) {
      const reading = (this.reading ??= this.readAll());
      try {
        const loops = await reading;
        // A change while it was read makes it out of date: nobody gets an old reading after a new one.
        if (this.reading === reading) return loops;
      } catch (error) {
        if (this.reading === reading) this.reading = undefined;
        this.log.warn(`The loops could not be read: ${String(error)}`);
        return [];
      }
    }
  }

  async refreshLoops(): Promise<void> {
    const before = new Map((await this.loops()).map((located) => [located.uri.toString(), located]));
    this.known.clear();
    this.readAgain();
    const after = await this.loops();
    const changed = after.filter(
      (located) => JSON.stringify(before.get(located.uri.toString())?.loop) !== JSON.stringify(located.loop),
    );
    const there = new Set(after.map(({ uri }) => uri.toString()));
    const gone = [...before.values()].filter(({ uri }) => !there.has(uri.toString()));
    for (const { uri } of [...changed, ...gone]) this.changed?.set(uri.toString(), uri);
    if (changed.length + gone.length > 0) this.announcing.schedule(0);
  }

  async findLoop(loop: LoopName): Promise<LocatedLoop | undefined> {
    const all = await this.loops();
    const key = loop.toString();
    return all.find(({ uri }) => uri.toString() === key) ?? all.find((located) => located.loop.id === key);
  }

  playbooks(root: PrepRoot | undefined): Promise<readonly PlaybookEntry[]> {
    return this.playbookStore.entries(root);
  }

  playbookOf({ root, loop }: LocatedLoop): Promise<PlaybookEntry | undefined> {
    return this.playbookStore.find(root, loop.playbook);
  }

  refresh(): void {
    this.currentRoots = findRoots();
    this.reader.invalidate();
    this.playbookStore.invalidate();
    this.invalidate();
    this.announcing.schedule(0);
  }

  override dispose(): void {
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    super.dispose();
  }

  private register(files: WorkspaceTextFiles): void {
    const { workspace } = vscode;
    this._register(
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && this.fileChanged(document.uri),
      ),
    );
    // Closing without saving brings back the file's text; no other event reports that.
    this._register(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) =>
        closed.flatMap(urisOf).forEach((uri) => this.fileChanged(uri)),
      ),
    );
    this._register(workspace.onDidCloseTextDocument(({ uri }) => this.fileChanged(uri)));
    this._register(workspace.onDidCreateFiles(({ files: uris }) => uris.forEach((uri) => this.fileChanged(uri))));
    this._register(workspace.onDidDeleteFiles(({ files: uris }) => uris.forEach((uri) => this.fileChanged(uri))));
    this._register(
      workspace.onDidRenameFiles(({ files: pairs }) =>
        pairs.forEach(({ oldUri, newUri }) => [oldUri, newUri].forEach((uri) => this.fileChanged(uri))),
      ),
    );
    this._register(workspace.onDidChangeWorkspaceFolders(() => this.followRoots()));
    this._register(onDidChangeSetting(['folder'], () => this.followRoots()));
    this._register(onDidChangeSetting(WORK_TIME_SETTINGS, () => this.refresh()));
    // Watchers miss things while the window is in the background: links, remote disks, a folder put aside and back.
    this._register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.lookAgain()));
    this._register(files.onDidWrite((uri) => this.fileChanged(uri, 0)));
  }

  /** The prep folders may have changed. */
  private followRoots(): void {
    this.currentRoots = findRoots();
    this.folderCheck.check();
    this.watch();
    this.refresh();
  }

  private watch(): void {
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
    for (const { folder, uri } of this.currentRoots) {
      const path = pathUnder(folder.uri, uri) ?? '';
      // The workspace's own watcher serves this pattern, also before the folder exists. Glob characters need their own
      // base.
      const pattern = /[*?[\]{}]/u.test(path)
        ? new vscode.RelativePattern(uri, '**')
        : new vscode.RelativePattern(folder, `{${path},${path}/**}`);
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      this.watchers.push(
        watcher,
        watcher.onDidChange((at) => this.fileChanged(at)),
        watcher.onDidCreate((at) => this.fileChanged(at)),
        watcher.onDidDelete((at) => this.fileChanged(at)),
      );
    }
  }

  /** Something at `uri` changed: what was read of it is dropped, and that is announced after a moment. */
  private fileChanged(uri: vscode.Uri, delay = QUIET): void {
    if (nameBeside(nameOf(uri)) !== undefined) return;
    for (const root of this.currentRoots) {
      const path = pathUnder(root.uri, uri);
      if (path === undefined) {
        // A folder around the prep folder was deleted or renamed: one event for all that was in it.
        if (pathUnder(uri, root.uri) !== undefined) this.invalidate();
        else continue;
      } else if (path === '') {
        this.invalidate();
      } else {
        this.entryChanged(root, path.slice(0, path.includes('/') ? path.indexOf('/') : undefined));
        this.reader.invalidate(uri);
        this.didChangeFile.fire(uri);
      }
      this.announcing.schedule(delay);
    }
  }

  private entryChanged(root: PrepRoot, name: string): void {
    const entry = vscode.Uri.joinPath(root.uri, name);
    if (name === PLAYBOOKS_FOLDER) {
      this.playbookStore.invalidate(root);
      this.invalidate();
      return;
    }
    if (!NOT_LOOPS.has(name)) this.readAgain();
    this.known.delete(entry.toString());
    this.changed?.set(entry.toString(), entry);
  }

  /** Anything may have changed: what looks changed is read again. */
  private lookAgain(): void {
    this.invalidate();
    this.announcing.schedule();
  }

  private readAgain(): void {
    this.reading = undefined;
    this.changes += 1;
  }

  private invalidate(): void {
    this.readAgain();
    this.known.clear();
    this.changed = undefined;
  }

  private announce(): void {
    const changed = this.changed && [...this.changed.values()];
    this.changed = new Map();
    this.didChange.fire(changed);
  }

  private async readAll(): Promise<LocatedLoop[]> {
    const loops = await Promise.all(this.currentRoots.map((root) => this.readRoot(root)));
    return loops.flat();
  }

  private async readRoot(root: PrepRoot): Promise<LocatedLoop[]> {
    const { changes } = this;
    const [entries, finder] = await Promise.all([listFolder(root.uri), this.playbookStore.finder(root)]);
    const names = entries
      .filter(({ name, isFolder }) => isFolder && !NOT_LOOPS.has(name) && !name.startsWith('.'))
      .map(({ name }) => name);
    const loops = await Promise.all(names.map((name) => this.readLoop(root, name, finder, changes)));
    return loops.filter((loop): loop is LocatedLoop => loop !== undefined).sort(byStart);
  }

  private async readLoop(
    root: PrepRoot,
    name: string,
    finder: Awaited<ReturnType<PlaybookStore['finder']>>,
    changes: number,
  ): Promise<LocatedLoop | undefined> {
    const key = vscode.Uri.joinPath(root.uri, name).toString();
    const known = this.known.get(key);
    if (known) return known;
    const loop = await this.reader.read(root, name, finder);
    if (loop && this.changes === changes) this.known.set(key, loop);
    return loop;
  }
}

/** By first contact, the earliest first; loops without one last. */
function byStart(a: LocatedLoop, b: LocatedLoop): number {
  const keys = [a, b].map(({ loop, uri }) => `${loop.firstContact ?? '9999'} ${nameOf(uri)}`);
  return (keys[0] as string) < (keys[1] as string) ? -1 : 1;
}
