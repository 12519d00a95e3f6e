import * as vscode from 'vscode';
import { decodeFileCache, encodeFileCache, isSettled, type Kept } from '../core/fileCache';
import type { Logger } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';

/** How long changes are gathered before the file is written, in milliseconds. */
const PAUSE = 5000;

/** Where a cache is kept, and what it must have been made by to count. */
export interface CachePlace {
  /** A folder of the extension's own; undefined where the window has none: then nothing is kept. */
  readonly folder: vscode.Uri | undefined;
  /** A file name in it. */
  readonly name: string;
  /** Of all that the values depend on besides the files. */
  readonly version: string;
}

/**
 * What was worked out from files, kept from one window to the next. It only saves time: whatever cannot be read, or was
 * made by another version, counts as nothing.
 */
export class FileCache<T> extends Owner {
  private kept = new Map<string, Kept<T>>();
  private loading: Promise<void> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private isChanged = false;
  private readonly saving: Debouncer;

  constructor(
    private readonly place: CachePlace,
    private readonly log: Logger,
    pause = PAUSE,
  ) {
    super();
    this.saving = this._register(new Debouncer(() => void this.save(), pause));
  }

  /** Resolves when what was kept is at hand. */
  get ready(): Promise<void> {
    return (this.loading ??= this.load());
  }

  /** What was worked out from a file in this state. */
  get(uri: vscode.Uri, state: string): T | undefined {
    const found = this.kept.get(uri.toString());
    return found?.state === state ? found.value : undefined;
  }

  /** Keeps a value, unless the file could change without looking different. */
  set(uri: vscode.Uri, state: string, value: T): void {
    if (!isSettled(state, Date.now())) return;
    this.kept.set(uri.toString(), { state, value });
    this.changed();
  }

  remove(uri: vscode.Uri): void {
    if (this.kept.delete(uri.toString())) this.changed();
  }

  /** Forgets the files of a folder that are not among these. */
  keepOnly(folder: vscode.Uri, uris: readonly vscode.Uri[]): void {
    if (uris.length === this.kept.size && uris.every((uri) => this.kept.has(uri.toString()))) return;
    const wanted = new Set(uris.map((uri) => uri.toString()));
    const start = `${folder.toString()}/`;
    for (const key of this.kept.keys())
      if (key.startsWith(start) && !wanted.has(key)) {
        this.kept.delete(key);
        this.changed();
      }
  }

  /** Writes what is kept, beside the old file first: that one stays whole until it is replaced. */
  save(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  override dispose(): void {
    void this.save();
    super.dispose();
  }

  private changed(): void {
    this.isChanged = true;
    this.saving.schedule();
  }

  private async write(): Promise<void> {
    const { folder, name, version } = this.place;
    if (!folder || !this.isChanged) return;
    await this.ready;
    this.isChanged = false;
    try {
      const beside = vscode.Uri.joinPath(folder, `${name}.new`);
      const bytes = new TextEncoder().encode(encodeFileCache(version, this.kept));
      await vscode.workspace.fs.writeFile(beside, bytes);
      await vscode.workspace.fs.rename(beside, vscode.Uri.joinPath(folder, name), { overwrite: true });
    } catch (error) {
      this.log.warn(`What is known of the stories could not be kept for the next start: ${String(error)}`);
    }
  }

  private async load(): Promise<void> {
    const { folder, name, version } = this.place;
    if (!folder) return;
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      const found = decodeFileCache<T>(new TextDecoder().decode(bytes), version);
      // What was found out meanwhile is newer.
      if (found) this.kept = new Map([...found, ...this.kept]);
    } catch {
      // None was written yet, or it cannot be read: all files are read.
    }
  }
}
