/** The Markdown files of one folder, each parsed once for as long as it says the same. */
import * as vscode from 'vscode';
import type { TextFiles } from './api';
import { list, nameOf, pathUnder } from './files';
import { stateOf } from './textFiles';

/** How many files are read at one time: a workspace can be on another machine. */
const AT_ONCE = 32;

interface Known<T> {
  /** The state of the file that was parsed. */
  readonly state: string;
  readonly text: string;
  readonly parsed: T;
}

export class ParsedFolder<T> {
  private known: ReadonlyMap<string, Known<T>> = new Map();
  /** Files that changed since they were read, as far as we heard; undefined: any may have. */
  private touched: Map<string, vscode.Uri> | undefined;
  private reading: Promise<readonly T[]> | undefined;

  /** @param parse what a file says, its text without a byte-order mark; undefined leaves the file out. */
  constructor(
    readonly folder: vscode.Uri,
    private readonly files: TextFiles,
    private readonly parse: (text: string, uri: vscode.Uri) => T | undefined,
  ) {}

  /**
   * What the files say, in the order of their names. Only what changed is read: the files that we heard of, else all
   * that look changed.
   */
  read(): Promise<readonly T[]> {
    if (this.reading && this.touched?.size === 0) return this.reading;
    const before = this.reading ?? Promise.resolve([]);
    this.reading = before.then(() => this.readAgain());
    return this.reading;
  }

  /** Hears of a change at `uri`; whether that may change what {@link read} gives. */
  touch(uri: vscode.Uri): boolean {
    if (this.has(uri)) this.touched?.set(uri.toString(), uri);
    // The folder itself came, went or was renamed, or one around it: any file may have.
    else if (pathUnder(uri, this.folder) !== undefined) this.touched = undefined;
    else return false;
    return true;
  }

  /** Any file may have changed. */
  touchAll(): void {
    this.touched = undefined;
  }

  /** Whether a Uri is, or would be, of one of the files. */
  has(uri: vscode.Uri): boolean {
    const path = pathUnder(this.folder, uri);
    return path !== undefined && !path.includes('/') && isMarkdownName(path);
  }

  private async readAgain(): Promise<readonly T[]> {
    const { touched } = this;
    this.touched = new Map();
    const known = touched ? await this.readSome(touched) : await this.readAll();
    this.known = new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1)));
    return [...this.known.values()].map(({ parsed }) => parsed);
  }

  private async readSome(touched: ReadonlyMap<string, vscode.Uri>): Promise<Map<string, Known<T>>> {
    const known = new Map(this.known);
    for (const uri of touched.values()) {
      const file = await this.readFile(uri, true);
      if (file) known.set(nameOf(uri), file);
      else known.delete(nameOf(uri));
    }
    return known;
  }

  private async readAll(): Promise<Map<string, Known<T>>> {
    const known = new Map<string, Known<T>>();
    const names = (await list(this.folder))
      .filter(({ name, isFolder }) => !isFolder && isMarkdownName(name))
      .map(({ name }) => name);
    for (let i = 0; i < names.length; i += AT_ONCE) {
      const some = names.slice(i, i + AT_ONCE);
      const read = await Promise.all(some.map((name) => this.readFile(vscode.Uri.joinPath(this.folder, name), false)));
      read.forEach((file, index) => file && known.set(some[index] as string, file));
    }
    return known;
  }

  /** A file as it is; what was known of it where it is as it was, and was not touched. */
  private async readFile(uri: vscode.Uri, touched: boolean): Promise<Known<T> | undefined> {
    const before = this.known.get(nameOf(uri));
    const state = await stateOf(uri);
    if (state === undefined) return undefined;
    if (before?.state === state && !touched) return before;
    const text = await this.files.read(uri);
    if (text === undefined) return undefined;
    const parsed = before?.text === text ? before.parsed : this.parse(text, uri);
    return parsed === undefined ? undefined : { state, text, parsed };
  }
}

export function isMarkdownName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.');
}
