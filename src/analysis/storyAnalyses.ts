/**
 * The checks of the user's stories, offers and scripts: an open document a moment after it was typed in, all other
 * files once in the background, and then only what changed.
 */
import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import type { Analysis } from '../core/story/lint';
import { Debouncer, Owner } from '../lifecycle';
import type { PrepStore, TextFiles } from '../store/api';
import type { ParsedStories } from '../store/parsedStories';
import type { FileCache } from '../store/fileCache';
import { lintScopeAt } from '../store/settings';
import { openDocument } from '../store/textFiles';
import { isSameUri } from '../store/uris';
import { BackgroundChecks } from './backgroundChecks';
import { checkedFileOf, listChecked, type Checked, type CheckedFile } from './checkedFiles';
import { CheckOptions } from './checkOptions';
import { CheckResults } from './checkResults';
import type { StorySummary } from './storySummary';
import { TextAnalyser } from './textAnalyser';
import { TypingPauses } from './typingPauses';

/** How long the folder waits for the window to start, in milliseconds. */
const AFTER_START = 1500;
/** How long changes of folders are gathered, in milliseconds. */
const FOLDER_QUIET = 500;
const FILE = /\.(?:md|jsonl?|ics)$/iu;

export class StoryAnalyses extends Owner {
  private readonly options: CheckOptions;
  private readonly analyser: TextAnalyser;
  private readonly results: CheckResults;
  private readonly background: BackgroundChecks;
  private readonly pauses = this._register(new TypingPauses((document) => this.check(document)));
  private started = false;
  private readonly starting = this._register(new Debouncer(() => void this.start(), AFTER_START));
  private readonly refreshing = this._register(new Debouncer(() => void this.refresh(), FOLDER_QUIET));
  /** Fires with each text after it was checked. */
  readonly onDidAnalyse: vscode.Event<Checked>;
  /** Fires with each file of which a summary is at hand, whether it was checked just now or is known from before. */
  readonly onDidCheck: vscode.Event<{ readonly file: CheckedFile }>;
  /** Fires for a file that no longer exists, or is no longer checked. */
  readonly onDidRemove: vscode.Event<vscode.Uri>;
  /** Fires each time that files which are not open are to be checked, with the end of it. */
  readonly onDidBegin: vscode.Event<Promise<void>>;

  constructor(
    private readonly store: PrepStore,
    files: TextFiles,
    stories: ParsedStories,
    log: Logger,
    kept?: FileCache<StorySummary>,
  ) {
    super();
    const { workspace } = vscode;
    const results = (this.results = this._register(new CheckResults(kept)));
    this.onDidAnalyse = results.onDidAnalyse;
    this.onDidCheck = results.onDidCheck;
    this.onDidRemove = results.onDidRemove;
    const options = (this.options = this._register(new CheckOptions(store)));
    const analyser = (this.analyser = new TextAnalyser(options, stories));
    const isChecked = ({ uri, root }: CheckedFile): boolean => {
      const now = checkedFileOf(this.store.roots, uri);
      return now !== undefined && isSameUri(now.root.uri, root.uri);
    };
    this.background = this._register(new BackgroundChecks({ files, options, analyser, results, log, isChecked }));
    this.onDidBegin = this.background.onDidBegin;
    this._register(options.onDidChange(() => this.checkAgain()));
    this._register(store.onDidChangeFile((uri) => this.fileChanged(uri)));
    this._register(store.onDidChange((entries) => entries === undefined && this.started && void this.refresh()));
    this._register(workspace.onDidOpenTextDocument((document) => this.check(document)));
    this._register(
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) =>
          contentChanges.length > 0 && this.fileOf(document) && this.pauses.begin(document),
      ),
    );
    this._register(workspace.onDidCloseTextDocument(({ uri }) => this.fileChanged(uri)));
  }

  /** Checks what is open, and some time later the rest of the folder. Call it once, when all listeners are in place. */
  begin(): void {
    this.checkOpen();
    this.starting.schedule();
  }

  /** How many texts were analysed since the start. */
  get analysed(): number {
    return this.analyser.analysed;
  }

  /** Whether files still wait to be checked. */
  get isBusy(): boolean {
    return !this.started || this.background.isBusy;
  }

  /** What is known of a file; undefined until it was checked. */
  summary(uri: vscode.Uri): StorySummary | undefined {
    return this.results.summary(uri);
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
    const checked = file && this.analyser.ofDocument(file, document);
    return checked?.analysis && { ...checked, analysis: checked.analysis };
  }

  /** Resolves when a document being typed in has been checked; at once for any other. */
  rested(document: vscode.TextDocument): Promise<void> {
    return this.pauses.wait(document);
  }

  private async start(): Promise<void> {
    const began = performance.now();
    await Promise.all([this.options.readTargets(), this.results.ready]);
    await this.refresh();
    this.started = true;
    // For measuring how long the whole folder takes.
    await this.background.end;
    performance.measure('prepLoop.stories.checked', { start: began });
  }

  /** Looks at every file; those unchanged since their last check are skipped. */
  private async refresh(): Promise<void> {
    this.checkOpen();
    const files = (await Promise.all(this.store.roots.map(listChecked))).flat();
    const found = new Set(files.map(({ uri }) => uri.toString()));
    for (const uri of this.results.uris) if (!found.has(uri.toString())) this.checkOrRemove(uri);
    this.background.add(files);
  }

  private checkAgain(): void {
    if (this.store.roots.some(({ folder }) => lintScopeAt(folder.uri) === 'folder')) this.results.forgetRecalled();
    if (this.started) void this.refresh();
    else this.checkOpen();
  }

  private checkOpen(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  private check(document: vscode.TextDocument): void {
    this.pauses.end(document, () => {
      const file = this.fileOf(document);
      if (!file) return;
      this.results.add(this.analyser.ofDocument(file, document), this.analyser.stateOfDocument(file, document));
    });
  }

  /** A file or folder may have changed: open documents say that themselves. */
  private fileChanged(uri: vscode.Uri): void {
    const file = checkedFileOf(this.store.roots, uri);
    if (file) {
      if (!openDocument(uri)) this.background.add([file]);
      return;
    }
    // A changed folder is one event for everything in it; other files of the prep folder are not checked.
    if (!FILE.test(uri.path) && this.started) this.refreshing.schedule();
  }

  private checkOrRemove(uri: vscode.Uri): void {
    const file = checkedFileOf(this.store.roots, uri);
    if (file) this.background.add([file]);
    else this.results.remove(uri);
  }
}
