/** Checks files that are not open, a few at a time, and only those that changed. */
import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import { Owner } from '../lifecycle';
import type { TextFiles } from '../store/api';
import { openDocument } from '../store/textFiles';
import type { CheckedFile } from './checkedFiles';
import type { CheckOptions } from './checkOptions';
import type { CheckResults } from './checkResults';
import { LARGEST, type TextAnalyser } from './textAnalyser';
import { WorkQueue } from './workQueue';

export interface BackgroundCheckParts {
  readonly files: TextFiles;
  readonly options: CheckOptions;
  readonly analyser: TextAnalyser;
  readonly results: CheckResults;
  readonly log: Logger;
  /** Whether a file is still to be checked: the prep folder may be another by now. */
  isChecked(file: CheckedFile): boolean;
}

interface ReadFile {
  /** Undefined where it is too large. */
  readonly text: string | undefined;
  readonly state: string;
}

export class BackgroundChecks extends Owner {
  private readonly didBegin = this._register(new vscode.EventEmitter<Promise<void>>());
  /** Fires each time that files are to be checked, with the end of it. */
  readonly onDidBegin = this.didBegin.event;
  private work: Promise<void> = Promise.resolve();
  private readonly queue = this._register(
    new WorkQueue<CheckedFile>(
      (file) => this.prepare(file),
      (error) => this.parts.log.warn(`A story could not be checked: ${String(error)}`),
      (work) => {
        this.work = work;
        this.didBegin.fire(work);
      },
    ),
  );

  constructor(private readonly parts: BackgroundCheckParts) {
    super();
  }

  /** Whether files still wait to be checked. */
  get isBusy(): boolean {
    return this.queue.isBusy;
  }

  /** Resolves when no file waits to be checked. */
  get end(): Promise<void> {
    return this.work;
  }

  add(files: readonly CheckedFile[]): void {
    for (const file of files) this.queue.add(file.uri.toString(), file);
  }

  /** Reads a file, and gives the check of it. */
  private async prepare(file: CheckedFile): Promise<(() => void) | undefined> {
    const { analyser, results } = this.parts;
    const found = await this.read(file);
    if (!found) return undefined;
    return () => {
      if (this.waits(file)) results.add(analyser.ofText(file, found.text), found.state);
    };
  }

  /**
   * Undefined where the file is as it was checked, is no longer checked here, or is gone: then its result goes as well.
   */
  private async read(file: CheckedFile): Promise<ReadFile | undefined> {
    const { files, options, results } = this.parts;
    const now = await files.lookAt(file.uri);
    if (!this.waits(file)) return undefined;
    if (!now || now.isFolder) {
      results.remove(file.uri);
      return undefined;
    }
    const state = `${now.mtime} ${now.size} ${options.of(file).key}`;
    if (results.has(file.uri, state) || results.recall(file, state, options.of(file))) return undefined;
    if (now.size > LARGEST) return { text: undefined, state };
    const text = await files.read(file.uri);
    return text === undefined ? undefined : { text, state };
  }

  /** Whether a file is to be checked here: one that is open is checked as it is typed in. */
  private waits(file: CheckedFile): boolean {
    return this.parts.isChecked(file) && !openDocument(file.uri);
  }
}
