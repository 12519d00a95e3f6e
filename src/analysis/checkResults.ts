/** What the checks found in each file, for as long as the file exists. */
import * as vscode from 'vscode';
import { Owner } from '../lifecycle';
import type { Checked } from './checkedFiles';
import { summarise, type StorySummary } from './storySummary';

interface Result {
  /** Which state of the text was checked, and against which options. */
  readonly state: string;
  readonly summary: StorySummary;
}

export class CheckResults extends Owner {
  private readonly didCheck = this._register(new vscode.EventEmitter<Checked>());
  /** Fires with each text after it was checked. */
  readonly onDidCheck = this.didCheck.event;
  private readonly didRemove = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Fires for a file that no longer exists, or is no longer checked. */
  readonly onDidRemove = this.didRemove.event;
  private readonly results = new Map<string, Result>();

  /** The files that have a result. */
  get uris(): vscode.Uri[] {
    return [...this.results.keys()].map((key) => vscode.Uri.parse(key, true));
  }

  /** Undefined until the file has been checked. */
  summary(uri: vscode.Uri): StorySummary | undefined {
    return this.results.get(uri.toString())?.summary;
  }

  /** Whether a file was checked in this state. */
  has(uri: vscode.Uri, state: string): boolean {
    return this.results.get(uri.toString())?.state === state;
  }

  /** Keeps a result, unless the file was checked in this state before. */
  add(checked: Checked, state: string): void {
    const { uri } = checked.file;
    if (this.has(uri, state)) return;
    this.results.set(uri.toString(), { state, summary: summarise(checked) });
    this.didCheck.fire(checked);
  }

  remove(uri: vscode.Uri): void {
    if (this.results.delete(uri.toString())) this.didRemove.fire(uri);
  }
}
