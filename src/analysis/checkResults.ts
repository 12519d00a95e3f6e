/** What the checks found in each file, for as long as the file exists. */
import * as vscode from 'vscode';
import { Owner } from '../lifecycle';
import type { FileCache } from '../store/fileCache';
import type { Checked, CheckedFile } from './checkedFiles';
import type { FileOptions } from './checkOptions';
import { summarise, type StorySummary } from './storySummary';

interface Result {
  /** Which state of the text was checked, and against which options. */
  readonly state: string;
  readonly summary: StorySummary;
  /** It was found in an earlier window: the findings themselves are not at hand. */
  readonly isRecalled?: true;
}

export class CheckResults extends Owner {
  private readonly didAnalyse = this._register(new vscode.EventEmitter<Checked>());
  /** Fires with each text after it was checked. */
  readonly onDidAnalyse = this.didAnalyse.event;
  private readonly didCheck = this._register(new vscode.EventEmitter<{ readonly file: CheckedFile }>());
  /** Fires with each file whose summary is at hand, whether it was checked just now or is known from before. */
  readonly onDidCheck = this.didCheck.event;
  private readonly didRemove = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Fires for a file that no longer exists, or is no longer checked. */
  readonly onDidRemove = this.didRemove.event;
  private readonly results = new Map<string, Result>();

  /** @param kept summaries from earlier windows. */
  constructor(private readonly kept?: FileCache<StorySummary>) {
    super();
  }

  /** The files that have a result. */
  get uris(): vscode.Uri[] {
    return [...this.results.keys()].map((key) => vscode.Uri.parse(key, true));
  }

  /** Undefined until the file has been checked. */
  summary(uri: vscode.Uri): StorySummary | undefined {
    return this.results.get(uri.toString())?.summary;
  }

  /** Resolves when it is known what earlier windows found. */
  get ready(): Promise<void> {
    return this.kept?.ready ?? Promise.resolve();
  }

  /** Whether a file was checked in this state. */
  has(uri: vscode.Uri, state: string): boolean {
    return this.results.get(uri.toString())?.state === state;
  }

  /**
   * Takes over what an earlier window found in this state; whether it found anything that is enough. A file that was
   * checked in this window is checked again: it may have been open, and what was shown of it has to go.
   */
  recall(file: CheckedFile, state: string, { showsClosed }: FileOptions): boolean {
    const isNew = !this.results.has(file.uri.toString());
    const summary = isNew && !showsClosed ? this.kept?.get(file.uri, state) : undefined;
    if (!summary) return false;
    this.results.set(file.uri.toString(), { state, summary, isRecalled: true });
    this.didCheck.fire({ file });
    return true;
  }

  /** The findings themselves are asked for: a file of which only a summary is at hand counts as not checked. */
  forgetRecalled(): void {
    for (const [key, { isRecalled, summary }] of this.results)
      if (isRecalled) this.results.set(key, { state: '', summary });
  }

  /** Keeps a result, unless the file was checked in this state before. */
  add(checked: Checked, state: string): void {
    const { uri } = checked.file;
    if (this.has(uri, state)) return;
    const summary = summarise(checked);
    this.results.set(uri.toString(), { state, summary });
    if (checked.version === undefined) this.kept?.set(uri, state, summary);
    this.didAnalyse.fire(checked);
    this.didCheck.fire(checked);
  }

  remove(uri: vscode.Uri): void {
    this.kept?.remove(uri);
    if (this.results.delete(uri.toString())) this.didRemove.fire(uri);
  }
}
