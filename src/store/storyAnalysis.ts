/**
 * The checks of the user's stories, offers and scripts: an open document a moment after it was typed in, all other
 * files once in the background, and then only what changed.
 */
import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import { analyseStory, type Analysis } from '../core/story/lint';
import { Debouncer, Owner } from '../lifecycle';
import type { PrepStore, TextFiles } from './api';
import { CheckOptions } from './checkOptions';
import { checkedFileOf, listChecked, type Checked, type CheckedFile } from './checkedFiles';
import { stat } from './files';
import { summarise, type StorySummary } from './storySummary';
import { openDocument } from './textFiles';
import { WorkQueue } from './workQueue';

/** Larger texts are not checked, in UTF-16 units for a document and bytes for a file. */
export const LARGEST = 512 * 1024;

/** How long after the last keystroke a document is checked, in milliseconds. */
const PAUSE = 400;
/** The folder waits until the window has started, in milliseconds. */
const AFTER_START = 1500;
/** How long changes of folders are gathered, in milliseconds. */
const RESCAN = 500;
const FILE = /\.(?:md|jsonl?|ics)$/u;

interface Known {
  /** Which state of which text was checked, against which options. */
  readonly state: string;
  readonly summary: StorySummary;
}

export class StoryAnalyses extends Owner {
  private readonly didCheck = this._register(new vscode.EventEmitter<Checked>());
  /** Fires with each text after it was checked. */
  readonly onDidCheck = this.didCheck.event;
  private readonly didForget = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Fires for a file that is not there any more, or not checked any more. */
  readonly onDidForget = this.didForget.event;

  private readonly options: CheckOptions;
  private readonly known = new Map<string, Known>();
  private readonly documents = new WeakMap<vscode.TextDocument, { readonly key: string; readonly checked: Checked }>();
  private readonly pauses = new Map<string, Debouncer>();
  /** Who waits for the check of a document that is being typed in. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly queue = this._register(
    new WorkQueue<CheckedFile>(
      (file) => this.prepare(file),
      (error) => this.log.warn(`A story could not be checked: ${String(error)}`),
    ),
  );
  private started = false;
  private texts = 0;
  private readonly rescanning = this._register(new Debouncer(() => void this.scan(), RESCAN));
  private readonly starting = this._register(new Debouncer(() => void this.start(), AFTER_START));

  constructor(
    private readonly store: PrepStore,
    private readonly files: TextFiles,
    private readonly log: Logger,
  ) {
    super();
    const { workspace } = vscode;
    this.options = this._register(new CheckOptions(store));
    this._register(this.options.onDidChange(() => this.checkAll()));
    this._register(store.onDidTouch((uri) => this.touch(uri)));
    this._register(store.onDidChange((entries) => entries === undefined && this.started && void this.scan()));
    this._register(workspace.onDidOpenTextDocument((document) => this.check(document)));
    this._register(
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && this.checkSoon(document),
      ),
    );
    this._register(workspace.onDidCloseTextDocument(({ uri }) => this.touch(uri)));
  }

  /** Checks what is open, and some time later the rest of the folder. Call it once, when those who listen do. */
  begin(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
    this.starting.schedule();
  }

  /** How many texts were analysed since the start. */
  get analysed(): number {
    return this.texts;
  }

  /** Whether files still wait to be checked. */
  get isBusy(): boolean {
    return !this.started || this.queue.isBusy;
  }

  /** What is known of a file; undefined until it was checked. */
  summary(uri: vscode.Uri): StorySummary | undefined {
    return this.known.get(uri.toString())?.summary;
  }

  /** What a document is checked as; undefined for one that is not checked. */
  fileOf(document: vscode.TextDocument): CheckedFile | undefined {
    return document.isClosed ? undefined : checkedFileOf(this.store.roots, document.uri);
  }

  /**
   * The analysis of a document as it is now; undefined where it is not checked or too large. Each version is analysed
   * once.
   */
  of(document: vscode.TextDocument): (Checked & { readonly analysis: Analysis }) | undefined {
    const file = this.fileOf(document);
    const checked = file && this.checked(document, file);
    return checked?.analysis && { ...checked, analysis: checked.analysis };
  }

