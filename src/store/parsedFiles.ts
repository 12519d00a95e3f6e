/** Files, each parsed once for as long as it says the same. */
import type * as vscode from 'vscode';
import type { TextFiles } from './api';
import { stateOf } from './textFiles';

interface Known<T> {
  /** Which state of the file was parsed; undefined where it has to be read again before it is used. */
  readonly state: string | undefined;
  /** Undefined where what was parsed is remembered: ten thousand texts would fill the memory. */
  readonly text: string | undefined;
  readonly parsed: T;
}

/** What was parsed of files, and outlives the window. */
export interface Remembered<T> {
  /** Resolves when `get` knows all. */
  readonly ready: Promise<void>;
  get(uri: vscode.Uri, state: string): T | undefined;
  set(uri: vscode.Uri, state: string, parsed: T): void;
  remove(uri: vscode.Uri): void;
  keepOnly(uris: readonly vscode.Uri[]): void;
  /** Whether two say the same. */
  isSame(one: T, other: T): boolean;
}

export class ParsedFiles<T> {
  private readonly known = new Map<string, Known<T>>();
  /** Grows with every call of {@link invalidate}: what was read before one must be read again after it. */
  private generation = 0;

  /**
   * @param parse what a file says.
   * @param remembered what is known of files from before; left out, their texts are kept instead.
   */
  constructor(
    private readonly files: TextFiles,
    private readonly parse: (text: string, uri: vscode.Uri) => T,
    private readonly remembered?: Remembered<T>,
  ) {}

  /**
   * What a file says, the same object for as long as it says the same; undefined where there is no such file. A file
   * that looks as it did, by its time and size or its document's version, is not read.
   */
  async read(uri: vscode.Uri): Promise<T | undefined> {
    const { generation } = this;
    const state = await stateOf(this.files, uri);
    const known = this.known.get(uri.toString());
    if (state === undefined) return this.remove(uri);
    if (known?.state === state) return known.parsed;
    const remembered = known ? undefined : await this.recall(uri, state);
    return remembered ?? this.readText(uri, state, generation);
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
    const kept = new Set(this.known.size === 0 ? [] : uris.map((uri) => uri.toString()));
    for (const key of [...this.known.keys()]) if (!kept.has(key)) this.known.delete(key);
    this.remembered?.keepOnly(uris);
  }

  private async readText(uri: vscode.Uri, state: string | undefined, generation: number): Promise<T | undefined> {
    const text = await this.files.read(uri);
    if (text === undefined) return this.remove(uri);
    const key = uri.toString();
    const before = this.known.get(key);
    const parsed = before?.text === text ? before.parsed : this.parseAgain(text, uri, before?.parsed);
    const isCurrent = generation === this.generation;
    if (isCurrent && state !== undefined) this.remembered?.set(uri, state, parsed);
    this.known.set(key, {
      state: isCurrent ? state : undefined,
      text: this.remembered ? undefined : text,
      parsed,
    });
    return parsed;
  }

  private parseAgain(text: string, uri: vscode.Uri, before: T | undefined): T {
    const parsed = this.parse(text, uri);
    return before !== undefined && this.remembered?.isSame(before, parsed) ? before : parsed;
  }

  private async recall(uri: vscode.Uri, state: string): Promise<T | undefined> {
    await this.remembered?.ready;
    const parsed = this.remembered?.get(uri, state);
    if (parsed !== undefined) this.known.set(uri.toString(), { state, text: undefined, parsed });
    return parsed;
  }

  private remove(uri: vscode.Uri): undefined {
    this.known.delete(uri.toString());
    this.remembered?.remove(uri);
    return undefined;
  }
}
