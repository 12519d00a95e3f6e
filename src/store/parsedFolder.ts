/** The Markdown files of one folder, each parsed once for as long as it says the same. */
import * as vscode from 'vscode';
import { hasMarkdownEnding } from '../core/markdownName';
import type { TextFiles } from './api';
import { listFolder, nameOf, pathUnder } from './files';
import { ParsedFiles, type Remembered } from './parsedFiles';

/** How many files are read at one time: a workspace can be on another machine. */
const AT_ONCE = 128;

export class ParsedFolder<T> {
  private readonly parsed: ParsedFiles<T | undefined>;
  /** What the files say, by their names. */
  private known = new Map<string, T>();
  /** Files that changed since they were read, as far as we heard; undefined: any may have. */
  private changed: Map<string, vscode.Uri> | undefined;
  private reading: Promise<readonly T[]> | undefined;

  /**
   * @param parse what a file says; undefined leaves the file out.
   * @param remembered see {@link ParsedFiles}.
   */
  constructor(
    readonly folder: vscode.Uri,
    files: TextFiles,
    parse: (text: string, uri: vscode.Uri) => T | undefined,
    remembered?: Remembered<T | undefined>,
  ) {
    this.parsed = new ParsedFiles(files, parse, remembered);
  }

  /**
   * What the files say, in the order of their names. Only what changed is read: the files that we heard of, else all
   * that look changed.
   */
  read(): Promise<readonly T[]> {
    if (this.reading && this.changed?.size === 0) return this.reading;
    const before = this.reading ?? Promise.resolve();
    const read = (): Promise<readonly T[]> => this.readAgain();
    this.reading = before.then(read, read);
    // What could not be read is read again when it is asked for.
    this.reading.catch(() => this.lookAgain());
    return this.reading;
  }

  /** Something at `uri` changed, and will be read again; tells whether that may change what {@link read} gives. */
  invalidate(uri: vscode.Uri): boolean {
    if (this.has(uri)) {
      this.parsed.invalidate(uri);
      this.changed?.set(uri.toString(), uri);
      return true;
    }
    // The folder itself, or one around it, came, went or was renamed: any file may have changed.
    if (pathUnder(uri, this.folder) === undefined) return false;
    this.lookAgain();
    return true;
  }

  /** Any file may have changed: those that look changed are read again. */
  lookAgain(): void {
    this.changed = undefined;
  }

  /** Looks at every file again; gives whether one changed, came or went unreported. */
  async refresh(): Promise<boolean> {
    const before = await this.read();
    this.lookAgain();
    const after = await this.read();
    // A file that says the same gives the same object.
    return after.length !== before.length || after.some((file, index) => file !== before[index]);
  }

  /** Whether a Uri is, or would be, of one of the files. */
  has(uri: vscode.Uri): boolean {
    const path = pathUnder(this.folder, uri);
    return path !== undefined && !path.includes('/') && isMarkdownName(path);
  }

  private async readAgain(): Promise<readonly T[]> {
    const { changed } = this;
    this.changed = new Map();
    if (!changed || (await this.readSome([...changed.values()])))
      this.known = new Map([...(changed ? this.known : await this.readAll())].sort(([a], [b]) => (a < b ? -1 : 1)));
    return [...this.known.values()];
  }

  /** Puts files in their places among those that are known; whether one has no place there yet. */
  private async readSome(uris: readonly vscode.Uri[]): Promise<boolean> {
    const before = this.known.size;
    let gone = 0;
    for (const uri of uris) {
      const file = await this.parsed.read(uri);
      if (file !== undefined) this.known.set(nameOf(uri), file);
      else if (this.known.delete(nameOf(uri))) gone += 1;
    }
    return this.known.size > before - gone;
  }

  private async readAll(): Promise<Map<string, T>> {
    const known = new Map<string, T>();
    const uris = (await listFolder(this.folder))
      .filter(({ name, isFolder }) => !isFolder && isMarkdownName(name))
      .map(({ name }) => vscode.Uri.joinPath(this.folder, name));
    this.parsed.keepOnly(uris);
    for (let i = 0; i < uris.length; i += AT_ONCE) {
      const some = uris.slice(i, i + AT_ONCE);
      const files = await Promise.all(some.map((uri) => this.parsed.read(uri)));
      some.forEach((uri, index) => {
        const file = files[index];
        if (file !== undefined) known.set(nameOf(uri), file);
      });
    }
    return known;
  }
}

export function isMarkdownName(name: string): boolean {
  return hasMarkdownEnding(name) && !name.startsWith('.');
}