  /** Resolves when a document that is being typed in was checked: at once for any other. */
  rested(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (!this.pauses.has(key)) return Promise.resolve();
    return new Promise((resolve) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), resolve]));
  }

  override dispose(): void {
    for (const pause of this.pauses.values()) pause.dispose();
    for (const key of [...this.waiting.keys()]) this.release(key);
    super.dispose();
  }

  private async start(): Promise<void> {
    await this.options.readTargets();
    await this.scan();
    this.started = true;
  }

  /** Looks at every file there is; those that are as they were checked are left. */
  private async scan(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) this.check(document);
    const files = (await Promise.all(this.store.roots.map(listChecked))).flat();
    const found = new Set(files.map(({ uri }) => uri.toString()));
    for (const key of [...this.known.keys()]) if (!found.has(key)) this.forgetIfGone(vscode.Uri.parse(key, true));
    this.enqueue(files);
  }

  private checkAll(): void {
    if (this.started) void this.scan();
    else for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  private checkSoon(document: vscode.TextDocument): void {
    if (!this.fileOf(document)) return;
    const key = document.uri.toString();
    let pause = this.pauses.get(key);
    if (!pause) this.pauses.set(key, (pause = new Debouncer(() => this.check(document), PAUSE)));
    pause.schedule();
  }

  private check(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.pauses.get(key)?.dispose();
    this.pauses.delete(key);
    const file = this.fileOf(document);
    if (file) this.remember(this.checked(document, file), `open ${document.version} ${this.options.of(file).key}`);
    this.release(key);
  }

  private release(key: string): void {
    const resolvers = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const resolve of resolvers) resolve();
  }

  private checked(document: vscode.TextDocument, file: CheckedFile): Checked {
    const key = `${document.version} ${this.options.of(file).key}`;
    const known = this.documents.get(document);
    if (known?.key === key) return known.checked;
    const checked = this.analyse(file, document.getText(), document.version);
    this.documents.set(document, { key, checked });
    return checked;
  }

  private analyse(file: CheckedFile, text: string | undefined, version: number | undefined): Checked {
    const { options } = this.options.of(file);
    if (text === undefined || text.length > LARGEST) return { file, text: '', options, version, analysis: undefined };
    this.texts += 1;
    return { file, text, options, version, analysis: analyseStory(text, options) };
  }

  private remember(checked: Checked, state: string): void {
    const key = checked.file.uri.toString();
    if (this.known.get(key)?.state === state) return;
    this.known.set(key, { state, summary: summarise(checked) });
    this.didCheck.fire(checked);
  }

  /** A file or folder may have changed: open documents tell that themselves. */
  private touch(uri: vscode.Uri): void {
    const file = checkedFileOf(this.store.roots, uri);
    if (file) {
      if (!openDocument(uri)) this.enqueue([file]);
      return;
    }
    // A folder tells once for all that is in it; other files of the prep folder are not checked.
    if (!FILE.test(uri.path) && this.started) this.rescanning.schedule();
  }

  private forgetIfGone(uri: vscode.Uri): void {
    const file = checkedFileOf(this.store.roots, uri);
    if (file) this.enqueue([file]);
    else this.forget(uri);
  }

  private forget(uri: vscode.Uri): void {
    if (this.known.delete(uri.toString())) this.didForget.fire(uri);
  }

  private enqueue(files: readonly CheckedFile[]): void {
    for (const file of files) this.queue.add(file.uri.toString(), file);
  }

  /** Reads a closed file, and gives the check of it. */
  private async prepare(file: CheckedFile): Promise<(() => void) | undefined> {
    const found = await this.read(file);
    return (
      found && (() => !openDocument(file.uri) && this.remember(this.analyse(file, found.text, undefined), found.state))
    );
  }

  /**
   * The text of a closed file, none where it is too large; undefined where the file is as it was checked, is open by
   * now, or is gone, which is told.
   */
  private async read(
    file: CheckedFile,
  ): Promise<{ readonly text: string | undefined; readonly state: string } | undefined> {
    const key = file.uri.toString();
    const now = await stat(file.uri);
    if (openDocument(file.uri)) return undefined;
    if (!now || (now.type & vscode.FileType.Directory) !== 0) {
      this.forget(file.uri);
      return undefined;
    }
    const state = `${now.mtime} ${now.size} ${this.options.of(file).key}`;
    if (this.known.get(key)?.state === state) return undefined;
    if (now.size > LARGEST) return { text: undefined, state };
    const text = await this.files.read(file.uri);
    return text === undefined ? undefined : { text, state };
  }
}
