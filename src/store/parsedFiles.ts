/** Files, each parsed once for as long as it says the same. */
import type * as vscode from 'vscode';
import type { TextFiles } from './api';
import { stateOf } from './textFiles';

interface Known<T> {
  /** Which state of the file was parsed; undefined where it has to be read again before it is used. */
  readonly state: string | undefined;
  readonly text: string;
  readonly parsed: T;
}

export class ParsedFiles<T> {
  private readonly known = new Map<string, Known<T>>();
  /** Grows with every call of {@link invalidate}: what was read before one must be read again after it. */
  private generation = 0;

  /** @param parse what a file says. */
  constructor(
    private readonly files: TextFiles,
    private readonly parse: (text: string, uri: vscode.Uri) => T,
  ) {}

  /**
   * What a file says, the same object for as long as it says the same; undefined where there is no such file. A file
   * that looks as it did, by its time and size or its document's version, is not read.
   */
  async read(uri: vscode.Uri): Promise<T | undefined> {
    const { generation } = this;
    const state = await stateOf(uri);
    const known = this.known.get(uri.toString());
    if (state !== undefined && known?.state === state) return known.parsed;
    return state === undefined ? this.remove(uri) : this.readText(uri, state, generation);
  }

  /** As {@link read}, but reads the file however it looks. */
  readNow(uri: vscode.Uri): Promise<T | undefined> {
    return this.readText(uri, undefined, this.generation);
  }

  /**
   * Reads a file, the files of a folder, or every file when it is asked for next, even where its time and size are the
   * same: a folder that was replaced is one event.
   */
  invalidate(uri?: vscode.Uri): void {
    this.generation += 1;
    for (const key of this.keysOf(uri)) {
      const known = this.known.get(key);
      if (known) this.known.set(key, { ...known, state: undefined });
    }
  }

  private keysOf(uri: vscode.Uri | undefined): readonly string[] {
    const key = uri?.toString();
    if (key !== undefined && this.known.has(key)) return [key];
    const keys = [...this.known.keys()];
    return key === undefined ? keys : keys.filter((other) => other.startsWith(`${key}/`));
  }

  /** Drops what is known of all other files. */
  keepOnly(uris: readonly vscode.Uri[]): void {
    const kept = new Set(uris.map((uri) => uri.toString()));
    for (const key of [...this.known.keys()]) if (!kept.has(key)) this.known.delete(key);
  }

  private async readText(uri: vscode.Uri, state: string | undefined, generation: number): Promise<T | undefined> {
    const text = await this.files.read(uri);
    if (text === undefined) return this.remove(uri);
    const key = uri.toString();
    const before = this.known.get(key);
    const parsed = before?.text === text ? before.parsed : this.parse(text, uri);
    this.known.set(key, { state: generation === this.generation ? state : undefined, text, parsed });
    return parsed;
  }

  private remove(uri: vscode.Uri): undefined {
    this.known.delete(uri.toString());
    return undefined;
  }
}
